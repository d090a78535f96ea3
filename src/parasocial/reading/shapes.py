"""JSON as platforms nest it: a bare list, a list under keys, one bare object, a dictionary.

A list at the root is streamed in bounded memory; a file with an object at its root is held
as bytes, and only the parts that are asked for are decoded.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, Protocol, TypeAlias

import msgspec
from msgspec import Raw

from parasocial.reading.halves import CutOff, NotJson, begun, mended
from parasocial.reading.model import Broken, File, Row, Table

CHUNK = 1 << 17  # small enough to stay in the processor's cache while it is decoded
_BETWEEN = re.compile(rb"[}\]]\s*,\s*(?=[{\[])")
_TRIES = 64
_LONGEST_RECORD = 1 << 26
_BEGIN = 1 << 10
_BOM = b"\xef\xbb\xbf"
_EMPTY = frozenset({b"null", b"[]", b"{}", b'""', b'"N/A"'})

Batches: TypeAlias = Iterator[Sequence[Row | Broken]]


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
        found = [raw for path in self.paths if path and (raw := _at(file, path)) is not None]
        if not found and "" in self.paths:
            found = [Raw(file.content.removeprefix(_BOM))]
        head = {key: _loads(raw, Any) for key in self.head if (raw := _at(file, key)) is not None}
        return Table(self._batches(file, found, row), head)

    def _batches(self, file: File, found: Sequence[Raw], row: Any) -> Batches:
        for raw in found:
            begin = _begin(raw)
            if begin.strip() in _EMPTY:
                continue
            if self.keyed:
                yield from _items(file, raw, row)
            elif begin.startswith(b"["):
                yield from batches(Span(raw), row)
            else:
                yield _decoded(b"[" + bytes(raw) + b"]", row)
        if "cut" in file.cache:
            raise CutOff


def either(*paths: str, head: tuple[str, ...] = ()) -> Either:
    """A list at the root or under any of *paths* (keys joined by ``/``)."""
    return Either(("", *paths), head)


def under(*paths: str, head: tuple[str, ...] = ()) -> Either:
    """A list under one of *paths*, never at the root."""
    return Either(paths, head)


def items(*paths: str) -> Either:
    """A dictionary under one of *paths*, as (key, value); a list in it item by item."""
    return Either(paths, keyed=True)


class Readable(Protocol):
    """What can be read piece by piece."""

    def read(self, size: int, /) -> bytes:
        """The next *size* bytes, fewer at the end."""


class Span:
    """Part of a file that is held, as a stream: large, so never copied whole."""

    def __init__(self, content: Raw) -> None:
        self._content = memoryview(content)
        self._at = 0

    def read(self, size: int, /) -> bytes:
        """The next *size* bytes."""
        self._at += size
        return bytes(self._content[self._at - size : self._at])


def _begin(raw: Raw) -> bytes:
    return bytes(memoryview(raw)[:_BEGIN]).lstrip()


def batches(stream: Readable, row: Any) -> Batches:
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
    size = CHUNK
    while chunk := stream.read(size):
        whole, rest = _split(rest, chunk, row)
        # Where a record is longer than what was read, read twice as much at once: every
        # attempt decodes from the record's beginning.
        size = CHUNK if whole else 2 * size
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
    yield _whole(last, row)
    raise CutOff


def _whole(last: bytes, row: Any) -> Sequence[Row | Broken]:
    """The whole records of a list's end that is cut off, the last of them included."""
    closed = last.removesuffix(b",").rstrip()
    if closed.endswith((b"}", b"]")):
        try:
            return _decoded(b"".join((b"[", closed, b"]")), row)
        except NotJson:
            pass
    found, _ = _split(b"", last, row)
    return found


def _split(rest: bytes, chunk: bytes, row: Any) -> tuple[Sequence[Row | Broken], bytes]:
    """Decode the whole records that *rest* and *chunk* begin with; return them and what is left."""
    view = memoryview(chunk)
    for cut in islice(_ends(chunk), _TRIES):
        try:
            found = _decoded(b"".join((b"[", rest, view[: cut.start() + 1], b"]")), row)
        except NotJson:
            continue
        return found, chunk[cut.end() :]
    return (), rest + chunk


def _ends(chunk: bytes) -> Iterator[re.Match[bytes]]:
    """What looks like the end of a record and the beginning of the next, from the back."""
    low, step = len(chunk), 1 << 12
    while low > 0:
        high, low = low, max(0, low - step)
        yield from reversed([*_BETWEEN.finditer(chunk, low, min(high + 64, len(chunk)))])
        step *= 4


def _decoded(content: bytes, row: Any) -> Sequence[Row | Broken]:
    """Decode a JSON list; where one record does not fit its type, record by record."""
    try:
        found: list[Row] = _loads(content, list[row])
    except msgspec.ValidationError:
        return [_record(raw, row) for raw in _loads(content, list[Raw])]
    return found


def _record(raw: Raw, row: Any) -> Row | Broken:
    try:
        return _loads(raw, row)
    except (msgspec.ValidationError, NotJson) as error:
        return Broken(type(error).__name__)


def _loads(content: bytes | Raw, kind: Any) -> Any:
    """Decode *content*, mended if need be.

    Raises:
        NotJson: It cannot be mended.
        msgspec.ValidationError: It is JSON, but not of that *kind*.
    """
    try:
        return _decoder(kind).decode(content)
    except msgspec.ValidationError:
        raise
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _loads(mended(content), kind)


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def _streamed(file: File, row: Any) -> Batches:
    with file.member.open() as stream:
        yield from batches(stream, row)


def _not_an_object(first: bytes) -> Batches:
    if first.strip() not in (b"", b"null", b"[]") and not first.startswith(b"["):
        raise NotJson
    return
    yield


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
        objects[path] = _object(file, raw) if raw is not None and is_object else {}
    return objects[path]


def _object(file: File, raw: Raw | bytes) -> dict[str, Raw]:
    """The entries of an object; where the file is cut off, those before and what is there."""
    try:
        found: dict[str, Raw] = _loads(raw, dict[str, Raw])
    except NotJson:
        file.cache["cut"] = True
        return begun(raw)
    return found


def _folded(keys: Mapping[str, Any]) -> dict[str, str]:
    return {key.casefold(): key for key in keys}


def _items(file: File, content: Raw, row: Any) -> Batches:
    for key, raw in _object(file, content).items():
        begin = _begin(raw)
        if begin.startswith(b"["):
            for batch in batches(Span(raw), row):
                yield [it if isinstance(it, Broken) else (key, it) for it in batch]
        elif begin.strip() != b"null":
            [it] = _decoded(b"[" + bytes(raw) + b"]", row)
            yield [it if isinstance(it, Broken) else (key, it)]
