"""Time against posting: where these data lie, once for every way of counting."""

from dataclasses import dataclass

from markupsafe import Markup

from parasocial.i18n import _
from parasocial.lenses.findings import Pattern
from parasocial.report.amounts import brief
from parasocial.report.charts.lettering import Box, lines
from parasocial.report.charts.scales import logarithmic
from parasocial.report.charts.svg import drawing, el

_HOURS = (0.25, 0.5, 1, 2, 4, 8)
_POSTS = (0.5, 2, 4, 10, 40)
_NUDGE = 0.05  # a logarithm has no zero: no posts at all stands at the lower edge
MOST_DRAWS = 60
_LETTER = 13.5


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter of the map."""

    key: str
    plain: str
    study: str
    right: bool
    upper: bool


def pattern_map(
    pattern: Pattern, quarters: list[Quarter], middle: tuple[float, float], *, wide: int, size: str
) -> Markup:
    """The drawing.

    Args:
        pattern: Its draws and its point.
        quarters: The four regions with their words.
        middle: Hours a day and posts a week at which the quarters meet.
        wide: Width.
        size: On which screens it is shown.
    """
    left, right, top, bottom = 38.0, wide - 2.0, 24.0, wide * 0.8
    x = logarithmic(0.12, 14, left, right)
    y = logarithmic(_NUDGE, 120, bottom, top)
    split = Split(Box(left, top, right, bottom), x(middle[0]), y(middle[1]))
    parts = [part for quarter in quarters for part in _region(quarter, split, pattern.name)]
    parts += [el("text", brief(h), x=x(h), y=bottom + 18, class_="ax mid") for h in _HOURS]
    parts += [el("text", brief(q), x=left - 8, y=y(q) + 4, class_="ax end") for q in _POSTS]
    parts += [
        el("text", _("↑ posts a week"), x=0, y=11, class_="ax strong"),
        el("text", _("hours a day →"), x=right, y=bottom + 38, class_="ax end strong"),
    ]
    parts += [
        el("circle", cx=x(hours), cy=y(posts + _NUDGE), r=5, class_="draw")
        for hours, posts in _thinned(pattern.draws)
    ]
    return drawing(
        wide, bottom + 44, parts, size=size,
        says=_(
            "A map with hours a day to the right and posts a week upwards, in four quarters. "
            "Each dot is one way of counting these data."
        ),
    )  # fmt: skip


def _thinned(draws: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """At most ``MOST_DRAWS`` of them, evenly."""
    every = max(1, -(-len(draws) // MOST_DRAWS))
    return draws[::every]


@dataclass(frozen=True, slots=True)
class Split:
    """The plane, and where it is quartered."""

    plane: Box
    x: float
    y: float


def _region(quarter: Quarter, split: Split, chosen: str) -> list[Markup]:
    """One quarter with its words in its outer corner, on two lines where they are long."""
    plane = split.plane
    left, right = (split.x + 3, plane.right) if quarter.right else (plane.left, split.x - 3)
    top, bottom = (plane.top, split.y - 3) if quarter.upper else (split.y + 3, plane.bottom)
    plain = lines(quarter.plain, right - left - 20, _LETTER)
    first = top + 22 if quarter.upper else bottom - 10 - 16 * len(plain)
    words = [(text, "lab plain") for text in plain] + [(quarter.study, "ax")]
    return [
        el(
            "rect",
            x=left,
            y=top,
            width=right - left,
            height=bottom - top,
            rx=14,
            class_="quarter on" if quarter.key == chosen else "quarter",
        ),
        *(
            el("text", text, x=left + 12, y=first + 16 * place, class_=style)
            for place, (text, style) in enumerate(words)
        ),
    ]
