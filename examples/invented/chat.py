"""Conversations: who begins, who answers, and after how long."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from . import talk
from .almanac import company, days, dice, end_ms, waking_moment
from .cast import EGO, IG, TT, WA, Person, group_members

MINUTE = 60_000
HOUR = 60 * MINUTE
_HOWS = {
    WA: (("media", 0.03), ("edited", 0.006), ("deleted", 0.006), ("call", 0.004)),
    IG: (("media", 0.02), ("share", 0.03), ("liked", 0.008), ("call", 0.004)),
    TT: (),
}
_HEARTS = 0.05


@dataclass(frozen=True)
class Message:
    """One message, in UTC milliseconds.

    `how` is text, media, call, share, deleted, edited or liked (a line that only says so). The
    sender is ego's name or the other's id on the platform (in a group: the name shown there).
    """

    at: int
    sender: str
    text: str
    how: str = "text"
    reaction: str = ""


def conversation(person: Person, platform: str, start: int, rng: Random) -> Iterator[Message]:
    """One conversation of two: bursts that alternate until somebody does not answer."""
    mine, at = rng.random() < person.starts, start
    say = talk.opener
    for turn in range(9):
        for _ in range(rng.choices((1, 2, 3), (6, 3, 1))[0]):
            yield Message(at, EGO.name if mine else person.ids[platform], say(rng))
            at += rng.randrange(4_000, 50_000)
            say = talk.answer
        answers = person.answers if mine else person.replies
        if rng.random() > (answers if turn == 0 else 0.74 * answers):
            return
        mine = not mine
        at += _delay(rng)


def _delay(rng: Random) -> int:
    """Time until an answer: three in four within minutes, the rest within hours."""
    median = 3 * MINUTE if rng.random() < 0.75 else 2.2 * HOUR
    return int(median * math.exp(rng.gauss(0, 0.7)))


@cache
def thread(person: Person, platform: str) -> tuple[Message, ...]:
    """Everything that passed between ego and one person on one platform, in order."""
    rng = dice("thread", person.key, platform)
    steady = "reciprocal" not in person.may_be
    said: list[Message] = []
    for day in days():
        usual = person.pace[platform] / 7
        if rng.random() < (usual if steady else usual * company(day)):
            begun = max(waking_moment(day, rng), said[-1].at + MINUTE if said else 0)
            said.extend(conversation(person, platform, begun, rng))
    return tuple(_vary(message, platform, rng) for message in said if message.at < end_ms())


def _vary(message: Message, platform: str, rng: Random) -> Message:
    """Now and then a picture, a call, a deleted or an edited message, or a heart on it."""
    roll = rng.random()
    for how, share in _HOWS.get(platform, ()):
        if roll < share:
            return replace(message, how=how)
        roll -= share
    return replace(message, reaction="❤" if platform == IG and roll < _HEARTS else "")


@cache
def group(platform: str) -> tuple[Message, ...]:
    """A group's messages, ego's among them, in order."""
    rng = dice("group", platform)
    voices = (EGO.name, *group_members(platform))
    said: list[Message] = []
    for day in days():
        if rng.random() < 0.35 * company(day):
            at = max(waking_moment(day, rng), said[-1].at + MINUTE if said else 0)
            for _ in range(rng.randrange(3, 14)):
                said.append(Message(at, rng.choice(voices), talk.answer(rng)))
                at += rng.randrange(5_000, 400_000)
    return tuple(message for message in said if message.at < end_ms())
