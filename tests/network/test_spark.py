"""The same log on Spark: the same SQL, the same rows."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from network.logs import START, random_log, rows_of, run, ties, write
from parasocial.errors import UnreadableLog
from parasocial.jobs.network import egos_path
from parasocial.ties import Thresholds
from ties.networks import college, trust

pytestmark = [
    pytest.mark.spark,
    pytest.mark.filterwarnings("ignore:.*:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:.*:FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture(scope="module", autouse=True)
def session() -> Iterator[Any]:
    """One session, small enough to start soon; the command finds it running."""
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    sql = pytest.importorskip("pyspark.sql")
    made = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.codegen.wholeStage", "false")
        .getOrCreate()
    )
    made.sparkContext.setLogLevel("OFF")
    yield made
    made.stop()


@pytest.mark.parametrize(
    ("seed", "kinds", "gap"),
    [
        (11, ("BIGINT", "BIGINT"), 3_600_000_000),
        (12, ("VARCHAR", "DOUBLE"), 0),
    ],
)
def test_spark_writes_what_duckdb_writes(
    tmp_path: Path, seed: int, kinds: tuple[str, str], gap: int
) -> None:
    rows = random_log(seed, rows=200, step=0.5 if kinds[1] == "DOUBLE" else 1.0)
    odd = [(1, 1, "message", START), (None, 2, "reply", START), (1, 2, "hug", START)]
    rows += [*odd, (1, 2, "view", None), (1, 2, "follow", None), rows[0]]
    if kinds[0] == "VARCHAR":
        rows = [(a and f"é{a}", b and f"{b}", kind, at) for a, b, kind, at in rows]
    half = len(rows) // 2
    write(tmp_path / "lake" / "day=1" / "a.parquet", rows[:half], kinds)
    write(tmp_path / "lake" / "day=2" / "b.parquet", rows[half:], kinds)
    said = {}
    for engine in ("duckdb", "spark"):
        output = tmp_path / engine / "ties.parquet"
        how = {"engine": engine, "thresholds": Thresholds(gap_us=gap)}
        done = run(tmp_path / "lake", output, summary=True, **how)
        said[engine] = (
            (done.counted.checked, done.counted.repeated, replace(done.findings, engine="duckdb")),
            (rows_of(output), rows_of(egos_path(output))),
        )
        assert not list(output.parent.glob(".*"))
    assert said["spark"] == said["duckdb"]


def test_public_networks_on_spark(samples: Path, tmp_path: Path) -> None:
    for name, log in (("irvine", college(samples)), ("otc", trust(samples))):
        rows = [(int(a), int(b), "message", us // 1_000_000) for a, b, us in log]
        path = write(tmp_path / f"{name}.parquet", rows)
        here, there = (run(path, summary=True, engine=it).findings for it in ("duckdb", "spark"))
        assert replace(there, engine="duckdb") == here
        known = {"irvine": (0.6364, 0.4667, 0.6343, 0.6102), "otc": (0.7923,)}[name]
        it = there.returned
        assert (it.edge, it.dyad, it.rho, it.weighted)[: len(known)] == pytest.approx(
            known, abs=5e-5
        )


def test_text_on_spark(tmp_path: Path) -> None:
    lines = ["actor,target,kind,at", f"007,7,message,{START}", "7,007,reply,2024-01-01T01:00:00Z"]
    (tmp_path / "log.csv").write_text("\n".join([*lines, "7,8,message,x"]) + "\n")
    found = []
    for engine in ("duckdb", "spark"):
        counted = ties(tmp_path / "log.csv", tmp_path / engine / "t.parquet", engine=engine)
        found.append((counted, rows_of(tmp_path / engine / "t.parquet")))
    assert found[0] == found[1]


def test_a_bad_partition_on_spark(tmp_path: Path) -> None:
    for day in range(3):
        write(tmp_path / "lake" / f"day={day}" / "a.parquet", [(1, 2, "message", START)])
    shutil.copy(Path(__file__), tmp_path / "lake" / "day=1" / "a.parquet")
    with pytest.raises(UnreadableLog) as caught:
        ties(tmp_path / "lake", tmp_path / "ties.parquet", engine="spark")
    assert "number 2." in caught.value.__notes__[0]
    assert [it.name for it in tmp_path.iterdir()] == ["lake"]
