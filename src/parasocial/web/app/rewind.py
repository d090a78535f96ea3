"""The ties, thirteen weeks at a time: what a drawing needs to move them through the years."""

from datetime import timedelta
from typing import Any

from parasocial.jobs.desk import Seen
from parasocial.lenses.dates import MONDAY, week
from parasocial.lenses.findings import Tie
from parasocial.report import names
from parasocial.report.charts.marks import mark

MOST = 120
"""Ties that move; of more, those with most time and turns."""
_WEEKS = 13
_HOUR = 3_600_000


def steps(seen: Seen, *, private: bool) -> dict[str, Any]:
    """Steps of thirteen weeks; of each tie the amounts in each: given, returned, hours."""
    import numpy as np

    ties = seen.findings.ties
    wanted = [n for n, tie in enumerate(ties) if not tie.hidden and (private or not tie.private)]
    columns = seen.grid.columns
    named = np.isin(columns["tie"], wanted)
    if not named.any():
        return {"steps": [], "ties": []}
    at, weeks = np.asarray(columns["tie"])[named], np.asarray(columns["week"])[named]
    first = int(weeks.min())
    length = (int(weeks.max()) - first) // _WEEKS + 1
    cell = at * length + (weeks - first) // _WEEKS
    size = len(ties) * length

    def summed(*fields: str) -> Any:
        amounts = sum(np.asarray(columns[it])[named] for it in fields)
        return np.bincount(cell, amounts, size).reshape(-1, length)

    gave = summed("turns_given", "sessions")
    back, hours = summed("turns_received"), summed("ms_point") / _HOUR
    there = [n for n in wanted if gave[n].any() or back[n].any()]
    drawn = sorted(there, key=lambda n: (-hours[n].sum() - gave[n].sum() / 60, n))[:MOST]
    return {
        "steps": [_label(first + n * _WEEKS) for n in range(length)],
        "left_out": len(there) - len(drawn),
        "ties": [
            {
                **_named(ties[n], rank),
                "gave": gave[n].astype(int).tolist(),
                "back": back[n].astype(int).tolist(),
                "hours": [round(it, 2) for it in hours[n].tolist()],
            }
            for rank, n in enumerate(drawn)
        ],
    }


def _label(first: int) -> dict[str, str]:
    start = MONDAY + timedelta(weeks=first)
    end = start + timedelta(weeks=_WEEKS) - timedelta(days=1)
    return {"from": start.isoformat(), "to": end.isoformat(), "week": week(first)}


def _named(tie: Tie, rank: int) -> dict[str, str]:
    return {
        "id": tie.alter.id,
        "name": names.shown(tie.alter),
        "alias": names.alias(rank),
        "mark": mark(tie).key,
    }
