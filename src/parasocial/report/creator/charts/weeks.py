"""People a week: who had written before, and who was new."""

from markupsafe import Markup

from parasocial.lenses.findings.channel import Week
from parasocial.report.calendar import monday, month_name
from parasocial.report.charts.scales import Scale, ceiling, linear
from parasocial.report.charts.svg import drawing, el

MOST = 70
"""Columns; with more weeks each is the mean of a few."""


def weeks(them: list[Week], *, wide: int, size: str) -> Markup:
    """Columns from the first week to the last; a withheld one is a gap with a dashed foot."""
    left, top, bottom = 40.0, 12.0, 200.0
    step = -(-len(them) // (MOST if size != "s" else MOST // 2))
    groups = [them[at : at + step] for at in range(0, len(them), step)]
    tallest = max((_mean(group, "people") or 0 for group in groups), default=0)
    y = linear(0, ceiling(tallest), bottom, top)
    column = (wide - left) / len(groups)
    parts = [
        el("text", f"{value:,.0f}", x=left - 8, y=y(value) + 4, class_="ax end")
        for value in (0, ceiling(tallest) / 2, ceiling(tallest))
    ]
    parts.append(el("line", x1=left, x2=wide, y1=bottom, y2=bottom, class_="grid"))
    for place, group in enumerate(groups):
        parts += _column(group, left + place * column, column, y, bottom)
    parts += _months(groups, left, column, bottom)
    return drawing(
        wide, bottom + 28, parts, size=size,
        says=f"People who wrote in each week, {them[0].week} to {them[-1].week}; at most "
        f"{tallest:,.0f} in one. New people and those who had written before are drawn apart.",
    )  # fmt: skip


def _mean(group: list[Week], what: str) -> float | None:
    known = [value for it in group if (value := getattr(it, what)) is not None]
    return sum(known) / len(known) if known else None


def _column(group: list[Week], x: float, wide: float, y: Scale, bottom: float) -> list[Markup]:
    people, new = _mean(group, "people"), _mean(group, "new")
    broad = max(wide - 2, 1)
    if people is None:
        return [el("rect", x=x, y=bottom - 8, width=broad, height=8, rx=2, class_="bar blind")]
    known = people if new is None else people - new
    parts = [
        el("rect", x=x, y=y(known), width=broad, height=max(bottom - y(known), 0), class_="old")
    ]
    if new:
        parts.append(
            el("rect", x=x, y=y(people), width=broad, height=y(known) - y(people), class_="new")
        )
    return parts


def _months(groups: list[list[Week]], left: float, column: float, bottom: float) -> list[Markup]:
    parts, free, before = [], left, (0, 0)
    for place, group in enumerate(groups):
        on = monday(group[0].week)
        x = left + place * column
        month = (on.year, on.month)
        if month != before and x >= free:
            label = month_name(on.month) + f" {on.year}" * (on.year != before[0])
            parts.append(el("text", label, x=x, y=bottom + 20, class_="ax"))
            free, before = x + len(label) * 8 + 16, month
    return parts
