"""A gzip file as one run of expanded bytes that can be read from several places."""

import zlib
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from parasocial.errors import UnsafeExport
from parasocial.export.limits import Limits

_CHUNK = 2**16
_STEP = 2**25  # expanded bytes between marks: a tenth of a second to read, 100 kB to remember
_WITH_HEADER = 31
GZIP = b"\x1f\x8b"
"""How a gzip file begins."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where reading can begin.

    Attributes:
        at: Expanded bytes before this place.
        read: Bytes of the file that were read there.
        expander: What expands the rest; it holds what was read in advance.
    """

    at: int
    read: int
    expander: Any


class Gunzipped:
    """The expanded bytes of the gzip file at *path*."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path, self._limits = path, limits
        self._marks = [_Mark(0, 0, zlib.decompressobj(_WITH_HEADER))]

    def open(self, at: int = 0) -> "Expanding":
        """A stream from *at* on; it starts from the last mark before."""
        mark = self._marks[bisect_right(self._marks, at, key=lambda it: it.at) - 1]
        file = self._path.open("rb", buffering=0)
        run = Expanding(file, mark, self._marks, self._limits)
        try:
            file.seek(mark.read)
            skip(run, at - mark.at)
        except BaseException:
            run.close()
            raise
        return run


class Expanding:
    """A stream of expanded bytes from one of the *marks* on, to which it can add others."""

    def __init__(self, file: IO[bytes], start: _Mark, marks: list[_Mark], limits: Limits) -> None:
        self._file, self._marks, self._limits = file, marks, limits
        self._at, self._expander = start.at, start.expander.copy()

    def read(self, n: int) -> bytes:
        """At most *n* bytes, none only at the end.

        Raises:
            UnsafeExport: The file expands by a larger factor than any platform's.
            EOFError: The file is cut off.
        """
        data = b""
        while n and not data:
            ahead = self._expander.unconsumed_tail or self._expander.unused_data
            packed = ahead or self._file.read(_CHUNK)
            if self._expander.eof:
                if not packed.strip(b"\0"):
                    return b""
                self._expander = zlib.decompressobj(_WITH_HEADER)
            data = self._expander.decompress(packed, n)
            if not (packed or data or self._expander.eof):
                raise EOFError
        self._at += len(data)
        self._refuse_bomb()
        return data

    def _refuse_bomb(self) -> None:
        limits = self._limits
        if self._at > limits.ratio_floor and self._at > limits.ratio * self._file.tell():
            raise UnsafeExport(limits.broken("ratio", "The export expands by a larger factor"))

    def mark(self) -> None:
        """Remember this place, if it is far from the last mark."""
        if self._at - self._marks[-1].at >= _STEP:
            self._marks.append(_Mark(self._at, self._file.tell(), self._expander.copy()))

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def skip(stream: "IO[bytes] | Expanding", n: int) -> None:
    """Pass over *n* bytes.

    Raises:
        EOFError: There are fewer.
    """
    while n:
        if not (data := stream.read(min(n, _CHUNK))):
            raise EOFError
        n -= len(data)


def begun(head: bytes, n: int) -> bytes:
    """The first *n* bytes of what a gzip file that begins with *head* holds, or fewer."""
    try:
        return zlib.decompressobj(_WITH_HEADER).decompress(head, n)
    except zlib.error:
        return b""
