"""A ledger to findings, as the command line and the app ask for them."""

from pathlib import Path

from parasocial.ledger import Ledger
from parasocial.lenses.asked import Asked
from parasocial.lenses.audience import look
from parasocial.lenses.findings import Findings
from parasocial.notes import read_notes
from parasocial.ties import Thresholds


def measure(
    ledger: Ledger,
    notes: Path | None = None,
    *,
    zone: str = "UTC",
    thresholds: Thresholds | None = None,
    asked: Asked | None = None,
    invented: bool = False,
) -> Findings:
    """Everything the ledger and the notes beside it say."""
    beside = notes or (notes_beside(ledger.path) if ledger.path else None)
    return look(
        ledger,
        read_notes(beside),
        zone=zone,
        thresholds=thresholds,
        asked=asked,
        invented=invented,
    )


def notes_beside(ledger: Path) -> Path:
    """Where the notes of a ledger file lie."""
    return ledger.with_suffix(".notes.toml")
