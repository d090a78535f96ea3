"""Ties of a whole log against the bare scan of its columns, and against peers, in one run.

    python benchmarks/scale.py                        1e6 and 1e7 rows, every peer
    python benchmarks/scale.py --rows 1e8 --only scan act turn
    python benchmarks/scale.py --rows 1e6 --only spark

Logs are invented, from one seed, and stay in `data/` beside this file: 200,000 accounts, of which a
tenth are creators with a Zipf audience; 10 % of acts lie inside circles of twenty, 2 % are answers.
Results are kept by size in `scale.json`; figures that two subjects share must be equal.
"""

import argparse
import json
import math
import os
import platform
import sys
from dataclasses import asdict
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from make import DATA
from processes import Run, Subject, interleaved

HERE = Path(__file__).parent
KEPT = HERE / "scale.json"
PEERS = ("sql", "polars", "pandas", "igraph", "networkit", "networkx")
ALL = ("scan", "act", "turn", "whole", *PEERS)
ONCE = {"networkx": 1_000_000}
"""Subjects that are too slow beyond so many rows."""
_BATCH, _USERS, _REPERTOIRE = 5_000_000, 200_000, 200
_WITH = ("duckdb", "numpy", "polars", "pandas", "igraph", "networkit", "networkx", "pyspark")


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    said.add_argument("--rows", nargs="+", type=float, default=[1e6, 1e7])
    said.add_argument("--only", nargs="+", choices=(*ALL, "spark"), default=list(ALL))
    said.add_argument("--times", type=int, default=3, help="runs of each subject")
    asked = said.parse_args()
    for rows in map(int, asked.rows):
        lake = DATA / "network" / f"{rows:.0e}".replace("+0", "")
        with get_context("spawn").Pool(1) as maker:
            maker.apply(write, (lake, rows))
        names = [name for name in asked.only if rows <= ONCE.get(name, rows)]
        script = str(HERE / "scale_subjects.py")
        runs = interleaved(
            {it: Subject([sys.executable, script, it, str(lake)], lake) for it in names},
            asked.times,
        )
        keep(rows, runs)


def keep(rows: int, runs: dict[str, Run]) -> None:
    """Write down what was measured, beside what is known of other sizes and subjects.

    Raises:
        SystemExit: Two subjects disagree about the log.
    """
    known = json.loads(KEPT.read_text()) if KEPT.exists() else {"sizes": {}}
    size = known["sizes"].setdefault(str(rows), {})
    size |= {name: _plain(run) for name, run in runs.items()}
    agree(size)
    known["machine"] = {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        **{name: version(name) for name in _WITH},
    }
    known["sizes"] = dict(sorted(known["sizes"].items(), key=lambda it: int(it[0])))
    KEPT.write_text(json.dumps(known, indent=2) + "\n")
    limit = runs["scan"].seconds if "scan" in runs else None
    for name, run in runs.items():
        ratio = f", {run.seconds / limit:.1f} x scan" if limit else ""
        print(f"{rows:>11,} {name}: {run.seconds:.2f} s{ratio}, {run.peak_mb:.0f} MB")
    for name in ("scan", "act", "turn"):
        sizes = {int(n): it[name]["seconds"] for n, it in known["sizes"].items() if name in it}
        if len(sizes) > 1:
            low, high = min(sizes), max(sizes)
            slope = math.log(sizes[high] / sizes[low]) / math.log(high / low)
            print(f"{name}: growth exponent {slope:.2f} from {low:,} to {high:,} rows")


def agree(size: dict[str, Any]) -> None:
    """See that whoever counted the same thing counted alike."""
    for figure in ("pairs", "edges", "returned", "acts", "checksum", "span"):
        said = {it["figures"][figure] for it in size.values() if figure in it["figures"]}
        if len(said) > 1:
            raise SystemExit(f"subjects disagree about {figure}: {sorted(said)}")


def _plain(run: Run) -> dict[str, Any]:
    it = asdict(run)
    figures = it.pop("stages")
    return {key: round(value, 3) for key, value in it.items() if key != "rows"} | {
        "figures": figures
    }


def write(lake: Path, rows: int) -> None:
    """A log of so many rows, whole or not at all; one that is there stays."""
    if lake.exists():
        return
    import duckdb
    import numpy as np

    begun = lake.with_name(f"{lake.name}-begun")
    begun.mkdir(parents=True, exist_ok=True)
    dice = np.random.default_rng(7)
    creators = _USERS // 10
    odds = np.cumsum(1 / np.arange(1, creators + 1))
    known = np.searchsorted(odds / odds[-1], dice.random((_USERS, _REPERTOIRE))).astype(np.int32)
    for number, at in enumerate(range(0, rows, _BATCH)):
        count = min(_BATCH, rows - at)
        actor = dice.integers(creators, _USERS, count)
        place = (_REPERTOIRE * dice.random(count) ** 5).astype(np.int64)
        target = known[actor, place].astype(np.int64)
        chance = dice.random(count)
        near, back = chance < 0.10, (chance >= 0.10) & (chance < 0.12)
        base = actor[near] // 20 * 20
        target[near] = base + (actor[near] - base + dice.integers(1, 20, near.sum())) % 20
        actor[back], target[back] = target[back].copy(), actor[back].copy()
        kind = np.where(near, 0, dice.integers(1, 4, count))
        seconds = 1_577_836_800 + dice.integers(0, 3 * 365 * 86_400, count)
        columns = {"a": actor, "t": target, "k": kind, "s": seconds}  # noqa: F841 - DuckDB finds it
        duckdb.connect().execute(
            f"""COPY (SELECT a AS actor, t AS target,
                    ['message', 'comment', 'reply', 'mention'][k + 1] AS kind, s AS "at"
                FROM columns) TO '{begun}/{number:03}.parquet' (COMPRESSION zstd)"""
        )
    begun.rename(lake)


if __name__ == "__main__":
    main()
