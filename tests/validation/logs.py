"""Logs that hold both sides of every tie, and each person's side of them."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

_NAMES = ("Telegram", "Discord", "Bluesky", "YouTube", "TikTok", "Instagram", "Twitch", "Spotify")
TITLES = {name.lower(): name for name in _NAMES}
"""What the page calls the world's platforms."""
TALKED_ON = ("telegram", "discord", "bluesky")
"""Of them, those whose logs have both sides of many ties."""


class Log(NamedTuple):
    """Acts, each addressed to one being, in order of time.

    Attributes:
        name: Where it is from.
        real: Whether people made it, or a generator.
        us: Microseconds since the epoch, UTC.
        channel: The schema's names.
        egos: Beings below this number are people, who have exports.
    """

    name: str
    real: bool
    actor: Ints
    target: Ints
    us: Ints
    channel: NDArray[Any]
    egos: int


class Sides(NamedTuple):
    """Every act once in the export of whoever did it, and once in that of whoever it reached."""

    ego: Ints
    alter: Ints
    given: Mask
    us: Ints
    channel: NDArray[Any]


def college(samples: Path) -> Log:
    """Private messages of 1,899 students at UC Irvine in 2004 (Panzarasa et al. 2009)."""
    a, b, s = np.loadtxt(samples / "networks" / "CollegeMsg.txt", np.int64).T
    channel = np.full(len(s), "message", object)
    return Log(
        "UC Irvine messages", True, a, b, s * 1_000_000, channel, int(max(a.max(), b.max())) + 1
    )


def invented(world: Any, platform: str, title: str) -> Log:
    """What passes between two on one platform of the invented world."""
    from population import CHANNELS

    log = world.two_sided(platform)
    channel = np.array(CHANNELS, object)[log.channel]
    actor, target = log.actor.astype(np.int64), log.target.astype(np.int64)
    return Log(f"world: {title}", False, actor, target, log.us, channel, world.cast.knobs.people)


def sides(log: Log) -> Sides:
    """What each person's export would hold if nothing were hidden."""
    both = Sides(
        np.concatenate([log.actor, log.target]),
        np.concatenate([log.target, log.actor]),
        np.repeat([True, False], len(log.us)),
        np.concatenate([log.us, log.us]),
        np.concatenate([log.channel, log.channel]),
    )
    own = both.ego < log.egos
    return Sides(*(column[own] for column in both))
