"""Paths in, a ledger filled: which reader each export gets, and what became of it."""

import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from parasocial.errors import OtherPerson, ParasocialError, UnknownExport
from parasocial.export import Export, Limits, open_what_can_be
from parasocial.ledger import Import, Ledger
from parasocial.readers import READERS
from parasocial.reading import Asked, Batch, Facts, Progress, Reader, Tally, read, reader_for
from parasocial.reading import Listener as Heard
from parasocial.reading.claims import ignored, votes
from parasocial.reading.loop import SLACK


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person said on the way in.

    Attributes:
        me: Names or handles that are theirs, where a file does not say.
        also_me: A second account of theirs on a platform that the ledger already knows.
        zone: IANA name of the zone in which local times are meant.
        platform: Name of the reader to use, where files could be from several.
        with_messages: Keep the words of their private messages too.
        leave_out: Groups of accounts, as readers name them, that are not read.
        listen: What to note of others' words, made once it is known whose export it is; their
            features are not wanted if None.
    """

    me: tuple[str, ...] = ()
    also_me: tuple[str, ...] = ()
    zone: str | None = None
    platform: str | None = None
    with_messages: bool = False
    leave_out: tuple[str, ...] = ()
    listen: Callable[[Facts], Heard] | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One export that was read into the ledger."""

    source_id: str
    reader: Reader
    facts: Facts
    tally: Tally

    @property
    def cut(self) -> int:
        """How many recognised files could not be read to their end."""
        return sum(sum(errors.values()) for errors in self.tally.cut.values())


@dataclass(frozen=True, slots=True)
class Refused:
    """One export or path that was not read, and why.

    Attributes:
        export: What could be opened and is not recognised; None where nothing could be opened.
    """

    error: ParasocialError
    export: Export | None = None


Listener = Callable[[Reader, Progress], None]
Reading = Callable[..., Iterable[Batch]]
"""A function like ``parasocial.reading.read``."""


def read_into(
    ledger: Ledger,
    paths: Sequence[Path],
    wanted: Wanted | None = None,
    *,
    reading: Reading = read,
    progress: Listener = lambda *_: None,
) -> list[Outcome | Refused]:
    """Read every export at *paths* into *ledger*, each whole or not at all.

    What one export or path refuses does not stop the others. *reading* reads one export, here or
    in a process of its own.

    Raises:
        UnreadableExport: No path is an export within bounds.
        UnknownExport: Nothing at all is recognised.
        ParasocialError: Nothing at all could be read, for the reason that is raised.
    """
    wanted = wanted or Wanted()
    exports, refused = open_what_can_be(paths, wanted.limits)
    found: list[Outcome | Refused] = [Refused(error) for error in refused]
    try:
        for it in assigned(exports, wanted):
            if isinstance(it, Refused):
                found.append(it)
                continue
            try:
                found.append(_read_one(ledger, *it, wanted, reading, progress))
            except ParasocialError as error:
                found.append(Refused(error))
    finally:
        for export in exports:
            export.close()
    errors = [it.error for it in found if isinstance(it, Refused)]
    if errors and len(errors) == len(found):
        first, *others = errors
        for other in others:
            first.add_note("\n".join((f"Also: {other}", *getattr(other, "__notes__", ()))))
        raise first
    return found


def assigned(exports: Iterable[Export], wanted: Wanted) -> list[tuple[Reader, Export] | Refused]:
    """Each export with its reader; a folder of several platforms taken apart."""
    found: list[tuple[Reader, Export] | Refused] = []
    gathered: dict[str, list[Export]] = {}
    for export in exports:
        try:
            for reader, part in _parts(export, _readers(wanted)):
                if reader.gather:
                    gathered.setdefault(reader.name, []).append(part)
                else:
                    found.append((reader, part))
        except UnknownExport as error:
            found.append(Refused(error, export))
    by_name = {reader.name: reader for reader in READERS}
    found += [(by_name[name], Export.joined(parts)) for name, parts in gathered.items()]
    return found


def _readers(wanted: Wanted) -> tuple[Reader, ...]:
    if wanted.platform is None:
        return READERS
    return tuple(reader for reader in READERS if reader.name == wanted.platform)


def _parts(export: Export, readers: Sequence[Reader]) -> list[tuple[Reader, Export]]:
    """The platforms inside one export: one, or one per top-level folder or file."""
    _, main = max(votes(readers, export), key=lambda vote: vote[0], default=(0, None))
    tops: dict[str, list[str]] = {}
    unclaimed: list[str] = []
    for top in export.tops():
        part = export.only([top])
        try:
            found = reader_for(readers, part)
        except UnknownExport:
            unclaimed.append(top)
            continue
        # Platforms call files alike: what the main one knows and leaves is its own.
        alone = [member.name for member in part.members] == [top]
        owner = main if main and alone and ignored(main, part.members) else found
        tops.setdefault(owner.name, []).append(top)
    if len(tops) < 2:  # noqa: PLR2004
        return [(reader_for(readers, export), export)]
    by_name = {reader.name: reader for reader in readers}
    first, *_ = tops
    tops[main.name if main and main.name in tops else first] += unclaimed
    return [(by_name[name], export.only(them)) for name, them in tops.items()]


def _read_one(
    ledger: Ledger,
    reader: Reader,
    export: Export,
    wanted: Wanted,
    reading: Reading,
    progress: Listener,
) -> Outcome:
    known = ledger.egos(reader.platform)
    facts = reader.facts(export, Asked((*wanted.me, *wanted.also_me, *known), wanted.zone))
    _check_person(reader, facts, known, wanted)
    tally = Tally()
    latest = (facts.exported_us or time.time_ns() // 1_000) + SLACK
    source_id = hashlib.md5(
        f"{reader.name}|{export.title}|{export.fingerprint}".encode(), usedforsecurity=False
    ).hexdigest()[:12]
    left = tuple(reader.apart[group] for group in wanted.leave_out if group in reader.apart)
    # Asked for first: a process of its own reads while the ledger is opened.
    batches = reading(
        reader,
        export,
        facts,
        tally,
        latest_us=latest,
        listen=wanted.listen(facts) if wanted.listen else None,
        progress=lambda at: progress(reader, at),
    )
    with Import(ledger, reader, facts, with_messages=wanted.with_messages) as into:
        for batch in batches:
            into.append(_without(batch, left) if left else batch)
        into.finish(source_id, tally)
    return Outcome(source_id, reader, facts, tally)


def _without(batch: Batch, left: tuple[str, ...]) -> Batch:
    """A batch less what is about accounts whose ids begin in one of these ways."""
    return replace(
        batch,
        interactions=[it for it in batch.each() if not (it.target or "").startswith(left)],
        columns=[],
        in_columns=0,
        letters=0,
        accounts=[it for it in batch.accounts if not it.id.startswith(left)],
    )


def _check_person(reader: Reader, facts: Facts, known: tuple[str, ...], wanted: Wanted) -> None:
    """A ledger is one person: a second account needs their word."""
    account = facts.account
    if account is None or not known or account in {*known, *wanted.also_me}:
        return
    raise OtherPerson(
        f"This ledger holds another {reader.title} account than this export's. If both are "
        "yours, say so with --also-me HANDLE; else use another ledger."
    )
