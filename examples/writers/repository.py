"""An atproto repository: records to DAG-CBOR, a Merkle search tree over them, a CARv1 file."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple


class Cid(NamedTuple):
    """The name of a block: what its SHA-256 is."""

    digest: bytes

    @property
    def raw(self) -> bytes:
        """Version 1, DAG-CBOR, SHA-256, 32 bytes."""
        return b"\x01\x71\x12\x20" + self.digest


class Node(NamedTuple):
    """One node of the tree as a block, and its name."""

    name: Cid
    block: bytes


def name_of(block: bytes) -> Cid:
    """The CID of a block."""
    return Cid(hashlib.sha256(block).digest())


def encoded(value: Any) -> bytes:
    """A value in DAG-CBOR: shortest lengths, keys by length and then by bytes, links as tag 42."""
    out = bytearray()
    _encode(value, out)
    return bytes(out)


def _encode(value: Any, out: bytearray) -> None:
    if isinstance(value, str):
        text = value.encode()
        out += _head(3, len(text)) + text
    elif isinstance(value, Cid):  # a NamedTuple: before sequences
        out += b"\xd8\x2a" + _head(2, len(value.raw) + 1) + b"\0" + value.raw
    elif value is None or isinstance(value, bool):
        out += b"\xf6" if value is None else b"\xf5" if value else b"\xf4"
    elif isinstance(value, int):
        out += _head(0, value) if value >= 0 else _head(1, -1 - value)
    elif isinstance(value, bytes):
        out += _head(2, len(value)) + value
    elif isinstance(value, Mapping):
        out += _head(5, len(value))
        keys = sorted((key.encode() for key in value), key=lambda key: (len(key), key))
        for key in keys:
            out += _head(3, len(key)) + key
            _encode(value[key.decode()], out)
    else:
        out += _head(4, len(value))
        for one in value:
            _encode(one, out)


def _head(major: int, number: int) -> bytes:
    """A type with its value or length."""
    if number < 24:
        return bytes((major << 5 | number,))
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 1 << 8 * size:
            return bytes((major << 5 | code,)) + number.to_bytes(size)
    raise OverflowError(number)


def _varint(number: int) -> bytes:
    """Unsigned LEB128."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def _depth(key: bytes) -> int:
    """The layer of a key: how many pairs of zero bits its SHA-256 begins with."""
    digest = int.from_bytes(hashlib.sha256(key).digest())
    return (256 - digest.bit_length()) // 2


def tree(leaves: Mapping[bytes, Cid]) -> Iterator[Node]:
    """The nodes over values by their keys, the root last."""
    ordered = [(key, leaves[key], _depth(key)) for key in sorted(leaves)]
    return _tree(ordered, max((depth for _, _, depth in ordered), default=0))


def _tree(leaves: Sequence[tuple[bytes, Cid, int]], layer: int) -> Iterator[Node]:
    """The nodes below and at *layer* over sorted leaves with their depths, the top one last.

    A layer without keys of its own is a node with nothing but a way down.
    """
    entries: list[dict[str, Any]] = []
    before, left, start = b"", None, 0
    for stop in range(len(leaves) + 1):
        if stop < len(leaves) and leaves[stop][2] < layer:
            continue
        below = None
        if start < stop:
            for node in _tree(leaves[start:stop], layer - 1):
                yield node
                below = node.name
        if entries:
            entries[-1]["t"] = below
        else:
            left = below
        if stop < len(leaves):
            key, value, _ = leaves[stop]
            shared = _shared(before, key)
            entries.append({"p": shared, "k": key[shared:], "v": value, "t": None})
            before, start = key, stop + 1
    block = encoded({"l": left, "e": entries})
    yield Node(name_of(block), block)


def _shared(one: bytes, two: bytes) -> int:
    """How many bytes two keys begin with in common."""
    length = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        length += 1
    return length


def repository(did: str, rev: str, records: Mapping[str, Mapping[str, Any]]) -> bytes:
    """A CARv1 of one repository: *records* by collection and record key."""
    blocks = {key.encode(): encoded(value) for key, value in records.items()}
    nodes = list(tree({key: name_of(block) for key, block in blocks.items()}))
    commit = {
        "did": did,
        "version": 3,
        "data": nodes[-1].name,
        "rev": rev,
        "prev": None,
        # Nobody holds the key of an invented person: 64 bytes where the signature stands.
        "sig": hashlib.sha512(did.encode()).digest(),
    }
    top = encoded(commit)
    out = bytearray()
    header = encoded({"roots": [name_of(top)], "version": 1})
    out += _varint(len(header)) + header
    found = dict.fromkeys([top, *(node.block for node in reversed(nodes)), *blocks.values()])
    for block in found:
        name = name_of(block).raw
        out += _varint(len(name) + len(block)) + name + block
    return bytes(out)
