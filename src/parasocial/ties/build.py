"""Interactions to ties: SQL that DuckDB and Spark run verbatim, in its order.

An engine is given relations ``interaction``, ``coverage``, ``ego`` and the small tables of
``inputs.py``; each file in ``sql/`` is one SELECT that becomes a relation of its name.
"""

from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Any, Protocol

from parasocial.ties.beta import jeffreys, most_returned
from parasocial.ties.thresholds import Thresholds

EVIDENCE = (
    *("event", "act", "attention", "logged", "spent", "hours", "link_count", "turn", "watch"),
    *("act_count", "watch_count", "return_count", "step", "rhythm", "evidence"),
)
OF_UNIT = (
    *("turn", "watch", "act_count", "watch_count"),
    *("return_count", "step", "rhythm", "evidence"),
)
"""Those of them that what counts as one turn changes."""
CONCLUSION = ("bound", "concluded", "tie", "week_tie", "day_channel")
KEPT = frozenset(
    {"event", "act", "attention", "logged", "spent", "hours", "link_count"}
    | {"evidence", "tie", "week_tie"}
)
"""Relations that several others read: worth keeping once computed."""


_COUNTS = ("gap_us", "k", "ceiling_weeks", "sparse", "dormant_us", "dormant_gaps")


class Engine(Protocol):
    """What can run the definitions."""

    def define(self, name: str, select: str, *, keep: bool) -> None:
        """Make *select* a relation called *name*; *keep* means compute it once."""

    def distinct(self, sql: str) -> Iterable[Sequence[Any]]:
        """The rows of a small query."""

    def table(self, name: str, columns: dict[str, str], rows: Sequence[Sequence[Any]]) -> None:
        """Make a small relation of *rows*."""


def select(name: str) -> str:
    """The definition of one relation."""
    return files("parasocial.ties").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def build(engine: Engine, thresholds: Thresholds) -> None:
    """Define every relation up to ``tie``, ``week_tie`` and ``day_channel``."""
    gather(engine, thresholds)
    conclude(engine, thresholds)


def gather(engine: Engine, thresholds: Thresholds, names: Iterable[str] = EVIDENCE) -> None:
    """Define every relation up to ``evidence``, or *names*: ``tau`` and ``k`` change none."""
    _conventions(engine, thresholds)
    for name in names:
        engine.define(name, select(name), keep=name in KEPT)


def conclude(
    engine: Engine,
    thresholds: Thresholds,
    names: Iterable[str] = CONCLUSION,
    counts: str = "evidence",
) -> None:
    """Define what follows from ``evidence``: all of it, or *names*, in their order.

    *counts* may name a relation that holds the same counts, each once: bounds come from it.
    """
    _conventions(engine, thresholds)
    _bounds(engine, thresholds, counts)
    for name in names:
        engine.define(name, select(name), keep=name in KEPT)


def _conventions(engine: Engine, it: Thresholds) -> None:
    engine.table(
        "threshold",
        {"tau": "DOUBLE"} | dict.fromkeys(_COUNTS, "BIGINT"),
        [(it.tau, *(getattr(it, name) for name in _COUNTS))],
    )
    engine.table(
        "dwell",
        {"name": "STRING", "low_ms": "BIGINT", "point_ms": "BIGINT", "high_ms": "BIGINT"},
        [
            (name, dwell.low, dwell.point, dwell.high)
            for name, dwell in (
                *(("long", it.long), ("short", it.short)),
                *(("post", it.post), ("message", it.message)),
            )
        ],
    )


def _bounds(engine: Engine, it: Thresholds, counts: str) -> None:
    """Beta bounds for the few distinct pairs of counts that occur."""
    pairs = engine.distinct(
        f"""SELECT DISTINCT x, y FROM {counts} UNION
            SELECT DISTINCT x, y + t.k * hidden_acts FROM {counts} CROSS JOIN threshold AS t"""
    )
    engine.table(
        "beta_bound",
        dict.fromkeys(("given", "returned"), "BIGINT")
        | dict.fromkeys(("q05", "q50", "q95"), "DOUBLE"),
        [(x, y, *(jeffreys(p, x, y) for p in (it.level, 0.5, 1 - it.level))) for x, y in pairs],
    )
    sessions = engine.distinct(f"SELECT DISTINCT v FROM {counts} WHERE v > 0")
    engine.table(
        "most_returned",
        {"sessions": "BIGINT", "most": "BIGINT"},
        [(v, most_returned(v, it.tau, it.level)) for (v,) in sessions],
    )
