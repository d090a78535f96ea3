"""Where things lie: the plane of the axes, the shelf below it, the lane for names between."""

from dataclasses import dataclass

from parasocial.report.amounts import given, returned
from parasocial.report.charts.lettering import Box
from parasocial.report.charts.scales import Scale, ceiling, logarithmic
from parasocial.report.selection import Shown

_LEFT = 46.0
_SHELF, _LANE, _COLUMN = 56.0, 56.0, 40.0
_BELOW = 48.0
_NARROW = 400


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of the drawing and its two scales.

    Attributes:
        column: Where ties to which nothing was given stand; None when there is no such tie.
        most_given: Upper end of the axis.
        most_returned: Likewise.
    """

    wide: int
    plane: Box
    shelf: Box
    column: Box | None
    x: Scale
    y: Scale
    most_given: float
    most_returned: float

    @property
    def narrow(self) -> bool:
        """Whether the drawing is for a phone."""
        return self.wide < _NARROW


def frame_of(ties: list[Shown], wide: int, tall: int) -> Frame:
    """The frame that holds these ties."""
    most_given = max(ceiling(max((given(s.tie) for s in ties), default=0)), 10.0)
    most_returned = max(ceiling(max((returned(s.tie) for s in ties), default=0)), 10.0)
    has_column = any(not given(shown.tie) for shown in ties)
    left, right, top = _LEFT + (_COLUMN if has_column else 0), wide - 8.0, 22.0
    shelf = Box(_LEFT, tall - _BELOW - _SHELF, right, tall - _BELOW)
    plane = Box(left, top, right, shelf.top - _LANE)
    return Frame(
        wide=wide,
        plane=plane,
        shelf=shelf,
        column=Box(_LEFT, top, _LEFT + _COLUMN - 10, plane.bottom + 14) if has_column else None,
        x=logarithmic(1, most_given, left + 16, right - 16),
        y=logarithmic(1, most_returned, plane.bottom, top + 8),
        most_given=most_given,
        most_returned=most_returned,
    )
