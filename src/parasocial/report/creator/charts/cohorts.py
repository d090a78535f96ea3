"""Who comes back: cohorts by when they first wrote, and how many were there so much later."""

from markupsafe import Markup

from parasocial.lenses.findings.channel import Cohort
from parasocial.report.charts.svg import drawing, el
from parasocial.report.creator.words.people import cohort
from parasocial.report.words.numbers import rounded

_SHADES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5)
"""Shares from which a cell is a step darker."""


def cohorts(them: list[Cohort], *, rows: int, ages: int, wide: int, size: str) -> Markup:
    """The last cohorts, a row each; a cell is darker the more of them wrote, outlined if withheld.

    Args:
        them: In order of time.
        rows: At most so many.
        ages: At most so many units after the first.
        wide: Width.
        size: On which screens it is shown.
    """
    shown = them[-rows:]
    left = 84.0 if size == "s" else 150.0
    columns = max(min(max(len(it.active) for it in shown), ages + 1), 2) - 1
    side = min((wide - left) / columns, 46.0)
    high = min(side, 32.0)
    parts = [
        el("text", f"{age}", x=left + (age - 0.5) * side, y=12, class_="ax mid")
        for age in range(1, columns + 1)
        if age == 1 or age % (4 if columns > 8 else 2) == 0  # noqa: PLR2004 - as many as fit
    ]
    for row, it in enumerate(shown):
        top = 22 + row * high
        label = cohort(it) if size != "s" else cohort(it).removesuffix(it.start[:4]).strip()
        parts.append(el("text", label or it.start[:4], x=0, y=top + high * 0.66, class_="ax"))
        parts.append(el("text", _size(it), x=left - 10, y=top + high * 0.66, class_="ax end mute"))
        parts += [
            _cell(it, age, left + (age - 1) * side, top, side - 3, high - 3)
            for age in range(1, min(len(it.active), columns + 1))
        ]
    parts.append(
        el("text", f"{shown[0].unit}s later →", x=left, y=26 + len(shown) * high + 14, class_="ax")
    )
    return drawing(
        wide, 26 + len(shown) * high + 20, parts, size=size,
        says="Cohorts by when people first wrote, and the share of each that wrote again so many "
        f"{shown[0].unit}s later. The table below holds the same.",
    )  # fmt: skip


def _size(it: Cohort) -> str:
    return "–" if it.people is None else f"{it.people:,}"


def _cell(it: Cohort, age: int, x: float, y: float, wide: float, high: float) -> Markup:
    active = it.active[age]
    if active is None or not it.people:
        return el("rect", x=x, y=y, width=wide, height=high, rx=5, class_="cell none")
    share = active / it.people
    shade = sum(share >= edge for edge in _SHADES)
    rect = el("rect", x=x, y=y, width=wide, height=high, rx=5, class_=f"cell c{shade}")
    if not active or wide < 26:  # noqa: PLR2004 - no room for a number
        return rect
    inside = "inside" if shade > 3 else "strong"  # noqa: PLR2004 - light on dark
    middle = {"x": x + wide / 2, "y": y + high / 2 + 4}
    text = el("text", f"{rounded(share * 100)}", class_=f"ax mid {inside}", **middle)
    return el("g", rect, text)
