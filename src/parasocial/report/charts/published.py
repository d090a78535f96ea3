"""Ours beside what was published: a point with its interval, and the band that rounding leaves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from parasocial.report.charts.lettering import shorten
from parasocial.report.charts.scales import linear
from parasocial.report.charts.svg import drawing, el
from parasocial.study.comparing import ROUNDING, Compared

_ROW, _TOP = 52.0, 26.0


@dataclass(frozen=True, slots=True)
class Item:
    """One published item: its figures of the whole world, and of a region."""

    name: str
    world: tuple[Compared, ...]
    region: tuple[Compared, ...]


def beside_published(items: Sequence[Item], *, wide: int, size: str) -> Markup:
    """The drawing: the world as a filled mark, the region below it as a ring."""
    if not items:
        return Markup("")
    tall = _TOP + _ROW * len(items)
    x = linear(0, 100, 8, wide - 8)
    parts = []
    for percent in (0, 25, 50, 75, 100):
        at = x(percent)
        parts.append(el("line", x1=at, x2=at, y1=18, y2=tall, class_="grid"))
        parts.append(el("text", f"{percent} %", x=at, y=12, class_=f"ax {_anchor(percent)}"))
    for place, item in enumerate(items):
        top = _TOP + place * _ROW
        parts.append(el("text", shorten(item.name, wide - 16), x=8, y=top + 12, class_="ax"))
        for rows, y, kind in ((item.world, top + 23, "both"), (item.region, top + 37, "in")):
            parts += _line(rows, y, kind, x)
    told = [row for item in items for row in (*item.world, *item.region)]
    agree = sum(row.verdict == "agrees" for row in told)
    says = f"{len(told)} published figures; {agree} of them agree with ours. The table has them."
    return drawing(wide, tall, parts, size=size, says=says)


def _line(
    rows: Sequence[Compared], y: float, kind: str, x: Callable[[float], float]
) -> list[Markup]:
    """Every figure that was published of one group, and ours once."""
    parts = []
    for percent in sorted({row.published for row in rows}):
        low, high = x(percent - ROUNDING), x(percent + ROUNDING)
        parts.append(el("rect", x=low, y=y - 6, width=high - low, height=12, class_="published"))
    ours = next((row.ours for row in rows if row.ours), None)
    if ours:
        parts.append(el("line", x1=x(ours.low), x2=x(ours.high), y1=y, y2=y, class_="reach both"))
        parts.append(el("circle", cx=x(ours.est), cy=y, r=4.5, class_=f"dot {kind}"))
    return parts


def _anchor(percent: int) -> str:
    return {0: "", 100: "end"}.get(percent, "mid")
