"""Invented logs, and the ways to count them."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np

from parasocial.jobs.network import Asked, Counted, Done, counted_in, run_network
from parasocial.ledger.duck import Duck
from parasocial.network import plain
from parasocial.network.checked import EARLIEST, check, latest
from parasocial.network.log import ROLE, found, read_log, small_tables
from parasocial.ties import Thresholds

START = 1_704_067_200
HOUR = 3_600
UNTIL = "2026-01-01"
Row = tuple[Any, Any, Any, Any]


def quiet(*_: object) -> None:
    """Nobody looks."""


def write(path: Path, rows: list[Row], kinds: tuple[str, str] = ("BIGINT", "BIGINT")) -> Path:
    """Rows of actor, target, kind, at as a file of the form that its name says."""
    spec = {"actor": kinds[0], "target": kinds[0], "kind": "VARCHAR", "at": kinds[1]}
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".parquet":
        with Duck() as engine:
            engine.table("said", {f'"{name}"': kind for name, kind in spec.items()}, [])
            engine.table("said", {f"c{i}": kind for i, kind in enumerate(spec.values())}, rows)
            named = ", ".join(f'c{i} AS "{name}"' for i, name in enumerate(spec))
            engine.write(f"SELECT {named} FROM said", path)
        return path
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in rows]
    path.write_text("\n".join([",".join(spec), *lines]) + "\n", encoding="utf-8")
    return path


def random_log(seed: int, rows: int = 400, step: float = 1.0, people: int = 9) -> list[Row]:
    """Everything a log may hold, close together: each kind, gaps about an hour, rows twice."""
    dice = np.random.default_rng(seed)
    kinds = [*ROLE, "message", "message", "reply", "view", "view"]
    said: list[Row] = []
    while len(said) < rows:
        pair = dice.choice(people, 2, replace=False) + seed
        kind = kinds[dice.integers(len(kinds))]
        at = START + int(dice.integers(0, 200)) * 24 * HOUR
        for _ in range(dice.integers(1, 12)):
            at += int(dice.choice([0, 1, HOUR - 1, HOUR, HOUR + 1, 5 * HOUR, 60 * HOUR]))
            ends = pair if dice.random() < 0.7 else pair[::-1]
            exact = at + (float(dice.integers(0, 10**6)) / 10**6 if step < 1 else 0)
            said.append((int(ends[0]), int(ends[1]), kind, exact if step < 1 else at))
    return said


def by_sql(path: Path, thresholds: Thresholds = Thresholds()) -> dict[str, list[Any]]:  # noqa: B008
    """Counts and ties by the plain SQL, on DuckDB."""
    with Duck() as engine:
        log = found([path])
        ids = read_log(engine, log)
        small_tables(engine, EARLIEST, latest(UNTIL))
        check(engine, ids)
        plain.count(engine, thresholds)
        plain.conclude_all(engine, thresholds, keep=False)
        return held(engine) | {"repeated": [plain.repeated(engine)]}


def by_packing(path: Path, work: Path, thresholds: Thresholds = Thresholds()) -> dict[str, Any]:  # noqa: B008
    """The same by the packed way."""
    asked = Asked([path], until=UNTIL, thresholds=thresholds)
    with ExitStack() as stack:
        engine, counted, _ = counted_in(stack, asked, work / "ties.parquet", quiet)
        return held(engine) | {"repeated": [counted.repeated]}


COLUMNS = {
    "act_count": "ego_id, alter_id, acts_given, acts_received, turns_given, turns_received, "
    "days_spoken, days_answered, first_us, last_us",
    "watch_count": "ego_id, alter_id, sessions, weeks, first_us, last_us",
    "link_count": "ego_id, alter_id, follows, followed_by, friends",
    "told": "*",
}


def held(engine: Any) -> dict[str, list[Any]]:
    """The rows of every relation that is compared."""
    return {
        name: sorted(
            (tuple(row.values()) for row in engine.rows(f"SELECT {columns} FROM {name}")), key=str
        )
        for name, columns in COLUMNS.items()
    }


def ties(path: Path, output: Path | None, **how: Any) -> Counted:
    """Write the ties of a log, in silence."""
    return run(path, output, **how).counted


def run(path: Path, output: Path | None = None, **how: Any) -> Done:
    """Count a log, in silence."""
    force, summary = how.pop("force", False), how.pop("summary", False)
    if how.pop("unit", "turn") == "act":
        how["thresholds"] = Thresholds(gap_us=0)
    asked = Asked([path], until=UNTIL, **how)
    return run_network(asked, output, force=force, summary=summary, told=quiet)


def rows_of(path: Path) -> list[tuple[Any, ...]]:
    """What a Parquet file, or a folder of them, holds."""
    with Duck() as engine:
        found = engine.rows(f"SELECT * FROM {engine.written([path])}")
    return sorted((tuple(row.values()) for row in found), key=str)
