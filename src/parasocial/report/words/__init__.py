"""Every sentence that is built from numbers: one pure function each, no names, no markup."""

from parasocial.report.words import (
    answers,
    attention,
    facts,
    headline,
    limits,
    method,
    over_time,
    pattern,
    published,
    quiz,
    reading,
    rhythm,
    spread,
    sure,
    ties,
    weeks,
)

__all__ = [
    "answers",
    "attention",
    "facts",
    "headline",
    "limits",
    "method",
    "over_time",
    "pattern",
    "published",
    "quiz",
    "reading",
    "rhythm",
    "spread",
    "sure",
    "ties",
    "weeks",
]
