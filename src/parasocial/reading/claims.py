"""Which declaration of a reader claims which file of an export."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from parasocial.errors import AmbiguousExport, ParasocialError, UnknownExport
from parasocial.export import Export, Member
from parasocial.reading.model import Reader, Records

HEAD = 16_384
_PACKED = frozenset({".zip", ".tar", ".tgz", ".gz", ".7z", ".rar"})
_TEXT = frozenset({".json", ".html", ".csv", ".txt", ".js", ".xml", ".jsonl", ".ndjson"})


def claims(reader: Reader, export: Export) -> dict[Member, list[Records]]:
    """Files that *reader* reads, each with its declarations, in the reader's order.

    A file is claimed by its name and, where the declaration says what it looks like, by its
    beginning; a file under a name nobody knows is claimed by its beginning alone. What lies in
    another platform's folder is not claimed.
    """
    found: dict[Member, list[Records]] = {}
    named: set[Member] = set()
    heads: dict[Member, bytes] = {}
    for records in reader.records:
        for member in export.matching(*records.patterns):
            named.add(member)
            if _foreign(reader, member):
                continue
            if records.like is None or records.like.search(_head(member, heads)):
                found.setdefault(member, []).append(records)
    by_look = [records for records in reader.records if records.like is not None]
    for member in export.members:
        if member in named or _left(reader, member):
            continue
        ending = member.path.suffix.lower()
        looks = [
            records
            for records in by_look
            if ending in records.endings & _TEXT
            and records.like
            and records.like.search(_head(member, heads))
        ]
        if looks:
            found[member] = looks
        heads.pop(member, None)
    return found


def _head(member: Member, heads: dict[Member, bytes]) -> bytes:
    if member not in heads:
        try:
            heads[member] = member.head(HEAD)
        except ParasocialError:
            heads[member] = b""
    return heads[member]


def _left(reader: Reader, member: Member) -> bool:
    """Whether *member* is known and left unread on purpose."""
    parts = _parts(member)
    named = not reader.ignored.isdisjoint((*parts, PurePosixPath(parts[-1]).stem))
    return named or _foreign(reader, member)


def _foreign(reader: Reader, member: Member) -> bool:
    """Whether *member* lies in another platform's folder."""
    return bool(reader.foreign) and not reader.foreign.isdisjoint(_parts(member))


def _parts(member: Member) -> list[str]:
    return [part.lower() for part in member.path.parts]


def ignored(reader: Reader, members: Sequence[Member]) -> int:
    """How many of *members* are known and left unread on purpose."""
    return sum(_left(reader, member) for member in members)


def votes(readers: Sequence[Reader], export: Export) -> Iterator[tuple[int, Reader]]:
    """How many files of *export* each reader claims, those with none left out."""
    for reader in readers:
        if count := len(claims(reader, export)):
            yield count, reader


def reader_for(readers: Sequence[Reader], export: Export) -> Reader:
    """The one reader that claims most of *export*.

    Raises:
        UnknownExport: No reader claims any file.
        AmbiguousExport: Two readers claim equally many.
    """
    ranked = sorted(votes(readers, export), key=lambda vote: -vote[0])
    if not ranked:
        if any(member.path.suffix.lower() in _PACKED for member in export.members):
            raise UnknownExport(
                "Nothing in this is recognised, and it holds another archive: unpack it once, "
                "then give what was inside."
            )
        titles = ", ".join(reader.title for reader in readers)
        raise UnknownExport(
            f"Nothing in this is recognised. parasocial reads exports of {titles}. "
            "`parasocial formats` says how to get each."
        )
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        tied = ", ".join(reader.title for count, reader in ranked if count == ranked[0][0])
        raise AmbiguousExport(f"This could be any of {tied}: name one with --platform.")
    return ranked[0][1]
