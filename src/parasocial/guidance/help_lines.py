"""Help lines: shown when a person has called them and signed for it, and never else."""

import tomllib
from collections.abc import Iterable
from datetime import date, timedelta
from importlib.resources import files

import msgspec
from msgspec import Struct

GOOD_FOR = timedelta(days=365)
"""How long a review holds; numbers change."""


class HelpLine(Struct, frozen=True, forbid_unknown_fields=True):
    """One help line.

    Attributes:
        country: ISO 3166, two letters.
        reach: Its number or address, as printed there.
        reviewed_by: Who called it; empty where nobody has.
        reviewed: When; None where nobody has.
    """

    country: str
    name: str
    reach: str
    reviewed_by: str = ""
    reviewed: date | None = None


def help_lines() -> tuple[HelpLine, ...]:
    """Every line of the file, reviewed or not."""
    text = (files("parasocial.guidance") / "help_lines.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text)["line"], tuple[HelpLine, ...])


def known(lines: Iterable[HelpLine], country: str | None, today: date) -> list[HelpLine]:
    """The lines of *country* that somebody signed for within the last year.

    >>> line = HelpLine("XX", "A line", "000", "A. Person", date(2026, 1, 5))
    >>> len(known([line], "XX", date(2026, 6, 1))), len(known([line], "XX", date(2027, 6, 1)))
    (1, 0)
    """
    return [
        it
        for it in lines
        if it.country == country
        and it.reviewed_by.strip()
        and it.reviewed is not None
        and timedelta(0) <= today - it.reviewed <= GOOD_FOR
    ]
