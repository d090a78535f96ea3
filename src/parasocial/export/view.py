"""The files of one export, and how readers find theirs."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from types import TracebackType
from typing import Self
from zipfile import ZipFile

from parasocial.export.index import NameIndex
from parasocial.export.members import Member, Packed, Source


class Export:
    """One export; a context manager that closes its archives.

    Attributes:
        members: Its files, sorted by name. Parts may hold different files of one name.
        title: What the zip, folder or file is called, without ending; of parts, the first.
            May name ego or a chat: to be read, never to be shown.
    """

    def __init__(
        self, members: Iterable[Member], title: str, archives: Iterable[ZipFile] = ()
    ) -> None:
        self.title = title
        self.members = tuple(sorted(_distinct(members), key=_order))
        self._archives = tuple(archives)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the archives; files of a zip cannot be opened any more."""
        for archive in self._archives:
            archive.close()

    @property
    def modified_us(self) -> int | None:
        """The latest time of a file, microseconds UTC; None if no file has a plausible one."""
        return max((m.modified_us for m in self.members if m.modified_us is not None), default=None)

    @cached_property
    def fingerprint(self) -> str:
        """The name of an export that holds none of its content: md5 over names and sizes."""
        listed = "".join(f"{member.name}\0{member.size}\n" for member in self.members)
        return hashlib.md5(listed.encode(), usedforsecurity=False).hexdigest()

    def matching(self, *patterns: str) -> list[Member]:
        """Members whose last parts match any pattern, in the order of members.

        Patterns work as in ``PurePosixPath.match``, but letter case does not count.
        """
        found = {at for pattern in patterns for at in self._index.matching(pattern)}
        return [self.members[at] for at in sorted(found)]

    def tops(self) -> tuple[str, ...]:
        """The names at the top: folders and files."""
        return tuple(sorted({member.name.partition("/")[0] for member in self.members}))

    def only(self, tops: Iterable[str]) -> "Export":
        """The part of this export that lies under some of its tops.

        It reads through this export's archives, which stay open until this export is closed.
        """
        wanted = frozenset(tops)
        inside = [m for m in self.members if m.name.partition("/")[0] in wanted]
        return Export(inside, self.title)

    @staticmethod
    def joined(exports: Iterable["Export"]) -> "Export":
        """Several exports as one, each in a folder of its title; the archives stay theirs."""
        them = list(exports)
        inside = [replace(m, name=f"{it.title}/{m.name}") for it in them for m in it.members]
        return Export(inside, them[0].title if len(them) == 1 else "")

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex([member.name for member in self.members])


def _distinct(members: Iterable[Member]) -> Iterable[Member]:
    """Leave out what another part holds too: same name, size and CRC."""
    seen: dict[tuple[str, int, int | Source], Member] = {}
    for member in members:
        source = member.source
        alike = source.info.CRC if isinstance(source, Packed) else source
        seen.setdefault((member.name, member.size, alike), member)
    return seen.values()


def _order(member: Member) -> tuple[str, int, int]:
    source = member.source
    return member.name, member.size, source.info.CRC if isinstance(source, Packed) else 0
