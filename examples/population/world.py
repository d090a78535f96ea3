"""The world: who there is, and everything that happens between them, from one seed."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from . import fans, friends, links, people, performers, replies, rooms, talk
from .knobs import DAY, HOUR, Knobs
from .rows import (
    CHANNEL,
    DEED,
    NOBODY,
    PERSON,
    PLATFORM,
    WATCH,
    Diary,
    Floats,
    Log,
    Rows,
    in_order,
)
from .watch import Watching

TO_ONE = tuple(CHANNEL[n] for n in ("message", "comment", "reply", "live_chat", "gift"))
"""Channels that are addressed to somebody."""


@dataclass(frozen=True)
class Cast:
    """Who there is, and how they are, before anything happens."""

    knobs: Knobs
    people: people.People
    performers: performers.Performers
    friends: friends.Friends
    fans: fans.Fans
    rooms: rooms.Rooms
    moods: Floats

    @property
    def beings(self) -> int:
        """How many numbers are in use: people, then performers, then companions."""
        return self.performers.companions.stop

    def rate(self, day: int) -> Floats:
        """Conversations of each thread that would begin on a day, were all weeks alike."""
        mood = np.zeros(self.beings)
        mood[: len(self.people)] = self.moods[:, day // 7]
        apart = float(self.knobs.apart[day])
        return talk.rates(self.knobs, self.friends.threads, mood, day, apart)


def cast(knobs: Knobs) -> Cast:
    """The cast of this seed."""
    who = people.invent(knobs)
    stars = performers.invent(knobs)
    known = friends.invent(knobs, who, stars)
    return Cast(
        knobs, who, stars, known, fans.invent(knobs, who, stars),
        rooms.invent(knobs, who, known.pairs), fans.moods(knobs),
    )  # fmt: skip


@dataclass(frozen=True)
class World:
    """What happened.

    Attributes:
        cast: Who there is.
        talk: Between friends, and with companions: rows of `DEED`, both sides.
        remarks: Between people and performers: comments, chats, gifts, letters, answers, likes.
        chat: In groups and rooms, and posts for everyone; `target` is nobody.
        links: Follows and friendships by name.
        watch: Rows of `WATCH`.
    """

    cast: Cast
    talk: Rows
    remarks: Rows
    chat: Rows
    links: Rows
    watch: Rows

    @cached_property
    def addressed(self) -> Rows:
        """All acts of one being towards another, both sides, in order of time."""
        parts = []
        for rows in (self.talk, self.remarks):
            kept = (rows["target"] != NOBODY) & (rows["addressed"] == PERSON)
            parts.append(rows.compress(kept & np.isin(rows["channel"], TO_ONE)))
        return in_order(parts, DEED)

    def kind(self, number: int) -> str:
        """Person, persona, brand or companion."""
        star = number - len(self.cast.people)
        if star < 0:
            return "person"
        if number in self.cast.performers.companions:
            return "companion"
        return "brand" if self.cast.performers.brand[star] else "persona"

    def two_sided(self, platform: str) -> Log:
        """Everything that is addressed to one being on one platform, from both sides."""
        rows = self.addressed[self.addressed["platform"] == PLATFORM[platform]]
        return Log(*(np.ascontiguousarray(rows[n]) for n in ("actor", "target", "at", "channel")))


def invent(knobs: Knobs) -> World:
    """The whole world."""
    who = cast(knobs)
    watching = Watching(knobs, who.people, who.performers, who.fans)
    factor = fans.watching(knobs, who.moods)
    talking = talk.Talk(knobs, who.people, who.friends)
    said, about, chat, looked = Diary(DEED), Diary(DEED), Diary(DEED), Diary(WATCH)
    for day in range(knobs.days):
        dawn = knobs.start + (day + 1) * DAY - 4 * HOUR  # in UTC, where tomorrow begins first
        lively = talk.weekly(knobs, len(who.friends.threads), day // 7)
        said.add(talking.day(day, who.rate(day) * lively), dawn)
        looks, acts = watching.day(day, factor[:, day])
        looked.add(looks, dawn)
        wrote = replies.written(knobs, who.people, who.performers, who.fans.writes, day)
        about.add(np.concatenate([acts, wrote]), dawn)
        own = links.posts(knobs, who.people, day)
        chat.add(np.concatenate([own, rooms.chat(knobs, who.people, who.rooms, day)]), dawn)
    told, remarks, public = said.whole(), about.whole(), chat.whole()
    links.below_posts(knobs, told, public)
    answered = replies.answers(knobs, who.people, who.performers, remarks)
    homes = rooms.communities(who.fans, who.performers)
    return World(
        cast=who,
        talk=told,
        remarks=in_order([remarks, answered], DEED),
        chat=in_order([public, rooms.posts(knobs, who.performers, homes)], DEED),
        links=in_order(
            [
                links.follows(knobs, who.people, who.performers, who.fans),
                links.friends(knobs, who.friends),
            ],
            DEED,
        ),
        watch=looked.whole(),
    )
