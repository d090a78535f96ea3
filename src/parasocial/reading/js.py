"""JSON inside a script, as X hands it out: a variable, and the list or object it is set to."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from parasocial.reading.halves import NotJson
from parasocial.reading.model import Broken, File, Row, Table
from parasocial.reading.shapes import CHUNK, batches

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_VALUE = re.compile(rb"[\[{]")
_HEAD = 4_096


def script(file: File, row: Any) -> Table:
    """The records of the list that a script sets its variable to; one object is a list of one."""
    return Table(_batches(file, row))


def _batches(file: File, row: Any) -> Iterator[Sequence[Row | Broken]]:
    with file.member.open() as stream:
        head = stream.read(_HEAD)
        found = _VALUE.search(head)
        if found is None:
            if head.rpartition(b"=")[2].strip() not in (b"", b"null"):
                raise NotJson
            return
        value = head[found.start() :]
        if value.startswith(b"["):
            yield from batches(io.BufferedReader(_Joined(value, stream), CHUNK), row)
        else:
            content = (value + stream.read()).strip().removesuffix(b";")
            yield from batches(io.BytesIO(b"[" + content + b"]"), row)


class _Joined(io.RawIOBase):
    """Bytes that were read already, and the stream they came from."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first, self._rest = first, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        with memoryview(buffer).cast("B") as view:
            data = self._first[: len(view)] or self._rest.read(len(view))
            self._first = self._first[len(data) :]
            view[: len(data)] = data
            return len(data)
