"""The five types of user that the 2021 study named, read from time and posting.

The published wording is two by two (time, posting) plus Offliner; no thresholds were published.
Ours: 1.5 hours a day is the study's world mean; 4 posts a week lies between a median and a
top-tenth poster.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

HOURS = 1.5
POSTS = 4.0
LEAST_DAYS = 28
LEAST_WEEKS = 8
OFFLINER_DAYS = 3
MIXED = 0.5
DECIDED = 0.75
DRAWS = 200
_SEED = 2021


def _side_of(ratio: float, steepness: float) -> float:
    """The logistic of *steepness* * ln *ratio*, which needs neither where *ratio* is 0."""
    weight: float = ratio**steepness
    return weight / (1 + weight)


def time_axis(hours_a_day: float) -> float:
    """How far a day's hours lie on the side of much time, in [0, 1]; 0.5 at 1.5 hours."""
    return _side_of(hours_a_day / HOURS, 2)


def posting_axis(posts_a_week: float) -> float:
    """How far a week's public posts and comments lie on the side of many, in [0, 1]."""
    return _side_of((posts_a_week + 0.05) / POSTS, 1.25)


def type_shares(hours_a_day: float, posts_a_week: float) -> dict[str, float]:
    """How much each of the four active types fits; the shares sum to 1.

    >>> {name: round(share, 2) for name, share in type_shares(0.5, 1).items()}
    {'savvy_social': 0.76, 'breezy_poster': 0.14, 'oversharer': 0.02, 'lurker': 0.08}
    """
    return _shares(time_axis(hours_a_day), posting_axis(posts_a_week))


def _shares(much: float, many: float) -> dict[str, float]:
    return {
        "savvy_social": (1 - much) * (1 - many),
        "breezy_poster": (1 - much) * many,
        "oversharer": much * many,
        "lurker": much * (1 - many),
    }


def type_name(shares: Mapping[str, float]) -> str:
    """The largest share's name; ``mixed`` where none reaches one half."""
    name = max(shares, key=lambda it: shares[it])
    return name if shares[name] >= MIXED else "mixed"


def possible_names(hours_a_day: float, posts_a_week: float) -> list[str]:
    """The names that fit when hours on other platforms are added to those that were seen."""
    seen, many = time_axis(hours_a_day), posting_axis(posts_a_week)
    steps = 50
    names = (type_name(_shares(seen + (1 - seen) * i / steps, many)) for i in range(steps + 1))
    return list(dict.fromkeys(names))


def decided_axis(hours_a_day: float, posts_a_week: float) -> str | None:
    """What can be said of either axis by itself; None where neither is clear.

    >>> decided_axis(6, 4)
    'much time; posting in between'
    """
    much = _side(time_axis(hours_a_day), "little time", "much time")
    many = _side(posting_axis(posts_a_week), "few posts", "many posts")
    if not (much or many):
        return None
    return f"{much or 'time in between'}; {many or 'posting in between'}"


def _side(value: float, low: str, high: str) -> str | None:
    if value >= DECIDED:
        return high
    return low if value <= 1 - DECIDED else None


class WeekUse(NamedTuple):
    """One week of one channel that an export covers: hours, and public posts."""

    week: int
    channel: str
    hours: float
    posts: int


def draws(weeks: Sequence[WeekUse], count: int = DRAWS) -> list[tuple[float, float]]:
    """Bootstrap of weeks: (hours a day, posts a week) of each draw, each channel by its own weeks.

    Empty under eight weeks, where a bootstrap of weeks says nothing.
    """
    import numpy as np

    numbers = sorted({use.week for use in weeks})
    if len(numbers) < LEAST_WEEKS:
        return []
    channels = sorted({use.channel for use in weeks})
    at_week = {week: i for i, week in enumerate(numbers)}
    at_channel = {channel: i for i, channel in enumerate(channels)}
    table = np.zeros((3, len(numbers), len(channels)))
    for use in weeks:
        place = at_week[use.week], at_channel[use.channel]
        table[0][place] += use.hours
        table[1][place] += use.posts
        table[2][place] = 1
    drawn = np.random.default_rng(_SEED).multinomial(
        len(numbers), [1 / len(numbers)] * len(numbers), size=count
    )
    hours, posts, covered = (drawn @ part for part in table)
    covered = np.maximum(covered, 1)
    a_day = (hours / covered).sum(axis=1) / 7
    a_week = (posts / covered).sum(axis=1)
    return [(float(h), float(q)) for h, q in zip(a_day, a_week, strict=True)]


def stability(drawn: Sequence[tuple[float, float]], name: str) -> float | None:
    """The share of bootstrap draws with the same name. None without draws."""
    if not drawn:
        return None
    return sum(type_name(type_shares(h, q)) == name for h, q in drawn) / len(drawn)
