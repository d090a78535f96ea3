"""Which known layout an unknown export or file is nearest to, by the words they share."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from parasocial.errors import ParasocialError
from parasocial.export import Member
from parasocial.reading import Reader
from parasocial.reading.claims import HEAD
from parasocial.reading.words import folded, stems, words, words_of

_KEY = re.compile(r'"((?:[^"\\]|\\.){1,48})"\s*:')
_MARK = re.compile(r'<([a-zA-Z]\w*)|\s([a-zA-Z_]\w*)="|[" ](?=[\w-]+[" ])([\w-]+)')
_LABEL = re.compile(r"^([^\W\d][^:\n]{1,47}):", re.MULTILINE)
_FILES = 2_000
_HALF = 0.5


class Likeness(Struct, omit_defaults=True):
    """How near one declaration is to files that it does not claim.

    Attributes:
        files: The declaration's patterns.
        count: How many files it is nearest to.
        shared: Of the words of the nearest of them, how many the declaration knows.
        of: How many words that file has.
    """

    files: str
    count: int
    shared: int
    of: int


class Nearest(Struct, omit_defaults=True):
    """The known layout that is nearest.

    Attributes:
        shared: How many words of the export its reader knows.
        of: How many words the export has.
        alone: How many of the shared words no other reader knows.
        files: Its declarations that single files are nearest to.
    """

    platform: str
    title: str
    shared: int
    of: int
    alone: int
    files: list[Likeness] = field(default_factory=list)


def structure(member: Member) -> frozenset[str]:
    """The words of one file, folded.

    What it is called without its ending and numbers, and the keys, columns, tags or labels in
    its first 16 KiB. They may be names of people: for comparing only, never for showing.
    """
    stem = folded(re.sub(r"[\d()]+", " ", member.path.stem))
    try:
        head = member.head(HEAD).decode("utf-8-sig", "replace")
    except ParasocialError:
        head = ""
    return frozenset({stem, *map(folded, _found(member.path.suffix.lower(), head))} - {""})


def _found(ending: str, head: str) -> Iterable[str]:
    match ending:
        case ".json" | ".js" | ".jsonl" | ".ndjson":
            return _KEY.findall(head)
        case ".csv":
            return next(csv.reader(head.splitlines()[:1]), [])
        case ".html" | ".xml":
            return [word for found in _MARK.findall(head) for word in found if word]
        case ".txt":
            return _LABEL.findall(head)
    return ()


def nearest(
    readers: Sequence[Reader], members: Sequence[Member], *, enough: float = 2, clear: float = 1.5
) -> Nearest | None:
    """The reader whose layout is nearest to *members*; None where that cannot be told.

    Measure: the words of an export are those of its files (`structure`; at most 2,000 files are
    looked at). A word that *n* readers know counts 1/n for each of them, so that words that
    everybody uses hardly count. The nearest reader has the largest sum.

    Args:
        readers: Whose layouts are known.
        members: The files of an export, or those of them that nothing claims.
        enough: The least sum that tells anything: 2 are two words that a reader alone knows.
        clear: How many times the second reader's sum the first must have.
    """
    files = [structure(member) for member in members[:_FILES]]
    found = frozenset().union(*files)
    known = {reader.name: found & words(reader) for reader in readers}
    shared_by = Counter(word for them in known.values() for word in them)
    sums = {name: sum(1 / shared_by[it] for it in them) for name, them in known.items()}
    first, second = [*sorted(readers, key=lambda it: -sums[it.name]), None, None][:2]
    least = max(enough, clear * (sums[second.name] if second else 0))
    if first is None or sums[first.name] < least:
        return None
    shared = known[first.name]
    alone = sum(shared_by[word] == 1 for word in shared)
    return Nearest(
        first.name, first.title, len(shared), len(found), alone, _alike(first, members, files)
    )


def likenesses(reader: Reader, members: Sequence[Member]) -> list[Likeness]:
    """The declarations of *reader* that files it does not know are nearest to."""
    return _alike(reader, members, [structure(member) for member in members[:_FILES]])


def _alike(
    reader: Reader, members: Sequence[Member], files: Sequence[frozenset[str]]
) -> list[Likeness]:
    """For each file the declaration of its ending that shares most, if it knows half its words.

    A word counts the less the more declarations know it. A file that is called alike is near,
    whatever it holds.
    """
    found: dict[str, Likeness] = {}
    declared = [(it, stems(it), words_of(it)) for it in reader.records]
    known_by = Counter(word for _, _, known in declared for word in known)
    for member, has in zip(members, files, strict=False):
        ending = member.path.suffix.lower()
        ranked = [
            (
                bool(has & names),
                sum(1 / known_by[word] for word in has & known),
                len(has & known),
                it.files,
            )
            for it, names, known in declared
            if ending in it.endings
        ]
        called, _, shared, pattern = max(ranked, default=(False, 0.0, 0, ""))
        if not has or (not called and shared < len(has) * _HALF):
            continue
        it = found.setdefault(pattern, Likeness(pattern, 0, 0, 1))
        it.count += 1
        if shared / len(has) >= it.shared / it.of:
            it.shared, it.of = shared, len(has)
    return [found[pattern] for pattern in sorted(found)]
