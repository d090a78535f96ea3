"""Repositories made by hand: values to DAG-CBOR, records to a search tree, both to a CAR file."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import takewhile
from typing import Any


class Link(bytes):
    """A CID, where bytes would be bytes."""


def cbor(it: Any) -> bytes:
    """*it* as DAG-CBOR."""
    match it:
        case None | bool():
            found = {False: b"\xf4", True: b"\xf5", None: b"\xf6"}[it]
        case int():
            found = head(0, it) if it >= 0 else head(1, -1 - it)
        case float():
            found = b"\xfb" + struct.pack(">d", it)
        case str():
            found = head(3, len(it.encode())) + it.encode()
        case Link():
            found = b"\xd8\x2a" + cbor(b"\0" + bytes(it))
        case bytes():
            found = head(2, len(it)) + it
        case Sequence():
            found = head(4, len(it)) + b"".join(map(cbor, it))
        case Mapping():
            ordered = sorted(it.items(), key=lambda pair: (len(pair[0].encode()), pair[0].encode()))
            found = head(5, len(it)) + b"".join(cbor(key) + cbor(value) for key, value in ordered)
    return found


def head(kind: int, number: int) -> bytes:
    """A kind with its number or length, as short as can be."""
    if number < 24:
        return bytes([kind << 5 | number])
    width = next(n for n in range(4) if number < 1 << (8 << n))
    return bytes([kind << 5 | 24 + width]) + number.to_bytes(1 << width)


def cid(content: bytes) -> Link:
    """The name of a block."""
    return Link(b"\x01\x71\x12\x20" + sha256(content).digest())


def block(content: bytes) -> bytes:
    """A block as it stands in the file."""
    return framed(cid(content) + content)


def framed(content: bytes) -> bytes:
    """Some bytes after their length."""
    length, found = len(content), b""
    while length > 127:
        found, length = found + bytes([length & 127 | 128]), length >> 7
    return found + bytes([length]) + content


def layer(key: str) -> int:
    """How high a key stands in the tree: half the zeros that its hash begins with."""
    return (256 - int.from_bytes(sha256(key.encode()).digest()).bit_length()) // 2


def tree(records: Sequence[tuple[str, Link]], height: int | None = None) -> Iterator[bytes]:
    """The nodes of a search tree over sorted *records*, the root first, as atproto builds it."""
    if height is None:
        height = max((layer(key) for key, _ in records), default=0)
    ways: list[Link | None] = []
    nodes: list[bytes] = []
    entries: list[dict[str, Any]] = []
    before, start = b"", 0
    for stop in (*(n for n, (key, _) in enumerate(records) if layer(key) == height), len(records)):
        below = [*tree(records[start:stop], height - 1)] if stop > start else []
        ways.append(cid(below[0]) if below else None)
        nodes += below
        if stop < len(records):
            key = records[stop][0].encode()
            shared = len(
                [*takewhile(lambda pair: pair[0] == pair[1], zip(before, key, strict=False))]
            )
            entries.append({"p": shared, "k": key[shared:], "v": records[stop][1]})
            before, start = key, stop + 1
    left, *right = ways
    yield cbor({"e": [it | {"t": way} for it, way in zip(entries, right, strict=True)], "l": left})
    yield from nodes


def car(
    records: Mapping[str, Any],
    did: str = "did:plc:me",
    rev: str | None = "3kaaaaaaaaa22",
    past: Sequence[bytes] = (),
) -> bytes:
    """A repository of *records* by their keys; *past* are contents that its tree has left.

    Without a revision it is one of version 2, as until September 2023.
    """
    contents = {key: cbor(value) for key, value in sorted(records.items())}
    nodes = [*tree([(key, cid(content)) for key, content in contents.items()])]
    about = {"did": did, "sig": b"\1" * 64, "data": cid(nodes[0]), "prev": None}
    top = cbor(about | ({"rev": rev, "version": 3} if rev else {"version": 2}))
    header = framed(cbor({"roots": [cid(top)], "version": 1}))
    blocks = dict.fromkeys([*past, *nodes, *contents.values()])
    return header + block(top) + b"".join(map(block, blocks))
