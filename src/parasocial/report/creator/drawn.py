"""The drawings of the page, each once for every range of screen widths."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup
from msgspec.structs import astuple

from parasocial.lenses.findings.creator import Findings, Three
from parasocial.lenses.findings.fans import TwoEnds
from parasocial.report.creator.charts.cohorts import cohorts
from parasocial.report.creator.charts.ends import ends
from parasocial.report.creator.charts.hours import hours
from parasocial.report.creator.charts.three import three
from parasocial.report.creator.charts.trade import trade
from parasocial.report.creator.charts.waiting import waiting
from parasocial.report.creator.charts.weeks import weeks
from parasocial.report.creator.words.answered import state

_WIDE, _MIDDLE, _HALF, _NARROW = 1100, 640, 500, 330
_ENOUGH = 2
"""Cohorts and weeks from which a drawing says more than a sentence."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Empty where there is nothing to draw."""

    three: Markup
    waiting: Markup
    cohorts: Markup
    weeks: Markup
    trade: Markup
    hours: Markup
    ends: tuple[Markup, ...]


def draw(f: Findings) -> Drawn:
    """Every drawing of the page."""
    it = f.replies
    rows = [("People", it.people), ("Messages", Three(it.answered, it.seen, it.cannot_be_told))]
    told = [row for row in rows if None not in astuple(row[1])]
    says = ". ".join(state(label, one) for label, one in told)
    followed = [one for one in f.cohorts if len(one.active) > 1]
    plan = f.plan
    return Drawn(
        three=_each(lambda wide, size: three(told, says, wide=wide, size=size), _WIDE, bool(told)),
        waiting=_each(
            lambda wide, size: waiting(f.waiting.curve, wide=wide, size=size),
            _HALF,
            bool(f.waiting.curve),
        ),
        cohorts=_each(
            lambda wide, size: cohorts(
                followed, rows=16, ages={"l": 20, "m": 12, "s": 6}[size], wide=wide, size=size
            ),
            _WIDE,
            len(followed) >= _ENOUGH,
        ),
        weeks=_each(
            lambda wide, size: weeks(f.weeks, wide=wide, size=size), _WIDE, len(f.weeks) >= _ENOUGH
        ),
        trade=_each(
            lambda wide, size: trade(plan, wide=wide, size=size) if plan else Markup(),
            _HALF,
            bool(plan and plan.curve),
        ),
        hours=_each(
            lambda wide, size: hours(f.load.by_hour, wide=wide, size=size),
            _WIDE,
            any(f.load.by_hour),
        ),
        ends=tuple(_each(partial(_ends, one), _HALF, there=True) for one in f.two_ends),
    )


def _ends(it: TwoEnds, wide: int, size: str) -> Markup:
    return ends(it, wide=wide, size=size)


def _each(made: Callable[[int, str], Markup], wide: int, there: bool) -> Markup:
    """A drawing for each range of widths; half of a wide page needs one fewer."""
    if not there:
        return Markup()
    large = made(_WIDE, "l") + made(_MIDDLE, "m") if wide == _WIDE else made(wide, "m")
    return large + made(_NARROW, "s")
