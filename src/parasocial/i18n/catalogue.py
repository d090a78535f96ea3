"""One language's catalogue, and whether a native reader has reviewed it."""

from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from typing import Any, Literal, TypeAlias

LANGUAGES = {
    "en": "English",
    "id": "Bahasa Indonesia",
    "ms": "Bahasa Melayu",
    "vi": "Tiếng Việt",
    "th": "ไทย",
    "fil": "Filipino",
}
"""Every language by its code, under its own name. English is the source of all others."""

Status = Literal["source", "draft", "reviewed"]
Domain: TypeAlias = Literal["guidance", "report"]
"""What is translated apart: the hub's texts; and pages, with the words around them."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What one domain says in one language.

    Attributes:
        status: ``source`` for English; ``reviewed`` where the header names a native reader and a
            day; else ``draft``.
    """

    language: str
    status: Status
    messages: NullTranslations

    def say(self, message: str, **values: object) -> str:
        """*message* in this language, with *values* in its places."""
        said = self.messages.gettext(message)
        return said % values if values else said

    def count(self, one: str, many: str, count: int) -> str:
        """The form that *count* asks for, with the count in its place."""
        return self.messages.ngettext(one, many, count) % {"count": count}


@lru_cache
def catalogue(language: str, domain: Domain = "guidance") -> Catalogue:
    """The catalogue of one of ``LANGUAGES``."""
    if language == "en":
        return Catalogue("en", "source", NullTranslations())
    place = files("parasocial.i18n") / language / "LC_MESSAGES" / f"{domain}.mo"
    with place.open("rb") as file:
        messages = GNUTranslations(file)
    return Catalogue(language, status(messages.info()), messages)


def status(header: dict[str, Any]) -> Status:
    """What a catalogue's header says of its review; a claim without a name and a day is a draft.

    >>> status({"x-status": "reviewed", "x-reviewed-by": "", "x-reviewed": ""})
    'draft'
    """
    signed = header.get("x-reviewed-by", "").strip() and header.get("x-reviewed", "").strip()
    return "reviewed" if header.get("x-status") == "reviewed" and signed else "draft"
