"""Three states as one bar: answered, seen without an answer, cannot be told."""

from markupsafe import Markup

from parasocial.lenses.findings.creator import Three
from parasocial.report.charts.lettering import width
from parasocial.report.charts.svg import drawing, el

_KINDS = ("both", "one", "blind")
_HIGH, _STEP, _LABEL = 34.0, 84.0, 13.0


def three(rows: list[tuple[str, Three]], says: str, *, wide: int, size: str) -> Markup:
    """One bar for each row, as long as the others, with its numbers where they fit.

    Args:
        rows: A label and its numbers; a row with a withheld number is left out.
        says: The same in words.
        wide: Width.
        size: On which screens it is shown.
    """
    parts: list[Markup] = []
    told = [(label, it) for label, it in rows if _numbers(it) is not None]
    for place, (label, it) in enumerate(told):
        top = place * _STEP
        parts.append(el("text", label, x=0, y=top + 14, class_="ax strong"))
        parts += _bar(_numbers(it) or [], top + 24, wide)
    return drawing(wide, max(len(told), 1) * _STEP - 18, parts, size=size, says=says)


def _numbers(it: Three) -> list[int] | None:
    if it.answered is None or it.seen is None or it.cannot_be_told is None:
        return None
    them = [it.answered, it.seen, it.cannot_be_told]
    return them if any(them) else None


def _bar(numbers: list[int], top: float, wide: int) -> list[Markup]:
    whole, left = sum(numbers), 1.0
    room = wide - 2.0 - 4 * (len(numbers) - numbers.count(0) - 1)
    parts = []
    for kind, number in zip(_KINDS, numbers, strict=True):
        if not number:
            continue
        long = max(number / whole * room, 3)
        parts.append(
            el("rect", x=left, y=top, width=long, height=_HIGH, rx=7, class_=f"bar {kind}")
        )
        text = f"{number:,}"
        if width(text, _LABEL) + 14 < long:
            inside = "inside" if kind == "both" else "num"
            parts.append(el("text", text, x=left + 9, y=top + 22, class_=f"ax {inside}"))
        left += long + 4
    return parts
