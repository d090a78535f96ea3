"""What became of an import, as its page shows it."""

import os
from dataclasses import dataclass, field
from typing import Literal

from parasocial.errors import AmbiguousExport, OtherPerson, ParasocialError, WhoIsEgo
from parasocial.jobs.importing import Importing
from parasocial.jobs.read import Outcome, Refused
from parasocial.web.app.troubles import Told, told

Asks = Literal["me", "also_me", "platform"]
_ASKS: tuple[tuple[type[ParasocialError], Asks], ...] = (
    (WhoIsEgo, "me"),
    (OtherPerson, "also_me"),
    (AmbiguousExport, "platform"),
)


@dataclass(frozen=True, slots=True)
class Result:
    """One export that was read, or why one was not.

    Attributes:
        unknown: Files that nothing knows, by ending.
        failures: Records that could not be read, by kind of error.
        asks: What the person could say so that it can be read after all.
    """

    title: str
    files: int = 0
    ignored: int = 0
    unknown: dict[str, int] = field(default_factory=dict)
    records: int = 0
    failures: dict[str, int] = field(default_factory=dict)
    cut: int = 0
    warnings: tuple[str, ...] = ()
    refused: Told | None = None
    asks: Asks | None = None


def results(job: Importing) -> list[Result]:
    """Each export: those that were read first, then those that were not."""
    read = [_read(it) for it in job.outcomes if isinstance(it, Outcome)]
    refused = [it.error for it in job.outcomes if isinstance(it, Refused)]
    refused += [job.error] if job.error else []
    return read + [_refused(it, job) for it in refused]


def _read(it: Outcome) -> Result:
    failures: dict[str, int] = {}
    for records in it.tally.records.values():
        for kind, number in records.failed.items():
            failures[kind] = failures.get(kind, 0) + number
    return Result(
        title=it.reader.title,
        files=it.tally.files_read,
        ignored=it.tally.ignored,
        unknown=dict(it.tally.unknown),
        records=it.tally.read,
        failures=failures,
        cut=it.cut,
        warnings=tuple(it.facts.warnings),
    )


def _refused(error: ParasocialError, job: Importing) -> Result:
    asks = next((name for kind, name in _ASKS if isinstance(error, kind)), None)
    said = " ".join((str(error), *getattr(error, "__notes__", ())))
    # Where a file lies here means nothing to whoever chose it.
    for folder in {str(path.parent) for path in job.paths}:
        said = said.replace(f"{folder}{os.sep}", "")
    return Result(title="", refused=told(said), asks=asks)
