"""Which one-way edges turn reciprocal: the question of Gong & Xu (2013), asked of a log.

The times and the model were fixed before any result; see the decision record 41. Nothing here is
about one pair, and nothing is advice.
"""

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from parasocial.network.auc import Auc, auc, logistic, with_interval
from parasocial.network.sql import select
from parasocial.ties.thresholds import DAY

LEARN, JUDGE = 0.5, 0.75
"""So much of the acts lies before the time of learning, and before that of judging."""
MOST, FEWEST = 200_000, 50
"""Edges taken of each period; and of each outcome in each, at least."""
FACTS = (
    "acts",
    "days_since_last",
    "days_since_first",
    "days_between",
    "link_out",
    "link_back",
    "actor_acts_toward",
    "target_is_acted_toward_by",
    "target_answers",
)
"""What is known of an open edge, from before the time alone."""
_HEX = 16**8
TOO_FEW = "too few one-way edges that turned, or that did not, in one of the two periods"
NO_TIMES = "all acts lie on too few days to divide them"


class Turning(Struct, frozen=True):
    """How well it could be told.

    Attributes:
        learn_us: The first time; edges open then are learnt from.
        judge_us: The second; edges open then are judged.
        open: Open edges at both times.
        turned: How many of them turned before the next time.
        auc: Of the model, on the edges that were judged.
        alone: Of each fact alone, likewise; above .5 where more of it goes with turning.
        why: Why there is no AUC.
    """

    learn_us: int | None
    judge_us: int | None
    open: tuple[int, int] = (0, 0)
    turned: tuple[int, int] = (0, 0)
    auc: Auc | None = None
    alone: dict[str, float] = {}
    why: str | None = None


def turning(engine: Any, last_us: int) -> Turning:
    """Ask it of the log in *engine*, whose last act is at *last_us*."""
    days = engine.rows(select("day_act"))
    times = _times({it["day"]: it["acts"] for it in days})
    if not times or not times[0] < times[1] <= last_us:
        return Turning(None, None, why=NO_TIMES)
    rows = ((0, times[0], times[1]), (1, times[1], last_us + 1))
    engine.table("cut", {"nth": "INTEGER", "at_us": "BIGINT", "until_us": "BIGINT"}, rows)
    for name in ("pair_at", "standing", "linked", "open_edge"):
        engine.define(name, select(name), keep=name == "pair_at")
    found = engine.rows(
        "SELECT nth, count(*) AS n, count(*) FILTER (WHERE turned) AS yes "
        "FROM open_edge GROUP BY nth ORDER BY nth"
    )
    count = {it["nth"]: (it["n"], it["yes"]) for it in found}
    totals = [count.get(nth, (0, 0)) for nth in (0, 1)]
    of = Turning(
        *times,
        open=(totals[0][0], totals[1][0]),
        turned=(totals[0][1], totals[1][1]),
    )
    if any(min(yes, n - yes) < FEWEST for n, yes in totals):
        return Turning(*times, of.open, of.turned, why=TOO_FEW)
    return _judged(engine, of)


def _times(acts: dict[int, int]) -> tuple[int, int] | None:
    """The two times: the ends of the days by which so much of the acts had happened."""
    total, before = sum(acts.values()), 0
    found: list[int] = []
    for day in sorted(acts):
        before += acts[day]
        while len(found) < 2 and before >= (LEARN, JUDGE)[len(found)] * total:  # noqa: PLR2004
            found.append((day + 1) * DAY)
    return (found[0], found[1]) if total else None


def _judged(engine: Any, of: Turning) -> Turning:
    """Learn from the first period, judge on the second."""
    below = [f"{min(int(_HEX * MOST / n), _HEX - 1):08x}" if n > MOST else "g" for n in of.open]
    engine.table("drawn", {"nth": "INTEGER", "below": "VARCHAR"}, [*enumerate(below)])
    rows = sorted(engine.rows(select("open_fact")), key=lambda it: it["draw"])
    parts = [[it for it in rows if it["nth"] == nth] for nth in (0, 1)]
    (learn, was), (judge, is_) = ((_facts(part), _turned(part)) for part in parts)
    if min(was.sum(), (~was).sum(), is_.sum(), (~is_).sum()) < FEWEST:
        return Turning(of.learn_us, of.judge_us, of.open, of.turned, why=TOO_FEW)
    middle, width = learn.mean(axis=0), learn.std(axis=0)
    width[width == 0] = 1
    weights = logistic((learn - middle) / width, was)
    score = ((judge - middle) / width) @ weights[:-1]
    actors = np.array([str(it["ego_id"]) for it in parts[1]])
    return Turning(
        of.learn_us,
        of.judge_us,
        of.open,
        of.turned,
        auc=with_interval(score, is_, actors),
        alone={name: auc(judge[:, i], is_) for i, name in enumerate(FACTS)},
    )


def _turned(rows: list[dict[str, Any]]) -> NDArray[np.bool_]:
    return np.array([it["turned"] for it in rows], bool)


def _facts(rows: list[dict[str, Any]]) -> NDArray[np.float64]:
    """One row per edge, in the order of ``FACTS``; amounts as logarithms of one more."""
    amounts = [
        (
            it["acts"],
            it["since_us"] / DAY,
            it["known_us"] / DAY,
            (it["gap_us"] if it["gap_us"] is not None else it["known_us"]) / DAY,
            it["follows"],
            it["followed_by"],
            it["ego_out"],
            it["alter_in"],
            it["alter_both"] / it["alter_in"],
        )
        for it in rows
    ]
    found = np.array(amounts, np.float64)
    logs = [i for i, name in enumerate(FACTS) if name[:4] not in ("link", "targ")] + [7]
    found[:, logs] = np.log1p(found[:, logs])
    return found
