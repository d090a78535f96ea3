"""What `scale.py` times, one subject per process: `python scale_subjects.py NAME LAKE`.

Each answers with the same figures as far as it has them, under "stages": pairs, edges, returned,
acts, and a checksum of who did how much to whom.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

Figures = dict[str, Any]
MEMORY = "4GB"
_CHECK = "sum((ego_id % 1009) * acts_given + (alter_id % 1013) * acts_received)"
_FIGURES = f"""
SELECT count(*) AS pairs, CAST(sum(CAST(acts_given > 0 AS INT) + CAST(acts_received > 0 AS INT))
    AS BIGINT) AS edges,
    2 * count(*) FILTER (WHERE acts_given > 0 AND acts_received > 0) AS returned,
    CAST(sum(acts_given + acts_received) AS BIGINT) AS acts,
    CAST({_CHECK} AS BIGINT) AS checksum,
    CAST(sum((last_us - first_us) // 1000000) AS BIGINT) AS span,
    CAST(sum(turns_given + turns_received) AS BIGINT) AS turns
FROM act_count
"""
_PAIRS = """
SELECT least(actor, target) AS ego_id, greatest(actor, target) AS alter_id,
    count(*) FILTER (WHERE actor < target) AS acts_given,
    count(*) FILTER (WHERE actor > target) AS acts_received,
    min("at") * 1000000 AS first_us, max("at") * 1000000 AS last_us,
    count(*) FILTER (WHERE kind = 'message' AND actor < target) AS messages_given,
    count(*) FILTER (WHERE kind = 'message' AND actor > target) AS messages_received
FROM '{lake}/*.parquet' WHERE actor <> target GROUP BY 1, 2
"""


def scan(lake: Path) -> tuple[float, Figures]:
    """The limit: DuckDB reads and adds up the same four columns."""
    import duckdb

    start = time.perf_counter()
    db = duckdb.connect()
    db.execute(
        f"""SELECT count(*), sum(actor), sum(target), max(kind), sum("at")
            FROM '{lake}/*.parquet'"""
    ).fetchall()
    return time.perf_counter() - start, {}


def _begin() -> None:
    """As the command does; imports are not timed."""
    from parasocial.network.zen4 import sort_by_avx2

    sort_by_avx2()
    import parasocial.jobs.network
    import parasocial.ledger.duck  # noqa: F401


def _counts(lake: Path, gap_us: int) -> tuple[float, Figures]:
    _begin()
    from parasocial.jobs.network import Asked, _engine
    from parasocial.network import partitions
    from parasocial.network.checked import EARLIEST, check, latest
    from parasocial.network.log import read_log, small_tables

    with tempfile.TemporaryDirectory(dir=lake.parent) as folder, ExitStack() as stack:
        start = time.perf_counter()
        asked = Asked([lake], memory=MEMORY)
        engine = stack.enter_context(_engine(asked, Path(folder)))
        ids = read_log(engine, asked.log)
        small_tables(engine, EARLIEST, latest(None))
        checked = check(engine, ids, keep=asked.log.small)
        partitions.count(
            engine, checked, gap_us, Path(folder), lambda *_: None, kept=asked.log.small
        )
        taken = time.perf_counter() - start
        [figures] = engine.rows(_FIGURES)
    return taken, figures


def act(lake: Path) -> tuple[float, Figures]:
    """Ours, each act for itself: read, checked, packed, counted, kept."""
    return _counts(lake, 0)


def turn(lake: Path) -> tuple[float, Figures]:
    """Ours, acts less than an hour apart as one."""
    return _counts(lake, 3_600_000_000)


def _run(asked: Any, path: Path) -> None:
    from parasocial.jobs.network import run_network

    run_network(asked, path, force=False, summary=False, told=lambda *_: None)


def whole(lake: Path) -> tuple[float, Figures]:
    """The whole command in turns: every tie from both sides with its class, and every ego."""
    _begin()
    from parasocial.jobs.network import Asked

    with tempfile.TemporaryDirectory(dir=lake.parent) as folder:
        start = time.perf_counter()
        _run(Asked([lake], memory=MEMORY), Path(folder, "ties.parquet"))
        return time.perf_counter() - start, {}


def _grouped(db: Any, more: Figures | None = None) -> Figures:
    row = db.execute(_FIGURES.replace("turns_given + turns_received", "0")).fetchone()
    names = ("pairs", "edges", "returned", "acts", "checksum", "span")
    return dict(zip(names, row, strict=False)) | (more or {})


def sql(lake: Path) -> tuple[float, Figures]:
    """One GROUP BY on DuckDB: acts both ways, first, last; no days, no turns."""
    import duckdb

    db = duckdb.connect()
    start = time.perf_counter()
    db.execute(f"CREATE TEMP TABLE act_count AS {_PAIRS.format(lake=lake)}")
    return time.perf_counter() - start, _grouped(db)


def polars(lake: Path) -> tuple[float, Figures]:
    """The same, by Polars' streaming engine."""
    import duckdb
    import polars as pl

    a, t = pl.col("actor"), pl.col("target")
    start = time.perf_counter()
    found = (
        pl.scan_parquet(f"{lake}/*.parquet")
        .filter(a != t)
        .with_columns(
            ego_id=pl.min_horizontal(a, t), alter_id=pl.max_horizontal(a, t), given=a < t,
            talk=pl.col("kind") == "message",
        )
        .group_by("ego_id", "alter_id")
        .agg(
            pl.col("given").sum().cast(pl.Int64).alias("acts_given"),
            (~pl.col("given")).sum().cast(pl.Int64).alias("acts_received"),
            (pl.col("at").min() * 1_000_000).alias("first_us"),
            (pl.col("at").max() * 1_000_000).alias("last_us"),
            (pl.col("given") & pl.col("talk")).sum().alias("messages_given"),
            (~pl.col("given") & pl.col("talk")).sum().alias("messages_received"),
        )
        .collect(engine="streaming")
    )  # fmt: skip
    taken = time.perf_counter() - start
    db = duckdb.connect()
    columns = {name: found[name].to_numpy() for name in found.columns}  # noqa: F841 - DuckDB finds it
    db.execute("CREATE TEMP TABLE act_count AS SELECT * FROM columns")
    return taken, _grouped(db)


def _columns(lake: Path) -> dict[str, Any]:
    import duckdb

    db = duckdb.connect()
    select = f"SELECT actor, target, \"at\" FROM '{lake}/*.parquet' WHERE actor <> target"
    return dict(db.execute(select).fetchnumpy())


def pandas(lake: Path) -> tuple[float, Figures]:
    """Acts both ways, first and last, from columns that are in memory."""
    import duckdb
    import numpy as np
    import pandas as pd

    it = _columns(lake)
    start = time.perf_counter()
    given = it["actor"] < it["target"]
    frame = pd.DataFrame(
        {
            "ego_id": np.minimum(it["actor"], it["target"]),
            "alter_id": np.maximum(it["actor"], it["target"]),
            "acts_given": given.astype(np.int64),
            "acts_received": (~given).astype(np.int64),
            "first_us": it["at"] * 1_000_000,
            "last_us": it["at"] * 1_000_000,
        }
    )
    how = {"acts_given": "sum", "acts_received": "sum", "first_us": "min", "last_us": "max"}
    found = frame.groupby(["ego_id", "alter_id"], sort=False).agg(how).reset_index()
    taken = time.perf_counter() - start
    db = duckdb.connect()
    columns = {name: found[name].to_numpy() for name in found.columns}  # noqa: F841 - DuckDB finds it
    db.execute("CREATE TEMP TABLE act_count AS SELECT * FROM columns")
    return taken, _grouped(db)


def igraph(lake: Path) -> tuple[float, Figures]:
    """Reciprocity alone, from columns that are in memory."""
    import igraph as ig
    import numpy as np

    it = _columns(lake)
    start = time.perf_counter()
    nodes = int(max(it["actor"].max(), it["target"].max())) + 1
    graph = ig.Graph(nodes, np.column_stack([it["actor"], it["target"]]), directed=True)
    graph.simplify()
    share = graph.reciprocity()
    taken = time.perf_counter() - start
    edges = graph.ecount()
    return taken, {"edges": edges, "returned": round(share * edges)}


def networkit(lake: Path) -> tuple[float, Figures]:
    """Edges and how many are returned, from columns that are in memory."""
    import networkit as nk
    import numpy as np

    it = _columns(lake)
    start = time.perf_counter()
    ends = it["actor"], it["target"]
    nodes = int(max(end.max() for end in ends)) + 1
    graph = nk.GraphFromCoo(ends, n=nodes, directed=True)
    graph.removeMultiEdges()
    # Its own toUndirected counts those that are returned out twice.
    pairs = nk.GraphFromCoo((np.minimum(*ends), np.maximum(*ends)), n=nodes, directed=False)
    pairs.removeMultiEdges()
    taken = time.perf_counter() - start
    edges = graph.numberOfEdges()
    return taken, {"edges": edges, "returned": 2 * (edges - pairs.numberOfEdges())}


def networkx(lake: Path) -> tuple[float, Figures]:
    """Reciprocity alone, from columns that are in memory."""
    import networkx as nx

    it = _columns(lake)
    start = time.perf_counter()
    graph = nx.DiGraph()
    graph.add_edges_from(zip(it["actor"].tolist(), it["target"].tolist(), strict=True))
    share = nx.overall_reciprocity(graph)
    taken = time.perf_counter() - start
    edges = graph.number_of_edges()
    return taken, {"edges": edges, "returned": round(share * edges)}


def spark(lake: Path) -> tuple[float, Figures]:
    """The whole command on Spark, local[2]; every row held against DuckDB's. Starting is apart."""
    from parasocial.jobs.network import Asked, egos_path
    from parasocial.ledger.duck import Duck
    from parasocial.ledger.spark import session

    session("local[2]", MEMORY)
    with tempfile.TemporaryDirectory(dir=lake.parent) as folder:
        paths = {engine: Path(folder, engine, "ties.parquet") for engine in ("duckdb", "spark")}
        for engine, path in paths.items():
            start = time.perf_counter()
            asked = Asked([lake], engine=engine, memory=MEMORY, master="local[2]")
            _run(asked, path)
            taken = time.perf_counter() - start
        with Duck() as duck:
            rows = 0
            for of in (Path, egos_path):
                ours, theirs = (duck.written([of(paths[it])]) for it in ("duckdb", "spark"))
                for one, other in ((ours, theirs), (theirs, ours)):
                    [it] = duck.rows(
                        f"SELECT count(*) AS n FROM (FROM {one} EXCEPT ALL FROM {other})"
                    )
                    if it["n"]:
                        raise SystemExit(f"{it['n']} rows differ between the engines")
                [it] = duck.rows(f"SELECT count(*) AS n FROM {ours}")
                rows += it["n"]
    return taken, {"rows_equal": rows}


SUBJECTS: dict[str, Callable[[Path], tuple[float, Figures]]] = {
    it.__name__: it
    for it in (scan, act, turn, whole, sql, polars, pandas, igraph, networkit, networkx, spark)
}


if __name__ == "__main__":
    seconds, figures = SUBJECTS[sys.argv[1]](Path(sys.argv[2]))
    kept = {name: int(it) for name, it in figures.items() if it is not None}
    print(json.dumps({"seconds": seconds, "stages": kept}))
