"""A tar, packed by gzip or not, as a list of files; refused before it can cost much.

Mastodon hands out such archives, and some browsers unpack the gzip around them unasked. The
entries that are read are those of POSIX and GNU tar. The standard library's tarfile would take
an entry's attributes into memory whatever size they claim to have.
"""

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, ClassVar, NamedTuple, TypeAlias

from parasocial.errors import UnreadableExport, UnsafeExport
from parasocial.export.gzips import GZIP, Expanding, Gunzipped, skip
from parasocial.export.limits import Limits
from parasocial.export.members import BROKEN, Member, plausible_us
from parasocial.export.names import member_name

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BLOCK = 512
_MAGIC = slice(257, 263)
_POSIX, _ANY = b"ustar\0", b"ustar"
_FILES, _FOLDER, _LONG_NAME, _ATTRIBUTES, _FOR_ALL = b"0\x007", b"5", b"L", b"x", b"g"
_LONGEST_ATTRIBUTES = 2**16  # bytes
_END = bytes(BLOCK)

Stream: TypeAlias = IO[bytes] | Expanding


class Plain:
    """The bytes of a tar that is not packed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def open(self, at: int = 0) -> IO[bytes]:
        """A stream from *at* on."""
        file = self._path.open("rb", buffering=0)
        file.seek(at)
        return file


@dataclass(frozen=True, slots=True)
class Taped:
    """A file inside a tar: where it begins, and how long it is."""

    tape: Plain | Gunzipped
    at: int
    size: int
    modified_us: int | None
    compressed: ClassVar[None] = None

    def open(self) -> IO[bytes]:
        """The file's bytes."""
        return io.BufferedReader(_Cut(self.tape.open(self.at), self.size))


class _Cut(io.RawIOBase):
    """The first bytes of a stream."""

    def __init__(self, stream: Stream, size: int) -> None:
        self._stream, self._left = stream, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        with memoryview(buffer).cast("B") as view:
            data = self._stream.read(min(len(view), self._left))
            self._left -= len(data)
            view[: len(data)] = data
            return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


class _Header(NamedTuple):
    """What stands before each entry."""

    kind: bytes
    name: bytes
    size: int
    seconds: int

    @property
    def room(self) -> int:
        """Bytes that the entry takes after its header, in whole blocks."""
        return -(-self.size // BLOCK) * BLOCK


def begins_tar(head: bytes) -> bool:
    """Whether *head* is the beginning of a tar."""
    return head[_MAGIC].startswith(_ANY)


def open_tar(path: Path, limits: Limits) -> list[Member]:
    """The files of the archive, litter left out.

    Raises:
        UnreadableExport: Cut off or damaged.
        UnsafeExport: Too many files or bytes, a hostile name, or a link.
    """
    try:
        with path.open("rb") as file:
            packed = file.read(len(GZIP)) == GZIP
        tape = Gunzipped(path, limits) if packed else Plain(path)
        with closing(tape.open()) as run:
            return list(_files(tape, run, limits))
    except (*BROKEN, ValueError):
        raise UnreadableExport(
            "The archive looks cut off or damaged. Download it again and wait until it is complete."
        ) from None


def _files(tape: Plain | Gunzipped, run: Stream, limits: Limits) -> Iterator[Member]:
    at = seen = total = 0
    said: dict[bytes, bytes] = {}
    while (block := _exactly(run, BLOCK)) != _END:
        at += BLOCK
        header = _header(block)
        if header.kind in (_ATTRIBUTES, _FOR_ALL, _LONG_NAME):
            said |= _said(header, run)
        else:
            size = int(said.get(b"size", header.size))
            header = header._replace(name=said.get(b"path", header.name), size=size)
            said = {}
            seen, total = seen + 1, total + size
            _refuse_excess(seen, total, limits)
            if member := _member(tape, at, header, limits):
                yield member
            skip(run, header.room)
        at += header.room
        if isinstance(run, Expanding):
            run.mark()


def _refuse_excess(seen: int, total: int, limits: Limits) -> None:
    if seen > limits.members:
        raise UnsafeExport(limits.broken("members", "The export has more files"))
    if total > limits.total_bytes:
        raise UnsafeExport(limits.broken("total_bytes", "The export expands to more bytes"))


def _member(tape: Plain | Gunzipped, at: int, header: _Header, limits: Limits) -> Member | None:
    """The file that *header* stands before; None for a folder and for litter."""
    if header.kind != _FOLDER and header.kind not in _FILES:
        raise UnsafeExport(
            "The archive holds a link or a device, which no platform writes. "
            "Download the export again from the platform itself."
        )
    raw = header.name.decode("utf-8", "surrogateescape")
    name = member_name(raw, limits)
    if name is None or header.kind == _FOLDER or raw.endswith("/"):
        return None
    modified_us = plausible_us(header.seconds * 1_000_000)
    return Member(name, header.size, Taped(tape, at, header.size, modified_us), limits)


def _header(block: bytes) -> _Header:
    """Read one header.

    Raises:
        ValueError: It is none.
    """
    kind = block[156:157]
    if sum(block) - sum(block[148:156]) + 8 * ord(" ") != _number(block[148:156]):
        raise ValueError("no header")
    name, prefix = (field.partition(b"\0")[0] for field in (block[:100], block[345:500]))
    if block[_MAGIC] == _POSIX and prefix:
        name = prefix + b"/" + name
    return _Header(kind, name, _number(block[124:136]), _number(block[136:148]))


def _number(field: bytes) -> int:
    """A number in octal digits or, where it is large, in bytes."""
    if field[0] == 0x80:  # noqa: PLR2004
        return int.from_bytes(field[1:])
    digits = field.strip(b" \0")
    number = int(digits, 8) if digits else 0
    if number < 0:
        raise ValueError("negative")
    return number


def _said(header: _Header, run: Stream) -> dict[bytes, bytes]:
    """What an entry of attributes says of the next entry."""
    if header.size > _LONGEST_ATTRIBUTES:
        raise ValueError("too long")
    content = _exactly(run, header.room)[: header.size]
    if header.kind == _FOR_ALL:
        return {}
    if header.kind == _LONG_NAME:
        return {b"path": content.rstrip(b"\0")}
    return dict(_records(content))


def _records(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Attributes as POSIX has them: "19 path=folder/file"."""
    at = 0
    while at < len(content):
        space = content.index(b" ", at)
        end = at + int(content[at:space])
        if end <= space:
            raise ValueError("no length")
        key, _, value = content[space + 1 : end - 1].partition(b"=")
        yield key, value
        at = end


def _exactly(run: Stream, n: int) -> bytes:
    """The next *n* bytes.

    Raises:
        EOFError: There are fewer.
    """
    found = bytearray()
    while len(found) < n:
        if not (data := run.read(n - len(found))):
            raise EOFError
        found += data
    return bytes(found)
