"""One tie from either end: the fan's export on one side, the creator's log on the other."""

from math import cos, pi, sin

from markupsafe import Markup

from parasocial.lenses.findings.fans import TwoEnds
from parasocial.report.charts.scales import root
from parasocial.report.charts.svg import drawing, el
from parasocial.report.creator.words.two_ends import says

_DOTS = 120
"""Fans drawn at most; the one of the tie is among them."""


def ends(it: TwoEnds, *, wide: int, size: str) -> Markup:
    """On the left one person and a wide stream of hours; on the right the same one among many."""
    tall = 214.0
    left, right = 62.0, wide - 84.0
    most = max(it.fan_given, it.fan_received or 0, it.log_messages, it.log_answered or 0, 1)
    thick = root(most, 26)
    there, back = thick(max(it.fan_given, it.log_messages)), it.fan_received or it.log_answered or 0
    middle = (left + right) / 2 - 20
    parts = [
        _stream(left + 26, right - 66, 84, max(there, 2), "one", head=True),
        el("text", f"{it.fan_given:,} →", x=middle, y=74 - there / 2, class_="ax mid strong"),
    ]
    unseen = it.fan_received is None and it.log_answered is None
    if unseen:
        parts.append(el("line", x1=left + 26, x2=right - 66, y1=140, y2=140, class_="need"))
        parts.append(el("text", "can’t be told", x=middle, y=162, class_="ax mid"))
    else:
        parts.append(_stream(right - 66, left + 26, 140, max(thick(back), 1.5), "both", head=True))
        parts.append(el("text", f"← {back:,}", x=middle, y=166, class_="ax mid strong"))
    parts.append(el("circle", cx=left - 8, cy=112, r=22, class_="dot one"))
    parts += _crowd(it, right, 112)
    parts.append(el("text", "them", x=left - 8, y=tall - 24, class_="ax mid strong"))
    parts.append(el("text", "you, and all who write", x=wide, y=tall - 4, class_="ax end strong"))
    return drawing(wide, tall, parts, size=size, says=says(it))


def _stream(x1: float, x2: float, y: float, thick: float, kind: str, *, head: bool) -> Markup:
    """A band with a point at its end."""
    along = 12 if x2 > x1 else -12
    half = thick / 2
    tip = half + 5 if head else half
    corners = (
        (x1, y - half), (x2 - along, y - half), (x2 - along, y - tip), (x2, y),
        (x2 - along, y + tip), (x2 - along, y + half), (x1, y + half),
    )  # fmt: skip
    return el(
        "polygon", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in corners), class_=f"bar {kind}"
    )


def _crowd(it: TwoEnds, x: float, y: float) -> list[Markup]:
    """Fans as a round of dots: one of them is the one of this tie."""
    number = min(it.log_people, _DOTS)
    parts = [el("circle", cx=x, cy=y, r=6, class_="dot both")]
    place = 0
    ring = 1
    while place < number:
        around = 6 * ring + 4
        for step in range(min(around, number - place)):
            turn = 2 * pi * step / around
            away = 12 + ring * 9
            kind = "dot one" if place == number // 2 else "dot few"
            r = 4.5 if kind == "dot one" else 2
            parts.append(
                el("circle", cx=x + away * cos(turn), cy=y + away * sin(turn), r=r, class_=kind)
            )
            place += 1
        ring += 1
    return parts
