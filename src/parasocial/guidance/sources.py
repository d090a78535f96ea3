"""What the facts rest on, and how much of it was read."""

import tomllib
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct


class Source(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One source.

    Attributes:
        who: Its authors, in short.
        read: How much of it was read when the text was written: ``whole``, ``abstract``, or an
            ``excerpt`` that somebody else quotes.
        checked: When.
        doi: Where it has one; else ``published`` says what it is, of whom.
    """

    who: str
    year: int
    title: str
    read: Literal["whole", "abstract", "excerpt"]
    checked: date
    doi: str | None = None
    published: str | None = None

    def __post_init__(self) -> None:
        """Refuse a source that nobody could find."""
        if not (self.doi or self.published):
            raise ValueError("a source has a DOI, or says where it was published")

    @property
    def short(self) -> str:
        """Authors and year."""
        return f"{self.who}, {self.year}"

    @property
    def cited(self) -> str:
        """Authors, year, title, and where to find it."""
        where = f"doi:{self.doi}" if self.doi else self.published
        title = self.title if self.title.endswith("?") else f"{self.title}."
        return f"{self.who} ({self.year}): {title} {where}"


@lru_cache(maxsize=1)
def sources() -> dict[str, Source]:
    """Every source by its name."""
    text = (files("parasocial.guidance") / "sources.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Source])
