"""How many people fit what was said: a band, from a small table of population shares."""

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

Band = Literal["1", "<10", "<1,000", "more"]
BANDS: tuple[tuple[float, Band], ...] = ((1.5, "1"), (10, "<10"), (1_000, "<1,000"))
"""Upper ends of the bands, in people; above them is ``more``."""


class Shared(Struct, frozen=True, forbid_unknown_fields=True):
    """How many people share what a kind says.

    Attributes:
        kind: The kind of finding.
        share: Largest share of all people who fit one value of it, from 0 to 1.
        why: Whence that number.
    """

    kind: str
    share: Annotated[float, Meta(ge=0, le=1)]
    why: str


class Population(Struct, frozen=True, forbid_unknown_fields=True):
    """The table.

    Attributes:
        people: How many there are.
        why: Whence that number.
    """

    people: int
    why: str
    shared: list[Shared]


@lru_cache(maxsize=1)
def population() -> Population:
    """The table of shares."""
    text = (
        files("parasocial.oversharing").joinpath("data", "bands.toml").read_text(encoding="utf-8")
    )
    return msgspec.convert(tomllib.loads(text), Population)


def band(kinds: Iterable[str]) -> tuple[Band, list[str]]:
    """Up to how many people fit, and the kinds that count towards it.

    Every share is of the commonest value, so one thing alone is never taken for rarer than it is.
    Several are multiplied as if one said nothing about another, which overstates uniqueness: of
    two things that go together the second one narrows less.

    >>> band(["age"]), band(["document", "age"])
    (('more', ['age']), ('1', ['document', 'age']))
    """
    table = population()
    there = set(kinds)
    counted = [it for it in table.shared if it.kind in there]
    people = float(table.people)
    for it in counted:
        people *= it.share
    named: Band = next((name for upto, name in BANDS if counted and people < upto), "more")
    return named, [it.kind for it in counted]
