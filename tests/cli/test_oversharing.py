"""``parasocial oversharing``: masked, revealed, as JSON, from files and from a ledger."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HEAD = (
    "Channel ID,Comment Create Timestamp,Price,Comment ID,Parent Comment ID,Video ID,Comment Text"
)
SAID = {
    "a": "so nice!",
    "b": "write me at nour@example.org",
    "c": "my best friend Lila Karo says hi",
}


@pytest.fixture
def takeout(tmp_path: Path) -> Path:
    out = io.StringIO()
    rows = [
        ["UC" + "e" * 22, f"2026-03-0{n}T09:00:00+00:00", 0, f"Ugy{video}", "", video, json.dumps({"text": text})]
        for n, (video, text) in enumerate(SAID.items(), 1)
    ]  # fmt: skip
    csv.writer(out, lineterminator="\n").writerows([HEAD.split(","), *rows])
    path = tmp_path / "takeout.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Takeout/YouTube and YouTube Music/comments/comments.csv", out.getvalue())
    return path


@pytest.mark.thorough
def test_masked_unless_asked(cli, takeout) -> None:
    ran = cli("oversharing", takeout, "--quiet")
    assert ran.code == 0
    assert "3 texts of yours, 2 things given away" in ran.out
    assert "n••••" in ran.out
    assert "nour@" not in ran.out + ran.err
    assert "Nothing found does not mean safe" in ran.out
    assert "nour@example.org" in cli("oversharing", takeout, "--quiet", "--reveal").out


@pytest.mark.thorough
def test_paths_and_changes_are_said(cli, takeout) -> None:
    out = cli("oversharing", takeout, "--quiet").out
    assert "phishing: A message that seems to come from somebody you know." in out
    assert "everything is there" in out
    assert "1. " in out
    assert "Then this is broken: A message that seems to come from somebody you know." in out


@pytest.mark.thorough
def test_as_json(cli, takeout, tmp_path: Path) -> None:
    ran = cli("oversharing", takeout, "--quiet", "--json", tmp_path / "o.json")
    assert ran.last == str(tmp_path / "o.json")
    said = json.loads((tmp_path / "o.json").read_text(encoding="utf-8"))
    assert said["by_kind"] == {"email": 1, "name_friend": 1}
    assert said["revealed"] is False
    assert "nour@" not in json.dumps(said)
    assert cli("oversharing", takeout, "--json", tmp_path / "o.json").code == 1


@pytest.mark.thorough
def test_names_from_a_file(cli, takeout, tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    names.write_text('me = ["Lila Karo"]\n', encoding="utf-8")
    out = cli("oversharing", takeout, "--quiet", "--me-names", names).out
    assert "name self" in out
    names.write_text("me = 3\n", encoding="utf-8")
    ran = cli("oversharing", takeout, "--quiet", "--me-names", names)
    assert (ran.code, ran.out) == (1, "")
    assert "The file of names cannot be understood." in ran.err


@pytest.mark.thorough
def test_from_the_ledger(cli, takeout) -> None:
    assert cli("import", takeout, "--quiet").code == 0
    assert "2 things given away" in cli("oversharing").out


@pytest.mark.thorough
def test_a_report_holds_it(cli, takeout, tmp_path: Path) -> None:
    cli("report", takeout, "--quiet", "--json", tmp_path / "r.json")
    said = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert said["oversharing"]["by_kind"] == {"email": 1, "name_friend": 1}


@pytest.mark.thorough
def test_without_texts_nothing_is_loaded(ledger) -> None:
    heavy = ("hyperscan", "re2", "phonenumbers", "stdnum", "ahocorasick", "PIL")
    script = f"""
import sys
from parasocial.cli import parasocial
sys.argv = ["parasocial"]
code = parasocial.main(["report", "--json", "-"], standalone_mode=False)
print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout)["oversharing"] is None
    assert done.stderr.strip().splitlines()[-1] == "[]"
