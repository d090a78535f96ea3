"""Where answers are kept: SQLite or PostgreSQL, one writer, no answer before its commit."""

from parasocial.study.store.acts import Donate, Save, TakeBack, Verdict, Withdraw
from parasocial.study.store.opening import BadStore, Store, needed, open_store
from parasocial.study.store.writer import Writer

__all__ = [
    "BadStore",
    "Donate",
    "Save",
    "Store",
    "TakeBack",
    "Verdict",
    "Withdraw",
    "Writer",
    "needed",
    "open_store",
]
