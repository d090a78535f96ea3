"""Names, largest ties first, wherever they touch nothing; where they do not fit there is none."""

from math import atan2, degrees

from markupsafe import Markup

from parasocial.i18n import _
from parasocial.report.amounts import returned
from parasocial.report.charts.lettering import Box, Room, shorten, width
from parasocial.report.charts.scatter.dots import Dot
from parasocial.report.charts.scatter.frame import Frame
from parasocial.report.charts.svg import el

_LETTER = 13.0
_LONGEST = 110.0
_PIXELS_A_NAME = 40
_UP, _DOWN = 11.0, 4.0  # how far letters reach above and below their line


def labels(dots: list[Dot], frame: Frame) -> list[Markup]:
    """The word along the even line, then as many names as there is calm room for."""
    plane = frame.plane
    room = Room(Box(plane.left, plane.top - 8, frame.wide, plane.bottom + 14))
    room.taken = [dot.box for dot in dots]
    lane = Room(Box(frame.shelf.left, plane.bottom + 12, frame.wide, frame.shelf.top))
    found = _even(frame, room)
    for dot in dots:
        if len(found) > frame.wide // _PIXELS_A_NAME:
            break
        found += _beside(dot, room) if returned(dot.shown.tie) else _above(dot, frame, lane)
    return found


def _even(frame: Frame, room: Room) -> list[Markup]:
    end = min(frame.most_given, frame.most_returned)
    x1, y1, x2, y2 = frame.x(1), frame.y(1), frame.x(end), frame.y(end)
    even = _("even")
    half = max(22.0, width(even, _LETTER) / 2 + 4)
    for part in (0.4, 0.25, 0.6, 0.8, 0.15):
        x, y = x1 + (x2 - x1) * part, y1 + (y2 - y1) * part
        if room.take(Box(x - half, y - 22, x + half, y + 6)):
            turn = f"rotate({degrees(atan2(y2 - y1, x2 - x1)):.1f} {x:.0f} {y:.0f})"
            return [el("text", even, x=x, y=y - 6, class_="ax mid", transform=turn)]
    return []


def _name(dot: Dot, text: str, x: float, y: float, style: str) -> Markup:
    return el("text", text, x=x, y=y, class_=f"lab nm {style}", data_as=dot.shown.alias)


def _beside(dot: Dot, room: Room) -> list[Markup]:
    """To the right of a mark, else to its left, else at a corner."""
    text = shorten(dot.shown.name, _LONGEST, _LETTER)
    wide, gap = width(text, _LETTER), dot.r + 5
    for style, x, y in (
        ("start", dot.x + gap, dot.y + 4),
        ("end", dot.x - gap, dot.y + 4),
        ("start", dot.x + gap - 4, dot.y - gap + 2),
        ("start", dot.x + gap - 4, dot.y + gap + 8),
        ("end", dot.x - gap + 4, dot.y - gap + 2),
        ("end", dot.x - gap + 4, dot.y + gap + 8),
    ):
        left = x if style == "start" else x - wide
        if room.take(Box(left, y - _UP, left + wide, y + _DOWN)):
            return [_name(dot, text, x, y, style)]
    return []


def _above(dot: Dot, frame: Frame, lane: Room) -> list[Markup]:
    """In the lane above the shelf, with a thin line down to the mark."""
    text = shorten(dot.shown.name, _LONGEST, _LETTER)
    half = width(text, _LETTER) / 2
    x = min(max(dot.x, lane.inside.left + half + 5), frame.wide - half - 5)
    for y in (frame.shelf.top - 10, frame.shelf.top - 28):
        line = Box(dot.x - 1, y + _DOWN + 1, dot.x + 1, frame.shelf.top)
        if any(line.meets(box) for box in lane.taken):
            continue
        if lane.take(Box(x - half - 5, y - _UP, x + half + 5, y + _DOWN)):
            lane.taken.append(line)
            leader = el("line", x1=dot.x, x2=dot.x, y1=y + 5, y2=dot.y - dot.r, class_="leader")
            return [leader + _name(dot, text, x, y, "mid")]
    return []
