"""The files of DiscordChatExporter: one channel each, its messages streamed."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

from parasocial.reading import Broken, File, Row, Table
from parasocial.reading.shapes import batches, under

LOOK = re.compile(rb'(?s)\A(?:\xef\xbb\xbf)?\s*\{\s*"guild"\s*:\s*\{.*?\}\s*,\s*"channel"\s*:\s*\{')
_LIST = re.compile(rb',\s*"messages"\s*:\s*(?=\[)')
_END = re.compile(rb'\]\s*,\s*"messageCount"\s*:\s*\d+\s*\}\s*\Z')
_HEAD = 1 << 16
_TAIL = 256
_BUFFER = 1 << 18
_REMEMBERED = 500_000


SPOKEN = frozenset({"Default", "Reply", "0", "19"})
"""The types of messages that somebody wrote, by word and, where the program had none, number."""


class User(Struct, gc=False, rename="camel"):
    """Who wrote, reacted or was mentioned."""

    id: str
    name: str = ""
    discriminator: str | None = None
    nickname: str | None = None
    is_bot: bool = False


class Reaction(Struct, gc=False):
    """Who reacted with one emoji; older files only count them."""

    users: tuple[User, ...] | None = None


class Reference(Struct, gc=False, rename="camel"):
    """Which message another points to; newer files say why."""

    message_id: str | None = None
    type: str | None = None


class Said(Struct, gc=False, rename="camel"):
    """One message.

    Attributes:
        answered: Who wrote the message that it points to, where that stands before it.
    """

    id: str
    type: str
    timestamp: datetime
    author: User
    content: str | None = None
    call_ended_timestamp: datetime | None = None
    reactions: tuple[Reaction, ...] | None = None
    mentions: tuple[User, ...] | None = None
    reference: Reference | None = None
    answered: User | None = None


class Glimpse(Struct, gc=False):
    """A message's author."""

    author: User


def messages(file: File, row: Any) -> Table:
    """The messages of a channel; the channel is in the table's head."""
    with file.member.open() as stream:
        begin = stream.read(_HEAD)
    start = _LIST.search(begin)
    head = _opened(begin[: start.start()]) if start else None
    if start is None or head is None or "channel" not in head:
        table = under("messages", head=("guild", "channel", "exportedAt", "dateRange"))(file, row)
        return Table(_known(table.batches), table.head)
    return Table(_known(_streamed(file, start.end(), row)), head)


def _opened(begin: bytes) -> dict[str, Any] | None:
    """What stands before the messages."""
    try:
        head: dict[str, Any] = msgspec.json.decode(begin + b"}", type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return head


def _streamed(file: File, start: int, row: Any) -> Iterator[Sequence[Row | Broken]]:
    with file.member.open() as stream:
        stream.read(start)
        inside = io.BufferedReader(_Inside(stream), _BUFFER)
        yield from batches(inside, row)


class _Inside(io.RawIOBase):
    """The list of messages as a stream of its own: without what follows it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._held = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ended and len(self._held) <= _TAIL:
            chunk = self._stream.read(_BUFFER)
            self._held += chunk
            if not chunk:
                self._ended = True
                end = _END.search(self._held)
                self._held = self._held[: end.start() + 1] if end else self._held
        ready = len(self._held) if self._ended else len(self._held) - _TAIL
        size = min(len(buffer), ready)
        buffer[:size] = self._held[:size]
        self._held = self._held[size:]
        return size


def _known(found: Iterator[Sequence[Row | Broken]]) -> Iterator[Sequence[Row | Broken]]:
    """Messages that know whom they answer."""
    authors: dict[str, User] = {}
    wrote: dict[str, User] = {}
    for batch in found:
        for said in batch:
            if type(said) is not Said:
                continue
            wrote[said.id] = authors.setdefault(said.author.id, said.author)
            if said.reference is not None:
                said.answered = wrote.get(said.reference.message_id or "")
        if len(wrote) > _REMEMBERED:
            wrote = dict(islice(wrote.items(), len(wrote) // 2, None))
        yield batch
