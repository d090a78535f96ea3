"""Every tie: what was given against what came back, on logarithmic axes.

A logarithm has no zero, so ties where nothing was seen to come back lie on a shelf of their
own below the axis, and ties to which nothing was given in a column to its left.
"""

from markupsafe import Markup

from parasocial.i18n import _
from parasocial.report.amounts import given, returned
from parasocial.report.charts.marks import draw, mark
from parasocial.report.charts.scatter.dots import CLUSTER, Dot, dots_drawn, place_dots
from parasocial.report.charts.scatter.frame import frame_of
from parasocial.report.charts.scatter.ground import ground
from parasocial.report.charts.scatter.labels import labels
from parasocial.report.charts.svg import drawing
from parasocial.report.selection import Shown

__all__ = ["CLUSTER", "dots_drawn", "scatter"]


def scatter(ties: list[Shown], *, wide: int, tall: int, size: str, rows: int) -> Markup:
    """The drawing.

    Args:
        ties: In the order of the page; the first ones are named first.
        wide: Width of the drawing.
        tall: Height.
        size: On which screens it is shown.
        rows: How many ties the table has: their marks can be pointed at.
    """
    drawn = [shown for shown in ties if given(shown.tie) or returned(shown.tie)]
    frame = frame_of(drawn, wide, tall)
    dots = place_dots(drawn, frame)
    smallest_last = sorted(dots, key=lambda dot: -dot.r)
    return drawing(
        wide,
        tall,
        [*ground(frame), *(_mark(dot, rows) for dot in smallest_last), *labels(dots, frame)],
        size=size,
        says=_(
            "Every tie as a mark: what you gave runs to the right, what came back runs up. "
            "Marks near the dotted line give back as much as they get; "
            "on the shelf below, nothing was seen to come back. The table holds the same numbers."
        ),
    )


def _mark(dot: Dot, rows: int) -> Markup:
    pointed = f"t{dot.shown.rank}" if dot.shown.rank < rows else None
    return draw(mark(dot.shown.tie), dot.x, dot.y, dot.r, data_t=pointed)
