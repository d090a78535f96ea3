"""Each tie at its place, without two of them hiding each other as far as there is room."""

from collections import Counter
from dataclasses import dataclass
from math import cos, hypot, sin, sqrt

from parasocial.report.amounts import given, point, returned
from parasocial.report.charts.lettering import Box
from parasocial.report.charts.scatter.frame import Frame
from parasocial.report.selection import Shown

CLUSTER = 24
"""Marks drawn at one place; more ties with the same amounts would lie on top of each other."""

_GOLDEN = 2.399963  # radians: a sunflower's angle, which spreads any number of seeds evenly
_STEPS = (0, 6.5, -6.5, 13, -13, 18, -18)
_DODGING = 300
_SMALLEST, _LARGEST = 3.6, 9.0
_MANY, _LESS = 400, 0.7  # from so many ties on, marks are so much smaller


@dataclass(frozen=True, slots=True)
class Dot:
    """A tie at its place."""

    shown: Shown
    x: float
    y: float
    r: float

    @property
    def box(self) -> Box:
        """The square around the mark."""
        return Box(self.x - self.r, self.y - self.r, self.x + self.r, self.y + self.r)

    def meets(self, x: float, y: float, r: float) -> bool:
        """Whether a mark at (x, y) would touch this one."""
        return hypot(self.x - x, self.y - y) < self.r + r + 1


def place_dots(ties: list[Shown], frame: Frame) -> list[Dot]:
    """The marks, in the order of the ties; their area grows with the hours."""
    most = max((point(shown.tie.weekly_hours) for shown in ties), default=0) or 1
    scale = _LESS if len(ties) > _MANY else 1.0
    at: Counter[tuple[int, int]] = Counter()
    dots: list[Dot] = []
    shelf: list[Dot] = []
    for shown in ties:
        gave, back = given(shown.tie), returned(shown.tie)
        seed, at[gave, back] = at[gave, back], at[gave, back] + 1
        if seed >= CLUSTER:
            continue
        part = sqrt(point(shown.tie.weekly_hours) / most)
        r = scale * (_SMALLEST + (_LARGEST - _SMALLEST) * part)
        if back:
            dots.append(Dot(shown, *_fanned(gave, back, seed, frame), r))
            continue
        x = frame.x(gave) + 3.4 * sqrt(seed) * cos(seed * _GOLDEN)
        dot = Dot(shown, x, _depth(x, r, gave + seed, shelf, frame), r)
        dots.append(dot)
        shelf.append(dot)
    return dots


def _fanned(gave: int, back: int, seed: int, frame: Frame) -> tuple[float, float]:
    """Where the *seed*-th tie with these amounts is drawn."""
    away, angle = 3.4 * sqrt(seed), seed * _GOLDEN
    column = frame.column if not gave else None
    x = (column.left + column.right) / 2 if column else frame.x(gave)
    return x + away * cos(angle), frame.y(back) + away * sin(angle)


def _depth(x: float, r: float, number: int, taken: list[Dot], frame: Frame) -> float:
    """Where on the shelf there is room at *x*; anywhere, evenly, where there is none."""
    middle = (frame.shelf.top + frame.shelf.bottom) / 2
    if len(taken) < _DODGING:
        for step in _STEPS:
            if not any(dot.meets(x, middle + step, r) for dot in taken):
                return middle + step
    return middle + ((number * 0.618034) % 1 - 0.5) * 2 * _STEPS[-2]


def dots_drawn(ties: list[Shown]) -> int:
    """How many ties have a mark, or would have one if anything had been given or come back."""
    at = Counter((given(shown.tie), returned(shown.tie)) for shown in ties)
    silent = at.pop((0, 0), 0)
    return silent + sum(min(number, CLUSTER) for number in at.values())
