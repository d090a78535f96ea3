"""A CAR file as Bluesky hands it out: the records of one repository, streamed twice.

A repository (atproto.com/specs/repository) is a commit, a search tree that gives every record
its key, and the records, each a block named by the hash of its content, in any order. The first
pass reads the tree, the second the records; neither holds the file. Every block is checked
against its name, so a record that was damaged on the way is missing and never wrong.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import Any, BinaryIO

from msgspec import Struct

from parasocial.reading.dag_cbor import decoded
from parasocial.reading.halves import CutOff
from parasocial.reading.model import UNREADABLE, Broken, File, Table

_CHUNK = 1 << 20
_LONGEST = 1 << 22  # four times what the protocol lets a record have
_LONGEST_KEY = 1 << 10
_LENGTH_BYTES = 4
_CID = b"\x01\x71\x12\x20"  # version 1, DAG-CBOR, SHA-256 of 32 bytes: the one kind there is
_NAME = 36
_NODE = b"\xa2ae"  # a map of two whose first key is "e": what a node of the tree begins with
_BATCH = 4_096
_MISSING = Broken("MissingBlock")


_Keys = dict[bytes, str | list[str]]
"""The key of each record by the name of its block; several where records are alike."""


class NotCar(ValueError):
    """The file says it is a CAR file and is not."""


class Entry(Struct, gc=False):
    """One record: its key in the repository, ``app.bsky.feed.like/3k…``, and what it holds."""

    key: str
    value: Any


def repository(file: File, row: Any) -> Table:
    """The records of a repository; ``did`` in the head is whose it is, None if that is lost."""
    del row
    return Table(_records(file), {"did": commit(file).get("did")})


def commit(file: File) -> Mapping[str, Any]:
    """What the repository says about itself (``did``, ``rev``); empty if that is lost."""
    if "commit" not in file.cache:
        found: Any = None
        with suppress(*UNREADABLE), file.member.open() as stream:
            blocks = _blocks(stream)
            root = _root(next(blocks, b""))
            found = next((_value(it) for it in blocks if it.startswith(root)), None)
        file.cache["commit"] = found if isinstance(found, dict) else {}
    told: Mapping[str, Any] = file.cache["commit"]
    return told


def _root(header: bytes) -> bytes:
    match decoded(header):
        case {"roots": [bytes() as root, *_], "version": 1}:
            return root
    raise NotCar


def _records(file: File) -> Iterator[Sequence[Entry | Broken]]:
    keys, missing = _keys(_nodes(file), commit(file).get("data"))
    found: list[Entry | Broken] = [_MISSING] * missing
    try:
        with file.member.open() as stream:
            for block in _blocks(stream):
                if block[:_NAME] in keys and _is_whole(block):
                    found += _entries(block, keys.pop(block[:_NAME]))
                if len(found) >= _BATCH:
                    yield found
                    found = []
    except UNREADABLE:
        yield [*found, *_left(keys)]
        raise
    yield [*found, *_left(keys)]


def _entries(block: bytes, keys: str | list[str]) -> list[Entry | Broken]:
    """The records that a block is; those that are alike share one."""
    listed = [keys] if isinstance(keys, str) else keys
    try:
        value = decoded(block[_NAME:])
    except ValueError as error:
        return [Broken(type(error).__name__)] * len(listed)
    return [Entry(key, value) for key in listed]


def _left(keys: _Keys) -> Iterator[Broken]:
    """One for every record that the tree names and the file has not."""
    for it in keys.values():
        yield from [_MISSING] * (1 if isinstance(it, str) else len(it))


def _nodes(file: File) -> dict[bytes, bytes]:
    """The nodes of the search tree by their names, as far as the file can be read."""
    nodes = {}
    with suppress(*UNREADABLE), file.member.open() as stream:
        for block in _blocks(stream):
            if block.startswith(_NODE, _NAME) and _is_whole(block):
                nodes[block[:_NAME]] = block[_NAME:]
    return nodes


def _keys(nodes: dict[bytes, bytes], root: Any) -> tuple[_Keys, int]:
    """The keys of all records by the names of their blocks, and how many nodes are missing.

    Older repositories hold their past, too: what the root does not lead to is no longer theirs.
    Where the way from the root is broken, all nodes count, for each names its records in full.
    """
    keys: _Keys = {}
    ways, missing = [root if isinstance(root, bytes) else b""], 0
    while ways:
        try:
            ways += _named(nodes.pop(ways.pop()), keys)
        except (KeyError, TypeError, ValueError):
            missing += 1
    for node in nodes.values() if missing else ():
        with suppress(KeyError, TypeError, ValueError):
            _named(node, keys)
    return keys, missing


def _named(node: bytes, keys: _Keys) -> list[bytes]:
    """Put the keys that a node names into *keys*; return the ways to the nodes below it."""
    found = decoded(node)
    ways = [found["l"]]
    before = b""
    for it in found["e"]:
        before = before[: it["p"]] + it["k"]
        if len(before) > _LONGEST_KEY:
            raise NotCar
        key = before.decode("ascii")
        twin = keys.setdefault(it["v"], key)
        if twin is not key:
            keys[it["v"]] = [*([twin] if isinstance(twin, str) else twin), key]
        ways.append(it["t"])
    return [way for way in ways if way is not None]


def _is_whole(block: bytes) -> bool:
    """Whether a block's content has the hash that its name says."""
    return block.startswith(_CID) and sha256(block[_NAME:]).digest() == block[4:_NAME]


def _value(block: bytes) -> Any:
    return decoded(block[_NAME:]) if _is_whole(block) else None


def _blocks(stream: BinaryIO) -> Iterator[bytes]:
    """The header, then each block with its name before its content.

    Raises:
        CutOff: The file ends in the middle of a block.
        NotCar: A block is longer than any can be.
    """
    held, at = stream.read(_CHUNK), 0
    while True:
        if len(held) - at < _LENGTH_BYTES:
            held, at = held[at:] + stream.read(_CHUNK), 0
            if not held:
                return
        length, start = _length(held, at)
        at = start + length
        if at > len(held):
            held = held[start:] + stream.read(max(_CHUNK, length))
            start, at = 0, length
            if at > len(held):
                raise CutOff
        yield held[start:at]


def _length(held: bytes, at: int) -> tuple[int, int]:
    """The length that stands at *at* (LEB128), and where what it measures begins."""
    length = 0
    for shift, byte in enumerate(held[at : at + _LENGTH_BYTES]):
        length |= (byte & 0x7F) << (7 * shift)
        if byte < 0x80:  # noqa: PLR2004
            if not 0 < length <= _LONGEST:
                raise NotCar
            return length, at + shift + 1
    raise CutOff if len(held) - at < _LENGTH_BYTES else NotCar
