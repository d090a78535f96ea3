"""Everything that is there before the first tie: grid, axes, shelf, column, the even line."""

from markupsafe import Markup

from parasocial.i18n import _
from parasocial.report.amounts import figures
from parasocial.report.charts.lettering import Box, lines
from parasocial.report.charts.scales import decades
from parasocial.report.charts.scatter.frame import Frame
from parasocial.report.charts.svg import el

_LETTER = 12.5


def ground(frame: Frame) -> list[Markup]:
    """The elements, lowest first."""
    column = _column(frame.column) if frame.column else []
    return [*_shelf(frame.shelf), *column, *_grid(frame), *_axes(frame), _even(frame)]


def _shelf(shelf: Box) -> list[Markup]:
    middle = (shelf.top + shelf.bottom) / 2
    return [
        _rounded(shelf, "shelf"),
        *(
            el("text", line, x=shelf.left - 8, y=middle - 3 + 15 * place, class_="ax end")
            for place, line in enumerate(lines(_("none seen"), shelf.left - 2, _LETTER))
        ),
    ]


def _column(column: Box) -> list[Markup]:
    x, y = column.right - 10, column.top + 12
    turn = f"rotate(-90 {x:.0f} {y:.0f})"
    return [
        _rounded(column, "column"),
        el("text", _("none given"), x=x, y=y, class_="ax end", transform=turn),
    ]


def _rounded(box: Box, style: str) -> Markup:
    return el(
        "rect",
        x=box.left,
        y=box.top,
        width=box.right - box.left,
        height=box.bottom - box.top,
        rx=14,
        class_=style,
    )


def _grid(frame: Frame) -> list[Markup]:
    plane, shelf, dense = frame.plane, frame.shelf, not frame.narrow
    parts: list[Markup] = []
    for tick in decades(frame.most_given, dense=dense):
        x = frame.x(tick)
        parts.append(el("line", x1=x, x2=x, y1=plane.top, y2=plane.bottom + 8, class_="grid"))
        parts.append(el("text", figures(tick), x=x, y=shelf.bottom + 19, class_="ax mid"))
    for tick in decades(frame.most_returned, dense=dense):
        y = frame.y(tick)
        parts.append(el("line", x1=plane.left, x2=plane.right, y1=y, y2=y, class_="grid"))
        parts.append(el("text", figures(tick), x=shelf.left - 8, y=y + 4, class_="ax end"))
    return parts


def _axes(frame: Frame) -> list[Markup]:
    right, below = frame.shelf.right, frame.shelf.bottom + 41
    return [
        el("text", _("you gave →"), x=right, y=below, class_="ax end strong"),
        el("text", _("↑ came back"), x=0, y=11, class_="ax strong"),
    ]


def _even(frame: Frame) -> Markup:
    """The dotted line on which both sides give the same."""
    end = min(frame.most_given, frame.most_returned)
    return el("line", x1=frame.x(1), y1=frame.y(1), x2=frame.x(end), y2=frame.y(end), class_="even")
