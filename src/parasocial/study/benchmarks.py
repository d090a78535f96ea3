"""The figures that were published of the 2021 study, as the articles print them.

15,682 adults in 25 countries were asked; how many answered each question was not published.
Percentages run from 0 to 100. Figures that contradict each other, or whose base or region is
not certain, are marked. They are never averaged, and never chosen between.
"""

import csv
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct

YEAR = 2021
FOLLOWERS = "followers of influencers"
USERS = "social media users"

COUNTRIES = {
    "FR": "France", "ES": "Spain", "GB": "United Kingdom", "DE": "Germany",
    "AE": "United Arab Emirates", "IT": "Italy", "RU": "Russia", "PE": "Peru", "HU": "Hungary",
    "VN": "Vietnam", "ZA": "South Africa", "US": "United States",
}  # fmt: skip
"""ISO 3166 code → name of the countries that the articles give figures of, and of Hungary."""

Mark = Literal["conflict", "base", "scope"]
MARKS: dict[Mark, str] = {
    "conflict": "articles contradict each other",
    "base": "the article names another base",
    "scope": "the region is not certain",
}

ITEMS = {
    "follow": "Follow influencers",
    "escape": "Find a way out of everyday life there",
    "learn": "Learn something there",
    "friends": "Think that they could be friends",
    "unique": "Have something there that nobody else gives them",
    "dependent": "Count on what influencers make",
    "absence": "Would miss it",
    "style": "Take up habits, views or style",
    "opinion": "Changed their mind about something",
    "comment": "Comment on posts",
    "react": "React to posts or stories",
    "pm": "Wrote in private",
    "email": "Wrote a mail",
    "fanart": "Sent something they made",
    "call": "Called them, or those who speak for them",
    "event": "Went to an event of theirs",
    "met": "Met one in person",
    "notmet_would": "Met none, and would like to",
    "interact": "Get in touch in any way",
    "vital": "Needed social media to stay in touch in the pandemic",
    "important": "Call social media important",
    "intolerant": "Became less patient with people online",
    "pos": "See a good effect of social media",
    "work": "Use social networks for work",
    "decade": "Have used social media for over ten years",
}
"""What each item is about, in our words: the questionnaire itself was not published."""


class Figure(Struct, frozen=True):
    """One published percentage.

    Attributes:
        percent: From 0 to 100, rounded by the publisher.
        asked: How many adults the study asked in all in that region; not the base.
        base: Of whom the percentage is, as all that was published reads best.
        printed_base: Of whom the article says it is.
        marks: What is not certain: ``conflict``, ``base``, ``scope``.
        note: What exactly, in our words.
        published: ISO date, or what of it is known.
    """

    item: str
    region: str
    ages: str
    percent: int
    asked: int | None
    base: str
    printed_base: str
    marks: tuple[Mark, ...]
    note: str
    source: str
    published: str
    language: str
    url: str


@lru_cache(maxsize=1)
def figures() -> tuple[Figure, ...]:
    """Every figure, in the order of the file."""
    text = (files("parasocial.study") / "benchmarks.csv").read_text(encoding="utf-8")
    rows = (
        {**row, "asked": row["asked"] or None, "marks": row["marks"].split()}
        for row in csv.DictReader(text.splitlines())
    )
    return tuple(msgspec.convert(row, Figure, strict=False) for row in rows)


def chosen(item: str | None = None, region: str | None = None) -> list[Figure]:
    """The figures of one item, of regions whose name contains *region*, or all."""
    within = (region or "").casefold()
    order = list(ITEMS)
    return sorted(
        (it for it in figures() if item in (None, it.item) and within in it.region.casefold()),
        key=lambda it: order.index(it.item),
    )


def disputed(item: str) -> list[Figure]:
    """The figures of *item* that contradict another, or whose region is not certain."""
    return [it for it in figures() if it.item == item and {"conflict", "scope"} & {*it.marks}]


def regions(found: Iterable[Figure]) -> list[str]:
    """Their regions, each once."""
    return list(dict.fromkeys(it.region for it in found))
