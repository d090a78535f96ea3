"""What of an export is recognised, what is not, and which known layout that is nearest to.

Everything said here is ours: patterns, counts, kinds of errors, never a name or a word from
inside an export.
"""

import time
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct, field

from parasocial import __version__
from parasocial.errors import ParasocialError
from parasocial.export import Export, open_what_can_be
from parasocial.jobs.nearest import Likeness, Nearest, likenesses, nearest
from parasocial.jobs.read import Listener, Refused, Wanted, assigned
from parasocial.lenses.dates import day
from parasocial.lenses.findings import Covered
from parasocial.readers import READERS
from parasocial.reading import Asked, Batch, Facts, Reader, Records, Tally, claims, read
from parasocial.reading.claims import ignored
from parasocial.reading.loop import SLACK, ending

SCHEMA = "parasocial/doctor/1"


class Declared(Struct):
    """What became of one kind of file, by our own patterns for it.

    Attributes:
        claimed: Files that the reader takes for this kind.
        held: Those in which records were found. Fewer than ``claimed``: they are empty, or no
            longer hold what they held.
        read: Records understood.
        failed: Records not understood, by type of error.
        cut: Files that could not be read to their end, by type of error.
    """

    files: str
    claimed: int
    held: int
    read: int
    failed: dict[str, int]
    cut: dict[str, int]


class Examined(Struct):
    """One export.

    Attributes:
        platform: Our name of the reader that recognised it; None where none did.
        files: How many there are.
        ignored: Files known and left on purpose.
        unknown: Files that nothing knows, by ending.
        nearest: Where nothing is recognised, the known layout that is nearest; None where that
            cannot be told.
        likenesses: Where something is, the declarations that its unknown files are nearest to.
        trouble: Why it was not read, or not recognised, and what to do.
    """

    platform: str | None
    title: str
    layout: str = ""
    files: int = 0
    ignored: int = 0
    unknown: dict[str, int] = field(default_factory=dict)
    declared: list[Declared] = field(default_factory=list)
    coverage: list[Covered] = field(default_factory=list)
    likenesses: list[Likeness] = field(default_factory=list)
    nearest: Nearest | None = None
    warnings: list[str] = field(default_factory=list)
    trouble: str | None = None


class Diagnosis(Struct):
    """What ``parasocial doctor --json`` writes."""

    exports: list[Examined]
    schema: str = SCHEMA
    version: str = __version__

    @property
    def exit_code(self) -> int:
        """0 recognised, 3 nothing recognised, 4 a recognised file breaks off, 1 part refused."""
        if not any(it.platform for it in self.exports):
            return 3
        if any(each.cut for it in self.exports for each in it.declared):
            return 4
        return int(any(it.platform is None for it in self.exports))


def doctor(
    paths: Sequence[Path],
    wanted: Wanted | None = None,
    *,
    progress: Listener = lambda *_: None,
) -> Diagnosis:
    """Examine every export at *paths*. Nothing is kept.

    Raises:
        UnreadableExport: No path can be opened as an export.
    """
    wanted = wanted or Wanted()
    exports, refused = open_what_can_be(paths, wanted.limits)
    if not exports:
        raise refused[0]
    found = [Examined(None, "", trouble=str(error)) for error in refused]
    try:
        for it in assigned(exports, wanted):
            match it:
                case Refused(error, Export() as export):
                    found.append(_unknown(export, error))
                case (reader, export):
                    found.append(_examined(reader, export, wanted, progress))
    finally:
        for export in exports:
            export.close()
    return Diagnosis(found)


def _unknown(export: Export, error: ParasocialError) -> Examined:
    return Examined(
        None,
        "",
        files=len(export.members),
        unknown=dict(Counter(map(ending, export.members))),
        nearest=nearest(READERS, export.members),
        trouble=str(error),
    )


def _examined(reader: Reader, export: Export, wanted: Wanted, progress: Listener) -> Examined:
    claimed = claims(reader, export)
    found = Examined(reader.name, reader.title, files=len(export.members))
    rest = [it for it in export.members if it not in claimed]
    found.ignored = ignored(reader, rest)
    found.likenesses = likenesses(reader, [it for it in rest if not ignored(reader, [it])])
    tally = Tally()
    try:
        facts = reader.facts(export, Asked(wanted.me, wanted.zone))
        found.coverage = _read(reader, export, facts, tally, progress)
    except ParasocialError as error:
        found.trouble = str(error)
        return found
    found.layout, found.warnings = facts.layout, list(facts.warnings)
    found.unknown = dict(tally.unknown)
    found.declared = _declared(
        Counter(chain.from_iterable(map(_patterns, claimed.values()))), tally
    )
    return found


def _patterns(declared: Sequence[Records]) -> dict[str, None]:
    """The patterns of a file's declarations; several kinds of record may lie in one file."""
    return dict.fromkeys(it.files for it in declared)


def _declared(counts: Counter[str], tally: Tally) -> list[Declared]:
    return [
        Declared(
            files,
            count,
            min(count, tally.of(files).files),
            tally.of(files).read,
            dict(tally.of(files).failed),
            dict(tally.cut.get(files, {})),
        )
        for files, count in counts.items()
    ]


def _read(
    reader: Reader, export: Export, facts: Facts, tally: Tally, progress: Listener
) -> list[Covered]:
    """Read all of it, keeping of each channel the first day and the last."""
    reach: dict[str, tuple[int, int]] = {}
    latest = (facts.exported_us or time.time_ns() // 1_000) + SLACK
    for batch in read(
        reader, export, facts, tally, latest_us=latest, progress=lambda at: progress(reader, at)
    ):
        _widen(reach, batch)
    return [
        Covered(channel, day(start, "UTC"), day(end, "UTC"))
        for channel, (start, end) in sorted(reach.items())
    ]


def _widen(reach: dict[str, tuple[int, int]], batch: Batch) -> None:
    for it in batch.each():
        if it.us is not None:
            start, end = reach.get(it.channel, (it.us, it.us))
            reach[it.channel] = (min(start, it.us), max(end, it.us))
