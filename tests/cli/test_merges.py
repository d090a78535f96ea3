"""``people --suggest`` and ``--accept`` as a person meets them."""

import io
import json
import sys
from pathlib import Path

import pytest

from cli import exports
from cli.running import Cli
from parasocial.jobs.read import Wanted, read_into
from parasocial.ledger import Ledger

CHANNEL = f"youtube:{exports.RADIO}"
HANDLE = "tiktok:moth.radio.hour"


@pytest.fixture
def both(cli: Cli, tmp_path: Path) -> Cli:
    """A ledger with a channel, and with the account on TikTok that is called alike."""
    folder = tmp_path / "exports"
    folder.mkdir()
    rows = [exports.watched(day, name="Moth Radio Hour") for day in range(20)]
    (folder / "watch-history.json").write_text(json.dumps(rows))
    chats = [
        {"Date": f"2026-03-{day:02} 08:00:00", "From": who, "Content": "hello"}
        for day in range(1, 20)
        for who in ("nour.k", "moth.radio.hour")
    ]
    root = {
        "Profile": {"Profile Information": {"ProfileMap": {"userName": "nour.k"}}},
        "Direct Messages": {
            "Chat History": {"ChatHistory": {"Chat History with moth.radio.hour:": chats}}
        },
    }
    (folder / "user_data_tiktok.json").write_text(json.dumps(root))
    with Ledger(tmp_path / "me.ledger") as ledger:
        read_into(ledger, [folder], Wanted())
    return cli


@pytest.mark.thorough
def test_what_is_proposed_is_accepted_by_its_ids_alone(both: Cli, tmp_path: Path) -> None:
    told = both("people", "--suggest").out
    assert told.startswith("possible: ")
    assert "the handle of the other" in told
    [one] = json.loads(both("people", "--suggest", "--json", "-").out)
    assert {one["account"], one["same"]} == {CHANNEL, HANDLE}
    assert not (tmp_path / "me.notes.toml").exists()
    ran = both("people", "--accept", one["account"], one["same"])
    assert (ran.code, ran.last) == (0, str(tmp_path / "me.notes.toml"))
    assert f'same_as = "{one["account"]}"' in (tmp_path / "me.notes.toml").read_text()
    assert "No two accounts" in both("people", "--suggest").out
    assert both("people", "--accept", one["account"], one["same"]).code == 1
    assert both("people", "--accept", one["account"], "tiktok:nobody").code == 1


@pytest.mark.thorough
@pytest.mark.parametrize(("answer", "noted"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_on_a_terminal_it_asks(both: Cli, tmp_path: Path, monkeypatch, answer, noted) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    ran = both("people", "--suggest")
    assert "Are they one person?" in ran.out
    assert (tmp_path / "me.notes.toml").exists() is noted
