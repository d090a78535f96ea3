"""What the weeks say, before they are drawn."""

from datetime import date, timedelta
from statistics import median

from parasocial.i18n import _, _n
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
        return _("No week is covered by these exports.")
    both = median(_both(covered))
    one = median(_one(covered))
    return _(
        "In a usual week, %(both)s went to people who answer and %(one)s went one way.",
        both=about(both),
        one=about(one),
    )


def lately(findings: Findings) -> str:
    """The last quarter against the one before, where the same things are covered in both."""
    covered = [week for week in findings.weeks if week.covered]
    if len(covered) < 2 * QUARTER:
        return ""
    before, last = covered[-2 * QUARTER : -QUARTER], covered[-QUARTER:]
    if _coverage_changes(findings, monday(before[0].week), monday(last[-1].week)):
        return _(
            "The last three months can’t be set beside the three before: "
            "the exports do not cover both alike."
        )
    both = _change(_both(before), _both(last))
    one = _change(_one(before), _one(last))
    if both == one == "":
        return _("The last three months look much like the three before.")
    return _(
        "Over the last three months %(both)s, and %(one)s, next to the three before.",
        both=_("time both ways was %(change)s", change=both)
        if both
        else _("time both ways stayed about the same"),
        one=_("one-way time was %(change)s", change=one)
        if one
        else _("one-way time stayed about the same"),
    )


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
    hours = about(abs(change))
    if change > 0:
        return _("%(hours)s a week higher", hours=hours)
    return _("%(hours)s a week lower", hours=hours)


def steps(weeks: int) -> str:
    """How many weeks one step of the drawing is; empty for one."""
    if weeks <= 1:
        return ""
    return _n("Each step is %(count)s week.", "Each step is %(count)s weeks.", weeks)


def caption(beyond: float | None) -> str:
    """How to read the drawing."""
    said = _(
        "Most hours are estimates: the whole is likely to lie between the dotted line "
        "and the top of the pale band."
    )
    if not beyond:
        return said
    above = _("It goes on above the drawing, up to %(hours)s.", hours=duration(beyond))
    return f"{said} {above}"


def reach() -> str:
    """How to read the thin lines below the drawing."""
    return _("Thin lines show what is covered in part: where one begins, its hours begin.")
