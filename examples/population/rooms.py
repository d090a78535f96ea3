"""Rooms: groups of friends who chat, and the rooms of creators, where posts stand."""

from dataclasses import dataclass

import numpy as np

from .fans import LINES, Fans
from .knobs import DAY, HOUR, MINUTE, Knobs
from .people import People
from .performers import Performers
from .rows import CHANNEL, DEED, EVERYONE, FORM, GROUP, NOBODY, PLATFORM, Floats, Ints, Rows, deeds

_KEPT_ON = ("whatsapp", "telegram", "discord")
_PER_PEOPLE = 8
_MOST = 12
HOMES = ("telegram", "discord")
"""Where creators have rooms of their own."""


@dataclass(frozen=True)
class Rooms:
    """Groups of friends: on which platform, with whom, and how likely they chat on a day."""

    platform: Ints
    members: list[Ints]
    lively: Floats


def count(knobs: Knobs) -> int:
    """How many groups of friends there are; the rooms of creators have the numbers after."""
    return knobs.people // _PER_PEOPLE


def community(knobs: Knobs, performer: Ints | int, platform: Ints | int) -> Ints:
    """The room of a performer on Telegram or Discord; elsewhere there is none."""
    first = count(knobs) + 2 * np.asarray(performer)
    room = first + (np.asarray(platform) == PLATFORM[HOMES[1]])
    return np.where(np.isin(platform, [PLATFORM[name] for name in HOMES]), room, NOBODY)


def invent(knobs: Knobs, people: People, pairs: Ints) -> Rooms:
    """Groups around one person each: those friends of theirs who are on the platform."""
    rng, many = knobs.dice("rooms"), count(knobs)
    platform = rng.choice([PLATFORM[name] for name in _KEPT_ON], many)
    both = np.concatenate([pairs, pairs[:, ::-1]])
    both = both[np.lexsort((both[:, 1], both[:, 0]))]
    ends = np.searchsorted(both[:, 0], np.arange(len(people) + 1))
    members = []
    for where, host in zip(platform, rng.permutation(len(people))[:many], strict=True):
        known = both[ends[host] : ends[host + 1], 1]
        known = rng.permutation(known[people.on[known, where]])[: _MOST - 1]
        inside = np.append(known, host) if people.on[host, where] else known
        members.append(np.sort(inside) if len(inside) > 2 else inside[:0])
    return Rooms(platform, members, rng.beta(1, 4, many))


def chat(knobs: Knobs, people: People, rooms: Rooms, day: int) -> Rows:
    """What is said in groups of friends on one day, to all."""
    rng = knobs.dice("chat", day)
    size = np.array([len(inside) for inside in rooms.members])
    busy = np.flatnonzero((rng.random(len(size)) < rooms.lively) & (size > 0))
    lines = rng.integers(3, 13, len(busy))
    room = np.repeat(busy, lines)
    everyone = np.concatenate([*rooms.members, np.zeros(1, np.int64)])
    begins = np.cumsum(size) - size
    actor = everyone[begins[room] + (rng.random(len(room)) * size[room]).astype(np.int64)]
    first = np.repeat(9 + 13 * rng.random(len(busy)), lines)
    nth = np.arange(len(room)) - np.repeat(np.cumsum(lines) - lines, lines)
    wait = nth * 3 * MINUTE + rng.integers(0, 2 * MINUTE, len(room))
    hour = first - people.offset[everyone[begins[room]]]
    at = knobs.start + day * DAY + (hour * HOUR).astype(np.int64) + wait
    return deeds(
        len(room),
        at=at,
        actor=actor,
        room=room,
        platform=rooms.platform[room],
        channel=CHANNEL["message"],
        addressed=GROUP,
    )


def communities(fans: Fans, performers: Performers) -> dict[tuple[int, int], Ints]:
    """Who has joined the room of a creator (number, platform)."""
    rows = fans.writes[fans.writes["manner"] == LINES]
    out = {}
    for name in HOMES:
        here = rows[rows["platform"] == PLATFORM[name]]
        for target in np.unique(here["target"]):
            joined = np.sort(here["actor"][here["target"] == target]).astype(np.int64)
            out[int(target) - performers.first, PLATFORM[name]] = joined
    return out


def posts(knobs: Knobs, performers: Performers, homes: dict[tuple[int, int], Ints]) -> Rows:
    """What creators post in their rooms, for everyone."""
    parts = [np.zeros(0, DEED)]
    end = knobs.start + knobs.days * DAY
    for which, platform in homes:
        period, phase = performers.period[which], performers.phase[which]
        serial = np.arange((knobs.start - phase) // period, (end - phase) // period + 1)
        at = phase + serial * period
        at = at[at < end]
        part = deeds(
            len(at),
            at=at,
            actor=performers.first + which,
            platform=platform,
            channel=CHANNEL["post"],
            room=community(knobs, which, platform),
            form=FORM["post"],
            addressed=EVERYONE,
        )
        parts.append(part)
    return np.concatenate(parts)
