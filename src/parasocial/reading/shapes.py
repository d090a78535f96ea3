"""JSON as platforms nest it: a bare list, a list under keys, one bare object, a dictionary.

A list at the root is streamed in bounded memory; a file with an object at its root is held
as bytes, and only the parts that are asked for are decoded.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO, TypeAlias

import msgspec
from msgspec import Raw

from parasocial.reading.model import Broken, File, Row, Table

CHUNK = 1 << 20
_BETWEEN = re.compile(rb"[}\]]\s*,\s*(?=[{\[])")
_HALF_EMOJI = re.compile(rb"\\u[dD][89a-fA-F]")
_TRIES = 64
_LONGEST_RECORD = 64 * CHUNK
_BOM = b"\xef\xbb\xbf"
_EMPTY = frozenset({b"null", b"[]", b"{}", b'""', b'"N/A"'})

Batches: TypeAlias = Iterator[Sequence[Row | Broken]]


class NotJson(ValueError):
    """The file says it is JSON and is not."""


class CutOff(ValueError):
    """The file ends in the middle of a record."""


@dataclass(frozen=True, slots=True)
class Either:
    """A list of records under any of several paths; ``""`` is the root of the file.

    Keys are compared without regard to case. A single object where a list belongs is a list
    of one; ``null`` and a missing path are empty. ``head`` names keys beside the list.
    """

    paths: tuple[str, ...]
    head: tuple[str, ...] = ()
    keyed: bool = False  #: a dictionary's items as (key, value), lists in it one by one

    def __call__(self, file: File, row: Any) -> Table:
        """Find the records of *file*."""
        with file.member.open() as stream:
            first = stream.read(CHUNK).removeprefix(_BOM).lstrip()
            if first.startswith(b"[") and "" in self.paths:
                file.cache["list"] = True
        if "list" in file.cache:
            return Table(_streamed(file, row))
        if not first.startswith(b"{"):
            return Table(_not_an_object(first))
        found = [raw for path in self.paths if (raw := _at(file, path)) is not None]
        if not found and "" in self.paths:
            found = [Raw(file.content.removeprefix(_BOM))]
        head = {key: _plain(raw) for key in self.head if (raw := _at(file, key)) is not None}
        return Table(self._batches(found, row), head)

    def _batches(self, found: Sequence[Raw], row: Any) -> Batches:
        for raw in found:
            content = bytes(raw).strip()
            if content in _EMPTY:
                continue
            if self.keyed:
                yield from _items(content, row)
            elif content.startswith(b"["):
                yield from batches(BytesIO(content), row)
            else:
                yield _decoded(b"[" + content + b"]", row)


def either(*paths: str, head: tuple[str, ...] = ()) -> Either:
    """A list at the root or under any of *paths* (keys joined by ``/``)."""
    return Either(("", *paths), head)


def under(*paths: str, head: tuple[str, ...] = ()) -> Either:
    """A list under one of *paths*, never at the root."""
    return Either(paths, head)


def items(*paths: str) -> Either:
    """A dictionary under one of *paths*, as (key, value); a list in it item by item."""
    return Either(paths, keyed=True)


def batches(stream: BinaryIO, row: Any) -> Batches:
    """The records of a JSON list, a chunk at a time, decoded to *row*.

    A chunk is cut at the last place that looks like the end of a record. Where that is inside
    a string or a nested list, the decoder refuses, and the place before is tried.

    Raises:
        CutOff: The list never ends. What was whole has been yielded before.
        NotJson: What stands there is no list of records.
    """
    rest = stream.read(CHUNK).removeprefix(_BOM).lstrip()
    if not rest.startswith(b"["):
        raise NotJson
    rest = rest[1:]
    while chunk := stream.read(CHUNK):
        rest += chunk
        whole, rest = _split(rest, row)
        if whole:
            yield whole
        elif len(rest) > _LONGEST_RECORD:
            raise NotJson
    last = rest.rstrip()
    if last.endswith(b"]"):
        try:
            yield _decoded(b"[" + last, row)
        except NotJson:
            pass
        else:
            return
    whole, rest = _split(last, row)
    yield whole
    raise CutOff


def _split(content: bytes, row: Any) -> tuple[Sequence[Row | Broken], bytes]:
    """Decode as many whole records as *content* begins with; return them and what is left."""
    step = 1 << 16
    low = len(content)
    tried = 0
    while low > 0 and tried < _TRIES:
        high, low = low, max(0, low - step)
        places = [
            m.start() + 1 for m in _BETWEEN.finditer(content, low, min(high + 64, len(content)))
        ]
        for place in reversed(places):
            tried += 1
            try:
                found = _decoded(b"[" + content[:place] + b"]", row)
            except NotJson:
                if tried >= _TRIES:
                    break
                continue
            return found, content[place:].lstrip()[1:]
        step *= 4
    return (), content


def _decoded(content: bytes, row: Any) -> Sequence[Row | Broken]:
    """Decode a JSON list; where one record does not fit its type, record by record."""
    try:
        found: list[Row] = _decoder(row).decode(content)
    except msgspec.DecodeError as error:
        # A list cut in the wrong place is no list; only half an emoji deserves a second look.
        if not isinstance(error, msgspec.ValidationError) and _HALF_EMOJI.search(content) is None:
            raise NotJson from None
        plain = _plain(content)
        if not isinstance(plain, list):
            raise NotJson from None
        return plain if row is Any else [_converted(record, row) for record in plain]
    return found


def _converted(record: Any, row: Any) -> Row | Broken:
    try:
        return msgspec.convert(record, row)
    except (msgspec.ValidationError, UnicodeError, RecursionError) as error:
        return Broken(type(error).__name__)


def _plain(content: bytes | Raw) -> Any:
    # Platforms cut texts in the middle of an emoji: msgspec refuses the half that is left,
    # the standard library does not.
    for decode in (msgspec.json.decode, json.loads):
        try:
            return decode(bytes(content))
        except (ValueError, RecursionError):
            continue
    raise NotJson


_DECODERS: dict[Any, Callable[[bytes], Any]] = {}


def _decoder(row: Any) -> msgspec.json.Decoder[list[Any]]:
    if row not in _DECODERS:
        _DECODERS[row] = msgspec.json.Decoder(list[row])  # type: ignore[assignment]
    return _DECODERS[row]  # type: ignore[return-value]


def _streamed(file: File, row: Any) -> Batches:
    with file.member.open() as stream:
        yield from batches(stream, row)


def _not_an_object(first: bytes) -> Batches:
    if first.strip() not in (b"", b"null", b"[]") and not first.startswith(b"["):
        raise NotJson
    return
    yield


def _object(content: bytes | Raw) -> dict[str, Any]:
    try:
        found: dict[str, Any] = msgspec.json.decode(content, type=dict[str, Raw])
    except (ValueError, RecursionError):
        plain = _plain(content)
        if not isinstance(plain, dict):
            raise NotJson from None
        return {key: Raw(json.dumps(value).encode()) for key, value in plain.items()}
    return found


def _at(file: File, path: str) -> Raw | None:
    above, _, part = path.rpartition("/")
    here = _inside(file, above)
    key = part if part in here else _folded(here).get(part.casefold())
    return None if key is None else here[key]


def _inside(file: File, path: str) -> Mapping[str, Raw]:
    """The object at *path*, empty if there is none; decoded once for all who ask."""
    objects: dict[str, Mapping[str, Raw]] = file.cache.setdefault("objects", {})
    if path not in objects:
        raw = _at(file, path) if path else file.content.removeprefix(_BOM)
        is_object = raw is not None and bytes(memoryview(raw)[:64]).lstrip()[:1] == b"{"
        objects[path] = _object(raw) if raw is not None and is_object else {}
    return objects[path]


def _folded(keys: Mapping[str, Any]) -> dict[str, str]:
    return {key.casefold(): key for key in keys}


def _items(content: bytes, row: Any) -> Batches:
    for key, raw in _object(content).items():
        value = bytes(raw).strip()
        if value.startswith(b"["):
            for batch in batches(BytesIO(value), row):
                yield [it if isinstance(it, Broken) else (key, it) for it in batch]
        elif value != b"null":
            [it] = _decoded(b"[" + value + b"]", row)
            yield [it if isinstance(it, Broken) else (key, it)]
