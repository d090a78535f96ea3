"""One run of the app: its ledgers, its imports, and the folder that goes when it does."""

import re
import secrets
import shutil
import threading
from collections.abc import Sequence
from pathlib import Path

from parasocial.errors import NotALedger
from parasocial.jobs.demo import ASKED, ZONE, example
from parasocial.jobs.desk import Desk
from parasocial.jobs.importing import Importing
from parasocial.jobs.read import Wanted
from parasocial.report.doors import Door

EXAMPLE = "example"
_NAME = re.compile(r"\w[\w -]{0,39}")
_BATCH = re.compile(r"[0-9a-f]{8,64}")


class Run:
    """What the routes of one app share.

    Args:
        main: The person's own ledger; others lie beside it.
        folder: A private folder, removed when the run ends.
        language: What is spoken until somebody chooses, one of ``i18n.LANGUAGES``.

    Attributes:
        imports: Every import of the run, by name.
        creator: The invented creator's page, once it has been made.
        last: The name of the import that began last.
    """

    def __init__(self, main: Path, folder: Path, language: str = "en") -> None:
        self.main = main
        self.folder = folder
        self.language = language
        self.imports: dict[str, Importing] = {}
        self.creator: Door | None = None
        self.last = ""
        self._hold = threading.Lock()
        self._desks: dict[str, Desk] = {}
        self._batches: dict[str, Path] = {}
        self._threads: list[threading.Thread] = []

    def desk(self, book: str) -> Desk:
        """The ledger of that name, which may not be there yet.

        Raises:
            NotALedger: The name cannot be one.
        """
        if book not in self._desks:
            if not _NAME.fullmatch(book):
                raise NotALedger("A ledger is called by letters, digits, spaces and dashes.")
            self._desks[book] = Desk(self._path(book), self._hold, invented=book == EXAMPLE)
        return self._desks[book]

    def _path(self, book: str) -> Path:
        if book == EXAMPLE:
            return self.folder / EXAMPLE / "example.ledger"
        return self.main if book == self.main.stem else self.main.with_name(f"{book}.ledger")

    def books(self) -> list[str]:
        """The names of the ledgers that are there, the latest first."""
        found = {*self.main.parent.glob("*.ledger"), *([self.main] if self.main.exists() else [])}
        named = [it for it in found if it == self.main or _NAME.fullmatch(it.stem)]
        return [it.stem for it in sorted(named, key=lambda it: -it.stat().st_mtime)]

    def batch(self, name: str) -> Path:
        """The folder of files that are handed over together.

        Raises:
            NotALedger: That is no name of one.
        """
        if not _BATCH.fullmatch(name):
            raise NotALedger("These files have no place. Choose them again.")
        return self._batches.setdefault(name, self.folder / "incoming" / name)

    def drop(self, name: str) -> None:
        """Remove such a folder."""
        found = self._batches.pop(name, None)
        if found is not None:
            shutil.rmtree(found, ignore_errors=True)

    def begin(self, desk: Desk, paths: Sequence[Path], wanted: Wanted, batch: str = "") -> str:
        """Begin an import; return its name. What came in goes, unless something is to be asked."""
        name = secrets.token_hex(8)
        job = self.imports[name] = Importing(desk.ledger, tuple(paths), wanted, batch)

        def read() -> None:
            job.run(self._hold)
            if not job.asks:
                self.drop(batch)

        thread = threading.Thread(target=read, name=f"import-{name}")
        self._threads.append(thread)
        self.last = name
        thread.start()
        return name

    def ready(self, book: str) -> bool:
        """Whether nothing is being read into the ledger of that name."""
        path = self.desk(book).ledger
        return all(it.ended for it in self.imports.values() if it.ledger == path)

    def begin_example(self) -> str | None:
        """Read the bundled example; None where that is done already."""
        desk = self.desk(EXAMPLE)
        if desk.ledger.exists() or not self.ready(EXAMPLE):
            return None
        desk.ledger.parent.mkdir(exist_ok=True, mode=0o700)
        folder = example()
        shutil.copyfile(folder / "notes.toml", desk.notes)
        desk.keep(zone=ZONE, spans=ASKED.periods)
        return self.begin(desk, [folder / "you"], Wanted(zone=ZONE))

    def end(self) -> None:
        """Stop what is still being read, and wait for it."""
        for job in self.imports.values():
            job.stop()
        for thread in self._threads:
            thread.join()
