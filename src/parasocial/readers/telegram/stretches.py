"""Messages of one chat that stand one after the other, with what those before them tell."""

from collections.abc import Iterator, Sequence
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
        first: Of each, whether it is the first of its sender in the file: they are named once.
        answered: Who wrote the message of the same group that each one answers.
    """

    room: Room
    messages: Sequence[Message]
    senders: Sequence[Peer]
    first: Sequence[bool]
    answered: Sequence[Peer]

    def __len__(self) -> int:
        return len(self.messages)

    @overload
    def __getitem__(self, place: int) -> Said: ...
    @overload
    def __getitem__(self, place: slice) -> list[Said]: ...
    def __getitem__(self, place: int | slice) -> Said | list[Said]:
        return [*self][place]

    def __iter__(self) -> Iterator[Said]:
        for it in zip(self.messages, self.first, self.answered, strict=True):
            yield self.room, *it

    def only(self, places: Sequence[int]) -> "Stretch":
        """Some of them."""
        if len(places) == len(self):
            return self
        return Stretch(
            self.room,
            [self.messages[place] for place in places],
            [self.senders[place] for place in places],
            [self.first[place] for place in places],
            [self.answered[place] for place in places],
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
    first = [False] * len(messages)
    for who in senders.new:
        first[whose.index(who)] = True
    senders.new.clear()
    if room.sort is not Sort.GROUP:
        return Stretch(room, messages, whose, first, [None] * len(messages))
    authors.update(zip(map(ID, messages), whose, strict=True))
    authors.pop(None, None)
    answered = [
        None if it.reply_to_message_id is None else authors.get(it.answered) for it in messages
    ]
    return Stretch(room, messages, whose, first, answered)
