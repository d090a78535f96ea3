"""Which part of the findings a page was asked for, and the steps to the next ones."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from parasocial.lenses.asked import Span
from parasocial.lenses.dates import MONDAY
from parasocial.lenses.findings import Findings
from parasocial.lenses.within import Part
from parasocial.report.calendar import covered_days

SPANS = ("all", "year", "quarter", "week", "around")
KINDS = ("persona", "person", "group", "brand", "companion", "unknown")
_THURSDAY = timedelta(days=3)
_AROUND = 52
_LAST_QUARTER = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for, as the page shows it again.

    Attributes:
        at: The year, quarter ("2026-Q1") or week ("2026-W07"); empty for all time.
        before: The one before it; empty where the data do not reach.
        after: Likewise.
        period: What to set side by side, before, during and after; None where nothing is.
    """

    part: Part
    span: str = "all"
    at: str = ""
    before: str = ""
    after: str = ""
    platform: str = ""
    kind: str = ""
    period: Span | None = None


def choice(said: Mapping[str, str], found: Findings) -> Choice:
    """What *said* asks for; what cannot be understood asks for everything."""
    titles = {source.platform for source in found.sources}
    platform = said.get("platform", "") if said.get("platform") in titles else ""
    kind = said.get("kind", "") if said.get("kind") in KINDS else ""
    span = said.get("span", "all") if said.get("span") in SPANS else "all"
    days = _reach(found)
    at, before, after, period = "", "", "", None
    weeks: tuple[int, int] | None = None
    if span == "around":
        period = _period(said)
        if period:
            first, last = _weeks(date.fromisoformat(period.start), date.fromisoformat(period.end))
            weeks = first - _AROUND, last + _AROUND
    elif span != "all" and days:
        start, end = _around(span, said.get("at", ""), days)
        at, weeks = _name(span, start), _weeks(start, end)
        before = _name(span, start - timedelta(days=4)) if start > days[0] else ""
        after = _name(span, end + timedelta(days=4)) if end < days[1] else ""
    part = Part(weeks, frozenset(filter(None, [platform])), frozenset(filter(None, [kind])))
    return Choice(part, span, at, before, after, platform, kind, period)


def _reach(found: Findings) -> tuple[date, date] | None:
    start, end = covered_days(found)
    return (date.fromisoformat(start[:10]), date.fromisoformat(end[:10])) if start and end else None


def _around(span: str, at: str, days: tuple[date, date]) -> tuple[date, date]:
    """First and last day of the year, quarter or week called *at*; the last there is by default."""
    year, _, rest = at.partition("-")
    try:
        if span == "week":
            start = date.fromisoformat(f"{at}-1")
            return start, start + timedelta(days=6)
        if span == "quarter":
            return _quarter(int(year), int(rest.removeprefix("Q")))
        return date(int(year), 1, 1), date(int(year), 12, 31)
    except ValueError:
        return _around(span, _name(span, days[1]), days)


def _quarter(year: int, number: int) -> tuple[date, date]:
    if not 1 <= number <= _LAST_QUARTER:
        raise ValueError
    month = number * 3
    return date(year, month - 2, 1), date(year, month, calendar.monthrange(year, month)[1])


def _name(span: str, day: date) -> str:
    if span == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}"
    return f"{day.year}-Q{(day.month + 2) // 3}" if span == "quarter" else str(day.year)


def _weeks(start: date, end: date) -> tuple[int, int]:
    """The weeks whose Thursday lies between two days."""
    first = -((MONDAY + _THURSDAY - start).days // 7)
    return first, (end - MONDAY - _THURSDAY).days // 7


def _period(said: Mapping[str, str]) -> Span | None:
    """The dates that were named; one alone is a day between before and after."""
    try:
        start = date.fromisoformat(said.get("from", ""))
        end = date.fromisoformat(said["to"]) if said.get("to") else start
    except ValueError:
        return None
    start, end = min(start, end), max(start, end)
    if start.year < 1990 or end.year > 2200:  # noqa: PLR2004 - no export reaches there
        return None
    return Span("these dates", start.isoformat(), end.isoformat())
