"""A way to a harm as a small picture: boxes that all are needed, dots of which one is enough."""

from markupsafe import Markup

from parasocial.lenses.overshared import Harm
from parasocial.report.charts.svg import el

_BOX, _GAP, _DOT, _TALL = 34, 20, 9, 16


def way(harm: Harm, found: frozenset[str], *, says: str) -> Markup:
    """Boxes joined to an end that is filled where every box holds a filled dot.

    Args:
        harm: The way.
        found: The kinds that were found.
        says: What a person who cannot see it is told.
    """
    rows = max(len(need.any_of) for need in harm.needs)
    height = rows * _TALL + 14
    middle = height / 2
    inside: list[Markup] = []
    for place, need in enumerate(harm.needs):
        left = place * (_BOX + _GAP)
        inside.append(_line(left + _BOX, middle))
        inside += _box(left, height, need.any_of, found if need.posts else frozenset())
    left = len(harm.needs) * (_BOX + _GAP)
    goal = "goal" if harm.missing else "goal on"
    inside.append(el("rect", x=left, y=middle - 9, width=18, height=18, rx=4, class_=goal))
    # Drawn at one scale, however many boxes there are.
    return el(
        "svg",
        *inside,
        viewBox=f"0 0 {left + 20} {height}",
        width=left + 20,
        height=height,
        class_="chart way",
        role="img",
        aria_label=says,
    )


def _line(left: float, middle: float) -> Markup:
    return el("line", x1=left, y1=middle, x2=left + _GAP, y2=middle, class_="leader")


def _box(left: float, height: float, kinds: list[str], found: frozenset[str]) -> list[Markup]:
    tall = len(kinds) * _TALL + 10
    top = (height - tall) / 2
    met = "need on" if found.intersection(kinds) else "need"
    parts = [el("rect", x=left + 1, y=top, width=_BOX - 2, height=tall, rx=9, class_=met)]
    for row, kind in enumerate(kinds):
        parts.append(
            el(
                "circle",
                cx=left + _BOX / 2,
                cy=top + 5 + _TALL * (row + 0.5),
                r=_DOT / 2,
                class_="or on" if kind in found else "or",
            )
        )
    return parts
