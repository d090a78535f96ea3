"""What ego watches and likes, alone: evenings on YouTube, two-minute scrolls elsewhere."""

import bisect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import accumulate
from random import Random

from . import creators
from .almanac import days, dice, end_ms, moment, watching
from .chat import MINUTE
from .creators import Channel, code

_EPISODES = ("Episode", "Eps", "Part", "Vol.", "Hari ke-")
_SITTINGS = ((12.4, 0.28, 2), (19.4, 0.55, 4), (21.3, 0.62, 6), (23.6, 0.14, 8))
"""Hour of the day, chance on a usual day, videos in the middle."""


@dataclass(frozen=True)
class Watch:
    """One view on YouTube, in UTC milliseconds; `channel` is None where the file has none."""

    at: int
    video: str
    title: str
    channel: Channel | None
    how: str = "video"  # video, short, live, music, ad, removed or post


@dataclass
class _Shelf:
    """A channel's videos: mostly the next unseen one, sometimes one seen before."""

    channel: Channel
    rng: Random
    seen: list[tuple[str, str]]

    def next(self) -> tuple[str, str]:
        """A video's id and title."""
        if self.seen and self.rng.random() < 0.12:
            return self.rng.choice(self.seen)
        number = len(self.seen) + 1
        name = self.channel.title.removesuffix(" - Topic")
        self.seen.append((code(self.rng), f"{name} · {self.rng.choice(_EPISODES)} {number}"))
        return self.seen[-1]


@cache
def watches() -> tuple[Watch, ...]:
    """Twenty months of YouTube, oldest first."""
    rng = dice("watches")
    pick = _picker(rng)
    seen: list[Watch] = []
    for day in days():
        for hour, chance, usual in _SITTINGS:
            busy = watching(day) * (1.25 if day.weekday() >= 5 else 1)
            if rng.random() < chance * min(busy, 1.5):
                start = moment(day, hour + rng.uniform(-0.8, 0.8), rng)
                count = max(1, round(usual * busy * rng.uniform(0.4, 1.7)))
                seen.extend(_sitting(start, count, pick, rng))
        if day.weekday() == 5 and rng.random() < 0.35:
            seen.append(_live(day, rng))
    kept = (watch for watch in seen if watch.at < end_ms())
    return tuple(sorted(kept, key=lambda watch: watch.at))


def _picker(rng: Random) -> Callable[[], _Shelf]:
    """Draws a channel by weight, one in eighty a stray that never comes back."""
    shelves = [_Shelf(channel, rng, []) for channel in creators.channels()]
    ladder = list(accumulate(shelf.channel.weight for shelf in shelves))
    strays = creators.strays()

    def pick() -> _Shelf:
        stray = next(strays, None) if rng.random() < 1 / 80 else None
        if stray:
            return _Shelf(stray, rng, [])
        return shelves[bisect.bisect(ladder, rng.random() * ladder[-1])]

    return pick


def _sitting(at: int, count: int, pick: Callable[[], _Shelf], rng: Random) -> Iterator[Watch]:
    """One sitting: videos of one channel come in runs, Shorts in faster ones."""
    shelf, short = pick(), rng.random() < 0.25
    for _ in range(count):
        if short or rng.random() > 0.4:
            shelf = pick()
        yield _one(at, shelf, short, rng)
        at += rng.randrange(15_000, 70_000) if short else rng.randrange(3 * MINUTE, 17 * MINUTE)


def _one(at: int, shelf: _Shelf, short: bool, rng: Random) -> Watch:
    """One view, or one of the things that the same file calls a view."""
    roll = rng.random()
    if roll < 0.03:
        return Watch(at, code(rng), "Promo payung hujan terbaru", None, "ad")
    if roll < 0.05:
        return Watch(at, code(rng), "", None, "removed")
    if roll < 0.056:
        return Watch(at, "Ugkx" + code(rng, 32), "", None, "post")
    how = "short" if short else "video"
    if shelf.channel.music:
        how = "music"
    return Watch(at, *shelf.next(), shelf.channel, how)


def _live(day: date, rng: Random) -> Watch:
    """A stream on a Saturday evening."""
    host = next(channel for channel in creators.channels() if channel.live)
    start = moment(day, 20 + rng.random() / 3, rng)
    return Watch(start, code(rng), f"LIVE {day.day}/{day.month}: main sampai kalah", host, "live")
