"""Where things lie in the weekly drawing, and how far its axis goes."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from parasocial.report.calendar import Step
from parasocial.report.charts.scales import Scale, linear

_TOP, _LEFT = 14.0, 40.0
_WORDS_WIDE = 132.0
_NARROW = 400
_DWARFING = 2.2


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things lie."""

    wide: int
    left: float
    right: float
    top: float
    base: float
    first: date
    last: date
    most: float
    x: Scale
    y: Scale

    @property
    def narrow(self) -> bool:
        """Whether the drawing is for a phone, with no room for words at its side."""
        return self.wide < _NARROW

    def at(self, on: date) -> float:
        """Where a day stands."""
        return self.x(on.toordinal())


def frame_of(runs: list[list[Step]], wide: int, tall: int) -> Frame:
    """The frame that holds these runs."""
    first, last = runs[0][0].start, runs[-1][-1].start + length(runs)
    right = wide - (_WORDS_WIDE if wide > _NARROW else 2.0)
    most = _most(runs)
    return Frame(
        wide=wide,
        left=_LEFT,
        right=right,
        top=_TOP,
        base=tall,
        first=first,
        last=last,
        most=most,
        x=linear(first.toordinal(), last.toordinal(), _LEFT, right),
        y=linear(0, most, tall, _TOP),
    )


def beyond(runs: list[list[Step]]) -> float | None:
    """Hours that the band reaches above the drawing; None where all of it is inside."""
    highest = max(step.high for run in runs for step in run)
    return highest if highest > _most(runs) else None


def _most(runs: list[list[Step]]) -> float:
    """The end of the axis: room for the areas, and for a band that does not dwarf them."""
    steps = [step for run in runs for step in run]
    top = max(step.both + step.one + step.rest for step in steps)
    return _round_up(max(min(max(step.high for step in steps), _DWARFING * top), 1.0))


def length(runs: list[list[Step]]) -> timedelta:
    """How long one step lasts."""
    steps = [step for run in runs for step in run]
    return min((b.start - a.start for a, b in pairwise(steps)), default=timedelta(weeks=1))


def _round_up(hours: float) -> float:
    """The next number of hours that can be quartered neatly."""
    neat = (1, 2, 4, 8, 12, 16, 20, 24, 32, 40, 60, 80, 120, 168)
    return float(next((unit for unit in neat if hours <= unit), hours))
