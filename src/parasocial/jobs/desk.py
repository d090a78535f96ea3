"""One ledger as an app has it before it: measured once, and again when anything changed."""

import threading
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from parasocial.errors import LedgerBusy
from parasocial.jobs.ledgers import open_ledger
from parasocial.jobs.measure import measure, notes_beside
from parasocial.jobs.write import write
from parasocial.lenses.asked import Asked, Earlier, Span
from parasocial.lenses.findings import Findings
from parasocial.lenses.oversharing import Scope


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
    """

    zone: str = "UTC"
    spans: tuple[Span, ...] = ()
    guess: Annotated[int, Meta(ge=0, le=10)] | None = None
    step: Step | None = None


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
        self._seen: dict[str, tuple[object, Findings]] = {}

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

    def findings(self, how: Literal["quick", "whole"] = "quick") -> Findings:
        """Everything that the ledger and the notes say.

        Args:
            how: ``whole`` also counts in every other reasonable way, as a report does; it takes
                some seconds where a ledger is large.

        Raises:
            LedgerBusy: Something is being read into a ledger, here or elsewhere.
            NotALedger: There is no ledger yet.
        """
        stamp = tuple(map(_stamp, (self.ledger, self.notes, self.beside)))
        known = self._seen.get(how)
        if known is None or known[0] != stamp:
            known = self._seen[how] = (stamp, self._measured(whole=how == "whole"))
        return known[1]

    def _measured(self, *, whole: bool) -> Findings:
        kept = self.kept
        asked = Asked(kept.spans, kept.step.earlier if kept.step else None, sensitivity=whole)
        if not self._hold.acquire(timeout=20):
            raise LedgerBusy("An import is running. Wait until it is done, then try again.")
        try:
            with open_ledger(self.ledger) as ledger:
                return measure(
                    ledger,
                    self.notes,
                    zone=kept.zone,
                    asked=asked,
                    invented=self.invented,
                    scope=Scope(),
                )
        finally:
            self._hold.release()


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
