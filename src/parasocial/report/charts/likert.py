"""Steps of agreement as bars that part in the middle: what leans where, without a colour alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from parasocial.report.charts.lettering import shorten
from parasocial.report.charts.svg import drawing, el

_ROW, _BAR, _GAP = 58.0, 22.0, 12.0
_LEAST_PRINTED = 6.0
"""A part under so many percent has no room for its number; the table below has it."""


@dataclass(frozen=True, slots=True)
class Steps:
    """One question: percent by step, from the lowest."""

    name: str
    percent: tuple[float, ...]


def likert(questions: Sequence[Steps], *, wide: int, size: str) -> Markup:
    """The drawing: steps under the middle to the left, over it to the right, the middle split."""
    if not questions:
        return Markup("")
    left = max(sum(_halves(it.percent)[0]) for it in questions)
    right = max(sum(_halves(it.percent)[1]) for it in questions)
    scale = wide / max(left + right, 1.0)
    parts: list[Markup] = []
    for place, question in enumerate(questions):
        parts += _row(question, place * _ROW, (left - sum(_halves(question.percent)[0])) * scale,
                      scale, wide)  # fmt: skip
    highest = [sum(it.percent[-2:]) for it in questions]
    says = (
        f"{len(questions)} questions; those who chose one of the two highest steps are between "
        f"{min(highest):.0f} and {max(highest):.0f} percent. The tables have every number."
    )
    return drawing(wide, _ROW * len(questions) + _GAP, parts, size=size, says=says)


def _halves(percent: tuple[float, ...]) -> tuple[list[float], list[float]]:
    """Left and right of the middle; an odd number of steps has one that lies on both."""
    middle = len(percent) // 2
    low, high = list(percent[:middle]), list(percent[-middle:]) if middle else []
    if len(percent) % 2:
        low, high = [*low, percent[middle] / 2], [percent[middle] / 2, *high]
    return low, high


def _row(question: Steps, top: float, x: float, scale: float, wide: int) -> list[Markup]:
    middle = x + sum(_halves(question.percent)[0]) * scale
    parts = [
        el("text", shorten(question.name, wide), x=0, y=top + 16, class_="ax"),
        el("line", x1=middle, x2=middle, y1=top + 20, y2=top + 28 + _BAR, class_="even"),
    ]
    steps = len(question.percent)
    for step, share in enumerate(question.percent):
        shade = round(4 * step / max(steps - 1, 1))
        parts.append(
            el("rect", x=x, y=top + 24, width=max(share * scale - 1, 0.4), height=_BAR,
               class_=f"step k{shade}")
        )  # fmt: skip
        if share >= _LEAST_PRINTED:
            parts.append(
                el("text", f"{share:.0f}", x=x + share * scale / 2, y=top + 40,
                   class_=f"num mid on{shade}")
            )  # fmt: skip
        x += share * scale
    return parts
