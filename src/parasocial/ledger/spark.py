"""Spark as an engine for logs that outgrow a machine. Nothing but small answers comes back."""

import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from parasocial.errors import NoEngine, UnreadableLog

_SORTS = {"string": "text", "double": "float", "float": "float", "date": "time"}
_SORTS |= dict.fromkeys(("tinyint", "smallint", "int", "bigint"), "integer")
_SORTS |= dict.fromkeys(("timestamp", "timestamp_ntz"), "time")


def session(master: str | None = None, memory: str | None = None) -> Any:
    """A Spark session: at *master*, where ``SPARK_REMOTE`` says, or on this machine.

    Raises:
        NoEngine: pyspark or Java is missing, or the cluster does not answer.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise NoEngine(
            "Spark is not installed. `pip install parasocial[spark]`, with Java 17 beside it."
        ) from None
    builder = SparkSession.builder.appName("parasocial").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    builder = builder.config("spark.sql.session.timeZone", "UTC")
    remote = os.environ.get("SPARK_REMOTE")
    if master and master.startswith("sc://"):
        builder = builder.remote(master)
    elif master or not remote:
        builder = builder.master(master or "local[*]")
        if (master or "local").startswith("local"):
            os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
            builder = builder.config("spark.driver.memory", _spelled(memory or "2GB"))
    logging.getLogger("py4j").setLevel(logging.ERROR)
    try:
        found = builder.getOrCreate()
        if hasattr(found, "sparkContext") and not remote:
            found.sparkContext.setLogLevel("OFF")
    except (PySparkException, OSError, RuntimeError):
        raise NoEngine(
            "Spark did not start. Look at Java 17, and at the address of the cluster."
        ) from None
    return found


class Spark:
    """An engine of ``ties/build.py`` that reads and writes lakes.

    Args:
        of: A session of pyspark's.
    """

    def __init__(self, of: Any) -> None:
        self._of = of

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._of.catalog.clearCache()

    @property
    def version(self) -> str:
        """Of the engine."""
        return str(self._of.version)

    def read(self, name: str, paths: Sequence[Path | str], form: str) -> dict[str, str]:
        """Make files one relation; return the sort of each of its columns.

        Raises:
            UnreadableLog: They are not what their names say.
        """
        files = [str(path) for path in paths]
        reader = self._of.read
        with _told():
            if form == "parquet":
                frame = reader.option("mergeSchema", "true").parquet(*files)
            elif form == "csv":
                frame = reader.option("header", "true").option("mode", "FAILFAST").csv(files)
            else:
                found = reader.option("primitivesAsString", "true").json(files).columns
                every = ", ".join(f"`{it}` STRING" for it in found if it != "_corrupt_record")
                frame = reader.schema(every).json(files)
            frame.createOrReplaceTempView(name)
        return {column: _SORTS.get(kind, _sort(kind)) for column, kind in frame.dtypes}

    def column(self, name: str) -> str:
        """A column's name as the engine writes it, whatever is in it."""
        return "`" + name.replace("`", "``") + "`"

    def us(self, value: str) -> str:
        """Microseconds since the epoch of a timestamp, a day, or either as text (UTC)."""
        return f"unix_micros(TRY_CAST({value} AS TIMESTAMP))"

    def define(self, name: str, select: str, *, keep: bool) -> None:
        """Make *select* a relation called *name*; *keep* means compute it once."""
        frame = self._of.sql(select)
        (frame.persist() if keep else frame).createOrReplaceTempView(name)

    def distinct(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a small query, in a fixed order."""
        return sorted(tuple(row) for row in self._of.sql(sql).collect())

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """The rows of a small query, by name.

        Raises:
            UnreadableLog: The files it reads are damaged.
        """
        with _told():
            return [row.asDict() for row in self._of.sql(sql).collect()]

    def table(self, name: str, columns: dict[str, str], rows: Sequence[Sequence[Any]]) -> None:
        """Make a small relation of *rows*."""
        schema = ", ".join(
            f"`{column}` {'STRING' if kind == 'VARCHAR' else kind}"
            for column, kind in columns.items()
        )
        frame = self._of.createDataFrame([tuple(row) for row in rows], schema)
        frame.createOrReplaceTempView(name)

    def write(self, select: str, path: Path) -> None:
        """Write the answer to one query as a folder of Parquet."""
        with _told():
            self._of.sql(select).write.mode("overwrite").parquet(str(path))
        for mark in (*path.glob(".*.crc"), *path.glob("_SUCCESS")):
            mark.unlink()

    def written(self, paths: Sequence[Path]) -> str:
        """Parquet that was written here, as it stands after FROM."""
        [path] = paths
        return f"parquet.`{path}`"


class _told:  # noqa: N801 - reads as a word: with _told()
    """Spark's errors as ours: theirs quote paths and rows."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None and kind.__module__.split(".")[0] in ("pyspark", "py4j"):
            raise UnreadableLog("A file of the log could not be read to its end.") from None


def _sort(kind: str) -> str:
    return "float" if kind.startswith("decimal") else "other"


def _spelled(memory: str) -> str:
    """An amount as Spark writes it: 4GB is 4g."""
    return memory.strip().lower().replace(" ", "").removesuffix("b")
