"""How long people wait: the share still without an answer, hour by hour on a logarithmic axis."""

from markupsafe import Markup

from parasocial.lenses.findings.channel import Step
from parasocial.report.charts.scales import Scale, linear, logarithmic
from parasocial.report.charts.svg import drawing, el, points
from parasocial.report.creator.words.numbers import percent

_TICKS = ((1.0, "1 hour"), (6.0, "6"), (24.0, "1 day"), (168.0, "1 week"), (672.0, "4 weeks"))
_FIRST, _LAST = 0.25, 1_000.0


def waiting(curve: list[Step], *, wide: int, size: str) -> Markup:
    """Above the line lie the answered messages, below it those that still wait."""
    left, right, top, bottom = 40.0, wide - 2.0, 12.0, 236.0
    x = logarithmic(_FIRST, _LAST, left, right)
    y = linear(0, 1, bottom, top)
    line = _stairs(curve, x(_FIRST), x, y)
    under = [*line, (line[-1][0], bottom), (left, bottom)]
    over = [*line, (line[-1][0], top), (left, top)]
    parts = [
        el("polygon", points=points(over), class_="area both"),
        el("polygon", points=points(under), class_="area one"),
        el("polygon", points=points(under), class_="area hatch"),
        el("polyline", points=points(line), class_="edge wait"),
    ]
    parts += [
        el("text", f"{share * 100:.0f} %", x=left - 8, y=y(share) + 4, class_="ax end")
        for share in (0, 0.5, 1)
    ]
    for hours, label in _TICKS:
        if size == "s" and hours in {6, 672}:  # no room for them on a phone
            continue
        parts.append(el("line", x1=x(hours), x2=x(hours), y1=bottom, y2=bottom + 5, class_="tick"))
        parts.append(el("text", label, x=x(hours), y=bottom + 20, class_="ax mid"))
    said = ", ".join(f"{percent(one)} after {label}" for label, one in _read(curve))
    return drawing(
        wide, bottom + 28, parts, size=size,
        says=f"The share of messages still without an answer: {said}.",
    )  # fmt: skip


def _stairs(curve: list[Step], start: float, x: Scale, y: Scale) -> list[tuple[float, float]]:
    pairs = [(start, y(1.0))]
    for step in curve:
        at = x(step.hours)
        pairs += [(at, pairs[-1][1]), (at, y(step.waiting))]
    return [*pairs, (max(pairs[-1][0], x(_TICKS[2][0])), pairs[-1][1])]


def _read(curve: list[Step]) -> list[tuple[str, float]]:
    found = []
    for hours, label in ((1.0, "an hour"), (24.0, "a day"), (168.0, "a week")):
        before = [step.waiting for step in curve if step.hours <= hours]
        found.append((label, before[-1] if before else 1.0))
    return found
