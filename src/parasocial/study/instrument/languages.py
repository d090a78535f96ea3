"""One language of an instrument: English sentence → its sentence, and who has read it."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from parasocial.study.instrument.model import Words

Status = Literal["source", "draft", "reviewed"]
LanguageCode = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
SOURCE: LanguageCode = "en"


class Translation(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What an instrument says in one language.

    Keyed by the English sentence, so that a changed question loses its translation at once.

    Attributes:
        name: The language's own name for itself.
        claimed: What the file says of its review.
        reviewed_by: The native reader who signs.
        reviewed: The day on which they did.
    """

    language: LanguageCode
    name: Words
    texts: dict[Words, Words]
    claimed: Literal["draft", "reviewed"] = "draft"
    reviewed_by: str = ""
    reviewed: str = ""

    @property
    def status(self) -> Status:
        """``reviewed`` with a name and a day, else ``draft``; English is the ``source``.

        >>> Translation("th", "ไทย", {}, claimed="reviewed").status
        'draft'
        """
        if self.language == SOURCE:
            return "source"
        signed = self.claimed == "reviewed" and self.reviewed_by.strip() and self.reviewed.strip()
        return "reviewed" if signed else "draft"


ENGLISH = Translation(SOURCE, "English", {})
