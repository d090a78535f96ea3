"""The same SQL, file by file and verbatim, on Spark."""

import os
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from parasocial.ledger import Ledger
from parasocial.notes import Notes
from parasocial.ties import Thresholds, build
from parasocial.ties.build import CONCLUSION
from ties.logs import worlds
from ties.world import Export, build_on, ledger_of

pytestmark = [
    pytest.mark.spark,
    pytest.mark.filterwarnings("ignore:.*:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

BASE = ("interaction", "coverage", "ego", "reach", "known", "channel_window", "zone_offset")
_NAMES = {"VARCHAR": "STRING", "BIGINT": "BIGINT", "DOUBLE": "DOUBLE", "BOOLEAN": "BOOLEAN"}


class Spark:
    """The engine of ties/build.py, on a local session."""

    def __init__(self, session: Any) -> None:
        self.session = session

    def define(self, name: str, select: str, *, keep: bool) -> None:
        frame = self.session.sql(select)
        (frame.localCheckpoint() if keep else frame).createOrReplaceTempView(name)

    def distinct(self, sql: str) -> list[tuple[Any, ...]]:
        return sorted(tuple(row) for row in self.session.sql(sql).collect())

    def table(self, name: str, columns: dict[str, str], rows: Sequence[Sequence[Any]]) -> None:
        schema = ", ".join(f"{column} {kind}" for column, kind in columns.items())
        self.session.createDataFrame([tuple(row) for row in rows], schema).createOrReplaceTempView(
            name
        )


@pytest.fixture(scope="module")
def spark() -> Iterator[Spark]:
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    sql = pytest.importorskip("pyspark.sql")
    session = (
        sql.SparkSession.builder.master("local[1]")
        .config("spark.sql.shuffle.partitions", 1)
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.autoBroadcastJoinThreshold", -1)
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield Spark(session)
    session.stop()


def content(ledger: Ledger, name: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    found = ledger.query(f"SELECT * FROM {name}")
    return list(found), list(zip(*found.values(), strict=True))


def copied(ledger: Ledger, spark: Spark) -> None:
    for name in BASE:
        found = ledger.query(f"DESCRIBE {name}")
        columns = dict(zip(found["column_name"], found["column_type"], strict=True))
        # The key of a row joins it to its words, in the ledger alone; ties know nothing of it.
        kinds = {column: _NAMES[kind] for column, kind in columns.items() if column != "key"}
        rows = ledger.query(f"SELECT {', '.join(kinds)} FROM {name}")
        spark.table(name, kinds, list(zip(*rows.values(), strict=True)))


def ordered(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(rows, key=lambda row: [(cell is None, str(cell)) for cell in row])


@settings(max_examples=2, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(world=worlds(6))
def test_spark_finds_what_duckdb_finds(
    spark: Spark, world: tuple[list[Export], Notes, str]
) -> None:
    exports, notes, zone = world
    with ledger_of(*exports) as ledger:
        build_on(ledger, notes=notes, zone=zone)
        copied(ledger, spark)
        build(spark, Thresholds())
        for name in CONCLUSION:
            columns, expected = content(ledger, name)
            frame = spark.session.table(name)
            assert frame.columns == columns
            assert ordered([tuple(row) for row in frame.collect()]) == ordered(expected), name
