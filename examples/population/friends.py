"""Who knows whom: circles and strangers, and how each two of them talk."""

from dataclasses import dataclass

import numpy as np

from .knobs import Knobs
from .people import People
from .performers import Performers
from .rows import PLATFORM, Floats, Ints, Rows

CHAT, REPLIES, COMMENTS = range(3)
"""Private messages; public replies under posts; a comment that may be answered once."""

THREAD = np.dtype(
    [
        ("one", "i4"),
        ("other", "i4"),
        ("platform", "u1"),
        ("manner", "u1"),
        ("rate", "f8"),  # conversations a day
        ("meets", "f8"),  # meetings in person a day
        ("change", "i4"),  # the day from which the five below hold
        ("growth", "f8"),  # factor on the rate
        ("starts", "f8"),  # how often it is `one` that begins
        ("answers", "f8", 2),  # how likely `one`, and `other`, answers a first message
        ("later", "f8", 2),  # the same after the change
        ("slow", "f8", 2),  # how often an answer takes more than an hour
    ]
)
"""How two talk on one platform."""

_TALKED_ON = {
    "whatsapp": 5.0, "telegram": 3.5, "instagram": 2.5, "discord": 3.0, "bluesky": 2.5,
    "facebook": 1.2, "snapchat": 1.0, "reddit": 0.3, "sms": 0.15, "x": 1.2, "mastodon": 2.5,
}  # fmt: skip
_IN_PUBLIC = ("bluesky", "mastodon")
"""Where friends answer below posts and do not write in private."""
_SECOND = 0.35
_COMMENTED = 0.25


@dataclass(frozen=True)
class Friends:
    """Pairs who know each other, and the threads in which they talk.

    Attributes:
        pairs: Two numbers of people, the smaller first, one row per pair.
        threads: A row of `THREAD` for each pair and platform, companions' at the end.
    """

    pairs: Ints
    threads: Rows


def invent(knobs: Knobs, people: People, performers: Performers) -> Friends:
    """The friendships of this seed."""
    pairs, pace = _pairs(knobs, people)
    threads = _threads(knobs, people, pairs, pace)
    return Friends(pairs, np.concatenate([threads, _companions(knobs, people, performers)]))


def _pairs(knobs: Knobs, people: People) -> tuple[Ints, Floats]:
    """Who knows whom, and how many conversations a week are usual between them."""
    rng, count = knobs.dice("friends"), len(people)
    home = np.lexsort((rng.random(count), people.country))
    found = [
        _circle(rng, home, 20, 0.30),
        _circle(rng, rng.permutation(count), 30, 0.12),
        np.sort(rng.integers(0, count, (3 * count // 2, 2)), axis=1),
    ]
    usual = np.repeat([3.5, 1.4, 0.4], [len(part) for part in found])
    pairs = np.concatenate(found)
    keep = (pairs[:, 0] < pairs[:, 1]) & (
        rng.random(len(pairs)) < 1 - 0.06 * _loneliest(people, pairs)
    )
    pairs, usual = pairs[keep], usual[keep]
    _, first = np.unique(pairs @ [count, 1], return_index=True)
    pairs, usual = pairs[first], usual[first]
    warmth = np.exp(1.1 * rng.normal(size=len(pairs)))
    return pairs, usual * warmth * np.sqrt(people.sociable[pairs].prod(axis=1))


def _loneliest(people: People, pairs: Ints) -> Floats:
    """Of each pair the higher loneliness, from 0 to 4."""
    return np.clip(people.lonely[pairs].max(axis=1) + 2, 0, 4)


def _circle(rng: np.random.Generator, order: Ints, size: int, chance: float) -> Ints:
    """Pairs inside circles of that size, each with that chance."""
    a, b = np.triu_indices(size, 1)
    begins = np.arange(0, len(order), size)[:, None]
    first, second = (begins + a).ravel(), (begins + b).ravel()
    keep = (second < len(order)) & (rng.random(len(first)) < chance)
    return np.sort(np.stack([order[first[keep]], order[second[keep]]], axis=1), axis=1)


def _threads(knobs: Knobs, people: People, pairs: Ints, pace: Floats) -> Rows:
    """Where each pair talks, and how."""
    rng = knobs.dice("threads")
    names = [PLATFORM[name] for name in _TALKED_ON]
    shared = people.on[pairs[:, 0]][:, names] & people.on[pairs[:, 1]][:, names]
    liking = np.log(list(_TALKED_ON.values())) + rng.gumbel(size=shared.shape)
    ranked = np.argsort(-np.where(shared, liking, -np.inf), axis=1)
    either = shared.sum(axis=1) > 1
    second = either & (rng.random(len(pairs)) < _SECOND)
    on_both = shared[:, names.index(PLATFORM["instagram"])]
    comments = on_both & (rng.random(len(pairs)) < _COMMENTED)
    habits = _habits(knobs, len(pairs))
    habits["one"], habits["other"] = pairs.T
    habits["rate"], habits["meets"] = pace / 7, 0.6 * pace / 7
    main, other, under = habits.copy(), habits[second], habits[comments]
    main["platform"] = np.array(names)[ranked[:, 0]]
    main["rate"] *= np.where(second, 0.7, 1.0)
    other["platform"] = np.array(names)[ranked[second, 1]]
    other["rate"] *= 0.3
    other["meets"] = under["meets"] = 0
    under["platform"], under["manner"] = PLATFORM["instagram"], COMMENTS
    under["rate"] = np.minimum(0.3 * under["rate"], 0.1)
    public = [PLATFORM[name] for name in _IN_PUBLIC]
    for part in (main, other):
        part["manner"] = np.where(np.isin(part["platform"], public), REPLIES, CHAT)
    return np.concatenate([main, other, under])


def _habits(knobs: Knobs, count: int) -> Rows:
    """Who begins and who answers: even, uneven, one-sided, dying or growing, turning."""
    rng, out = knobs.dice("habits"), np.zeros(count, THREAD)
    sort = rng.choice(5, count, p=[0.42, 0.24, 0.18, 0.08, 0.08])
    even, uneven = rng.beta(9, 9, count), rng.beta(1.2, 1.2, count)
    out["starts"] = np.where(sort == 1, uneven, even)
    out["answers"] = np.where(
        (sort == 1)[:, None], rng.beta(1.5, 2.5, (count, 2)), rng.beta(9, 2, (count, 2))
    )
    silent = rng.integers(0, 2, count)
    begins = np.where(silent == 1, rng.beta(16, 1, count), rng.beta(1, 16, count))
    one_sided = np.flatnonzero(sort == 2)
    out["starts"][one_sided] = begins[one_sided]
    out["answers"][one_sided, silent[one_sided]] = rng.beta(1, 9, count)[one_sided]
    out["later"] = out["answers"]
    turning = np.flatnonzero(sort == 4)
    out["later"][turning, silent[turning]] *= 0.08
    out["change"] = rng.integers(knobs.days // 4, 3 * knobs.days // 4 + 1, count)
    out["growth"] = np.where(sort == 3, rng.choice([0.05, 0.3, 3.0], count), 1.0)
    out["slow"] = rng.beta(2, 5, (count, 2))
    return out


def _companions(knobs: Knobs, people: People, performers: Performers) -> Rows:
    """Programs that people talk to: they always answer, at once, and never begin."""
    rng = knobs.dice("companions")
    users = np.flatnonzero(people.on[:, PLATFORM["chatgpt"]])
    out = np.zeros(len(users), THREAD)
    out["one"], out["other"] = users, performers.companions[0]
    out["platform"] = PLATFORM["chatgpt"]
    out["rate"] = np.minimum(
        0.12 * np.exp(0.8 * rng.normal(size=len(users)) + 0.5 * people.lonely[users]), 0.9
    )
    out["starts"], out["answers"], out["growth"] = 1.0, 1.0, 1.0
    out["later"], out["change"] = 1.0, knobs.days
    return out
