"""The canary: what others wrote is in no output, and what ego wrote in private is not kept."""

import re
from pathlib import Path

import duckdb
import pytest

from cli.running import Cli, runner
from readers.fixtures import FIXTURES, Fixture

pytestmark = pytest.mark.thorough

OTHERS = re.compile("(?<!EGO)CANARY", re.IGNORECASE)
OWN = re.compile("EGOCANARY")
PLATFORMS = sorted({fixture.platform for fixture in FIXTURES})


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> Cli:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARASOCIAL_LEDGER", str(tmp_path / "me.ledger"))
    return runner(monkeypatch, capsys)


def groups() -> dict[tuple[str, ...], list[Fixture]]:
    """The fixtures about which a person would say the same: their zone and their name."""
    found: dict[tuple[str, ...], list[Fixture]] = {}
    for fixture in FIXTURES:
        zone = ("--zone", fixture.asked.zone) if fixture.asked.zone else ()
        mine = (it for name in fixture.asked.me for it in ("--me", name))
        alone = (fixture.id,) if fixture.reader.gather else ()
        found.setdefault((*alone, *zone, *mine), []).append(fixture)
    return found


def also_me() -> list[str]:
    """The invented people of all fixtures, who share a ledger here."""
    accounts = set()
    for fixture in FIXTURES:
        with fixture.export() as export:
            accounts.add(fixture.reader.facts(export, fixture.asked).account)
    return [it for account in sorted(filter(None, accounts)) for it in ("--also-me", account)]


def kept(ledger: Path) -> str:
    """All that a ledger holds: the bytes of the file and its log, and the rows they stand for."""
    raw = b"".join(path.read_bytes() for path in ledger.parent.glob(f"{ledger.name}*"))
    with duckdb.connect(str(ledger), read_only=True) as held:
        tables = held.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        rows = [held.execute(f"SELECT * FROM {table}").fetchall() for (table,) in tables]
    return raw.decode("latin-1") + repr(rows)


def test_no_word_of_others_gets_out(cli: Cli, tmp_path: Path) -> None:
    shown, everyone = "", also_me()
    for said, fixtures in groups().items():
        paths = [fixture.folder / "export" for fixture in fixtures]
        ran = cli("import", *paths, *everyone, *(it for it in said if it != fixtures[0].id))
        assert ran.code in (0, 4), said
        assert "Not read" not in ran.err
        shown += ran.out + ran.err
    ran = cli("report", "--show-private", "--json", "all.json", "-o", "all.html")
    shown += ran.out + ran.err
    shown += cli("export", "--as", "csv", "-o", "all.csv").out
    for command in (["sources"], ["people"], ["ties", "--show-private", "--top", "999"]):
        shown += cli(*command).out
    shown += "".join((tmp_path / f"all.{it}").read_text() for it in ("json", "html", "csv"))
    assert len(cli("sources").out.splitlines()) == len(FIXTURES)
    held = kept(tmp_path / "me.ledger")
    for words in (shown, held):
        assert len(words) > 100_000
        assert not OTHERS.search(words)
        assert not OWN.search(words)


def test_words_of_messages_are_kept_only_where_that_is_asked(cli: Cli, tmp_path: Path) -> None:
    [fixture] = [it for it in FIXTURES if it.id == "instagram-messages_only"]
    cli("import", fixture.folder / "export", "--with-messages")
    held = kept(tmp_path / "me.ledger")
    assert OWN.search(held)
    assert not OTHERS.search(held)


def test_every_platform_has_both_canaries() -> None:
    for platform in PLATFORMS:
        files = (Path(__file__).parent / platform).glob("*/export/**/*.*")
        words = "".join(path.read_bytes().decode("latin-1") for path in files if path.is_file())
        assert OTHERS.search(words), platform
        assert OWN.search(words), platform
