"""What can be given of a report, each so coarse that many people share it, with its sentence.

Nothing here is a name, a text, a day, or an account of anybody.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from msgspec import Struct

Amount: TypeAlias = float | int | str
SHARE_STEP, HOUR_STEP, MOST_HOURS, MOST_MONTHS = 0.05, 0.5, 168, 600
_TIES = ((0, "none"), (9, "1 to 9"), (29, "10 to 29"), (99, "30 to 99"), (None, "100 or more"))
_POSTS = ((0.5, "hardly any"), (3, "1 to 3"), (9, "4 to 9"), (24, "10 to 24"), (None, "25 or more"))
PATTERNS = ("savvy_social", "breezy_poster", "oversharer", "lurker", "offliner", "mixed")
_DAYS_A_MONTH = 30.44


class _Point(Struct, frozen=True):
    point: float | None = None


class _Span(Struct, frozen=True, rename={"start": "from", "end": "to"}):
    start: str | None = None
    end: str | None = None


class _Totals(Struct, frozen=True):
    ties: int
    by_class: dict[str, int]
    weekly_hours: _Point


class _Pattern(Struct, frozen=True):
    name: str
    posts_a_week: float | None = None


class Reported(Struct, frozen=True):
    """The part of a report's JSON that a donation can come from."""

    schema: str
    window: _Span
    totals: _Totals
    one_way_share: _Point
    reciprocal_share: _Point
    type: _Pattern
    invented: bool = False


class Measured(NamedTuple):
    """One measure of one person, as it would be given."""

    name: str
    value: Amount
    sentence: str


class Measure(NamedTuple):
    """What can be given under one name.

    Attributes:
        of: The coarse value of a report; None where it cannot be told.
        says: The sentence for a value.
        can_be: Whether a value is one that `of` can return.
    """

    of: Callable[[Reported], Amount | None]
    says: Callable[[Any], str]
    can_be: Callable[[Any], bool]


def measured(report: Reported, asked: Sequence[str]) -> list[Measured]:
    """What of *asked* a report can tell, in that order."""
    found = []
    for name in asked:
        value = MEASURES[name].of(report)
        if value is not None:
            found.append(Measured(name, value, MEASURES[name].says(value)))
    return found


def _months(report: Reported) -> int | None:
    """Whole months between the first and the last day, at least 1."""
    start, end = report.window.start, report.window.end
    if not start or not end:
        return None
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days + 1
    return min(max(round(days / _DAYS_A_MONTH), 1), MOST_MONTHS)


def _share(point: float | None) -> float | None:
    """The nearest twentieth."""
    return None if point is None else round(round(point / SHARE_STEP) * SHARE_STEP, 2)


def _hours(point: float | None) -> float | None:
    """The nearest half hour, a week's 168 at most."""
    return None if point is None else min(round(point / HOUR_STEP) * HOUR_STEP, float(MOST_HOURS))


def _band(number: float | None, bands: Sequence[tuple[float | None, str]]) -> str | None:
    if number is None:
        return None
    return next(name for most, name in bands if most is None or number <= most)


def _pattern(report: Reported) -> str | None:
    return report.type.name if report.type.name in PATTERNS else None


def _is_share(value: Any) -> bool:
    return type(value) in (int, float) and 0 <= value <= 1 and value == _share(value)


def _is_hours(value: Any) -> bool:
    return type(value) in (int, float) and 0 <= value <= MOST_HOURS and value == _hours(value)


def _is_months(value: Any) -> bool:
    return type(value) is int and 1 <= value <= MOST_MONTHS


def _among(names: Sequence[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value in names


def _percent(value: float) -> str:
    return f"{value * 100:.0f}"


_TIE_BANDS = _among([name for _, name in _TIES])

MEASURES: dict[str, Measure] = {
    "months": Measure(
        _months,
        lambda it: f"What you read covers about {it} month{'s' * (it != 1)}.",
        _is_months,
    ),
    "ties": Measure(
        lambda it: _band(it.totals.ties, _TIES),
        lambda it: f"Ties seen in it: {it}.",
        _TIE_BANDS,
    ),
    "parasocial_ties": Measure(
        lambda it: _band(it.totals.by_class.get("parasocial", 0), _TIES),
        lambda it: f"Of them with people who cannot see you back: {it}.",
        _TIE_BANDS,
    ),
    "reciprocal_ties": Measure(
        lambda it: _band(it.totals.by_class.get("reciprocal", 0), _TIES),
        lambda it: f"Of them with people who answer: {it}.",
        _TIE_BANDS,
    ),
    "hours_a_week": Measure(
        lambda it: _hours(it.totals.weekly_hours.point),
        lambda it: f"About {it:g} hours a week went to all of them.",
        _is_hours,
    ),
    "one_way_share": Measure(
        lambda it: _share(it.one_way_share.point),
        lambda it: f"About {_percent(it)} of 100 of these hours went where nothing came back.",
        _is_share,
    ),
    "reciprocal_share": Measure(
        lambda it: _share(it.reciprocal_share.point),
        lambda it: f"About {_percent(it)} of 100 of these hours went to people who answer.",
        _is_share,
    ),
    "posts_a_week": Measure(
        lambda it: _band(it.type.posts_a_week, _POSTS),
        lambda it: f"Public posts and comments in a week: {it}.",
        _among([name for _, name in _POSTS]),
    ),
    "pattern": Measure(
        _pattern,
        lambda it: f"Of the five patterns of 2021 it reads most like: {it}.",
        _among(PATTERNS),
    ),
}
"""Everything that a study can ask for, by name."""
