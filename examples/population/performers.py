"""Who performs: creators by Zipf's law, brands, and programs that people talk to."""

from dataclasses import dataclass

import numpy as np

from .knobs import DAY, HOUR, Knobs
from .rows import PLATFORM, PLATFORMS, Flags, Floats, Ints

GENRES = (
    "cooking", "games", "music", "news", "fitness", "beauty", "travel", "science", "comedy",
    "craft", "sport", "talk",
)  # fmt: skip
ZIPF = 0.95
"""The exponent of the audience: the creator of rank r has a weight of 1 / r ** ZIPF."""
COMPANIONS = 1
_PER_PEOPLE = 8
_BRANDS = 0.1
_ON = {
    "youtube": 0.75, "tiktok": 0.7, "instagram": 0.9, "twitch": 0.3, "spotify": 0.3,
    "telegram": 0.35, "discord": 0.4, "bluesky": 0.4, "x": 0.5, "mastodon": 0.15,
}  # fmt: skip
_HEARD_OR_SEEN = ("youtube", "tiktok", "instagram", "twitch", "spotify")


STREAM = 12 * HOUR
"""One stream goes on for so long; then the next begins."""


@dataclass(frozen=True)
class Performers:
    """One entry per creator or brand in every array, the most popular first.

    Attributes:
        first: Number of the first of them; the people have the numbers before it.
        genre: Index into `GENRES`.
        brand: Whether it is a brand.
        weight: Share of all attention that Zipf's law gives them.
        on: Whether they are on each of `PLATFORMS`.
        willing: Share of what is written to them that they would answer if they had the time.
        period: Microseconds between two videos or posts.
        phase: Microseconds by which the first is later than a multiple of `period`.
    """

    first: int
    genre: Ints
    brand: Flags
    weight: Floats
    on: Flags
    willing: Floats
    period: Ints
    phase: Ints

    def __len__(self) -> int:
        """How many they are, without the companions."""
        return len(self.genre)

    @property
    def companions(self) -> range:
        """The numbers of programs that people talk to."""
        return range(self.first + len(self), self.first + len(self) + COMPANIONS)

    @property
    def small(self) -> Flags:
        """Whether they are among the less popular half."""
        return np.arange(len(self)) >= len(self) // 2

    def made(self, which: Ints, at: Ints, back: Ints) -> Ints:
        """When they made what was their newest but *back* at a moment."""
        serial = (at - self.phase[which]) // self.period[which] - back
        return self.phase[which] + serial * self.period[which]

    def streamed(self, which: Ints, at: Ints) -> Ints:
        """When the stream began that they were in at a moment."""
        return at - (at - self.phase[which]) % STREAM


def invent(knobs: Knobs) -> Performers:
    """The performers of this seed: one for every eight people, and at least forty."""
    rng, count = knobs.dice("performers"), max(40, knobs.people // _PER_PEOPLE)
    weight = 1 / np.arange(1, count + 1) ** ZIPF
    brand = rng.random(count) < _BRANDS
    on = rng.random((count, len(PLATFORMS))) < [_ON.get(name, 0.0) for name in PLATFORMS]
    seen = [PLATFORM[name] for name in _HEARD_OR_SEEN]
    on[~on[:, seen].any(axis=1), PLATFORM["youtube"]] = True
    on[0, [PLATFORM[name] for name in _ON]] = True
    brand[0] = False
    on[brand, PLATFORM["spotify"]] = False
    on[brand, PLATFORM["twitch"]] = False
    willing = np.where(brand, 0.6, rng.beta(1.3, 1.3, count))
    silent = rng.random(count) < 0.2
    silent[0] = False
    willing[silent] = 0.0
    period = (rng.uniform(0.8, 6, count) * DAY).astype(np.int64)
    return Performers(
        knobs.people, rng.integers(0, len(GENRES), count), brand, weight / weight.sum(), on,
        willing, period, rng.integers(0, HOUR * 19, count),
    )  # fmt: skip
