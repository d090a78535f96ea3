"""Who there is: where, how old, of what temperament, on which platforms."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .knobs import Knobs
from .rows import PLATFORM, PLATFORMS, Flags, Floats, Ints

_LANDS = tomllib.loads(Path(__file__).with_name("countries.toml").read_text(encoding="utf-8"))
COUNTRIES: list[dict[str, Any]] = _LANDS["country"]
WORLD: dict[str, float] = _LANDS["world"]
"""Published percentages by country, and of all countries together."""

_TEMPERS = (  # share of people, hours a day, posts a week, and how far each spreads (log)
    (0.30, 0.45, 0.8, 0.35, 0.6),
    (0.14, 0.55, 14.0, 0.30, 0.5),
    (0.26, 2.80, 0.4, 0.30, 0.7),
    (0.12, 3.20, 24.0, 0.25, 0.5),
    (0.15, 1.50, 3.5, 0.30, 0.6),
    (0.03, 0.02, 0.0, 0.30, 0.0),
)
_ON = {
    "youtube": 0.9, "tiktok": 0.4, "instagram": 0.65, "twitch": 0.25, "spotify": 0.45,
    "whatsapp": 0.75, "telegram": 0.5, "discord": 0.4, "bluesky": 0.35, "facebook": 0.45,
    "snapchat": 0.25, "reddit": 0.2, "sms": 1.0, "chatgpt": 0.25, "x": 0.3, "mastodon": 0.1,
}  # fmt: skip
_YOUNGER = {"tiktok", "twitch", "discord", "snapchat"}
"""Where each ten years of age above 40 halve the odds."""


@dataclass(frozen=True)
class People:
    """One entry per person in every array.

    Attributes:
        country: Index into `COUNTRIES`.
        age: Years, 18 to 85.
        hours: Hours a day that they watch and listen, in the long run.
        posts: Public posts and comments a week, in the long run.
        sociable: How often they talk with friends, 1 being usual.
        lonely: How lonely, as a standard normal score.
        bored: How bored, likewise.
        on: Whether they are on each of `PLATFORMS`.
        offset: Hours that their clock is ahead of UTC.
    """

    country: Ints
    age: Ints
    hours: Floats
    posts: Floats
    sociable: Floats
    lonely: Floats
    bored: Floats
    on: Flags
    offset: Floats

    def __len__(self) -> int:
        """How many they are."""
        return len(self.age)


def invent(knobs: Knobs) -> People:
    """The people of this seed."""
    rng, count = knobs.dice("people"), knobs.people
    country = rng.integers(0, len(COUNTRIES), count)
    age = np.clip(rng.gamma(6, 4.2, count) + 15, 18, 85).astype(np.int64)
    shares, hours, posts, by_hours, by_posts = map(np.array, zip(*_TEMPERS, strict=True))
    temper = rng.choice(len(shares), count, p=shares)
    lonely, bored = rng.normal(size=count), rng.normal(size=count)
    spread = 0.8 * rng.normal(size=count) + 0.6 * bored  # the bored are longer online
    active = np.minimum(hours[temper] * np.exp(by_hours[temper] * spread), 7.0)
    loud = np.minimum(posts[temper] * np.exp(by_posts[temper] * rng.normal(size=count)), 80.0)
    sociable = np.exp(0.45 * rng.normal(size=count) - 0.3 * lonely)
    quiet = temper == len(_TEMPERS) - 1
    sociable[quiet] *= 0.1
    return People(
        country, age, active, loud, sociable, lonely, bored,
        _members(knobs, age), np.array([COUNTRIES[c]["offset"] for c in country], float),
    )  # fmt: skip


def _members(knobs: Knobs, age: Ints) -> Flags:
    """Who is on which platform; everybody has a telephone."""
    chance = np.array([_ON[name] for name in PLATFORMS])
    odds = np.tile(chance / np.maximum(1 - chance, 1e-12), (len(age), 1))
    young = [PLATFORM[name] for name in sorted(_YOUNGER)]
    odds[:, young] *= 0.5 ** ((age[:, None] - 40) / 10)
    return knobs.dice("platforms").random(odds.shape) < odds / (1 + odds)
