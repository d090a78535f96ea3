"""One JSON object a line, packed by Zstandard or not, in bounded memory."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from parasocial.errors import DamagedMember
from parasocial.reading.halves import CutOff, NotJson, mended
from parasocial.reading.model import Broken, File, Row, Table
from parasocial.reading.shapes import CHUNK, Readable

ZSTD = b"\x28\xb5\x2f\xfd"
_WINDOW = 31  # archives of Reddit are packed with a window of two gigabytes
_LONGEST_LINE = 1 << 26
_BOM = b"\xef\xbb\xbf"


def lines(file: File, row: Any) -> Table:
    """The lines of *file*, each decoded to *row*."""
    return Table(_lines(file, row))


def _lines(file: File, row: Any) -> Iterator[Sequence[Row | Broken]]:
    decoder = msgspec.json.Decoder(row)
    for whole in blocks(file):
        yield _decoded(whole, decoder)


def blocks(file: File) -> Iterator[bytes]:
    """The file's lines, many at a time.

    Raises:
        CutOff: The last line is not whole. What was before has been yielded.
        NotJson: A line is longer than any record.
    """
    with file.member.open() as stream:
        source = opened(stream, file)
        rest = b""
        while chunk := source.read(CHUNK):
            head, mark, tail = chunk.rpartition(b"\n")
            if not mark:
                rest += chunk
                if len(rest) > _LONGEST_LINE:
                    raise NotJson
                continue
            yield (rest + head).removeprefix(_BOM)
            rest = tail
    if rest.strip():
        try:
            msgspec.json.decode(rest, type=msgspec.Raw)
        except msgspec.DecodeError:
            raise CutOff from None
        yield rest.removeprefix(_BOM)


def _decoded(whole: bytes, decoder: msgspec.json.Decoder[Any]) -> Sequence[Row | Broken]:
    try:
        return decoder.decode_lines(whole)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return [_line(it, decoder) for it in whole.splitlines() if it.strip()]


def _line(line: bytes, decoder: msgspec.json.Decoder[Any]) -> Row | Broken:
    try:
        return decoder.decode(line)
    except msgspec.ValidationError as error:
        return Broken(type(error).__name__)
    except (msgspec.DecodeError, UnicodeDecodeError):
        try:
            return decoder.decode(mended(line))
        except (NotJson, msgspec.MsgspecError, UnicodeDecodeError) as error:
            return Broken(type(error).__name__)


def opened(stream: Any, file: File) -> Readable:
    """The file's bytes, unpacked where it is packed."""
    if not file.member.head(len(ZSTD)).startswith(ZSTD):
        return stream  # type: ignore[no-any-return]
    return _Unpacked(stream, file)


class _Unpacked:
    """What a Zstandard file holds, within the bounds of an export.

    Raises:
        DamagedMember: It is cut off, no such file, or expands beyond the bounds.
    """

    def __init__(self, stream: Any, file: File) -> None:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
        self._limits, self._packed, self._read = file.member.limits, file.member.size, 0
        self._broken = zstd.ZstdError
        options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW}
        self._source = zstd.ZstdFile(stream, options=options)

    def read(self, size: int, /) -> bytes:
        """The next *size* bytes, fewer at the end."""
        limits = self._limits
        try:
            found = self._source.read(size)
        except (self._broken, EOFError):
            raise DamagedMember(
                "A file is damaged or cut off. Download the export again."
            ) from None
        self._read += len(found)
        if self._read > limits.member_bytes:
            raise DamagedMember(limits.broken("member_bytes", "A file has more bytes"))
        if self._read > limits.ratio_floor and self._read > limits.ratio * self._packed:
            raise DamagedMember(limits.broken("ratio", "A file expands by a larger factor"))
        return found
