"""One person's, or one creator's, share of the world as the deeds that writers take."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from writers.model import Being, Deed, item

from . import names, rooms
from .rows import (
    ADDRESSED,
    CHANNELS,
    FORMS,
    NEVER,
    NOBODY,
    PLATFORM,
    Act,
    Ints,
    Look,
    Rows,
)
from .world import World


class _Index:
    """The rows of a table by one of its numbers, found without looking at the others."""

    def __init__(self, rows: Rows, column: str, count: int) -> None:
        self._rows, ids = rows, rows[column]
        self._order = np.argsort(ids, kind="stable")
        self._ends = np.searchsorted(ids[self._order], np.arange(count + 1))

    def of(self, number: int) -> Rows:
        return self._rows[self._order[self._ends[number] : self._ends[number + 1]]]


class Deeds:
    """Gives deeds and beings of a world, for one being and platform after the other."""

    def __init__(self, world: World) -> None:
        """A view of that world."""
        self.world = world
        self._names: dict[int, str] = {}

    @cached_property
    def _ways(self) -> list[_Index]:
        """Everything with an actor or a target, from both ends."""
        world, count = self.world, self.world.cast.beings
        tables = (world.talk, world.remarks, world.links)
        return [
            *(_Index(table, end, count) for table in tables for end in ("actor", "target")),
            _Index(world.chat[world.chat["room"] == NOBODY], "actor", count),
        ]

    @cached_property
    def _rooms(self) -> _Index:
        """What is said in rooms, answers in creators' rooms among it."""
        world = self.world
        rows = np.concatenate([world.chat, world.remarks[world.remarks["room"] != NOBODY]])
        many = rooms.count(world.cast.knobs) + 2 * len(world.cast.performers)
        return _Index(rows, "room", many)

    @cached_property
    def _watched(self) -> _Index:
        return _Index(self.world.watch, "actor", self.world.cast.beings)

    @cached_property
    def members(self) -> dict[int, Ints]:
        """Who is in each room: friends, or a creator and those who joined."""
        cast = self.world.cast
        out = {room: inside for room, inside in enumerate(cast.rooms.members) if len(inside)}
        for (star, platform), joined in rooms.communities(cast.fans, cast.performers).items():
            room = int(rooms.community(cast.knobs, star, platform))
            out[room] = np.append(joined, cast.performers.first + star)
        return out

    @cached_property
    def _inside(self) -> dict[int, list[int]]:
        """The rooms of each being."""
        out: dict[int, list[int]] = {}
        for room, inside in self.members.items():
            for member in inside:
                out.setdefault(int(member), []).append(room)
        return out

    def name(self, number: int) -> str:
        """The key of a being."""
        if number not in self._names:
            self._names[number] = names.key(self.world, number)
        return self._names[number]

    def rows(self, number: int, platform: str) -> Rows:
        """What a being did, was done to them, or was said in their rooms, in order of time."""
        parts = [index.of(number) for index in self._ways]
        parts = [part[part["room"] == NOBODY] for part in parts]
        parts += [self._rooms.of(room) for room in self._inside.get(number, ())]
        kept = np.concatenate([part[part["platform"] == PLATFORM[platform]] for part in parts])
        return kept[np.argsort(kept["at"], kind="stable")]

    def deeds_of(self, number: int, platform: str) -> list[Deed]:
        """All deeds on one platform in which a being is actor, target or in the room."""
        watched = self._watched.of(number)
        looks = watched[watched["platform"] == PLATFORM[platform]]
        found = [self._deed(Act(*row)) for row in self.rows(number, platform).tolist()]
        found += [self._look(Look(*row)) for row in looks.tolist()]
        return sorted(found, key=lambda deed: deed.at)

    def _deed(self, act: Act) -> Deed:
        channel, actor = CHANNELS[act.channel], self.name(act.actor)
        about = item(self.name(act.owner), act.about) if act.owner != NOBODY else None
        looked, linked = channel in ("reaction", "save"), channel in ("follow", "friend")
        return Deed(
            at=act.at,
            channel=channel,
            actor=actor,
            target=self.name(act.target) if act.target != NOBODY else None,
            text=names.words(self.world, act),
            item=about if looked else None if linked else item(actor, act.at),
            reply_to=item(self.name(act.whose), act.answers) if act.answers != NEVER else None,
            under=None if looked else about,
            room=self.room_key(act.room) if act.room != NOBODY else None,
            form=FORMS[act.form] or None,
            addressed=ADDRESSED[act.addressed],
            price=act.price or None,
        )

    def _look(self, look: Look) -> Deed:
        maker, form = self.name(look.target), FORMS[look.form]
        return Deed(
            at=look.at,
            channel="listen" if form == "audio" else "view",
            actor=self.name(look.actor),
            target=maker,
            text=names.title(look.about, look.target),
            item=item(maker, look.about),
            ms=look.ms,
            form=form,
            addressed="everyone",
        )

    def room_key(self, room: int) -> str:
        """The key of a room."""
        return f"room{room:04}"

    def beings(self, number: int, platform: str, deeds: list[Deed]) -> dict[str, Being]:
        """Everybody whom these deeds name, the being itself and all members among them."""
        mine = [room for room in self._inside.get(number, ()) if self._on(room) == platform]
        out = {self.room_key(room): self._room(room) for room in mine}
        seen = {number} | {int(member) for room in mine for member in self.members[room]}
        keys = set(_named(deeds)) - set(out)
        seen |= {names.number(self.world, key) for key in keys}
        return out | {self.name(who): self.being(who, platform) for who in sorted(seen)}

    def being(self, number: int, platform: str) -> Being:
        """One being, as a platform knows it."""
        world = self.world
        kind = world.kind(number)
        return Being(
            key=self.name(number),
            name=names.being_name(world, number),
            handle=names.handle(world, number, platform),
            kind=kind,
            number=f"+999{number:07}" if kind == "person" else "",
            zone=names.zone(world, number),
        )

    def _on(self, room: int) -> str:
        """The platform of a room."""
        groups = rooms.count(self.world.cast.knobs)
        if room < groups:
            code = int(self.world.cast.rooms.platform[room])
            return next(name for name, number in PLATFORM.items() if number == code)
        return rooms.HOMES[(room - groups) % 2]

    def _room(self, room: int) -> Being:
        groups = rooms.count(self.world.cast.knobs)
        members = tuple(self.name(int(member)) for member in self.members[room])
        if room < groups:
            name = f"group {room + 1}"
            return Being(self.room_key(room), name, kind="group", members=members)
        star = names.performer(self.world, (room - groups) // 2)
        server = star if self._on(room) == "discord" else ""
        name = "general" if server else f"{star} chat"
        return Being(self.room_key(room), name, server, "group", members=members)


def _named(deeds: list[Deed]) -> Iterator[str]:
    """The keys in these deeds, rooms left out."""
    for deed in deeds:
        yield deed.actor
        if deed.target:
            yield deed.target
        for made in (deed.item, deed.reply_to, deed.under):
            if made:
                yield made.rpartition("@")[0]
