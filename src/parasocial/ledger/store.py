"""One ledger: open, migrate, forget, ask."""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import msgspec
from msgspec import Struct

from parasocial.errors import LedgerBusy, LedgerTooNew, NotALedger, UnknownSource
from parasocial.reading.tally import Tally

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TAGGED = ("manner", "account", "alias", "author", "coverage", "text", "log")
_IMPORT_MB = 128
_SWITCH_SECONDS = 50e-6  # Python's own is a hundred times that, a wait at each of many inserts
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
"""The engine fetches nothing."""
_BUSY = ("could not set lock", "used by another process")
"""What the engine says of a file that is in use; the path beside it may say anything."""


class Source(Struct, frozen=True):
    """One import: an export that was read to its end."""

    number: int
    id: str
    platform: str
    title: str
    layout: str
    ego: str | None
    exported_us: int | None
    tally: Tally
    warnings: list[str]
    blind: list[str]
    whole: bool = True


class Ledger:
    """One person's interactions. A context manager; one writer at a time.

    Args:
        path: The file, made if missing (readable by its owner alone; it is not encrypted).
            None keeps everything in memory.
        memory: How much memory the engine may take, as DuckDB writes it ("2GB"). Where there is
            no file, what does not fit lies in a folder that only its owner can read, and that is
            deleted at the end.
        writable: False opens an existing file for reading.

    Raises:
        LedgerBusy: Another process is writing.
        LedgerTooNew: A later version of parasocial wrote the file.
        NotALedger: The file is something else.
    """

    def __init__(
        self, path: Path | None = None, *, memory: str | None = None, writable: bool = True
    ) -> None:
        self.path = path
        self.writable = writable or path is None
        self._memory = memory
        self._beside: tempfile.TemporaryDirectory[str] | None = None
        self._engine: DuckDBPyConnection | None = None
        self._closed = False
        self._umask: int | None = None
        if path is not None:
            # Until it is closed: the engine makes a log and more beside the file.
            self._umask = os.umask(0o077)
            self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write everything out and let go of the file."""
        self._closed = True
        if self._engine is not None:
            self._engine.close()
        if self._umask is not None:
            os.umask(self._umask)
        if self._beside:
            self._beside.cleanup()

    def execute(self, sql: str, values: Sequence[Any] | None = None) -> None:
        """Run statements for their effect."""
        self._db.execute(sql, values) if values is not None else self._db.execute(sql)

    def query(self, sql: str, values: Sequence[Any] | None = None) -> dict[str, list[Any]]:
        """The answer to one query, as columns."""
        answer = self._db.execute(sql, values) if values is not None else self._db.execute(sql)
        names = [column[0] for column in answer.description]
        rows = answer.fetchall()
        return {name: [row[i] for row in rows] for i, name in enumerate(names)}

    def arrays(self, sql: str) -> dict[str, Any]:
        """The answer to one query, as NumPy arrays; NULLs are masked."""
        return dict(self._db.execute(sql).fetchnumpy())

    def table(self, name: str, columns: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
        """Make a temporary table *name* of *rows*; *columns* maps names to SQL types."""
        make_table(self._db, name, columns, rows)

    def define(self, name: str, select: str, *, keep: bool) -> None:
        """Make *select* a relation called *name*; *keep* means compute it once."""
        self._db.execute(f"CREATE OR REPLACE TEMP {'TABLE' if keep else 'VIEW'} {name} AS {select}")

    def distinct(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a small query, in a fixed order."""
        return sorted(self._db.execute(sql).fetchall())

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing."""
        self._db.begin()
        try:
            yield
        except BaseException:
            self._db.rollback()
            raise
        self._db.commit()

    @property
    def salt(self) -> str:
        """What row ids of this ledger are salted with."""
        [salt] = self.query("SELECT salt FROM meta")["salt"]
        return str(salt)

    def sources(self) -> list[Source]:
        """What was imported, in that order."""
        found = self.query(
            """SELECT source_no AS number, source_id AS id, platform, title, layout, ego,
                      exported_us, tally, warnings, blind,
                      whole
               FROM source ORDER BY source_no"""
        )
        rows = [dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True)]
        return [
            Source(**{**row, "tally": msgspec.json.decode(row["tally"], type=Tally)})
            for row in rows
        ]

    def egos(self, platform: str) -> tuple[str, ...]:
        """The accounts on *platform* that are this ledger's person."""
        if self._engine is None:
            return ()  # nothing was written yet
        found = self.query(
            "SELECT DISTINCT ego FROM source WHERE platform = $1 AND ego IS NOT NULL ORDER BY 1",
            [platform],
        )
        return tuple(found["ego"])

    def check_source(self, source_id: str) -> list[int]:
        """The imports of a source.

        Raises:
            UnknownSource: There is no source of that id.
        """
        numbers = self._numbers(source_id)
        if not numbers:
            raise UnknownSource("There is no such source. `parasocial sources` lists them.")
        return numbers

    def forget(self, source_id: str) -> int:
        """Delete one source and everything that it alone said; return its number of rows.

        Raises:
            UnknownSource: There is no source of that id.
        """
        numbers = self.check_source(source_id)
        counted = "SELECT count(*) AS n FROM row WHERE source_no = $1"
        rows = sum(self.query(counted, [number])["n"][0] for number in numbers)
        with self.transaction():
            self.replace(source_id)
        if self.path:
            self._write_anew(self.path.resolve())
        return int(rows)

    def insert(self, sql: str, values: Mapping[str, Any], columns: Mapping[str, Any]) -> None:
        """Run an INSERT whose SELECT reads ``incoming``: columns of equal length."""
        incoming = columns  # noqa: F841 - DuckDB finds it by its name, in this frame
        self._db.execute(sql, dict(values))

    def replace(self, source_id: str) -> None:
        """Make room for a new import of a source that is here already."""
        for number in self._numbers(source_id):
            self._delete("source_no = $1", [number])
            self.execute("DELETE FROM source WHERE source_no = $1", [number])

    @contextmanager
    def importing(self) -> Iterator[Callable[[], None]]:
        """One import: nothing of it is kept until what this yields is called.

        On one thread, for another would wait for Python's lock, which the one gets as soon as it
        asks; and, where there is a file to write to, in little more memory than is in use.
        """
        import duckdb

        [enough] = self.query(
            "SELECT sum(memory_usage_bytes) // 1000000 + $1 AS mb FROM duckdb_memory()",
            [_IMPORT_MB],
        )["mb"]
        self.execute("SET threads = 1")
        if self.path:
            self._limit_memory(f"{enough}MB")
        self._db.begin()
        usual = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)
        kept = False

        def keep() -> None:
            nonlocal kept
            self._db.commit()
            kept = True

        try:
            yield keep
        finally:
            sys.setswitchinterval(usual)
            if not kept:
                with suppress(duckdb.TransactionException):  # it failed, and is undone already
                    self._db.rollback()
            self._limit_memory(self._memory)
            self.execute("RESET threads")

    @property
    def _db(self) -> "DuckDBPyConnection":
        """The engine; in memory, begun when something is first asked of it: it takes its time."""
        return self._open() if self._engine is None else self._engine

    def _open(self) -> "DuckDBPyConnection":
        if self._closed:
            raise RuntimeError("this ledger is closed")
        try:
            if self.path is None:
                self._beside = tempfile.TemporaryDirectory(prefix="parasocial-")
            self._engine = _connect(self.path, writable=self.writable)
            self._set_up()
            self._migrate()
            if self.path and self.writable:
                self._drop_unmarked()
        except BaseException:
            self.close()
            raise
        return self._engine

    def _write_anew(self, path: Path) -> None:
        """Replace the file by one of what is left.

        The engine only marks what it deletes as free: names would stay legible in the file.
        """
        import duckdb

        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".parasocial-") as beside:
            fresh = Path(beside, "fresh")
            self._db.close()
            with duckdb.connect(str(fresh), config=OFFLINE) as db:
                old = str(path).replace("'", "''")
                db.execute(f"ATTACH '{old}' AS old (READ_ONLY)")
                db.execute("COPY FROM DATABASE old TO fresh")
            fresh.replace(path)
        self._engine = _connect(path, writable=True)
        self._set_up()

    def _set_up(self) -> None:
        self._limit_memory(self._memory)
        if self._beside:
            self.execute("SET temp_directory = $1", [self._beside.name])
        self._db.execute("SET preserve_insertion_order = false")

    def _limit_memory(self, most: str | None) -> None:
        if most:
            self.execute("SET memory_limit = $1", [most])
        else:
            self.execute("RESET memory_limit")

    def _numbers(self, source_id: str) -> list[int]:
        found = self.query("SELECT source_no FROM source WHERE source_id = $1", [source_id])
        return list(found["source_no"])

    def _delete(self, where: str, values: Sequence[Any] | None = None) -> None:
        named = f"SELECT manner_no FROM manner WHERE {where}"
        self.execute(f"DELETE FROM line WHERE manner_no IN ({named})", values)
        for table in TAGGED:
            self.execute(f"DELETE FROM {table} WHERE {where}", values)

    def _drop_unmarked(self) -> None:
        """Remove what an import left behind that never came to its end."""
        with self.transaction():
            self._delete("source_no NOT IN (SELECT source_no FROM source)")

    def _migrate(self) -> None:
        steps = _migrations()
        tables = set(self.query("SELECT table_name FROM duckdb_tables()")["table_name"])
        if tables and "parasocial" not in tables:
            raise NotALedger("This file is a database, but no ledger of parasocial's.")
        if not tables and not self.writable:
            raise NotALedger("This file is a database, but no ledger of parasocial's.")
        if not tables:
            with self.transaction():
                self.execute("CREATE TABLE parasocial (version BIGINT NOT NULL)")
                self.execute("INSERT INTO parasocial VALUES (0)")
        [version] = self.query("SELECT version FROM parasocial")["version"]
        if version > len(steps):
            raise LedgerTooNew(
                "This ledger was written by a later version of parasocial. Update, then try again."
            )
        if version < len(steps) and not self.writable:
            raise NotALedger("This ledger is of an older version: open it once for writing.")
        for number, step in enumerate(steps[version:], version + 1):
            with self.transaction():
                self.execute(step)
                self.execute("UPDATE parasocial SET version = $1", [number])


def make_table(
    db: "DuckDBPyConnection",
    name: str,
    columns: Mapping[str, str],
    rows: Sequence[Sequence[Any]],
) -> None:
    """Make a temporary table *name* of *rows*; *columns* maps names to SQL types."""
    spec = ", ".join(f"{column} {kind}" for column, kind in columns.items())
    db.execute(f"CREATE OR REPLACE TEMP TABLE {name} ({spec})")
    if rows:
        lines = msgspec.json.encode([dict(zip(columns, row, strict=True)) for row in rows])
        shape = json.dumps([dict(columns)])
        select = f"SELECT unnest(from_json($1::JSON, '{shape}'), recursive := true)"
        db.execute(f"INSERT INTO {name} {select}", [lines.decode()])


def _migrations() -> list[str]:
    folder = files("parasocial.ledger") / "migrations"
    steps = sorted(
        (it for it in folder.iterdir() if it.name.endswith(".sql")), key=lambda it: it.name
    )
    return [step.read_text(encoding="utf-8") for step in steps]


def _connect(path: Path | None, *, writable: bool) -> "DuckDBPyConnection":
    import duckdb

    if path is None:
        return duckdb.connect(":memory:", config=OFFLINE)
    if not writable and not path.exists():
        raise NotALedger("There is no ledger yet. `parasocial import` makes one.")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return duckdb.connect(str(path), read_only=not writable, config=OFFLINE)
    except duckdb.IOException as error:
        if any(sign in str(error).lower() for sign in _BUSY):
            raise LedgerBusy(
                "Another process is using this ledger. Wait until it is done, then try again."
            ) from None
        raise NotALedger("This file is no ledger of parasocial's, or it is damaged.") from None
    except duckdb.Error:
        raise NotALedger("This file is no ledger of parasocial's, or it is damaged.") from None
