"""What a reader is: a value that says where a platform's records lie and what each means."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Protocol, TypeAlias

import msgspec

from parasocial.errors import DamagedMember
from parasocial.export import Export, Member
from parasocial.reading.columns import Many
from parasocial.schema import EGO, Channel, Direction, Fact

UNREADABLE = (DamagedMember, ValueError, RecursionError, csv.Error, msgspec.MsgspecError)
"""What a shape may raise when a file cannot be read to its end."""

Row: TypeAlias = Any
Meaning: TypeAlias = Fact | Iterable[Fact] | None


@dataclass(frozen=True, slots=True)
class Visibility:
    """What share of the acts of one channel and direction an export shows: [low, high]."""

    low: float
    high: float


FULL = Visibility(1, 1)
"""Every act is in the file."""
NONE = Visibility(0, 0)
"""The export leaves this direction out."""
UNCERTAIN = Visibility(0, 1)
"""A whole thread or period may be missing, and nothing says which."""


def at_least(share: float) -> Visibility:
    """Single acts may be missing here and there, at most 1 - *share* of them."""
    return Visibility(share, 1)


class Unsolicited(Enum):
    """Can an account reach someone who only watches it, outside what the export shows?"""

    IMPOSSIBLE = "impossible"  #: the platform has no way to address a viewer
    FOLLOWERS = "followers"  #: hardly, unless it follows back, and both lists are in the file
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person said on the way in.

    Attributes:
        me: Names or handles that are ego.
        zone: IANA name of the zone in which local times are meant; None for UTC.
    """

    me: tuple[str, ...] = ()
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What has to be known about an export before its first record means anything.

    Attributes:
        ego: Every id, handle and display name that is ego in this export.
        account: Ego's handle on the platform, as shown to the person. None if not in the file.
        exported_us: When the export was made. None if the file does not say.
        zone: IANA name of the zone of its local times.
        layout: Which era of the platform's layout this is, in our words.
        learned: What one file told and another needs, by the reader's own keys.
        whole: False where the export covers only a range of dates: its lists of followers and
            followed accounts are then partial, and a missing link proves nothing.
        warnings: What the person should know, in our words ("lists are partial").
    """

    ego: frozenset[str] = frozenset()
    account: str | None = None
    exported_us: int | None = None
    zone: str | None = None
    layout: str = ""
    learned: Mapping[str, Any] = field(default_factory=dict)
    whole: bool = True
    warnings: tuple[str, ...] = ()


Listener: TypeAlias = Callable[[Sequence[str]], Sequence[int]]
"""Others' words in, the features of each out, as bits. The words themselves are then forgotten."""


@dataclass(frozen=True, slots=True)
class Here:
    """Where a record stands: its file's path, that file's head, and the export's facts.

    Attributes:
        listen: What to note of others' words; None where nobody asked.
    """

    parts: tuple[str, ...]
    head: Mapping[str, Any]
    facts: Facts
    listen: Listener | None = None

    def who(self, name: str) -> str:
        """Return *name*, or ``EGO`` where that is ego in this export."""
        return EGO if name in self.facts.ego else name

    def marks(self, actor: str, text: str | None, more: int = 0) -> int | None:
        """What others' words are like, and *more*; None for ego's, and where nobody asked."""
        if self.listen is None or actor is EGO:
            return None
        return (self.listen((text,))[0] if text else 0) | more


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that could not be decoded; only the error's type is kept."""

    error: str


@dataclass(frozen=True, slots=True)
class Table:
    """The records of one file, in batches, and what the file says once for all of them."""

    batches: Iterator[Sequence[Row | Broken]]
    head: Mapping[str, Any] = field(default_factory=dict)


class File:
    """One member while it is read, shared by all declarations that claim it."""

    def __init__(self, member: Member) -> None:
        self.member = member

    @cached_property
    def content(self) -> bytes:
        """The whole file. Only for shapes that cannot be streamed."""
        with self.member.open() as stream:
            # Without a size, pieces are gathered first and joined then: twice the memory.
            return stream.read(self.member.size + 1)

    @cached_property
    def cache(self) -> dict[str, Any]:
        """Room for one shape's parse of this file, so that others need not repeat it."""
        return {}


class Rows(Protocol):
    """File in, table of records out. *row* is the msgspec type of one record."""

    def __call__(self, file: File, row: Any) -> Table:
        """The records of *file*."""


@dataclass(frozen=True, slots=True)
class Records:
    """Where one kind of record lives in an export, and what one record means.

    Attributes:
        files: Shell patterns on the last parts of a path, ``|`` between alternatives.
        rows: How the file's records are found.
        meaning: One record to what it says; None for a record that says nothing to us.
        row: The type one record is decoded to. ``Any`` gives plain dicts and lists.
        like: What the beginning of the file must look like. A file under another name
            that looks like it, with the same ending, is claimed too.
        floor: The coarsest step in microseconds that the same record's time can have in
            another variant of the export; row ids look no closer, so that variants merge.
        many: Made once for each file: the same as ``meaning`` for many plain records at once.
    """

    files: str
    rows: Rows
    meaning: Callable[[Row, Here], Meaning]
    row: Any = Any
    like: re.Pattern[bytes] | None = None
    floor: int = 1_000_000
    many: Callable[[Here], Many] | None = None

    @property
    def patterns(self) -> tuple[str, ...]:
        """The alternatives of ``files``."""
        return tuple(self.files.split("|"))

    @property
    def endings(self) -> frozenset[str]:
        """The file endings that this declaration reads."""
        return frozenset(PurePosixPath(pattern).suffix.lower() for pattern in self.patterns)


def no_facts(export: Export, asked: Asked) -> Facts:
    """Know nothing beforehand but what the person said."""
    del export
    return Facts(ego=frozenset(asked.me), account=next(iter(asked.me), None), zone=asked.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """How to read one platform's export. A value to fill in, not a class to extend.

    Attributes:
        name: Our short name.
        how_to_get: The steps to the export, as a person clicks them.
        checked: Month the layout was last compared with a real export or a tool's source.
        visibility: What the export shows per channel and direction. A channel that is not
            named here shows the given direction in full and nothing received.
        unsolicited: Whether an account could reach a silent viewer unseen.
        of: The platform whose accounts these are, where several readers read one platform;
            the reader's own name if None.
        of_channels: Accounts here are channels of a medium rather than people's accounts.
        gather: Files handed over together are one export (single chats of one phone).
        ignored: Folder or file names, lower case, that are known and left on purpose.
        foreign: Folders, lower case, of other platforms that call their files alike.
        apart: Groups of accounts that a person may leave out, each by how their ids begin.
        blind: What this export cannot show, in whole sentences for the page.
    """

    name: str
    title: str
    how_to_get: str
    checked: str
    records: tuple[Records, ...]
    visibility: Mapping[tuple[Channel, Direction], Visibility] = field(
        default_factory=dict, hash=False
    )
    unsolicited: Unsolicited = Unsolicited.POSSIBLE
    of: str | None = None
    of_channels: bool = False
    gather: bool = False
    facts: Callable[[Export, Asked], Facts] = no_facts
    ignored: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()
    apart: Mapping[str, str] = field(default_factory=dict, hash=False)
    blind: tuple[str, ...] = ()

    @property
    def platform(self) -> str:
        """The platform column of its rows, and what its accounts' ids begin with."""
        return self.of or self.name

    def shows(self, channel: Channel, direction: Direction) -> Visibility:
        """What share of *channel* in *direction* the export shows."""
        default = FULL if direction is Direction.GIVEN else NONE
        return self.visibility.get((channel, direction), default)
