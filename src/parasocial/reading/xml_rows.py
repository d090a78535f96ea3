"""XML as phones back it up: one long list of elements, read one by one in bounded memory."""

import codecs
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO
from xml.parsers import expat

from msgspec import Struct

from parasocial.reading.halves import CutOff
from parasocial.reading.model import UNREADABLE, File, Row, Table

_CHUNK = 1 << 18
_BATCH = 4_096
_LONGEST_RECORD = 1 << 28  # a long video inside one attribute
_CONTROL = bytes(0x3F if n < 0x20 and n not in b"\t\n\r" else n for n in range(256))  # noqa: PLR2004
# Phones write an emoji as two references to halves of it, which is not XML.
_HALF = r"&#(?!9;|10;|13;)[^;&<\"']{1,10};"
_REFERENCES = re.compile(f"{_HALF}(?:{_HALF})*")
_UNFINISHED = re.compile(r"(?:&#[^;&<\"']{1,10};)*(?:&[^;&<\"']{0,10})?\Z")
_WINDOW = 4_096
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class NotXml(ValueError):
    """The file says it is XML and is not, or defines entities, which no phone does."""


class Element(Struct, gc=False):
    """One record: its attributes, and those of what stands inside it."""

    tag: str
    said: dict[str, str]
    inside: list[tuple[str, dict[str, str]]]


@dataclass(frozen=True, slots=True)
class XmlRows:
    """The elements of some names, wherever they stand, each as an ``Element``.

    Attributes:
        names: Which elements are records.
        inside: Which elements inside a record are kept.
        dropped: Attributes that are not kept: pictures and sounds as letters.
    """

    names: frozenset[str]
    inside: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()

    def __call__(self, file: File, row: Any) -> Table:
        """Find the records of *file*."""
        del row
        return Table(self._batches(file))

    def _batches(self, file: File) -> Iterator[Sequence[Row]]:
        found = _Found(self)
        try:
            with file.member.open() as stream:
                for text in _mended(stream):
                    found.feed(text)
                    if len(found.records) >= _BATCH:
                        yield found.taken()
                found.finish()
        except UNREADABLE:
            yield found.taken()
            raise
        finally:
            found.close()
        yield found.taken()


class _Found:
    """What a parser has found and nobody has taken yet."""

    def __init__(self, wanted: XmlRows) -> None:
        self.records: list[Element] = []
        self._wanted = wanted
        self._record: Element | None = None
        self._held: list[str] = []
        self._size = 0
        self._waiting = 0
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = _refuse
        self._parser.StartElementHandler = self._begun
        self._parser.EndElementHandler = self._ended

    def feed(self, text: str) -> None:
        """Read on.

        Raises:
            NotXml: It is none, or one record is longer than any can be.
        """
        # The parser looks at an unfinished element from its beginning each time: where one is
        # long, twice as much is read at once.
        self._held.append(text)
        self._size += len(text)
        if self._size >= self._waiting:
            self._parse()

    def finish(self) -> None:
        """The file has ended.

        Raises:
            NotXml: It is none.
            CutOff: Its last element has not.
        """
        self._parse()
        try:
            self._parser.Parse("", True)
        except expat.ExpatError:
            raise CutOff from None

    def _parse(self) -> None:
        before = len(self.records)
        try:
            self._parser.Parse("".join(self._held), False)
        except expat.ExpatError:
            raise NotXml from None
        self._waiting = 0 if len(self.records) > before else self._waiting + self._size
        self._held, self._size = [], 0
        if self._waiting > _LONGEST_RECORD:
            raise NotXml

    def taken(self) -> Sequence[Row]:
        """Hand over the records."""
        taken, self.records = self.records, []
        return taken

    def close(self) -> None:
        """Let go of the parser, which holds this in turn."""
        self._parser.StartElementHandler = self._parser.EndElementHandler = None

    def _begun(self, tag: str, said: dict[str, str]) -> None:
        if self._record is not None:
            if tag in self._wanted.inside:
                for name in self._wanted.dropped:
                    said.pop(name, None)
                self._record.inside.append((tag, said))
        elif tag in self._wanted.names:
            self._record = Element(tag, said, [])

    def _ended(self, tag: str) -> None:
        if self._record is not None and tag == self._record.tag:
            self.records.append(self._record)
            self._record = None


def _refuse(*_: Any) -> None:
    raise NotXml


def _mended(stream: BinaryIO) -> Iterator[str]:
    """The text of *stream*, with what no XML may hold made whole or U+FFFD."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    rest = ""
    while chunk := stream.read(_CHUNK):
        text = rest + decoder.decode(chunk.translate(_CONTROL))
        unfinished = _UNFINISHED.search(text, max(0, len(text) - _WINDOW))
        cut = unfinished.start() if unfinished else len(text)
        text, rest = text[:cut], text[cut:]
        yield _whole(text)
    yield _whole(rest + decoder.decode(b"", final=True))


def _whole(text: str) -> str:
    if "\uffff" in text or "\ufffe" in text:
        text = _NO_TEXT.sub("\ufffd", text)
    return _REFERENCES.sub(_joined, text) if "&#" in text else text


def _joined(run: re.Match[str]) -> str:
    """References to characters or to halves of them, as the characters."""
    units = [_unit(name) for name in run[0][2:-1].split(";&#")]
    halves = "".join(units).encode("utf-16", "surrogatepass")
    return html.escape(_NO_TEXT.sub("\ufffd", halves.decode("utf-16", "replace")))


def _unit(name: str) -> str:
    try:
        return chr(int(name[1:], 16) if name[0] in "xX" else int(name))
    except (ValueError, OverflowError):
        return "\ufffd"
