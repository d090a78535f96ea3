"""Messages of one chat that stand one after the other, with what those before them tell."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, overload

from parasocial.readers.telegram.authors import Authors
from parasocial.readers.telegram.records import Message
from parasocial.readers.telegram.rooms import Room, Sort
from parasocial.reading.columns import NO_NUMBER, NOWHERE

if TYPE_CHECKING:
    from parasocial.reading.columns import Numbers, Places

Peer: TypeAlias = str | int | None
"""Somebody's number, as a message has it."""
Said: TypeAlias = tuple[Room, Message, bool, Peer]
"""A message with its room; whether it is its sender's first; who wrote what it answers."""


_SAID = "message"


class Senders(dict[Peer, int]):
    """The place of every sender of a file among all of them, in the order in which they came."""

    def __init__(self) -> None:
        self.all: list[Peer] = []

    def __missing__(self, who: Peer) -> int:
        self[who] = len(self.all)
        self.all.append(who)
        return self[who]


@dataclass(frozen=True, slots=True)
class Stretch(Sequence[Said]):
    """Messages of one room, each a ``Said`` to whoever looks at them one by one.

    Attributes:
        senders: Everybody in the file, as it says: those who come later are added to it.
        whose: Who wrote each message, by their place among these.
        first: Places of those that are the first of their sender in the file: they are named once.
        answers: By the places of those that answer another of the same group, who wrote that one:
            their place among the senders, ``NOWHERE`` if nobody knows.
        services: Places of what is no message, but a service's: somebody joined, say.
        rising: Their numbers, where it is a group and each is higher than the one before.
    """

    room: Room
    messages: Sequence[Message]
    senders: Sequence[Peer]
    whose: "Places"
    first: AbstractSet[int]
    answers: Mapping[int, int]
    services: Sequence[int]
    rising: "Numbers | None"

    def __len__(self) -> int:
        return len(self.messages)

    @overload
    def __getitem__(self, place: int) -> Said: ...
    @overload
    def __getitem__(self, place: slice) -> list[Said]: ...
    def __getitem__(self, place: int | slice) -> Said | list[Said]:
        return [*self][place]

    def __iter__(self) -> Iterator[Said]:
        for place, it in enumerate(self.messages):
            who = self.answers.get(place, NOWHERE)
            answered = None if who == NOWHERE else self.senders[who]
            yield self.room, it, place in self.first, answered

    def only(self, places: Sequence[int]) -> "Stretch":
        """Some of them."""
        if len(places) == len(self):
            return self
        kept, services = [*places], {*self.services}
        return Stretch(
            self.room,
            [self.messages[place] for place in places],
            self.senders,
            self.whose[kept],
            {at for at, place in enumerate(places) if place in self.first},
            {at: self.answers[place] for at, place in enumerate(places) if place in self.answers},
            [at for at, place in enumerate(places) if place in services],
            None if self.rising is None else self.rising[kept],
        )


def stretch(room: Room, messages: Sequence[Message], senders: Senders, authors: Authors) -> Stretch:
    """The next messages of a room.

    Args:
        room: Where they stand.
        messages: In their order.
        senders: Everybody so far.
        authors: Who wrote each message of this room so far.
    """
    import numpy as np

    before = len(senders.all)
    # Quicker than senders[...] for each.
    places = map(senders.__getitem__, [it.from_id for it in messages])
    whose = np.fromiter(places, np.int32, len(messages))
    new = np.flatnonzero(whose >= before)
    first = {*new[np.unique(whose[new], return_index=True)[1]].tolist()} if new.size else set()
    if room.sort is not Sort.GROUP:
        return Stretch(room, messages, senders.all, whose, first, {}, (), None)
    services, rising = _services(messages), _rising(messages)
    answers = authors.answered(messages, whose, services, rising)
    return Stretch(room, messages, senders.all, whose, first, answers, services, rising)


def _services(messages: Sequence[Message]) -> Sequence[int]:
    kinds = [it.type for it in messages]
    if kinds.count(_SAID) == len(kinds):
        return ()
    return [place for place, kind in enumerate(kinds) if kind != _SAID]


def _rising(messages: Sequence[Message]) -> "Numbers | None":
    """The numbers of messages, if each has one that is higher than the one before."""
    import numpy as np

    try:
        found = np.array([it.id for it in messages], np.int64)
    except (TypeError, OverflowError):
        return None
    return found if (found[1:] > found[:-1]).all() and NO_NUMBER not in found[:1] else None
