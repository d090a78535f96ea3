"""One file of an export, and the stream that holds it to its bounds."""

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, BinaryIO, ClassVar, Protocol
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from parasocial.errors import DamagedMember
from parasocial.export.limits import Limits

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, UnicodeDecodeError)
"""What reading a broken archive raises; the texts quote names, so they are never shown."""

_AGAIN = "Download the export again."
_BUFFER = 2**18
_SECOND = 1_000_000
_FIRST, _LAST = 631_152_000 * _SECOND, 4_102_444_800 * _SECOND


def plausible_us(us: int) -> int | None:
    """*us*, or None outside the years [1990, 2100): a clock that was never set."""
    return us if _FIRST <= us < _LAST else None


@dataclass(frozen=True, slots=True)
class Packed:
    """A file inside a zip."""

    archive: ZipFile
    info: ZipInfo

    @property
    def compressed(self) -> int:
        """Bytes in the archive."""
        return self.info.compress_size

    @property
    def modified_us(self) -> int | None:
        """The archive's naive time taken as UTC; None if absurd."""
        try:
            moment = datetime(*self.info.date_time, tzinfo=UTC)
        except ValueError:
            return None
        return plausible_us(int(moment.timestamp()) * _SECOND)

    def open(self) -> IO[bytes]:
        """A stream that shows one byte more than declared, if there is one."""
        # bzip2 and LZMA expand without a bound in zipfile; no platform uses them.
        if self.info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise DamagedMember(
                "A file is packed in a way we do not read. Unpack the zip and give the folder."
            )
        longer = copy(self.info)
        longer.file_size += 1
        return self.archive.open(longer)


@dataclass(frozen=True, slots=True)
class Loose:
    """A file on disk."""

    location: Path
    modified_us: int | None
    compressed: ClassVar[None] = None

    def open(self) -> IO[bytes]:
        """The file's bytes."""
        return self.location.open("rb", buffering=0)


class Source(Protocol):
    """Where the bytes of one file are."""

    @property
    def compressed(self) -> int | None:
        """Bytes in the archive; None where that is not known of single files."""

    @property
    def modified_us(self) -> int | None:
        """When the file was last changed, microseconds UTC; None if absurd."""

    def open(self) -> IO[bytes]:
        """The file's bytes, and one more than declared if there is one."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an export.

    Attributes:
        name: POSIX and relative: NFC, U+00A0 as a space, U+2018 and U+2019 as ``'``.
        size: Expanded bytes, as declared; a stream that holds more or fewer is damaged.
    """

    name: str
    size: int
    source: Source = field(repr=False)
    limits: Limits = field(repr=False, compare=False)

    @property
    def path(self) -> PurePosixPath:
        """The name as a path."""
        return PurePosixPath(self.name)

    @property
    def title(self) -> str:
        """What its outermost folder is called, or the file itself, without ending."""
        first, *inner = self.path.parts
        return first if inner else self.path.stem

    @property
    def modified_us(self) -> int | None:
        """When the file was last changed, microseconds UTC; None if absurd."""
        return self.source.modified_us

    def open(self) -> BinaryIO:
        """The file's bytes as a stream that cannot seek.

        Raises:
            DamagedMember: Here or while reading: too large, cut off, or not as declared.
        """
        self._refuse_bomb()
        with _damage_told():
            return io.BufferedReader(_Held(self.source.open(), self.size), _BUFFER)

    def head(self, n: int = 65_536) -> bytes:
        """The first *n* bytes, fewer if the file is shorter."""
        with self.open() as stream:
            return stream.read(n)

    def _refuse_bomb(self) -> None:
        limits, packed = self.limits, self.source.compressed
        if self.size > limits.member_bytes:
            raise DamagedMember(limits.broken("member_bytes", "A file has more bytes"))
        if packed is None or self.size <= limits.ratio_floor:
            return
        if self.size > limits.ratio * packed:
            raise DamagedMember(limits.broken("ratio", "A file expands by a larger factor"))


class _Held(io.RawIOBase):
    """A stream held to its declared size, whatever its header claims."""

    def __init__(self, source: IO[bytes], size: int) -> None:
        self._source, self._left = source, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        with memoryview(buffer).cast("B") as view:
            with _damage_told():
                data = self._source.read(len(view))
            self._left -= len(data)
            if self._left < 0:
                raise DamagedMember(f"A file holds more than it declares. {_AGAIN}")
            if self._left and not data:
                raise DamagedMember(f"A file ends before its end. {_AGAIN}")
            view[: len(data)] = data
            return len(data)

    def close(self) -> None:
        self._source.close()
        super().close()


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except PermissionError:
        raise DamagedMember("A file may not be read. Change its permissions.") from None
    except BROKEN:
        raise DamagedMember(f"A file is damaged or cut off. {_AGAIN}") from None
