"""Whom people watch: tastes, favourites, what a feed serves them, and for how long."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .knobs import Knobs
from .people import COUNTRIES, WORLD, People
from .performers import GENRES, Performers
from .rows import FORM, PLATFORM, PLATFORMS, Flags, Floats, Ints, Rows

WATCHED_ON = PLATFORMS[:5]
"""Platforms whose exports hold attention, in the order of their codes."""
LOOKS = (  # platform, form, share of looks, mean seconds
    ("youtube", "video", 0.70, 420.0),
    ("youtube", "short", 0.25, 30.0),
    ("youtube", "live", 0.05, 2000.0),
    ("tiktok", "short", 1.00, 28.0),
    ("instagram", "post", 0.40, 8.0),
    ("instagram", "story", 0.30, 7.0),
    ("instagram", "short", 0.30, 25.0),
    ("twitch", "live", 1.00, 2700.0),
    ("spotify", "audio", 0.92, 200.0),
    ("spotify", "audio", 0.08, 1500.0),
)
CHOSEN, SERVED = 256, 512
"""From so many slots a person draws whom they choose, and whom the feed serves."""
LINES, LETTERS, UNSOLICITED = range(3)
"""In a creator's room or below their posts, where a line answers a post; a private message; one
from a creator."""
BELOW_POSTS = ("bluesky", "x", "mastodon")
"""Where lines stand below posts, for everybody to see."""

SPEAK, LIKE = 0.5, 0.6
"""The share of people who ever write below what they watch, and who ever like it."""
_SPLIT = (0.45, 0.18, 0.10, 0.15, 0.17)
_MOST = 24

FAN = np.dtype(
    [("actor", "i4"), ("target", "i4"), ("platform", "u1"), ("manner", "u1"), ("rate", "f8")]
)
"""Who writes to whom outside of watching, and how often a day."""


@dataclass(frozen=True)
class Fans:
    """What people's attention follows.

    Attributes:
        looks: Views or listens a day on each of `WATCHED_ON`; (people, 5).
        chosen: Whom a person draws from when they choose; (5, people, `CHOSEN`).
        served: Whom the feed draws from; (5, people, `SERVED`).
        keen: Whether a person says that they follow influencers: most of their favourites, while
            others follow few.
        follows: Whether a person follows a performer; (people, performers).
        back: Whether the performer follows them back; likewise.
        remark: How likely a look that can be commented on is; (people, 5).
        chat: How likely somebody writes in a live chat that they watch.
        like: How likely they like what they look at.
        pays: How likely they give something while they watch live.
        writes: Rows of `FAN`.
    """

    looks: Floats
    chosen: NDArray[np.int16]
    served: NDArray[np.int16]
    keen: Flags
    follows: Flags
    back: Flags
    remark: Floats
    chat: Floats
    like: Floats
    pays: Floats
    writes: Rows


def mean_seconds() -> Floats:
    """How long one look lasts on average, on each of `WATCHED_ON`."""
    return np.array([sum(p * s for on, _, p, s in LOOKS if on == name) for name in WATCHED_ON])


def kinds_of(platform: str) -> tuple[Ints, Floats, Floats]:
    """Forms, their shares and mean seconds on one platform."""
    rows = [(FORM[form], p, s) for on, form, p, s in LOOKS if on == platform]
    forms, shares, seconds = zip(*rows, strict=True)
    return np.array(forms), np.array(shares), np.array(seconds)


def invent(knobs: Knobs, people: People, performers: Performers) -> Fans:
    """The attention of this seed."""
    rng, count = knobs.dice("fans"), len(people)
    taste = rng.standard_gamma(0.7, (count, len(GENRES))) + 0.05
    pull = np.log(performers.weight) + np.log(taste)[:, performers.genre]
    ranks = np.argsort(np.argsort(-(pull + rng.gumbel(size=pull.shape)), axis=1), axis=1)
    many = np.clip((4 + 3 * people.hours + 2 * rng.random(count)).astype(int), 4, _MOST)
    favour = np.where(ranks < many[:, None], 1 / (ranks + 1.0) ** 0.9, 0.0)
    feed = np.exp(pull)
    chosen, served = _slots(knobs, performers, favour, feed)
    looks = _looks(knobs, people)
    keen, speaks, likes = rng.random((3, count)) < [_keen(people), [SPEAK] * count, [LIKE] * count]
    loyal = np.where(keen, 0.85, 0.15)[:, None]
    follows = (favour > 0) & (rng.random(favour.shape) < loyal)
    back = follows & performers.small & (rng.random(favour.shape) < 0.35)
    talked = looks[:, :3].sum(axis=1)
    wanted = speaks * 0.4 * people.posts / 7
    remark = np.minimum(wanted / np.maximum(talked, 1e-9), 0.09)[:, None] * [1.0, 1.0, 1.0, 0, 0]
    return Fans(
        looks, chosen, served, keen, follows, back, remark,
        chat=speaks * np.minimum(0.08 + 0.02 * people.posts, 0.6),
        like=likes * 0.09 * rng.beta(1, 2, count),
        pays=np.where(rng.random(count) < 0.12, 0.2, 0.0),
        writes=_writes(knobs, people, performers, favour, follows, speaks),
    )  # fmt: skip


def _keen(people: People) -> Floats:
    """How likely each follows influencers: the published share, fewer with every ten years."""
    published = np.array([land.get("follow", WORLD["follow"]) for land in COUNTRIES]) / 100
    odds = (published / (1 - published))[people.country] * 0.75 ** ((people.age - 40) / 10)
    return odds / (1 + odds)


def _looks(knobs: Knobs, people: People) -> Floats:
    """Views and listens a day, so that their mean lengths add up to a person's hours."""
    rng = knobs.dice("looks")
    on = people.on[:, : len(WATCHED_ON)]
    weight = on * np.array(_SPLIT) * rng.standard_gamma(2.0, on.shape)
    share = weight / np.maximum(weight.sum(axis=1, keepdims=True), 1e-12)
    return share * people.hours[:, None] * 3600 / mean_seconds()


def _slots(
    knobs: Knobs, performers: Performers, favour: Floats, feed: Floats
) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """Tables to draw from: the share of slots that name somebody is their share of looks."""
    rng = knobs.dice("slots")
    served = np.stack([_table(rng, feed * performers.on[:, p], SERVED) for p in range(5)])
    chosen = np.stack([_table(rng, favour * performers.on[:, p], CHOSEN) for p in range(5)])
    nobody = np.stack([(favour * performers.on[:, p]).sum(axis=1) == 0 for p in range(5)])
    chosen[nobody] = served[nobody][:, :CHOSEN]
    return chosen, served


def _table(rng: np.random.Generator, weight: Floats, size: int) -> NDArray[np.int16]:
    """Evenly spaced draws from each row of weights, from a place of chance."""
    many, few = weight.shape
    total = weight.sum(axis=1, keepdims=True)
    ends = np.cumsum(np.where(total > 0, weight, 1.0), axis=1)
    ends = ends / ends[:, -1:] + np.arange(many)[:, None]
    at = (np.arange(size) + rng.random((many, 1))) / size + np.arange(many)[:, None]
    found = np.searchsorted(ends.ravel(), np.minimum(at, ends[:, -1:] - 1e-9).ravel())
    table = found.reshape(many, size) - np.arange(many)[:, None] * few
    return rng.permuted(table, axis=1).astype(np.int16)


def _writes(
    knobs: Knobs,
    people: People,
    performers: Performers,
    favour: Floats,
    follows: Flags,
    speaks: Flags,
) -> Rows:
    """Who writes in creators' rooms and to creators, and to whom small creators write."""
    rng, out = knobs.dice("writes"), []
    loud = speaks * (0.03 + 0.012 * people.posts)
    for name in ("telegram", "discord", *BELOW_POSTS):
        there = (
            people.on[:, [PLATFORM[name]]] & performers.on[:, PLATFORM[name]] & ~performers.brand
        )
        joined = there & (favour > 0.09) & (rng.random(favour.shape) < 0.5)
        out.append(_fans(joined, loud[:, None] * favour**0.5, name, LINES))
    insta = people.on[:, [PLATFORM["instagram"]]] & performers.on[:, PLATFORM["instagram"]]
    eager = (
        insta & (favour > 0.2) & (rng.random(favour.shape) < 0.1 + 0.05 * people.lonely[:, None])
    )
    out.append(_fans(eager, np.full(favour.shape, 1 / 40.0), "instagram", LETTERS))
    sought = insta & follows & performers.small & (rng.random(favour.shape) < 0.3)
    unasked = _fans(sought, np.full(favour.shape, 1 / 150.0), "instagram", UNSOLICITED)
    unasked["actor"], unasked["target"] = unasked["target"].copy(), unasked["actor"].copy()
    rows = np.concatenate([*out, unasked])
    for end in ("actor", "target"):
        code = rows[end]
        rows[end] = np.where(code < 0, -code - 1 + performers.first, code)
    rows["rate"] = np.minimum(rows["rate"], 0.9)
    return rows


def _fans(which: Flags, rate: Floats, platform: str, manner: int) -> Rows:
    """One row of `FAN` for each of these; performers are counted down from -1 for now."""
    person, performer = np.nonzero(which)
    rows = np.zeros(len(person), FAN)
    rows["actor"], rows["target"] = person, -1 - performer
    rows["rate"] = rate[person, performer]
    rows["platform"], rows["manner"] = PLATFORM[platform], manner
    return rows


def moods(knobs: Knobs) -> Floats:
    """Each person's watching in each week against their usual, as a logarithm: AR(1), .5."""
    rng = knobs.dice("moods")
    shocks = rng.normal(size=(knobs.people, knobs.weeks)) * SWING
    out = np.empty_like(shocks)
    out[:, 0] = shocks[:, 0]
    for week in range(1, knobs.weeks):
        out[:, week] = 0.5 * out[:, week - 1] + np.sqrt(0.75) * shocks[:, week]
    return out


SWING = 0.35
"""The standard deviation of the logarithm of a week's watching."""
SECLUDED = 0.5
"""How much more is watched where people cannot meet at all."""


def watching(knobs: Knobs, moods: Floats) -> Floats:
    """The factor on each person's watching on each day; (people, days)."""
    steady = np.exp(moods - SWING**2 / 2)
    return np.repeat(steady, 7, axis=1) * (1 + SECLUDED * knobs.apart)
