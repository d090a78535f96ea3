"""What people write to each other, and what ego searched for."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct, field

from parasocial.reading import Broken, File, Here, Meaning, Records, Row, Table
from parasocial.reading.shapes import either, items
from parasocial.reading.times import DAY, iso
from parasocial.schema import EGO, Account, Addressed, Channel, Fact, Form, Interaction, Kind


class Line(Struct, gc=False, rename={"author": "from"}):
    """One message as the file has it."""

    author: str
    time: str
    message: str | None = None


class Said(Struct, gc=False):
    """One message with its thread.

    Attributes:
        first: Whether it is the first of its thread.
    """

    thread: str
    name: str | None
    members: tuple[str, ...]
    line: Line
    first: bool


def threads(file: File, row: Any) -> Table:
    """The messages of all threads."""
    return Table(_messages(items("")(file, row).batches))


def _messages(batches: Iterator[Sequence[Row | Broken]]) -> Iterator[Sequence[Row | Broken]]:
    for batch in batches:
        found: list[Row | Broken] = []
        for row in batch:
            found += [row] if isinstance(row, Broken) else _thread(row)
        yield found


def _thread(row: Any) -> Iterator[Said | Broken]:
    match row:
        case (str(id_), {"members": [*members], "messages": [*messages], **rest}):
            group = rest.get("group_name")
            name = group if isinstance(group, str) else None
            names = tuple(it for it in members if isinstance(it, str))
            for number, it in enumerate(messages):
                try:
                    yield Said(id_, name, names, msgspec.convert(it, Line), not number)
                except msgspec.ValidationError as error:
                    yield Broken(type(error).__name__)
        case _:
            yield Broken("NotAThread")


def message(row: Said, here: Here) -> Meaning:
    """A message between two people, or in a group.

    Raises:
        ValueError: Which of the two is ego is not known.
    """
    actor = here.who(row.line.author)
    others = [it for it in row.members if here.who(it) is not EGO]
    if len(others) == len(row.members) and actor is not EGO:
        raise ValueError("nobody is ego")
    group = row.thread if row.name or len(others) > 1 else None
    target = group or (others[0] if actor is EGO else EGO)
    text = row.line.message or ""
    words = len(text.split())
    said = Interaction(
        Channel.MESSAGE,
        actor,
        target,
        iso(row.line.time.removesuffix("[UTC]")),
        addressed=Addressed.GROUP if group else Addressed.PERSON,
        form=Form.CHAT,
        words=words or None,
        group=group,
        text=text if words and actor is EGO else None,
    )
    return (said, *_group(row, group)) if row.first and group else said


def _group(row: Said, group: str) -> Iterator[Fact]:
    yield Account(group, name=row.name, kind=Kind.GROUP, evidence="a group chat")


class Query(Struct, gc=False):
    """One search. Until about 2020 it was told by the day, in other words.

    Attributes:
        uris: The results that ego opened.
    """

    time: str | None = field(default=None, name="searchTime")
    date: str | None = None
    phrase: str | None = field(default=None, name="searchQuery")
    typed: str | None = field(default=None, name="typedQuery")
    uris: tuple[str, ...] | None = field(default=None, name="searchInteractionURIs")


def search(row: Query, here: Here) -> Meaning:
    """A search; for an artist or a show where ego opened one that the library knows.

    Raises:
        ValueError: There is no time.
    """
    phrase = row.phrase or row.typed or ""
    uris = row.uris or ()
    known = here.facts.learned["uris"]
    if not phrase and not uris:
        return None
    at = row.time or row.date
    if not at:
        raise ValueError("no time")
    us = iso(at.removesuffix("[UTC]"))
    by_day = ":" not in at
    return Interaction(
        Channel.SEARCH,
        EGO,
        next((known[it] for it in uris if it in known), None),
        us,
        next(iter(uris), None),
        Addressed.EVERYONE,
        words=len(phrase.split()) or None,
        us_low=us if by_day else None,
        us_high=us + DAY - 1 if by_day else None,
        text=phrase or None,
    )


RECORDS = (
    Records("MessageData.json", threads, message),
    Records(
        "SearchQueries.json",
        either(),
        search,
        Query,
        re.compile(rb'"(?:searchInteractionURIs|searchQuery|typedQuery)"\s*:'),
    ),
)
