"""The five types of user that the 2021 study named, read from time and posting.

The published wording is two by two (time, posting) plus Offliner; no thresholds were published.
Ours: 1.5 hours a day is the study's world mean; 4 posts a week lies between a median and a
top-tenth poster.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from parasocial.notes import QuizAnswers

HOURS = 1.5
POSTS = 4.0
LEAST_DAYS = 28
LEAST_WEEKS = 8
OFFLINER_DAYS = 3
MIXED = 0.5
DECIDED = 0.75
DRAWS = 200
QUIZ_WEIGHT = 0.5
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


def quiz_shares(quiz: QuizAnswers) -> dict[str, float]:
    """How much each of the five types fits six answers; the shares sum to 1.

    Hours and posts are read as they are from an export. One sitting speaks for Breezy Poster, no
    trace for Lurker, a kept limit for Savvy Social: each multiplies its share by e^(z / 2), with
    z from -1 to 1. Whoever has no account in use is an Offliner.

    >>> shares = quiz_shares(QuizAnswers(3, 1, "in_use", one_sitting=0, no_trace=4, keeps_limit=2))
    >>> round(type_shares(3, 1)["lurker"], 2), round(shares["lurker"], 2)
    (0.67, 0.78)
    """
    if quiz.accounts != "in_use":
        return {**dict.fromkeys(type_shares(0, 0), 0.0), "offliner": 1.0}
    shares = type_shares(quiz.hours_a_day, quiz.posts_a_week)
    for name, answer in (
        ("breezy_poster", quiz.one_sitting),
        ("lurker", quiz.no_trace),
        ("savvy_social", quiz.keeps_limit),
    ):
        shares[name] *= math.exp(QUIZ_WEIGHT * (answer - 2) / 2)
    whole = sum(shares.values())
    return {**{name: share / whole for name, share in shares.items()}, "offliner": 0.0}


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
    return _axes(time_axis(hours_a_day), posting_axis(posts_a_week))


def axes() -> dict[str, str]:
    """Everything that ``decided_axis`` can say, by the sides of time and of posting.

    >>> axes()["high even"]
    'much time; posting in between'
    """
    at = {"low": 0.0, "even": 0.5, "high": 1.0}
    found = {f"{time} {post}": _axes(at[time], at[post]) for time in at for post in at}
    return {sides: said for sides, said in found.items() if said}


def _axes(time: float, posting: float) -> str | None:
    much = _side(time, "little time", "much time")
    many = _side(posting, "few posts", "many posts")
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
