"""The end of a list of records, in bytes that may end anywhere."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec
from msgspec import Raw

from parasocial.reading import Broken
from parasocial.reading.halves import NotJson, mended

_END = re.compile(rb"\]\s*\}")
_CONTROL = re.compile(rb"(\\\\)|\\x([0-9A-Fa-f]{2})")
_TRIES = 64


def closed(content: bytes, row: Any) -> tuple[Sequence[Any], int] | None:
    """The last records of a list, and where its chat ends."""
    for end in islice(reversed([*_END.finditer(content)]), _TRIES):
        try:
            return decoded(_listed(content, end.start()), row), end.end()
        except NotJson:
            continue
    return None


def split(content: bytes, row: Any) -> tuple[Sequence[Any], bytes]:
    """Decode the whole records that *content* begins with; return them and what is left."""
    # Records begin alike, and what is inside of them is indented further.
    gap = content[: len(content) - len(content.lstrip())]
    between = re.compile(rb"\}\s*,(?=" + (gap if b"\n" in gap else rb"\s*") + rb"\{)")
    for cut in islice(_from_back(between, content), _TRIES):
        try:
            found = decoded(_listed(content, cut.start() + 1), row)
        except NotJson:
            continue
        return found, content[cut.end() :]
    return (), content


def _listed(content: bytes, end: int) -> bytes:
    return b"".join((b"[", memoryview(content)[:end], b"]"))


def _from_back(between: re.Pattern[bytes], content: bytes) -> Iterator[re.Match[bytes]]:
    low, step = len(content), 1 << 12
    while low > 0:
        high, low = low, max(0, low - step)
        yield from reversed([*between.finditer(content, low, min(high + 64, len(content)))])
        step *= 4


def decoded(content: bytes, row: Any) -> Sequence[Any]:
    """Decode a JSON list; where one record does not fit its type, record by record."""
    content = escaped(content)
    try:
        found: list[Any] = msgspec.json.decode(content, type=list[row])
    except msgspec.ValidationError:
        return [_record(raw, row) for raw in msgspec.json.decode(content, type=list[Raw])]
    except (msgspec.DecodeError, UnicodeDecodeError):
        return decoded(mended(content), row)
    return found


def _record(raw: Raw, row: Any) -> Any:
    try:
        return msgspec.json.decode(raw, type=row)
    except msgspec.ValidationError as error:
        return Broken(type(error).__name__)


def escaped(content: bytes) -> bytes:
    r"""Control characters as JSON has them: Telegram writes ``\x0B``."""
    if b"\\" not in content or b"\\x" not in content:
        return content
    return _CONTROL.sub(lambda it: it[1] or rb"\u00" + it[2], content)
