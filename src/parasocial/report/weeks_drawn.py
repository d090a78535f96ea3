"""The weekly drawing with everything that belongs to it."""

from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from parasocial.i18n import _
from parasocial.lenses.findings import Findings
from parasocial.report.amounts import HOURLY
from parasocial.report.calendar import Step, stretches
from parasocial.report.charts.weekly import Reach, beyond, weekly
from parasocial.report.words.ties import channel

_MOST_STEPS, _MOST_NARROW = 160, 80
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class WeeksDrawn:
    """The drawing for three widths, and what there is to say about it.

    Attributes:
        drawing: Empty where no week is covered.
        weeks_a_step: How many weeks one step of it is.
        narrow_weeks: Likewise, on a phone.
        beyond: Hours that the band reaches above the drawing.
        partly: Whether some export covers a part of the time.
    """

    drawing: Markup
    weeks_a_step: int = 1
    narrow_weeks: int = 1
    beyond: float | None = None
    partly: bool = False


def draw_weeks(findings: Findings) -> WeeksDrawn:
    """Draws the weeks, several to a step where there are many."""
    covered = sum(bool(week.covered) for week in findings.weeks)
    spent = (
        week.one_way_hours.point or week.reciprocal_hours.point or week.other_hours.point
        for week in findings.weeks
    )
    if not covered or not any(spent):
        return WeeksDrawn(Markup(""))
    every, few = _every(covered, _MOST_STEPS), _every(covered, _MOST_NARROW)
    runs, narrow = stretches(findings.weeks, every), stretches(findings.weeks, few)
    reach = _reach(findings, runs)
    drawing = (
        weekly(runs, reach, wide=1060, tall=330, size="l")
        + weekly(runs, reach, wide=640, tall=250, size="m")
        + weekly(narrow, [], wide=330, tall=230, size="s")
    )
    return WeeksDrawn(drawing, every, few, beyond(runs), bool(reach))


def _every(covered: int, most: int) -> int:
    return next((n for n in (1, 2, 4, 13, 26) if covered <= most * n), 52)


def _reach(findings: Findings, runs: list[list[Step]]) -> list[Reach]:
    """What begins late or ends early, of all that hours come from."""
    first, last = runs[0][0].start, runs[-1][-1].start
    found = [
        Reach(
            _("%(platform)s %(how)s", platform=source.title, how=channel(one.channel)),
            date.fromisoformat(one.start[:10]),
            date.fromisoformat(one.end[:10]),
        )
        for source in findings.sources
        for one in source.coverage
        if one.channel in HOURLY and one.start and one.end
    ]
    return [one for one in found if one.start > first + _WEEK or one.end < last]
