"""The ledger as a file: who may open it, what survives a crash, how it grows old."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from parasocial.errors import LedgerBusy, LedgerTooNew, NotALedger
from parasocial.ledger import Ledger, merge
from parasocial.ledger.store import TAGGED, _migrations
from parasocial.notes import Notes
from parasocial.schema import EGO, Account
from ties.world import START, TOWN, Export, bring, export, ledger_of, message, rows, talk

TESTS = Path(__file__).parent.parent
_WRITER = """
import sys
from pathlib import Path
from ties.world import TOWN, Export, batch, bring, export, message, talk
from parasocial.ledger import Import, Ledger
from parasocial.reading import Facts
ledger = Ledger(Path(sys.argv[1]))
bring(ledger, export(TOWN, *talk("ada", 3, 3), source="whole"))
into = Import(ledger, TOWN, Facts())
for n in range(3):
    into.append(batch(0, talk(f"bo{n}", 40, 40)))
into._wait()
print("here", flush=True)
sys.stdin.read()
"""


@contextmanager
def writer(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process in the middle of an import."""
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((*sys.path, str(TESTS)))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        try:
            yield process
        finally:
            process.kill()


def count(ledger: Ledger, table: str = "row") -> int:
    return int(ledger.query(f"SELECT count(*) AS n FROM {table}")["n"][0])


@pytest.mark.thorough
def test_a_killed_import_is_never_seen_and_gone_when_next_opened(tmp_path: Path) -> None:
    path = tmp_path / "one.parasocial"
    with writer(path):
        pass
    with Ledger(path, writable=False) as ledger:
        merge(ledger, Notes())
        assert count(ledger, "interaction") == 6
    with Ledger(path) as ledger:
        assert count(ledger) == 6
        bring(ledger, export(TOWN, *talk("cy", 1, 0), source="next"))
        assert count(ledger) == 7


def test_what_is_forgotten_cannot_be_read_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / 'it\'s "one".parasocial'
    gone = export(
        TOWN, *talk("somebody.forgotten", 3, 3), Account("somebody.forgotten", "Some Body")
    )
    with Ledger(path) as ledger:
        bring(ledger, replace(gone, source="gone"))
        bring(ledger, export(TOWN, *talk("ada", 3, 3), source="kept"))
    assert b"somebody.forgotten" in path.read_bytes()
    with Ledger(path) as ledger:
        assert ledger.forget("gone") == 6
        bring(ledger, export(TOWN, *talk("bo", 1, 0), source="later"))
    assert [it.name for it in tmp_path.iterdir()] == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not any(it in path.read_bytes() for it in (b"somebody.forgotten", b"Some Body"))
    with Ledger(path) as ledger:
        assert [it.id for it in ledger.sources()] == ["kept", "later"]
        assert count(ledger) == 7


def test_rows_without_their_mark_are_not_seen_and_gone_when_next_opened(tmp_path: Path) -> None:
    path = tmp_path / "one.parasocial"
    with Ledger(path) as ledger:
        bring(ledger, export(TOWN, *talk("ada", 3, 3)))
        for table in TAGGED:
            ledger.execute(f"INSERT INTO {table} SELECT * REPLACE (99 AS source_no) FROM {table}")
        ledger.execute("UPDATE manner SET manner_no = -manner_no WHERE source_no = 99")
        ledger.execute("INSERT INTO line SELECT * REPLACE (-manner_no AS manner_no) FROM line")
        assert count(ledger) == 12
        merge(ledger, Notes())
        assert count(ledger, "interaction") == 6
    with Ledger(path) as ledger:
        assert count(ledger) == count(ledger, "line") == 6
        assert rows(ledger, "SELECT * FROM coverage WHERE source_no = 99") == []


@pytest.mark.thorough
def test_one_process_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "one.parasocial"
    with writer(path):
        for writable in (True, False):
            with pytest.raises(LedgerBusy):
                Ledger(path, writable=writable)


def test_the_file_and_its_log_are_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "a folder" / "one.parasocial"
    with Ledger(path) as ledger:
        bring(ledger, export(TOWN, *talk("ada", 3, 3)))
        modes = {stat.S_IMODE(it.stat().st_mode) for it in path.parent.iterdir()}
        assert len(list(path.parent.iterdir())) == 2
        assert modes == {0o600}
        merge(ledger, Notes())
    assert {stat.S_IMODE(it.stat().st_mode) for it in path.parent.iterdir()} == {0o600}


def test_a_ledger_of_a_later_version(tmp_path: Path) -> None:
    path = tmp_path / "one.parasocial"
    with Ledger(path) as ledger:
        ledger.execute("UPDATE parasocial SET version = version + 1")
    with pytest.raises(LedgerTooNew):
        Ledger(path)


@pytest.mark.parametrize("name", ["notes.txt", "locked.db", "block"])
@pytest.mark.parametrize("content", [b"", b"no ledger at all", b"\0" * 20_000])
def test_a_file_of_another_kind(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    for writable in (False, True):
        with pytest.raises(NotALedger):
            Ledger(path, writable=writable)
    assert path.read_bytes() == content


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE invoices (number INTEGER)")
    for writable in (False, True):
        with pytest.raises(NotALedger):
            Ledger(path, writable=writable)


def test_a_folder_and_nothing_at_all(tmp_path: Path) -> None:
    with pytest.raises(NotALedger):
        Ledger(tmp_path)
    with pytest.raises(NotALedger):
        Ledger(tmp_path / "none", writable=False)
    assert not (tmp_path / "none").exists()


LATER = {"file_no", "marks", "replies"}


def test_an_old_ledger_grows_up_with_its_data(tmp_path: Path) -> None:
    path = tmp_path / "one.parasocial"
    [first, *_] = _migrations()
    with Ledger(path) as newest:
        bring(newest, export(TOWN, *talk("ada", 3, 2)))
        kept = {name: rows(newest, f"SELECT * FROM {name}") for name in ("row", "source", "meta")}
        columns = newest.query("SELECT table_name, column_name FROM duckdb_columns() ORDER BY ALL")
    path.unlink()
    with duckdb.connect(str(path)) as old:
        old.execute(f"{first}; DELETE FROM meta; CREATE TABLE parasocial (version BIGINT)")
        old.execute("INSERT INTO parasocial VALUES (1); SELECT nextval('source_numbers')")
        for name, lines in kept.items():
            for line in lines:
                said = {key: value for key, value in line.items() if key not in LATER}
                marks = ", ".join("?" * len(said))
                old.execute(f"INSERT INTO {name} VALUES ({marks})", list(said.values()))
    with pytest.raises(NotALedger, match="older"):
        Ledger(path, writable=False)
    with Ledger(path) as ledger:
        grown = ledger.query("SELECT table_name, column_name FROM duckdb_columns() ORDER BY ALL")
        assert grown == columns
        assert rows(ledger, "SELECT * FROM row") == kept["row"]
        assert ledger.query("SELECT version FROM parasocial")["version"] == [len(_migrations())]
        bring(ledger, export(TOWN, *talk("ada", 3, 2), source="again"))
        merge(ledger, Notes())
        assert count(ledger, "interaction") == 5


def test_every_migration_is_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "one.parasocial"
    steps = _migrations()
    broken = [*steps[:-1], f"{steps[-1]}; SELECT no_such_function()"]
    monkeypatch.setattr("parasocial.ledger.store._migrations", lambda: broken)
    with pytest.raises(duckdb.Error):
        Ledger(path)
    monkeypatch.undo()
    with Ledger(path) as ledger:
        bring(ledger, export(TOWN, message(EGO, "ada", START)))
        assert count(ledger) == 1


def test_ids_of_two_ledgers_have_nothing_in_common() -> None:
    it = Export(TOWN, {0: talk("ada", 9, 9)})
    keys = []
    for _ in range(2):
        with ledger_of(it) as ledger:
            keys.append(set(ledger.query("SELECT key FROM row")["key"]))
    assert len(keys[0]) == len(keys[1]) == 18
    assert not keys[0] & keys[1]
