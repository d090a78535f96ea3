"""``guide``: it lists, it prints, and it needs nothing else."""

import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from parasocial.guidance import HelpLine, topics
from parasocial.i18n import LANGUAGES
from parasocial.jobs import guide as job


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


def test_topics_are_listed(cli):
    ran = cli("guide")
    assert (ran.code, ran.err) == (0, "")
    listed = [line.split()[0] for line in ran.out.splitlines() if line.startswith("  ")]
    assert listed == list(topics())
    assert ran.last == "To read one: parasocial guide TOPIC"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_topic_is_told_in_each_language(cli, language):
    ran = cli("guide", "hacking", "--lang", language, "--json", "-")
    told = json.loads(ran.out)
    assert (ran.code, told["schema"], told["language"]) == (0, "parasocial/guide/1", language)
    assert told["status"] == ("source" if language == "en" else "draft")
    assert (told["title"] == topics()["hacking"].title) == (language == "en")
    assert [text["when"] for text in told["texts"]] == ["before", "now"]


def test_the_language_is_the_systems(cli, monkeypatch):
    monkeypatch.setenv("LANG", "fil_PH.UTF-8")
    assert "Mabubuting ugnayan" in cli("guide", "keep").out
    assert "Good ties" in cli("guide", "keep", "--lang", "en").out


def test_a_topic_that_is_not_there(cli):
    ran = cli("guide", "fishing")
    assert ran.code == 2
    assert "perhaps phishing" in ran.err
    assert "`parasocial guide` lists them" in cli("guide", "qqqqqq").err
    assert "there is en, id, ms, vi, th, fil" in cli("guide", "--lang", "xx").err


def test_the_list_is_json_too(cli, tmp_path):
    path = tmp_path / "topics.json"
    ran = cli("guide", "--json", path, "--lang", "ms")
    assert ran.last == str(path)
    assert [it["topic"] for it in json.loads(path.read_text(encoding="utf-8"))] == list(topics())
    assert cli("guide", "--json", path).code == 1


def test_help_lines_that_nobody_signed_for_are_not_printed(cli, monkeypatch):
    monkeypatch.setenv("LANG", "en_PH.UTF-8")
    today = datetime.now(tz=UTC).date()
    unsigned = [HelpLine("PH", "Nobody", "01"), HelpLine("PH", "No name", "02", "", today)]
    monkeypatch.setattr(job, "help_lines", lambda: unsigned)
    assert "Help:" not in cli("guide", "teens").out
    monkeypatch.setattr(
        job, "help_lines", lambda: [*unsigned, HelpLine("PH", "Signed", "03", "A. Person", today)]
    )
    said = cli("guide", "teens").out
    assert "Signed: 03" in said
    assert "Nobody" not in said
    assert "No name" not in said


def test_nothing_heavy_is_loaded_and_nothing_is_written(tmp_path):
    heavy = ("duckdb", "numpy", "jinja2", "selectolax", "babel", "rich", "parasocial.ledger",
             "parasocial.readers", "parasocial.lenses", "parasocial.report")  # fmt: skip
    script = f"""
import sys
from parasocial.cli import parasocial
parasocial.main(["guide", "phishing", "--lang", "th"], standalone_mode=False)
print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path, env={"PYTHONUTF8": "1", "HOME": str(tmp_path)},
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout
    assert done.stderr.strip() == "[]"
    assert list(tmp_path.iterdir()) == []
