"""What the weeks say, before they are drawn."""

from datetime import date, timedelta
from statistics import median

from parasocial.lenses.findings import Findings, Week
from parasocial.report.amounts import HOURLY, point
from parasocial.report.calendar import monday
from parasocial.report.words.numbers import about, duration

QUARTER = 13
"""Weeks that are compared with the ones before them."""

_SAME = 0.15
"""Relative change below which two quarters read as about the same."""


def usual(weeks: list[Week]) -> str:
    """A usual week: medians of the covered weeks."""
    covered = [week for week in weeks if week.covered]
    if not covered:
        return "No week is covered by these exports."
    both = median(_both(covered))
    one = median(_one(covered))
    return (
        f"In a usual week, {about(both)} went to people who answer and {about(one)} went one way."
    )


def lately(findings: Findings) -> str:
    """The last quarter against the one before, where the same things are covered in both."""
    covered = [week for week in findings.weeks if week.covered]
    if len(covered) < 2 * QUARTER:
        return ""
    before, last = covered[-2 * QUARTER : -QUARTER], covered[-QUARTER:]
    if _coverage_changes(findings, monday(before[0].week), monday(last[-1].week)):
        return (
            "The last three months can’t be set beside the three before: "
            "the exports do not cover both alike."
        )
    both = _change(_both(before), _both(last))
    one = _change(_one(before), _one(last))
    if both == one == "":
        return "The last three months look much like the three before."
    told = [
        f"{what} was {change}" if change else f"{what} stayed about the same"
        for what, change in (("time both ways", both), ("one-way time", one))
    ]
    return f"Over the last three months {told[0]}, and {told[1]}, next to the three before."


def _coverage_changes(findings: Findings, first: date, last: date) -> bool:
    """Whether what is covered changes between two weeks, by more than medians can bear."""
    edge = timedelta(weeks=3)
    return any(
        first + edge < date.fromisoformat(at[:10]) < last - edge
        for source in findings.sources
        for one in source.coverage
        if one.channel in HOURLY
        for at in (one.start, one.end)
        if at
    )


def _both(weeks: list[Week]) -> list[float]:
    return [point(week.reciprocal_hours) for week in weeks]


def _one(weeks: list[Week]) -> list[float]:
    return [point(week.one_way_hours) for week in weeks]


def _change(before: list[float], after: list[float]) -> str:
    """Hours a week more or less, where the change stands out from the spread between weeks."""
    was, now = median(before), median(after)
    spread = median(abs(value - was) for value in before)
    change = now - was
    if abs(change) < max(_SAME * max(was, now), spread, 0.25):
        return ""
    return f"{about(abs(change))} a week {'higher' if change > 0 else 'lower'}"


def steps(weeks: int) -> str:
    """How many weeks one step of the drawing is; empty for one."""
    return f"Each step is {weeks} weeks." if weeks > 1 else ""


def caption(beyond: float | None) -> str:
    """How to read the drawing."""
    above = f" It goes on above the drawing, up to {duration(beyond)}." if beyond else ""
    return (
        "Most hours are estimates: the whole is likely to lie between the dotted line "
        f"and the top of the pale band.{above}"
    )


def reach() -> str:
    """How to read the thin lines below the drawing."""
    return "Thin lines show what is covered in part: where one begins, its hours begin."
