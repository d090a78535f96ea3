"""From a log to its ties on any engine: the SQL of one person's report, file by file, verbatim."""

from typing import Any

from parasocial.network.sql import select
from parasocial.ties import Thresholds, conclude, gather
from parasocial.ties.build import select as of_ties

COUNTS = ("act_count", "watch_count", "link_count")
_ORDER = ("event", "act", "attention", "turn", "watch", *COUNTS)
_OURS = frozenset({"event", "evidence", "told", "ego"})


def count(engine: Any, thresholds: Thresholds) -> None:
    """Define ``act_count``, ``watch_count`` and ``link_count`` from ``interaction``."""
    gather(engine, thresholds, ())
    for name in _ORDER:
        engine.define(name, select(name) if name in _OURS else of_ties(name), keep=False)


def repeated(engine: Any) -> int:
    """How many acts repeat another: the same two, the same way, channel and time."""
    [row] = engine.rows("SELECT count(*) AS n FROM act WHERE us = before_us")
    return int(row["n"])


def conclude_all(engine: Any, thresholds: Thresholds, *, keep: bool) -> None:
    """Define ``told`` from the three counts: every tie from both of its sides, and its class.

    Args:
        engine: Which holds the counts.
        thresholds: The conventions.
        keep: Whether the evidence is worth keeping: where counting it again would take long.
    """
    gather(engine, thresholds, ())
    engine.define("evidence", select("evidence"), keep=keep)
    engine.define("alike", "SELECT DISTINCT x, y, hidden_acts, v FROM evidence", keep=True)
    conclude(engine, thresholds, ("bound", "concluded"), counts="alike")
    engine.define("tie", of_ties("tie"), keep=False)
    engine.define("told", select("told"), keep=False)
