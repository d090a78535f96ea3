"""Where ledgers lie, and opening one that may be something else."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parasocial.errors import NotALedger

if TYPE_CHECKING:
    from parasocial.ledger import Ledger

_MAGIC = b"DUCK"


def default_ledger() -> Path:
    """Where the ledger lies unless somebody says otherwise."""
    said = os.environ.get("PARASOCIAL_LEDGER")
    return Path(said) if said else Path(click.get_app_dir("parasocial")) / "me.ledger"


def open_ledger(path: Path | None, *, writable: bool = False) -> "Ledger":
    """The ledger at *path*, or the person's own.

    Raises:
        NotALedger: Something else is there, or it may not be opened.
    """
    from parasocial.ledger import Ledger

    where = path or default_ledger()
    if where.exists():
        _refuse_other(where, writable=writable)
    return Ledger(where, writable=writable)


def _refuse_other(where: Path, *, writable: bool) -> None:
    if where.is_dir():
        raise NotALedger("The ledger is a folder. Name a file with --ledger.")
    if not os.access(where, os.R_OK | os.W_OK * writable):
        raise NotALedger(
            "The ledger may not be opened. Change its permissions, or name another with --ledger."
        )
    with where.open("rb") as file:
        # DuckDB would open a table of another kind, in memory, and forget it in the end.
        if _MAGIC not in file.read(16):
            raise NotALedger("The file is no ledger of parasocial's. Name another with --ledger.")
