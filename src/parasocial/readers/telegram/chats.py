"""The one file that Telegram Desktop writes, read chat by chat in bounded memory.

Telegram writes a chat's name and kind before its messages; what stands between the messages of
one chat and those of the next is short, however long the file is.
"""

import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from typing import Any, BinaryIO, TypeAlias

import msgspec
from msgspec import Raw

from parasocial.readers.telegram.authors import Authors
from parasocial.readers.telegram.lists import closed, decoded, escaped, split
from parasocial.readers.telegram.records import Contact, Contacts
from parasocial.readers.telegram.rooms import Head, Room, room
from parasocial.readers.telegram.stretches import Senders, stretch
from parasocial.reading import Broken, File, Row, Table
from parasocial.reading.halves import CutOff, NotJson, begun

# No text can hold these: the quotation marks inside one are escaped.
_KEY = b'"messages"'
_LIST = re.compile(_KEY + rb"\s*:\s*\[")
_SECTION = re.compile(rb'"(left_)?chats"\s*:')
CHUNK = 1 << 18
"""Bytes that are read at once: enough messages to be worth looking at together."""
_LONGEST_MARK = 64
_LONGEST_RECORD = 1 << 26
_TRIES = 64

Found: TypeAlias = tuple[Room | None, Sequence[Any]]


def chats(file: File, row: Any) -> Table:
    """Contacts; each chat as a ``Room``; and its messages, a ``Stretch`` at a time."""
    return Table(_batches(file, row))


def _batches(file: File, row: Any) -> Iterator[Sequence[Row | Broken]]:
    senders = Senders()
    authors = Authors()
    here: Room | None = None
    with file.member.open() as stream:
        for place, found in walk(stream, row):
            if place is None:
                yield found
                continue
            if place is not here:
                here, authors = place, Authors()
            if broken := [it for it in found if type(it) is Broken]:
                yield broken
            sound = [it for it in found if type(it) is not Broken] if broken else found
            yield stretch(place, sound, senders, authors)


def walk(stream: BinaryIO, row: Any) -> Iterator[Found]:
    """What a file holds, with the room of messages; None where it is no message."""
    listed = False
    before, rest = _seek(stream, b"")
    yield None, _contacts(before)
    while rest is not None:
        for left in _SECTION.findall(before):
            listed = not left
        place = room(_head(before), listed=listed)
        yield None, [place]
        after = yield from _inside(stream, rest, row, place)
        before, rest = _seek(stream, after)
    if before.strip() and not before.rstrip().endswith(b"}"):
        raise CutOff


def _seek(stream: BinaryIO, rest: bytes) -> tuple[bytes, bytes | None]:
    """What stands before the next list of messages, and what follows; None if there is none."""
    start = 0
    while (found := _LIST.search(rest, start)) is None:
        start = max(0, len(rest) - _LONGEST_MARK)
        if not (chunk := stream.read(CHUNK)):
            return rest, None
        rest += chunk
    return rest[: found.start()], rest[found.end() :]


def _inside(stream: BinaryIO, rest: bytes, row: Any, place: Room) -> Generator[Found, None, bytes]:
    """The messages of one list, as far as it goes; return what follows it.

    Raises:
        CutOff: The list never ends. What was whole has been yielded before.
        NotJson: What stands there is no list of records.
    """
    size = CHUNK
    # A plain search first: the pattern alone takes as long as decoding. From the back is quicker.
    while (found := _LIST.search(rest) if rest.rfind(_KEY) >= 0 else None) is None:
        whole, rest = split(rest, row)
        yield place, whole
        size = CHUNK if whole else 2 * size
        if len(rest) > _LONGEST_RECORD:
            raise NotJson
        if not (chunk := stream.read(size)):
            break
        rest += chunk
    last = rest[: found.start()] if found else rest
    if (end := closed(last, row)) is None:
        yield place, split(last, row)[0]
        raise CutOff
    yield place, end[0]
    return rest[end[1] :]


def _head(before: bytes) -> Head:
    """What a chat says of itself, right before its messages."""
    content = escaped(before).rstrip().removesuffix(b",")
    start = len(content)
    for _ in range(_TRIES):
        start = content.rfind(b"{", 0, start)
        if start < 0:
            break
        with suppress(msgspec.MsgspecError, UnicodeDecodeError):
            return msgspec.json.decode(content[start:] + b"}", type=Head)
    return Head()


def _contacts(before: bytes) -> Sequence[Any]:
    if b'"contacts"' not in before:
        return ()
    try:
        raw = begun(escaped(before)).get("contacts", Raw(b"{}"))
        return decoded(bytes(msgspec.json.decode(raw, type=Contacts).list), Contact)
    except (msgspec.MsgspecError, NotJson, UnicodeDecodeError):
        return [Broken("NoContacts")]
