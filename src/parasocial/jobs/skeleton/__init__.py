"""An export's structure without its content, safe to attach to a bug report.

Of every file: where it lies, its format, and the shape of what it holds. No value of an export
is in it, and no name of a file, folder or key but those that are words of a layout.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct, field

from parasocial import __version__
from parasocial.errors import UnknownExport
from parasocial.export import Export, Limits, Member, open_exports
from parasocial.jobs.skeleton.json_file import json_shape
from parasocial.jobs.skeleton.markup import Page
from parasocial.jobs.skeleton.names import Names
from parasocial.jobs.skeleton.rows import table_shape, text_shape
from parasocial.jobs.skeleton.shape import Node, Shape, Vocabulary, masked, walk
from parasocial.readers import READERS
from parasocial.reading import File, Reader, claims, reader_for
from parasocial.reading.car import Entry, repository
from parasocial.reading.model import UNREADABLE
from parasocial.reading.words import words

SCHEMA = "parasocial/skeleton/1"
_FORMATS = {
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".js": "json",
    ".csv": "csv",
    ".txt": "text",
    ".html": "html",
    ".xml": "xml",
    ".car": "car",
}


class Seen(Struct, omit_defaults=True):
    """Files that are called alike, as one.

    Attributes:
        path: In our own words; ``<name>`` and ``*`` stand for what varies.
        format: ``json``, ``csv``, ``text``, ``html``, ``xml``, ``car``, or ``other``, which
            is not looked at.
        count: How many files.
        claimed: The patterns of the declarations that read them.
        cut: How many of them could not be read to their end.
        shape: What they hold, together.
    """

    path: str
    format: str
    count: int = 0
    claimed: list[str] = field(default_factory=list)
    cut: int = 0
    shape: Shape | None = None


class Bones(Struct):
    """One export. *platform* is the reader that recognises it, None where none does."""

    platform: str | None
    files: list[Seen]


class Skeleton(Struct):
    """What ``parasocial skeleton`` writes."""

    exports: list[Bones]
    schema: str = SCHEMA
    version: str = __version__


def skeleton(paths: Sequence[Path], limits: Limits | None = None) -> Skeleton:
    """The structure of the exports at *paths*.

    Raises:
        UnreadableExport: A path is not an export.
    """
    exports = open_exports(paths, limits or Limits())
    try:
        return Skeleton([_bones(export) for export in exports])
    finally:
        for export in exports:
            export.close()


def _bones(export: Export) -> Bones:
    reader = _reader(export)
    words_known = vocabulary()
    known = words_known.known
    claimed = claims(reader, export) if reader else {}
    first = [reader] if reader else []
    names = Names([*first, *(it for it in READERS if it is not reader)], known)
    found: dict[str, _Together] = {}
    for member in export.members:
        declared = claimed.get(member, [])
        path = names.shown(member, declared)
        one = found.setdefault(path, _Together(path, _format(member), known))
        one.seen.claimed = list(dict.fromkeys((*one.seen.claimed, *(it.files for it in declared))))
        one.see(member)
    return Bones(reader.name if reader else None, [it.whole(words_known) for it in found.values()])


@cache
def vocabulary() -> Vocabulary:
    """The words of all readers."""
    return Vocabulary(frozenset[str]().union(*map(words, READERS)))


def _reader(export: Export) -> Reader | None:
    try:
        return reader_for(READERS, export)
    except UnknownExport:
        return None


def _format(member: Member) -> str:
    return _FORMATS.get(member.path.suffix.lower(), "other")


class _Together:
    """Files of one masked path while they are being seen."""

    def __init__(self, path: str, form: str, known: frozenset[str]) -> None:
        self.seen = Seen(path, form)
        self._known = known
        self._page = Page(xml=form == "xml", known=known)
        self._root = self._page.root

    def see(self, member: Member) -> None:
        """Count what one file holds."""
        self.seen.count += 1
        if self.seen.format == "other":
            return
        try:
            if self.seen.format == "car":
                _repository(member, self._root, self._known)
            else:
                with member.open() as stream:
                    self._see(stream)
        except UNREADABLE:
            self.seen.cut += 1

    def _see(self, stream: BinaryIO) -> None:
        match self.seen.format:
            case "json":
                json_shape(stream, self._root, self._known)
            case "csv":
                table_shape(stream, self._root, self._known)
            case "text":
                text_shape(stream, self._root, self._known)
            case _:
                self._page.see(stream)

    def whole(self, vocabulary: Vocabulary) -> Seen:
        """What was seen, masked."""
        match self.seen.format:
            case "other":
                pass
            case "html":
                self.seen.shape = masked(self._root, lambda key, *_: self._page.shown(key))
            case "csv" | "text":
                self.seen.shape = masked(self._root, lambda key, *_: key)
            case _:
                self.seen.shape = masked(self._root, vocabulary.shown)
        return self.seen


def _repository(member: Member, root: Node, known: frozenset[str]) -> None:
    """The records of a CAR file, by collection."""
    for batch in repository(File(member), None).batches:
        for entry in batch:
            if isinstance(entry, Entry):
                root.kinds["object"] += 1
                walk(entry.value, root.under(entry.key.partition("/")[0], known), known)
