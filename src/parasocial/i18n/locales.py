"""How each language writes numbers and dates, after CLDR (`scripts/translations/locales.py`)."""

from functools import lru_cache
from importlib.resources import files

import msgspec
from msgspec import Struct


class Locale(Struct, frozen=True):
    """One language's way.

    Attributes:
        group: What stands between thousands.
        point: What stands before decimals.
        months: January to December, short, as in a date.
        day: A day's pattern: ``%(day)s``, ``%(month)s`` and ``%(year)s``.
        month: A month's, likewise.
    """

    group: str
    point: str
    months: tuple[str, ...]
    day: str
    month: str

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with its thousands apart.

        >>> locale("id").number(2041.5, 1)
        '2.041,5'
        """
        plain = f"{value:,.{decimals}f}"
        return plain.translate({ord(","): self.group, ord("."): self.point})


@lru_cache(maxsize=1)
def _all() -> dict[str, Locale]:
    text = (files("parasocial.i18n") / "locales.toml").read_text(encoding="utf-8")
    return msgspec.toml.decode(text, type=dict[str, Locale])


def locale(language: str) -> Locale:
    """The way of one language; English's where it is not known."""
    known = _all()
    return known.get(language, known["en"])
