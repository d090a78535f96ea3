"""Messages of one chat that stand one after the other, with what those before them tell."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeAlias, overload

from parasocial.readers.telegram.records import Message
from parasocial.readers.telegram.rooms import Room, Sort

Peer: TypeAlias = str | int | None
"""Somebody's number, as a message has it."""
Said: TypeAlias = tuple[Room, Message, bool, Peer]
"""A message with its room; whether it is its sender's first; who wrote what it answers."""

ID, _SENDER = attrgetter("id"), attrgetter("from_id")


@dataclass(frozen=True, slots=True)
class Stretch(Sequence[Said]):
    """Messages of one room, each a ``Said`` to whoever looks at them one by one.

    Attributes:
        senders: Who wrote each of them, as it says.
        first: Places of those that are the first of their sender in the file: they are named once.
        answers: By the places of those that answer another of the same group, who wrote that one.
    """

    room: Room
    messages: Sequence[Message]
    senders: Sequence[Peer]
    first: AbstractSet[int]
    answers: Mapping[int, Peer]

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
            yield self.room, it, place in self.first, self.answers.get(place)

    def only(self, places: Sequence[int]) -> "Stretch":
        """Some of them."""
        if len(places) == len(self):
            return self
        return Stretch(
            self.room,
            [self.messages[place] for place in places],
            [self.senders[place] for place in places],
            {at for at, place in enumerate(places) if place in self.first},
            {at: self.answers[place] for at, place in enumerate(places) if place in self.answers},
        )


class Senders(dict[Peer, Peer]):
    """Every sender in a file by itself: one text for each, not for each message."""

    def __init__(self) -> None:
        self.new: list[Peer] = []  # since somebody last emptied it

    def __missing__(self, who: Peer) -> Peer:
        self[who] = who
        self.new.append(who)
        return who


def stretch(
    room: Room, messages: Sequence[Message], senders: Senders, authors: dict[int | None, Peer]
) -> Stretch:
    """The next messages of a room.

    Args:
        room: Where they stand.
        messages: In their order.
        senders: Everybody so far.
        authors: Who wrote each message of this room so far.
    """
    whose = [*map(senders.__getitem__, map(_SENDER, messages))]
    first = _firsts(whose, senders.new)
    senders.new.clear()
    if room.sort is not Sort.GROUP:
        return Stretch(room, messages, whose, first, {})
    answers: dict[int, Peer] = {}
    for place, (it, who) in enumerate(zip(messages, whose, strict=True)):
        # In their order: an answer to what comes later is none, wherever a stretch ends.
        if it.type != "message":
            continue
        if it.reply_to_message_id is not None:
            answers[place] = authors.get(it.answered)
        if it.id is not None:
            authors[it.id] = who
    return Stretch(room, messages, whose, first, answers)


def _firsts(whose: Sequence[Peer], new: Sequence[Peer]) -> AbstractSet[int]:
    if not new:
        return frozenset()
    sought = frozenset(new)
    found: dict[Peer, int] = {}
    for place, who in enumerate(whose):
        if who in sought:
            found.setdefault(who, place)
    return {*found.values()}
