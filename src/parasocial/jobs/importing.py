"""An import that can be watched and stopped: what is read stays only if all of it was wanted."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from parasocial.errors import AmbiguousExport, OtherPerson, ParasocialError, WhoIsEgo
from parasocial.jobs.ledgers import open_ledger
from parasocial.jobs.read import Outcome, Refused, Wanted, read_into
from parasocial.reading import Progress, Reader

State = Literal["waiting", "reading", "done", "stopped", "failed"]
ENDED = ("done", "stopped", "failed")
ASKS = (WhoIsEgo, OtherPerson, AmbiguousExport)


class Stopped(Exception):
    """The person stopped the import. No error: nothing catches it but the import."""


@dataclass(slots=True)
class Going:
    """How far one export has come."""

    title: str
    files: int = 0
    files_total: int = 0
    records: int = 0
    share: float = 0.0


@dataclass
class Importing:
    """One import of several exports into one ledger, run once, in a thread of its own.

    Attributes:
        ledger: The file.
        paths: The exports.
        wanted: What the person said of them.
        batch: The name under which they were handed over.
        going: Each export that was begun, in that order.
        outcomes: What became of each, once it has ended.
        error: Why nothing could be read; None where something was.
    """

    ledger: Path
    paths: Sequence[Path]
    wanted: Wanted
    batch: str = ""
    state: State = "waiting"
    going: list[Going] = field(default_factory=list)
    outcomes: list[Outcome | Refused] = field(default_factory=list)
    error: ParasocialError | None = None
    _stop: threading.Event = field(default_factory=threading.Event)
    _of: dict[str, Going] = field(default_factory=dict)

    @property
    def ended(self) -> bool:
        """Whether nothing more happens."""
        return self.state in ENDED

    def stop(self) -> None:
        """Ask it to stop; it does so within one batch."""
        self._stop.set()

    @property
    def errors(self) -> list[ParasocialError]:
        """What kept exports from being read."""
        refused = [it.error for it in self.outcomes if isinstance(it, Refused)]
        return [*refused, *([self.error] if self.error else [])]

    @property
    def asks(self) -> bool:
        """Whether something could be read after all, if the person answers a question."""
        return any(isinstance(it, ASKS) for it in self.errors)

    def run(self, hold: threading.Lock) -> None:
        """Read everything, while *hold* keeps others from the ledger."""
        try:
            with hold:
                self._listen()
                self.state = "reading"
                self.state = self._read()
        except Stopped:
            self.state = "stopped"
        except ParasocialError as error:
            self.error = error
            self.state = "failed"
        except OSError as error:
            self.error = ParasocialError(
                f"A file could not be read or written: {error.strerror}. "
                "Look at the space that is left, then try again."
            )
            self.state = "failed"
        finally:
            if not self.ended:
                self.state = "failed"

    def _read(self) -> State:
        fresh = not self.ledger.exists()
        try:
            return self._fill()
        except (Stopped, ParasocialError):
            if fresh:
                self.ledger.unlink(missing_ok=True)
            raise

    def _fill(self) -> State:
        with open_ledger(self.ledger, writable=True) as ledger:
            before = {it.id for it in ledger.sources()}
            try:
                self.outcomes = read_into(ledger, self.paths, self.wanted, progress=self._heard)
                self._listen()
            except Stopped:
                for it in ledger.sources():
                    if it.id not in before:
                        ledger.forget(it.id)
                raise
        return "done"

    def _heard(self, reader: Reader, at: Progress) -> None:
        self._listen()
        it = self._of.get(reader.name)
        if it is None or at.files < it.files:
            it = self._of[reader.name] = Going(reader.title)
            self.going.append(it)
        it.files, it.files_total, it.records = at.files, at.files_total, at.records
        it.share = at.bytes / at.bytes_total if at.bytes_total else 1.0

    def _listen(self) -> None:
        if self._stop.is_set():
            raise Stopped

    def told(self) -> dict[str, Any]:
        """How far it is, as plain data."""
        return {
            "state": self.state,
            "given": len(self.paths),
            "going": [
                {
                    "title": it.title,
                    "files": it.files,
                    "files_total": it.files_total,
                    "records": it.records,
                    "share": round(it.share, 4),
                }
                for it in list(self.going)
            ],
        }
