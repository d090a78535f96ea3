"""How long fans wait, who came when, and who came back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from parasocial.ledger import Ledger
from parasocial.lenses.findings import creator as say
from parasocial.lenses.findings.channel import Unit
from parasocial.measures.fan_cohorts import ACTIVE, RETURNED, fan_cohorts
from parasocial.measures.reply_coverage import reply_coverage
from parasocial.measures.reply_waiting import KNOWN, WAITS, reply_waiting

_HOUR = 3_600_000_000
_WITHIN = {"hour": _HOUR, "day": 24 * _HOUR, "week": 168 * _HOUR}
_EPOCH = date(1970, 1, 1)
_WEEKS, _YEARS = 60 * 7, 10 * 366
_VAGUE = "the files know times as YouTube words them, such as 2 years ago"
_DAYS = """
SELECT min(first_day) AS first, max(last_day) AS last,
    (SELECT count(*) FROM fan) - count(*) AS left_out
FROM came
"""


class Came(NamedTuple):
    """Cohorts, and what they come to."""

    rows: list[say.Cohort]
    retention: say.Retention


def waiting(ledger: Ledger) -> say.Waiting:
    """How long fans wait for an answer."""
    found = ledger.arrays(WAITS)
    [timed], [known] = ledger.query(KNOWN).values()
    answered, waits = found["answered"], found["us"]
    longer, left_out = timed - len(waits), known - timed
    count = int(answered.sum()) if len(answered) else 0
    if not count:
        why = _VAGUE if left_out else "no answer was seen in these files"
        return say.Waiting(timed, 0, say.Value(None, why), {}, [], left_out, why=why)
    it = reply_waiting(answered, waits, longer, list(_WITHIN.values()))
    middle = None if it.median is None else it.median / _HOUR
    return say.Waiting(
        messages=timed,
        answered=count,
        median_hours=say.Value(
            middle, None if it.median is not None else "fewer than half are ever answered"
        ),
        within=dict(zip(_WITHIN, it.within, strict=True)),
        curve=[say.Step(us / _HOUR, left) for us, left in it.curve],
        left_out=left_out,
    )


def cohorts(ledger: Ledger) -> Came:
    """Fans by when they came, in weeks, months or years as the logs are long."""
    [first], [last], [left_out] = ledger.query(_DAYS).values()
    if first is None:
        return Came([], say.Retention(None, say.Range(None, None, None, why=_VAGUE), [], left_out,
                                      _VAGUE))  # fmt: skip
    span = last - first
    unit: Unit = "week" if span <= _WEEKS else "month" if span <= _YEARS else "year"
    number, start = _UNITS[unit]
    days = [(it, number(_EPOCH + timedelta(days=it))) for it in range(first, last + 1)]
    ledger.table("calendar", {"day": "BIGINT", "unit": "BIGINT"}, days)
    counts = list(zip(*ledger.query(ACTIVE).values(), strict=True))
    found = fan_cohorts(counts, days[-1][1])
    [people], [returned] = ledger.query(RETURNED).values()
    share = reply_coverage(returned, people - returned, 0)
    why = "the logs do not reach over two units of time" if not people else None
    rows = [
        say.Cohort(start(it).isoformat(), unit, active[0], list(active))
        for it, active in found.rows
    ]
    return Came(rows, say.Retention(unit, say.Range(*share, why=why), found.by_age, left_out, why))


def _monday(number: int) -> date:
    return _EPOCH + timedelta(days=7 * number - 3)


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


_UNITS: dict[Unit, tuple[Callable[[date], int], Callable[[int], date]]] = {
    "week": (lambda it: ((it - _EPOCH).days + 3) // 7, _monday),
    "month": (lambda it: it.year * 12 + it.month - 1, _month),
    "year": (lambda it: it.year, lambda number: date(number, 1, 1)),
}
"""A day's unit by number, and the first day of a number's unit."""
