"""What the weekly drawing stands on: hours, months, gaps, and what is covered in part."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from parasocial.i18n import _
from parasocial.report.amounts import brief
from parasocial.report.calendar import Step, month_name
from parasocial.report.charts.lettering import shorten
from parasocial.report.charts.svg import el
from parasocial.report.charts.weekly.frame import Frame, length

AXIS, ROW = 26, 17
_MONTH_WIDE, _YEAR_WIDE, _GAP_WIDE, _TICK = 30, 34, 46, 72
_BESIDE, _LETTERS = 12, 12.5


@dataclass(frozen=True, slots=True)
class Reach:
    """The days from which one kind of record of one export counts here."""

    label: str
    start: date
    end: date


def grid(frame: Frame) -> list[Markup]:
    """Hours, in four even steps."""
    parts: list[Markup] = []
    for quarter in range(5):
        hours = frame.most * quarter / 4
        y = frame.y(hours)
        parts.append(el("line", x1=frame.left, x2=frame.right, y1=y, y2=y, class_="grid"))
        label = _("%(number)s h", number=brief(hours)) if hours else "0"
        parts.append(el("text", label, x=frame.left - 8, y=y + 4, class_="ax end"))
    return parts


def gaps(runs: list[list[Step]], frame: Frame) -> list[Markup]:
    """The stretches that no export covers."""
    parts: list[Markup] = []
    lasting = length(runs)
    for before, after in pairwise(runs):
        left, right = frame.at(before[-1].start + lasting), frame.at(after[0].start)
        parts.append(
            el(
                "rect",
                x=left,
                y=frame.top,
                width=right - left,
                height=frame.base - frame.top,
                class_="gap",
            )
        )
        if right - left >= _GAP_WIDE:
            middle = (left + right) / 2
            parts.append(el("text", _("no data"), x=middle, y=frame.top + 20, class_="ax mid"))
    return parts


def months(frame: Frame) -> list[Markup]:
    """A tick every one, two, three, six or twelve months, as many as fit."""
    span = max((frame.last - frame.first).days / 30.4, 1)
    room = max((frame.right - frame.left) // _TICK, 2)
    every = next((n for n in (1, 2, 3, 6, 12) if span / n <= room), 24)
    first = frame.first.year * 12 + frame.first.month - 1
    ends = frame.last.year * 12 + frame.last.month
    ticks = [date(n // 12, n % 12 + 1, 1) for n in range(first, ends, every)]
    places = [frame.at(max(tick, frame.first)) for tick in ticks]
    parts: list[Markup] = []
    year = 0
    for tick, x, after in zip(ticks, places, [*places[1:], frame.right], strict=True):
        named = month_name(tick.month)
        text = named if tick.year == year else f"{named} {tick.year}"
        if after - x < _MONTH_WIDE + (_YEAR_WIDE if tick.year != year else 0):
            continue
        year = tick.year
        parts.append(el("text", text, x=x, y=frame.base + 19, class_="ax"))
    return parts


def reaches(reach: list[Reach], frame: Frame) -> list[Markup]:
    """A thin line for each, with its words at the side."""
    parts: list[Markup] = []
    for row, one in enumerate(reach):
        y = frame.base + AXIS + 14 + row * ROW
        start, end = max(one.start, frame.first), min(one.end, frame.last)
        if start >= end:
            continue
        left, right = frame.at(start), frame.at(end)
        parts.append(el("line", x1=left, x2=right, y1=y, y2=y, class_="reach"))
        label = shorten(one.label, frame.wide - frame.right - _BESIDE, _LETTERS)
        parts.append(el("text", label, x=frame.right + _BESIDE, y=y + 4, class_="ax"))
    return parts
