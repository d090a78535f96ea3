"""One ledger as an app has it before it: measured once, and again when anything changed."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from parasocial.errors import BadNotes, LedgerBusy, LedgerTooNew, NotALedger
from parasocial.jobs.ledgers import open_ledger
from parasocial.jobs.measure import measure, notes_beside
from parasocial.jobs.write import write
from parasocial.ledger import Ledger
from parasocial.lenses.asked import Asked, Earlier, Span
from parasocial.lenses.findings import Findings
from parasocial.lenses.grid import Grid, grid
from parasocial.lenses.oversharing import Scope
from parasocial.notes import read_notes

_PATIENCE = 20.0
"""Seconds that a page waits for an import."""


class Step(Struct, frozen=True):
    """One small step that the person chose, and what their weeks were like when they did.

    Attributes:
        topic: The text of the hub that it is from.
        day: When it was chosen, an ISO date.
        earlier: What the findings were then.
    """

    topic: str
    text: str
    day: str
    earlier: Earlier


class Kept(Struct, frozen=True, omit_defaults=True):
    """What the app keeps beside a ledger, because no export and no note says it.

    Attributes:
        zone: IANA name of the time zone in which the person lives.
        spans: Periods that they named.
        guess: What they guessed before they looked: minutes of ten that went one way.
        step: The step that they chose last.
        language: In which the app speaks of this ledger; empty where nobody chose.
    """

    zone: str = "UTC"
    spans: tuple[Span, ...] = ()
    guess: Annotated[int, Meta(ge=0, le=10)] | None = None
    step: Step | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """What was deleted: exports, their rows, notes about accounts, and the files by name."""

    exports: int
    rows: int
    notes: int
    files: list[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a ledger says, and the grid from which a part of it is summed."""

    findings: Findings
    grid: Grid


class Desk:
    """One ledger, the notes beside it, and what the app keeps. Safe from several threads.

    Args:
        ledger: The file; it may not be there yet.
        hold: What keeps this process's other ledgers closed while one is open.
        invented: Whether everyone in it is made up.
    """

    def __init__(self, ledger: Path, hold: threading.Lock, *, invented: bool = False) -> None:
        self.ledger = ledger
        self.invented = invented
        self._hold = hold
        self._seen: dict[bool, tuple[object, Seen]] = {}

    @property
    def notes(self) -> Path:
        """The notes file."""
        return notes_beside(self.ledger)

    @property
    def beside(self) -> Path:
        """The file of what the app keeps."""
        return self.ledger.with_suffix(".app.json")

    @property
    def kept(self) -> Kept:
        """What the app keeps; nothing where there is no file that it can read."""
        try:
            return msgspec.json.decode(self.beside.read_bytes(), type=Kept)
        except (OSError, msgspec.MsgspecError):
            return Kept()

    def keep(self, **changes: object) -> None:
        """Change what the app keeps."""
        kept = replace(self.kept, **changes)
        write(self.beside, msgspec.json.encode(kept).decode(), force=True)

    def look(self) -> Seen:
        """What the ledger and the notes say.

        Raises:
            LedgerBusy: Something is being read into a ledger, here or elsewhere.
            NotALedger: There is no ledger yet.
        """
        return self._once(sensitivity=False)

    def whole(self) -> Findings:
        """The same as a report holds it: also counted in every other reasonable way.

        Raises:
            LedgerBusy: Something is being read into a ledger, here or elsewhere.
            NotALedger: There is no ledger yet.
        """
        return self._once(sensitivity=True).findings

    def revealed(self) -> Findings:
        """The same with what was given away in the clear; kept nowhere."""
        return self._measured(Scope(reveal=True)).findings

    def _once(self, *, sensitivity: bool) -> Seen:
        """What was found since anything changed last."""
        stamp = self._stamp()
        before, seen = self._seen.get(sensitivity, (None, None))
        if seen is None or before != stamp:
            seen = self._measured(Scope(), sensitivity=sensitivity)
            self._seen[sensitivity] = stamp, seen
        return seen

    def _measured(self, scope: Scope, *, sensitivity: bool = False) -> Seen:
        kept = self.kept
        earlier = kept.step.earlier if kept.step else None
        asked = Asked(kept.spans, earlier, sensitivity=sensitivity)
        with self.opened() as ledger:
            found = measure(
                ledger,
                self.notes,
                zone=kept.zone,
                asked=asked,
                invented=self.invented,
                scope=scope,
            )
            return Seen(found, grid(ledger, kept.zone))

    @contextmanager
    def opened(self, *, writable: bool = False) -> Iterator[Ledger]:
        """The ledger itself, while every other of this process stays closed.

        Raises:
            LedgerBusy: Something is being read into a ledger, here or elsewhere.
            NotALedger: There is no ledger yet.
        """
        if not self._hold.acquire(timeout=_PATIENCE):
            raise LedgerBusy("An import is running. Wait until it is done, then try again.")
        try:
            with open_ledger(self.ledger, writable=writable) as ledger:
                yield ledger
        finally:
            self._hold.release()

    def delete(self) -> Gone:
        """Remove the ledger, the notes and what the app keeps; say what that was."""
        rows, exports = 0, 0
        with suppress(NotALedger, LedgerTooNew), self.opened() as ledger:
            exports = len(ledger.sources())
            [rows] = ledger.query("SELECT count(*) AS n FROM row")["n"]
        notes = 0
        with suppress(BadNotes):
            notes = len(read_notes(self.notes).accounts)
        files = [it for it in self._files() if it.exists()]
        for it in files:
            it.unlink()
        self._seen.clear()
        return Gone(exports, rows, notes, [it.name for it in files])

    def _files(self) -> list[Path]:
        beside = [self.ledger.with_name(f"{self.ledger.name}.wal"), self.notes, self.beside]
        return [self.ledger, *beside]

    def _stamp(self) -> object:
        kept = self.kept
        return *map(_changed, (self.ledger, self.notes)), kept.zone, kept.spans, kept.step


def _changed(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
