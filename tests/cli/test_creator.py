"""``parasocial creator``, as a person meets it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cli.running import Cli
from creator.logs import ADA, CAI, ME, comment, group, page, put, thread
from docs.blocks import ROOT
from parasocial.jobs.creator import words_again
from parasocial.jobs.demo import CREATOR, example
from parasocial.jobs.read import Wanted
from parasocial.lenses.creator import Place

pytestmark = pytest.mark.thorough

SCHEMA = json.loads((ROOT / "docs" / "creator-1.schema.json").read_text(encoding="utf-8"))
NUMBER = "CANARY my number is +62 812 3456 7890, call me"


def told(out: str) -> Any:
    found = json.loads(out)
    jsonschema.validate(found, SCHEMA)
    return found


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    many = [
        thread(comment(f"t{n}", f"UC{n % 30:x<22}", n, f"CANARY when is part {n}?"),
               *([comment(f"t{n}.1", ME, n + 5)] if n % 3 == 0 else []))
        for n in range(90)
    ]  # fmt: skip
    loud = thread(comment("q", CAI, 3, NUMBER))
    [folder] = put(tmp_path / "logs", {"comments.json": page(*many, loud)})
    return folder


def test_the_shared_findings_name_and_quote_nobody(cli: Cli, logs: Path) -> None:
    ran = cli("creator", logs, "--json", "-")
    found = told(ran.out)
    assert ran.code == 0
    assert found["totals"]["messages"] == 91
    assert found["totals"]["people"] == 31
    assert found["replies"]["answered"] == 30
    assert found["people"] == found["queue"] == []
    for words in (ran.out, ran.err):
        assert "CANARY" not in words
        assert not any(who in words for who in (ADA, CAI, ME, "@mila"))


def test_the_private_ones_read_the_words_again(cli: Cli, logs: Path) -> None:
    found = told(cli("creator", logs, "--json", "-", "--private", "--creator", ME).out)
    assert found["creator"]["ids"] == [ME]
    assert found["people"][0]["messages"] == 3
    [waits] = found["queue"]
    assert waits["text"] == NUMBER
    assert (waits["item"], waits["room"], waits["reason"]) == ("q", "v", "contact")
    assert found["plan"]["next"]


def test_me_is_another_word_for_creator(cli: Cli, tmp_path: Path) -> None:
    paths = put(tmp_path / "a", {"result.json": group((1, 5, 0, "when?"), (2, 9, 5, "soon", 1))})
    for word in ("--me", "--creator"):
        assert (
            told(cli("creator", *paths, word, "user9", "--json", "-").out)["totals"][
                "creator_messages"
            ]
            == 1
        )


def test_who_the_creator_is_has_to_be_said(cli: Cli, tmp_path: Path) -> None:
    paths = put(tmp_path / "a", {"result.json": group((1, 5, 0, "a"), (2, 9, 5, "b"))})
    ran = cli("creator", *paths, "--json", "-")
    assert ran.code == 1
    assert "--me" in ran.err
    assert ran.out == ""


def test_nothing_is_overwritten(cli: Cli, logs: Path, tmp_path: Path) -> None:
    (tmp_path / "it.json").write_text("{}")
    assert cli("creator", logs, "--json", tmp_path / "it.json").code == 1
    ran = cli("creator", logs, "--json", tmp_path / "it.json", "--force")
    assert ran.last == str(tmp_path / "it.json")
    told((tmp_path / "it.json").read_text(encoding="utf-8"))


def test_what_is_no_log_is_refused(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"a": 1}')
    assert cli("creator", tmp_path / "x.json", "--json", "-").code == 3


def test_the_page_that_is_shown_names_nobody(cli: Cli, logs: Path, tmp_path: Path) -> None:
    ran = cli("creator", logs, "-q")
    assert ran.last == str(tmp_path / "parasocial-creator.html")
    shown = (tmp_path / "parasocial-creator.html").read_text(encoding="utf-8")
    assert "CANARY" not in shown
    assert not any(who in shown for who in (ADA, CAI, ME, "@mila", "62 812"))
    cli("creator", logs, "-q", "--private", "-o", "mine.html")
    mine = (tmp_path / "mine.html").read_text(encoding="utf-8")
    assert "62 812" in mine
    assert cli("creator", logs).code == 1


def test_a_fan_who_hands_over_their_export_is_seen_from_both_ends(cli: Cli) -> None:
    logs, own = example() / "channel", next((example() / "you").glob("takeout-*.zip"))
    mine = [it for who in CREATOR for it in ("--creator", who)]
    found = told(cli("creator", logs, *mine, "--fan", own, "--private", "-q", "--json", "-").out)
    [it] = found["two_ends"]
    assert it["platform"] == "youtube"
    assert it["fan_given"] > it["log_messages"] > 0
    assert not told(cli("creator", logs, *mine, "--fan", own, "-q", "--json", "-").out)["two_ends"]


def test_what_cannot_be_counted_is_read_nonetheless(
    cli: Cli, logs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "rglob", closed)
    assert told(cli("creator", logs, "--json", "-").out)["totals"]["messages"] == 91


def test_the_words_are_those_of_each_message_however_many_are_read_at_once(
    logs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parasocial.reading.loop.BATCH", 1)
    places = [Place("youtube", "v", "q"), Place("youtube", "v", "t7")]
    assert words_again([logs], Wanted(me=(ME,)), places) == dict(
        zip(places, (NUMBER, "CANARY when is part 7?"), strict=True)
    )
