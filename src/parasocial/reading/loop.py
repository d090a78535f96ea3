"""The one loop that runs every reader."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from parasocial.export import Export, Member
from parasocial.reading.claims import claims, ignored
from parasocial.reading.columns import Columns, Many
from parasocial.reading.model import (
    UNREADABLE,
    Broken,
    Facts,
    File,
    Here,
    Listener,
    Reader,
    Records,
)
from parasocial.reading.sound import Sound, is_id
from parasocial.reading.tally import Records as Counts
from parasocial.reading.tally import Tally
from parasocial.schema import EGO, GONE, Account, Alias, Author, Fact, Interaction, Log

BATCH = 32_768
LETTERS = 1 << 24
"""Characters of texts from which a batch is full, however few records they are of."""
EARLIEST = 631_152_000_000_000  # 1990-01-01
_LONGEST = 366 * 86_400_000  # a year, in milliseconds
SLACK = 2 * 86_400_000_000  # two days past the export: clocks and zones differ


@dataclass(slots=True)
class Batch:
    """What some records of one declaration said.

    Attributes:
        number: Which of the reader's declarations.
        file: Which file of the export. True twins are numbered within one declaration and file.
        columns: Further interactions, many at once.
        in_columns: How many these are.
        letters: How long the texts are that wait in them.
    """

    number: int
    records: Records
    file: int = 0
    interactions: list[Interaction] = field(default_factory=list)
    columns: list[Columns] = field(default_factory=list)
    in_columns: int = 0
    letters: int = 0
    accounts: list[Account] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)
    authors: list[Author] = field(default_factory=list)
    logs: list[Log] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.interactions) + self.in_columns

    def take(self, many: Columns) -> None:
        """Add interactions that came as columns."""
        self.columns.append(many)
        self.in_columns += len(many)
        self.letters += many.letters
        if many.also:
            self.take(many.also)

    def each(self) -> Iterator[Interaction]:
        """All its interactions, one by one."""
        yield from self.interactions
        for many in self.columns:
            yield from many.rows()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading one export has come."""

    files: int
    files_total: int
    bytes: int
    bytes_total: int
    records: int


def read(
    reader: Reader,
    export: Export,
    facts: Facts,
    tally: Tally,
    *,
    latest_us: int,
    listen: Listener | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Iterator[Batch]:
    """Yield what *export* says, counting everything into *tally*.

    A record that cannot be read is counted and passed over; a file that cannot be read to its
    end is counted as cut, and what came before the cut is kept.

    Args:
        reader: How to read it.
        export: What to read.
        facts: What the reader knew beforehand.
        tally: Filled while reading.
        latest_us: Times later than this are failed records.
        listen: What to note of others' words; their features are not wanted if None.
        progress: Called after each file and each batch.
    """
    claimed = claims(reader, export)
    rest = [member for member in export.members if member not in claimed]
    tally.ignored += ignored(reader, rest)
    tally.unknown = Counter(tally.unknown) + _unknown(reader, rest)
    total = sum(member.size for member in claimed)
    done = 0
    for number, (member, declared) in enumerate(claimed.items()):
        tally.files_read += 1
        file = File(member)
        cuts: list[tuple[str, str]] = []
        for records in declared:
            for batch in _file(reader, records, file, facts, tally, latest_us, listen, cuts):
                batch.file = number
                yield batch
                progress(Progress(number, len(claimed), done, total, tally.read))
        # A file is cut once, however many declarations share it.
        for pattern, error in cuts[:1]:
            tally.cut.setdefault(pattern, Counter())[error] += 1
        done += member.size
        progress(Progress(number + 1, len(claimed), done, total, tally.read))


def _unknown(reader: Reader, members: list[Member]) -> Counter[str]:
    left = [member for member in members if not ignored(reader, [member])]
    return Counter(ending(member) for member in left)


def ending(member: Member) -> str:
    """What a file ends in, to be shown: ``other`` where that might be part of a name."""
    found = member.path.suffix.lower()
    return found if re.fullmatch(r"\.[a-z0-9]{1,5}", found) else "other"


def _file(
    reader: Reader,
    records: Records,
    file: File,
    facts: Facts,
    tally: Tally,
    latest: int,
    listen: Listener | None,
    cuts: list[tuple[str, str]],
) -> Iterator[Batch]:
    number = reader.records.index(records)
    counts = tally.of(records.files)
    before = counts.read + sum(counts.failed.values())
    batch = Batch(number, records)
    try:
        table = records.rows(file, records.row)
        here = Here(file.member.path.parts, table.head, facts, listen)
        many = records.many(here) if records.many else None
        sound = Sound()
        for rows in table.batches:
            rest = _plain(rows, many, sound, batch, counts, latest) if many else rows
            _rows(rest, here, batch, counts, latest)
            if len(batch) >= BATCH or batch.letters >= LETTERS:
                yield batch
                batch = Batch(number, records)
    except UNREADABLE as error:
        cuts.append((records.files, type(error).__name__))
    counts.files += counts.read + sum(counts.failed.values()) > before
    yield batch


def _plain(
    rows: Sequence[object],
    many: Many,
    sound: Sound,
    batch: Batch,
    counts: Counts,
    latest: int,
) -> Sequence[object]:
    """Take the plain *rows* as columns; return the rest, all where one cannot be true."""
    try:
        found = many(rows)
    except ValueError:
        return rows
    columns = [it for it in found.columns if len(it)]
    if not all(sound(it) and _in_time(it, latest) for it in columns):
        return rows
    for it in columns:
        batch.take(it)
        counts.read += len(it)
    batch.accounts += found.accounts
    return found.rest


def _in_time(columns: Columns, latest: int) -> bool:
    return int(columns.us.min()) >= EARLIEST and int(columns.us.max()) <= latest


def _rows(rows: Sequence[object], here: Here, batch: Batch, counts: Counts, latest: int) -> None:
    meaning = batch.records.meaning
    add = batch.interactions.append
    for row in rows:
        # An export is somebody else's data: whatever it does to us here is a count, never a
        # crash, and never a message that could quote it.
        try:
            if type(row) is Broken:
                counts.failed[row.error] += 1
                continue
            found = meaning(row, here)
            if type(found) is Interaction:
                if not plausible(found, latest):
                    counts.failed["Implausible"] += 1
                    continue
                add(found)
            elif found is None:
                counts.set_aside += 1
            elif not _sorted(found, batch, latest):
                counts.failed["Implausible"] += 1
                continue
            counts.read += 1
        except Exception as error:  # noqa: BLE001
            counts.failed[type(error).__name__] += 1


def plausible(it: Interaction, latest: int) -> bool:
    """Whether an interaction's time, length and ids can be true."""
    us, ms = it.us, it.ms
    return (
        (us is None or EARLIEST <= us <= latest)
        and (ms is None or 0 <= ms <= _LONGEST)
        and (it.actor is EGO or it.actor is GONE or is_id(it.actor))
        and (it.target is None or it.target is EGO or is_id(it.target))
    )


def _can_be(fact: Fact, latest: int) -> bool:
    match fact:
        case Interaction():
            return plausible(fact, latest)
        case Account():
            return is_id(fact.id)
        case Alias():
            return is_id(fact.was) and is_id(fact.now)
        case Author():
            return is_id(fact.item) and is_id(fact.account)
        case Log():
            return is_id(fact.group)


def _sorted(found: object, batch: Batch, latest: int) -> bool:
    """Put each fact where it belongs, all of them or none."""
    facts: tuple[Fact, ...] = tuple(found) if isinstance(found, Iterable) else (found,)  # type: ignore[assignment]
    if not all(_can_be(it, latest) for it in facts):
        return False
    for fact in facts:
        match fact:
            case Interaction():
                batch.interactions.append(fact)
            case Account():
                batch.accounts.append(fact)
            case Alias():
                batch.aliases.append(fact)
            case Author():
                batch.authors.append(fact)
            case Log():
                batch.logs.append(fact)
    return True
