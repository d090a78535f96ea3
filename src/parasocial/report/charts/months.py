"""One tie over time: bars upwards for what went out, downwards for what came back."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from parasocial.i18n import _, here
from parasocial.report.calendar import month
from parasocial.report.charts.scales import root
from parasocial.report.charts.svg import drawing, el

_TALL, _MIDDLE, _FOOT, _HEAD = 290, 140.0, 46, 22
_WIDEST = 26.0


@dataclass(frozen=True, slots=True)
class Bin:
    """A few weeks of one tie.

    Attributes:
        start: Its first day.
        covered: Whether any export covers it.
    """

    start: str
    gave: int
    back: int
    covered: bool


def months(bins: Sequence[Bin], key: str, *, wide: int, size: str) -> Markup:
    """The drawing. Lengths are square roots of amounts, which the page says beside it.

    Args:
        bins: In order, none left out.
        key: The tie's mark.
        wide: Pixels at the size that its letters are meant for.
        size: On which screens.
    """
    most = max((max(it.gave, it.back) for it in bins), default=0) or 1
    length = root(most, _MIDDLE - _HEAD - 4)
    step = (wide - 4) / max(len(bins), 1)
    width = min(step * 0.78, _WIDEST)
    parts = [el("line", x1=0, x2=wide, y1=_MIDDLE, y2=_MIDDLE, class_="grid")]
    for n, it in enumerate(bins):
        x = 2 + n * step + (step - width) / 2
        if not it.covered:
            parts.append(
                el(
                    "rect",
                    x=2 + n * step,
                    y=_HEAD,
                    width=step,
                    height=_TALL - _FOOT - _HEAD,
                    class_="gap",
                )
            )
        if it.gave:
            high = max(length(it.gave), 3)
            parts.append(_bar(x, _MIDDLE - 2 - high, width, high, key))
        if it.back:
            parts.append(_bar(x, _MIDDLE + 2, width, max(length(it.back), 3), "both"))
    parts += _years(bins, step, wide)
    parts += [
        el("text", _("↑ you gave"), x=0, y=12, class_="ax strong"),
        el("text", _("↓ came back"), x=0, y=_TALL - 24, class_="ax strong"),
    ]
    return drawing(
        wide, _TALL, parts, size=size,
        says=_(
            "What went out and what came back, from %(first)s to %(last)s: at most %(most)s in "
            "four weeks.",
            first=month(bins[0].start), last=month(bins[-1].start), most=here().number(most),
        ),
    )  # fmt: skip


def _bar(x: float, y: float, width: float, high: float, key: str) -> Markup:
    rx = min(width / 2, high / 2, 5.0)
    return el("rect", x=x, y=y, width=width, height=high, rx=rx, class_=f"bar {key}")


def _years(bins: Sequence[Bin], step: float, wide: int) -> list[Markup]:
    """The years at their first bin; of few bins, the first and the last month."""
    years = [n for n, it in enumerate(bins) if n == 0 or bins[n - 1].start[:4] != it.start[:4]]
    if len(years) == 1 and len(bins) > 1:
        return [
            el("text", month(bins[0].start), x=0, y=_TALL - 6, class_="ax"),
            el("text", month(bins[-1].start), x=wide, y=_TALL - 6, class_="ax end"),
        ]
    found, free = [], 0.0
    for n in years:
        x = 2 + n * step
        if x >= free and x < wide - 30:
            found.append(el("text", bins[n].start[:4], x=x, y=_TALL - 6, class_="ax"))
            free = x + 44
    return found
