"""Reading: what a reader is, the only loop, and the shapes that readers share."""

from parasocial.reading.claims import claims, reader_for
from parasocial.reading.loop import Batch, Progress, read
from parasocial.reading.model import (
    FULL,
    NONE,
    UNCERTAIN,
    Asked,
    Broken,
    Facts,
    File,
    Here,
    Listener,
    Meaning,
    Reader,
    Records,
    Row,
    Table,
    Unsolicited,
    Visibility,
    at_least,
    no_facts,
)
from parasocial.reading.tally import Tally

__all__ = [
    "FULL",
    "NONE",
    "UNCERTAIN",
    "Asked",
    "Batch",
    "Broken",
    "Facts",
    "File",
    "Here",
    "Listener",
    "Meaning",
    "Progress",
    "Reader",
    "Records",
    "Row",
    "Table",
    "Tally",
    "Unsolicited",
    "Visibility",
    "at_least",
    "claims",
    "no_facts",
    "read",
    "reader_for",
]
