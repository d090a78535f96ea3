"""DAG-CBOR, the binary JSON of Bluesky's repositories: one value out of bytes, bounded.

Written for this one job rather than taken from a package: a repository uses few of CBOR's
types, and what is not one of them is refused (RFC 8949; ipld.io/specs/codecs/dag-cbor).
"""

import struct
from collections.abc import Callable
from typing import Any

_DEEPEST = 32
_SHORT, _LONG = 24, 28  # what a head holds itself, and what has a width; beyond is not DAG-CBOR
_TEXT, _TEXT_END = 0x60, 0x78  # heads of texts of fewer than 24 bytes
_CID = 42
_FLOAT = 27
_SIMPLE = {20: False, 21: True, 22: None}


class NotCbor(ValueError):
    """The bytes are no DAG-CBOR value."""


def decoded(content: bytes) -> Any:
    """The value that *content* is; a link is the bytes of its CID.

    Raises:
        NotCbor: It is none, is cut off, or nests too deep.
    """
    try:
        value, end = _value(content, 0, _DEEPEST)
    except (IndexError, UnicodeDecodeError, struct.error):
        raise NotCbor from None
    if end != len(content):
        raise NotCbor
    return value


def _value(content: bytes, at: int, deep: int) -> tuple[Any, int]:
    head = content[at]
    return _KINDS[head >> 5](content, at + 1, head & 31, deep)


def _number(content: bytes, at: int, number: int) -> tuple[int, int]:
    """What a head says: itself if it is small, else what the next bytes say."""
    if number < _SHORT:
        return number, at
    if number >= _LONG:
        raise NotCbor
    end = at + (1 << (number - _SHORT))
    if end > len(content):
        raise NotCbor
    return int.from_bytes(content[at:end]), end


def _natural(content: bytes, at: int, number: int, deep: int) -> tuple[int, int]:
    del deep
    return _number(content, at, number)


def _negative(content: bytes, at: int, number: int, deep: int) -> tuple[int, int]:
    del deep
    number, at = _number(content, at, number)
    return -1 - number, at


def _bytes(content: bytes, at: int, number: int, deep: int) -> tuple[bytes, int]:
    del deep
    number, at = _number(content, at, number)
    end = at + number
    if end > len(content):
        raise NotCbor
    return content[at:end], end


def _text(content: bytes, at: int, number: int, deep: int) -> tuple[str, int]:
    found, at = _bytes(content, at, number, deep)
    return found.decode(), at


def _list(content: bytes, at: int, number: int, deep: int) -> tuple[list[Any], int]:
    count, at = _count(content, at, number, deep)
    found = []
    for _ in range(count):
        it, at = _value(content, at, deep - 1)
        found.append(it)
    return found, at


def _map(content: bytes, at: int, number: int, deep: int) -> tuple[dict[str, Any], int]:
    count, at = _count(content, at, number, deep)
    found: dict[str, Any] = {}
    for _ in range(count):
        # Nearly every key is a short text: read here, it takes half the time.
        head = content[at]
        end = at + 1 + head - _TEXT
        if _TEXT <= head < _TEXT_END and end <= len(content):
            key = content[at + 1 : end].decode()
        else:
            key, end = _value(content, at, 0)
        if type(key) is not str or key in found:
            raise NotCbor
        found[key], at = _value(content, end, deep - 1)
    return found, at


def _count(content: bytes, at: int, number: int, deep: int) -> tuple[int, int]:
    """How many items follow; each takes a byte at least."""
    count, at = _number(content, at, number)
    if deep <= 0 or count > len(content) - at:
        raise NotCbor
    return count, at


def _link(content: bytes, at: int, number: int, deep: int) -> tuple[bytes, int]:
    del deep
    tag, at = _number(content, at, number)
    found, at = _value(content, at, 0)
    if tag != _CID or type(found) is not bytes or found[:1] != b"\0":
        raise NotCbor
    return found[1:], at


def _simple(content: bytes, at: int, number: int, deep: int) -> tuple[float | bool | None, int]:
    del deep
    if number == _FLOAT:
        return struct.unpack_from(">d", content, at)[0], at + 8
    if number not in _SIMPLE:
        raise NotCbor
    return _SIMPLE[number], at


_KINDS: tuple[Callable[[bytes, int, int, int], tuple[Any, int]], ...] = (
    *(_natural, _negative, _bytes, _text),
    *(_list, _map, _link, _simple),
)
"""By the first three bits of a head, in CBOR's order."""
