"""An instrument as a typed value: what its file can say, and nothing else."""

import re
from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from parasocial.errors import ParasocialError

Slug = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Words = Annotated[str, Meta(min_length=1, max_length=2_000)]
Code: TypeAlias = int | str
"""What stands for an answer: a whole number where answers count, a name where they do not."""

End = Literal["refused", "screened_out"]


class BadInstrument(ParasocialError):
    """The instrument, its translations or its study do not hold together."""


class _Part(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of the file: unknown fields are mistakes."""


class Range(_Part, frozen=True, kw_only=True, rename={"least": "from", "most": "to"}):
    """A number from ``from`` to ``to``, both included; either may be open."""

    least: float | None = None
    most: float | None = None


Test: TypeAlias = tuple[Code, ...] | Range
When: TypeAlias = tuple[dict[Slug, Test], ...]
"""Any of these, each of which asks that all its items were answered so. Empty: always."""


class Choice(_Part, frozen=True, kw_only=True):
    """One answer that an item offers.

    Attributes:
        alone: True where it rules out every other, as *none of these*.
        benchmark: The published item that choosing it repeats.
    """

    code: Code
    text: Words
    alone: bool = False
    benchmark: str | None = None


class _Item(_Part, frozen=True, kw_only=True):
    """What every item has.

    Attributes:
        name: Its column.
        construct: What it is about; one of the instrument's constructs.
        wording: ``ours``, or whose, and by which permission.
        when: To whom it is put, of those who see its page.
        benchmark: The published item that it repeats.
        benchmark_base: The item whose base the published figure has, where it is not this one's.
    """

    name: Slug
    construct: Slug
    text: Words = ""
    help: Words | None = None
    wording: Words = "ours"
    required: bool = True
    when: When = ()
    benchmark: str | None = None
    benchmark_base: Slug | None = None


class Given(_Item, frozen=True, kw_only=True, tag_field="kind", tag="given"):
    """What the link says that somebody came by, such as a country; nobody is asked.

    Attributes:
        pattern: What the whole of it looks like, as a regular expression.
    """

    pattern: str
    required: bool = False

    def __post_init__(self) -> None:
        """Refuse what is no expression."""
        try:
            re.compile(self.pattern)
        except re.error:
            raise ValueError(f"{self.name}: the pattern is no regular expression") from None


class One(_Item, frozen=True, kw_only=True, tag_field="kind", tag="one"):
    """One answer of several.

    Attributes:
        counts: The codes that the published figure counts; which is a convention of ours.
    """

    choices: Annotated[tuple[Choice, ...], Meta(min_length=2, max_length=100)]
    counts: tuple[Code, ...] = ()


class Many(_Item, frozen=True, kw_only=True, tag_field="kind", tag="many"):
    """Any number of answers of several."""

    choices: Annotated[tuple[Choice, ...], Meta(min_length=2, max_length=100)]


class Number(_Item, frozen=True, kw_only=True, tag_field="kind", tag="number"):
    """A number.

    Attributes:
        steps: What stands at either end, where all numbers are offered side by side.
        bands: The least number of each band but the first, for tables.
    """

    low: float
    high: float
    whole: bool = False
    steps: tuple[Words, Words] | None = None
    bands: tuple[float, ...] = ()


class Text(_Item, frozen=True, kw_only=True, tag_field="kind", tag="text"):
    """Open words.

    Attributes:
        longest: How many characters at most.
    """

    longest: Annotated[int, Meta(ge=1, le=10_000)]


Item: TypeAlias = Given | One | Many | Number | Text


class Page(_Part, frozen=True, kw_only=True):
    """Items that are seen together.

    Attributes:
        lead: What stands above them.
        when: Who sees it.
    """

    name: Slug
    items: Annotated[tuple[Item, ...], Meta(min_length=1)]
    title: Words | None = None
    lead: Words | None = None
    when: When = ()


class Source(_Part, frozen=True, kw_only=True):
    """Where a construct was described; none of its wording is here."""

    who: Words
    year: int
    title: Words
    doi: str | None = None
    published: str | None = None


class Construct(_Part, frozen=True, kw_only=True):
    """What is meant, in our words, and who described it."""

    means: Words
    cites: tuple[str, ...] = ()


class Scale(_Part, frozen=True, kw_only=True):
    """Items that are read as one number.

    Attributes:
        reversed: Those of them that count from the other end: low + high - answer.
        at_least: With fewer of them answered there is no number.
    """

    items: Annotated[tuple[Slug, ...], Meta(min_length=2)]
    construct: Slug
    low: int
    high: int
    at_least: Annotated[int, Meta(ge=1)]
    reversed: tuple[Slug, ...] = ()


class Ended(_Part, frozen=True, kw_only=True):
    """When the questions end early, and how that is called. Later pages are not seen."""

    when: Annotated[When, Meta(min_length=1)]
    state: End


class Instrument(_Part, frozen=True, kw_only=True):
    """Everything that is asked, in English.

    Attributes:
        consent: The item by which somebody takes part, with code 1.
        ends: When the questions end early.
    """

    name: Slug
    version: str
    title: Words
    consent: Slug
    constructs: dict[Slug, Construct]
    pages: Annotated[tuple[Page, ...], Meta(min_length=1)]
    sources: dict[str, Source] = {}
    scales: dict[Slug, Scale] = {}
    ends: tuple[Ended, ...] = ()

    @property
    def items(self) -> Iterator[Item]:
        """All items, in reading order."""
        return (item for page in self.pages for item in page.items)

    def texts(self) -> list[str]:
        """Every text that is translated, each once, in reading order."""
        found = [self.title]
        for page in self.pages:
            found += [it for it in (page.title, page.lead) if it]
            for item in page.items:
                found += [it for it in (item.text, item.help) if it]
                if isinstance(item, One | Many):
                    found += [it.text for it in item.choices]
                elif isinstance(item, Number):
                    found += item.steps or ()
        return list(dict.fromkeys(found))


def codes(item: Item) -> tuple[Code, ...]:
    """The codes that an item offers; empty where it offers none."""
    return tuple(it.code for it in item.choices) if isinstance(item, One | Many) else ()
