"""DuckDB as an engine for logs of many people: in memory, and on disk beyond a limit."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import duckdb

from parasocial.errors import EngineFailed, UnreadableLog
from parasocial.ledger.store import OFFLINE, make_table

_INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
_SORTS = {"VARCHAR": "text", "DOUBLE": "float", "FLOAT": "float", "DATE": "time"}
_SORTS |= dict.fromkeys(_INTEGERS, "integer")
_FORMS = {
    "parquet": "read_parquet($1, union_by_name = true, hive_partitioning = false)",
    "csv": "read_csv($1, header = true, all_varchar = true, union_by_name = true)",
    "ndjson": "read_json($1, format = 'newline_delimited', ignore_errors = true, columns = {})",
}
_SETTINGS = """
SET preserve_insertion_order = false; SET TimeZone = 'UTC'; SET enable_progress_bar = false
"""
_FINE = "COMPRESSION zstd"
_ROUGH = "COMPRESSION uncompressed, DICTIONARY_SIZE_LIMIT 1"  # no time for dictionaries: read once


class Duck:
    """An engine of ``ties/build.py`` that reads and writes files.

    Args:
        memory: How much memory it may take, as DuckDB writes it ("4GB").
        beside: A folder for what does not fit.
        threads: On how many; all by default.
    """

    def __init__(
        self, *, memory: str | None = None, beside: Path | None = None, threads: int | None = None
    ) -> None:
        self._db = duckdb.connect(":memory:", config=OFFLINE)
        self._db.execute(_SETTINGS)
        for name, value in (("memory_limit", memory), ("threads", threads)):
            if value is not None:
                self._db.execute(f"SET {name} = $1", [value])
        if beside:
            self._db.execute("SET temp_directory = $1", [str(beside)])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def beside(self) -> "Duck":
        """The same engine and its relations, for another thread."""
        other = object.__new__(Duck)
        other._db = self._db.cursor()
        return other

    @property
    def version(self) -> str:
        """Of the engine."""
        return str(duckdb.__version__)

    def read(self, name: str, paths: Sequence[Path], form: str) -> dict[str, str]:
        """Make files one relation; return the sort of each of its columns.

        Raises:
            UnreadableLog: They are not what their names say.
        """
        files = "[" + ", ".join(_quoted(str(path)) for path in paths) + "]"
        source = _FORMS[form].replace("$1", files)
        if form == "ndjson":
            plain = source.replace(", columns = {}", "")
            found = self.rows(f"DESCRIBE SELECT * FROM {plain}")
            every = ", ".join(f"{_quoted(it['column_name'])}: 'VARCHAR'" for it in found)
            source = source.replace("columns = {}", f"columns = {{{every}}}")
        self.define(name, f"SELECT * FROM {source}", keep=False)
        found = self.rows(f"DESCRIBE {name}")
        return {it["column_name"]: _sort(it["column_type"]) for it in found}

    def column(self, name: str) -> str:
        """A column's name as the engine writes it, whatever is in it."""
        return '"' + name.replace('"', '""') + '"'

    def us(self, value: str) -> str:
        """Microseconds since the epoch of a timestamp, a day, or either as text (UTC)."""
        return f"epoch_us(TRY_CAST({value} AS TIMESTAMPTZ))"

    def define(self, name: str, select: str, *, keep: bool) -> None:
        """Make *select* a relation called *name*; *keep* means compute it once, for all."""
        kind = "TABLE" if keep else "TEMP VIEW"
        with _ours():
            self._db.execute(f"CREATE OR REPLACE {kind} {name} AS {select}")

    def distinct(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a small query, in a fixed order."""
        return sorted(self._db.execute(sql).fetchall())

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """The rows of a small query, by name.

        Raises:
            UnreadableLog: The files it reads are damaged.
        """
        with _ours():
            answer = self._db.execute(sql)
            names = [column[0] for column in answer.description]
            return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def table(self, name: str, columns: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
        """Make a small relation of *rows*."""
        make_table(self._db, name, columns, rows)

    def arrays(self, sql: str) -> dict[str, Any]:
        """The answer to one query, as NumPy arrays."""
        with _ours():
            return dict(self._db.execute(sql).fetchnumpy())

    def write(self, select: str, path: Path, *, by: str | None = None) -> None:
        """Write the answer to one query as Parquet: a file, or with *by* a folder of files."""
        with _ours():
            self._db.execute(_copy(select, path, f"PARTITION_BY ({by}), {_ROUGH}" if by else _FINE))

    def written(self, paths: Sequence[Path]) -> str:
        """Parquet that was written here, as it stands after FROM."""
        files = ", ".join(
            _quoted(str(it / "*.parquet") if it.is_dir() else str(it)) for it in paths
        )
        return f"read_parquet([{files}], hive_partitioning = false)"

    def keep_arrays(self, columns: Mapping[str, Any], path: Path) -> None:
        """Write columns of equal length as Parquet."""
        incoming = columns  # noqa: F841 - DuckDB finds it by its name, in this frame
        with _ours():
            self._db.execute(_copy("SELECT * FROM incoming", path, _ROUGH))


@contextmanager
def _ours() -> Iterator[None]:
    """The engine's errors as ours: theirs quote paths and rows."""
    try:
        yield
    except duckdb.OutOfMemoryException:
        raise EngineFailed(
            "The memory that was allowed does not suffice. Give more: --memory 8GB."
        ) from None
    except (duckdb.BinderException, duckdb.CatalogException, duckdb.ParserException):
        raise  # a mistake in our own SQL
    except duckdb.Error:
        raise UnreadableLog("A file could not be read to its end, or the disk is full.") from None


def _copy(select: str, path: Path, how: str) -> str:
    return f"COPY ({select}) TO {_quoted(str(path))} (FORMAT parquet, {how})"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _sort(kind: str) -> str:
    if kind.startswith("TIMESTAMP"):
        return "time"
    return _SORTS.get(kind, "float" if kind.startswith("DECIMAL") else "other")
