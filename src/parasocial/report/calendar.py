"""ISO weeks and days as the page's axes and sentences need them."""

from datetime import date, timedelta

from msgspec import Struct

from parasocial.i18n import here
from parasocial.lenses.findings import Findings, Week
from parasocial.report.amounts import LINKS, point


def monday(week: str) -> date:
    """The first day of an ISO week, "2026-W07"."""
    return date.fromisoformat(f"{week}-1")


def day(iso: str) -> str:
    """A day as it is written: "3 Mar 2026"."""
    on = date.fromisoformat(iso[:10])
    return here().day % {"day": on.day, "month": month_name(on.month), "year": on.year}


def month(iso: str) -> str:
    """The month of a day: "Mar 2026"."""
    on = date.fromisoformat(iso[:10])
    return here().month % {"month": month_name(on.month), "year": on.year}


def month_name(number: int) -> str:
    """January to December, 1 to 12, short."""
    return here().months[number - 1]


def months(start: str | None, end: str | None) -> str:
    """From one month to another, kept on one line; empty when there is no date."""
    days = start or end, end or start
    if not days[0] or not days[1]:
        return ""
    first, last = (date.fromisoformat(day[:10]) for day in days if day)
    if (first.year, first.month) == (last.year, last.month):
        return month(days[0])
    begin = month_name(first.month) if first.year == last.year else month(days[0])
    return f"{begin} –\u2060 {month(days[1])}".replace(" ", "\u00a0")


def covered_days(findings: Findings) -> tuple[str | None, str | None]:
    """First and last day of what was done, without links, which reach back to the first follow."""
    covered = [
        one
        for source in findings.sources
        for one in source.coverage
        if one.channel not in LINKS and one.start and one.end
    ]
    if not covered:
        return findings.window.start, findings.window.end
    return min(one.start or "" for one in covered), max(one.end or "" for one in covered)


class Step(Struct, frozen=True):
    """Weekly hours over one step of the chart; a step is one week, or a few where there are many.

    Attributes:
        low: Hours in all, at the low end of every range.
        high: Likewise, at the high end.
    """

    start: date
    both: float
    one: float
    rest: float
    low: float
    high: float


def step(start: date, weeks: list[Week]) -> Step:
    """The mean of some weeks."""
    n = len(weeks)
    ranges = [(w.reciprocal_hours, w.one_way_hours, w.other_hours) for w in weeks]
    points = [tuple(map(point, three)) for three in ranges]
    return Step(
        start=start,
        both=sum(three[0] for three in points) / n,
        one=sum(three[1] for three in points) / n,
        rest=sum(three[2] for three in points) / n,
        low=sum(r.low if r.low is not None else point(r) for three in ranges for r in three) / n,
        high=sum(r.high if r.high is not None else point(r) for three in ranges for r in three) / n,
    )


def stretches(weeks: list[Week], weeks_a_step: int) -> list[list[Step]]:
    """Runs of steps without a gap. A week that no export covers is a gap, and so is a missing one.

    The weeks at the end of a run that do not fill a step are its last step.
    """
    runs: list[list[tuple[date, Week]]] = []
    for week in sorted((week for week in weeks if week.covered), key=lambda week: week.week):
        start = monday(week.week)
        if not runs or start - runs[-1][-1][0] > timedelta(weeks=1):
            runs.append([])
        runs[-1].append((start, week))
    return [_steps(run, weeks_a_step) for run in runs]


def _steps(run: list[tuple[date, Week]], length: int) -> list[Step]:
    parts = [run[first : first + length] for first in range(0, len(run), length)]
    return [step(part[0][0], [week for _, week in part]) for part in parts]
