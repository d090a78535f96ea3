"""Every sentence that is built from numbers: one pure function each, no names, no markup."""

from parasocial.report.words import (
    attention,
    facts,
    headline,
    limits,
    method,
    pattern,
    reading,
    ties,
    weeks,
)

__all__ = [
    "attention",
    "facts",
    "headline",
    "limits",
    "method",
    "pattern",
    "reading",
    "ties",
    "weeks",
]
