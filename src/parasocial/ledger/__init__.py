"""The ledger: where one person's interactions live, in one DuckDB file or in memory."""

from parasocial.ledger.merged import merge
from parasocial.ledger.store import Ledger, Source
from parasocial.ledger.writer import Import

__all__ = ["Import", "Ledger", "Source", "merge"]
