"""A ledger to findings, as the command line and the app ask for them."""

from pathlib import Path

from msgspec.structs import replace

from parasocial.ledger import Ledger
from parasocial.lenses.asked import Asked
from parasocial.lenses.audience import look
from parasocial.lenses.findings import Findings
from parasocial.lenses.oversharing import Scope
from parasocial.notes import read_names, read_notes
from parasocial.ties import Thresholds


def measure(
    ledger: Ledger,
    notes: Path | None = None,
    *,
    zone: str = "UTC",
    thresholds: Thresholds | None = None,
    asked: Asked | None = None,
    invented: bool = False,
    scope: Scope | None = None,
    names: Path | None = None,
) -> Findings:
    """Everything the ledger and the notes beside it say.

    Args:
        ledger: Whose.
        notes: The notes file; by default the one beside the ledger.
        zone: IANA name of the person's time zone.
        thresholds: The conventions; all default.
        asked: Periods, an earlier report, other ways of counting; none by default.
        invented: Whether everyone in the ledger is made up.
        scope: How far to look into the person's own texts; None for not at all.
        names: A file of names to look for in them, in place of those in the notes.
    """
    beside = notes or (notes_beside(ledger.path) if ledger.path else None)
    said = read_notes(beside)
    if names is not None:
        said = replace(said, names=read_names(names))
    return look(
        ledger,
        said,
        zone=zone,
        thresholds=thresholds,
        asked=asked,
        invented=invented,
        scope=scope,
    )


def notes_beside(ledger: Path) -> Path:
    """Where the notes of a ledger file lie."""
    return ledger.with_suffix(".notes.toml")
