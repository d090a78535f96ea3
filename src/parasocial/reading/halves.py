"""JSON that is not whole: half an emoji, bytes of another encoding, half a file."""

import re

import msgspec
from msgspec import Raw

_HALF_EMOJI = re.compile(
    rb"(\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    rb"|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
_MARKS = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[{}\[\],:]', re.DOTALL)
_KEY = 1  # how deep keys lie


class NotJson(ValueError):
    """The file says it is JSON and is not."""


class CutOff(ValueError):
    """The file ends in the middle of a record."""


def mended(content: bytes | Raw) -> bytes:
    """*content* with U+FFFD for what is no text: platforms cut texts in the middle of an emoji.

    Raises:
        NotJson: There is nothing to mend.
    """
    before = bytes(content)
    after = before.decode("utf-8", "replace").encode()
    after = _HALF_EMOJI.sub(lambda found: found[1] or rb"\ufffd", after)
    if after == before:
        raise NotJson
    return after


def begun(content: bytes | Raw) -> dict[str, Raw]:
    """The entries of an object as far as they go; where it is cut off, the last is, too."""
    whole = bytes(content)
    found: dict[str, Raw] = {}
    depth, start, key = 0, 0, b""
    named = False
    for mark in _MARKS.finditer(whole):
        sign = mark[0]
        if sign in b"}]":
            depth -= 1
        if named and (depth < _KEY or (depth == _KEY and sign == b",")):
            _put(found, key, whole[start : mark.start()])
            named = False
        elif depth == _KEY and not named and sign.startswith(b'"'):
            key = sign
        elif depth == _KEY and not named and sign == b":":
            named, start = True, mark.end()
        if sign in b"{[":
            depth += 1
        elif depth < _KEY:
            break
    if named:
        _put(found, key, whole[start:])
    return found


def _put(found: dict[str, Raw], key: bytes, value: bytes) -> None:
    try:
        found[msgspec.json.decode(key, type=str)] = Raw(value)
    except ValueError:
        return
