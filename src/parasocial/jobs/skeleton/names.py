"""What files and folders may be called in a skeleton: by our own patterns and words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import translate
from functools import cache
from pathlib import PurePosixPath

from parasocial.export import Member
from parasocial.reading import Reader, Records
from parasocial.reading.words import folded

NAME = "<name>"
_WILD = re.compile(r"[*?\[]")
_ENDING = """
    .json .jsonl .ndjson .js .csv .txt .html .xml .car .zip .jpg .jpeg .png .gif .webp .heic
    .mp4 .mov .webm .mp3 .m4a .aac .opus .ogg .wav .pdf .vcf .ics .srt .md .css .svg
"""
_ENDINGS = frozenset(_ENDING.split())
_FOLDER = """
    takeout youtube data export json html inbox media messages request package account activity
    servers
"""
_FOLDERS = frozenset((*_FOLDER.split(), "youtube and youtube music", "my activity"))


def known_folders(readers: Iterable[Reader]) -> frozenset[str]:
    """Folders that readers name in patterns, or leave on purpose, folded."""
    parts = (
        part
        for reader in readers
        for records in reader.records
        for pattern in records.patterns
        for part in PurePosixPath(pattern).parts[:-1]
    )
    return _FOLDERS | {folded(part) for part in parts if not _WILD.search(part)}


class Names:
    """How the files of one export are called."""

    def __init__(self, readers: Sequence[Reader], known: frozenset[str]) -> None:
        self._readers = readers
        self._left = frozenset(word for reader in readers for word in reader.ignored)
        self._known = known | known_folders(readers)

    def shown(self, member: Member, declared: Sequence[Records]) -> str:
        """The path of a file, of our own words alone: what varies is a star or ``<name>``.

        Where a declaration claims it by name, its pattern stands for the name.
        """
        *folders, last = member.path.parts
        pattern = max(self._patterns(member, declared), key=_weight, default="")
        tail = PurePosixPath(pattern).parts if pattern else (self._last(last),)
        above = folders[: max(0, len(folders) - len(tail) + 1)]
        return "/".join((*map(self._folder, above), *map(_part, tail)))

    def _patterns(self, member: Member, declared: Sequence[Records]) -> Iterator[str]:
        for records in declared or [it for reader in self._readers for it in reader.records]:
            if member.path.suffix.lower() in records.endings:
                yield from (it for it in records.patterns if _matches(member.path, it))

    def _folder(self, name: str) -> str:
        return name if name.lower() in self._left or folded(name) in self._known else NAME

    def _last(self, name: str) -> str:
        path = PurePosixPath(name)
        ending = path.suffix.lower() if path.suffix.lower() in _ENDINGS else ""
        known = path.stem.lower() in self._left or folded(path.stem) in self._known
        return (path.stem if known else NAME) + ending


def _matches(path: PurePosixPath, pattern: str) -> bool:
    tests = PurePosixPath(pattern).parts
    parts = path.parts[-len(tests) :]
    return len(parts) == len(tests) and all(
        _test(test).match(part.casefold()) for test, part in zip(tests, parts, strict=True)
    )


@cache
def _test(pattern: str) -> re.Pattern[str]:
    return re.compile(translate(pattern.casefold()))


def _weight(pattern: str) -> tuple[int, int]:
    return len(PurePosixPath(pattern).parts), len(re.sub(r"\[[^\]]*\]|[*?]", "", pattern))


def _part(pattern: str) -> str:
    """One part of a pattern; where nothing in it is a word, a name."""
    path = PurePosixPath(pattern)
    return NAME + path.suffix if path.stem == "*" else pattern
