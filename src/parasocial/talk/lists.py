"""The word lists: what stands in ``words/``, and the plain phrases it stands for."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

import msgspec
from msgspec import Struct

LANGUAGES = ("en", "id", "ms", "vi", "th", "fil")
CUES = (
    "you", "call", "all", "other", "me", "ask", "wish", "praise", "blame", "insult", "fond",
    "close", "life", "dark", "home", "number", "give", "meet", "alone", "harm", "body", "look",
    "public", "game", "laugh", "contact",
)  # fmt: skip
"""What the lists are called, in each language the same."""
PLAIN = "plain"
"""A list of words that only say which language it is."""
_SHORTEST = 3
"""Characters of ``:a:``, which is shorter than any emote."""
THAI = re.compile("[\u0e00-\u0e7f]")
"""Thai is written without spaces: the parts of its phrases are joined and stand anywhere."""


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of word lists: a language.

    Attributes:
        status: Who has read it, as it is shown beside every figure that rests on it.
        lists: Phrases by cue.
    """

    status: str
    lists: dict[str, list[str]]


class Emotes(Struct, frozen=True, forbid_unknown_fields=True):
    """Emotes that an export writes as words."""

    status: str
    emotes: list[str]


@cache
def words(language: str) -> Words:
    """The lists of one language.

    Raises:
        ValueError: A list has a name that no rule knows.
    """
    found = msgspec.convert(_toml(language), Words)
    if unknown := set(found.lists) - {*CUES, PLAIN}:
        raise ValueError(f"no such lists: {sorted(unknown)}")
    return found


@cache
def emotes() -> frozenset[str]:
    """Words that are emotes, as they are written."""
    return frozenset(msgspec.convert(_toml("emotes"), Emotes).emotes)


@cache
def signs() -> frozenset[str]:
    """Signs that a list holds: each is a word of its own, whatever stands beside it."""
    lines = (it for language in LANGUAGES for them in words(language).lists.values() for it in them)
    phrases = (it for line in lines if " " not in line for it in line.split("/"))
    return frozenset(it for it in phrases if len(it) == 1 and not it.isalnum())


def is_emotes(text: str) -> bool:
    """Whether a text is nothing but emotes: known ones, or written ``:so:``."""
    known = emotes()
    for it in text.split():
        if it not in known and not (len(it) > _SHORTEST and it[0] == it[-1] == ":"):
            return False
    return True


def spelled(phrase: str) -> list[str]:
    """Every plain phrase that one line of a list stands for.

    >>> spelled("give/send me -/your number")[:2]
    ['give me number', 'give me your number']
    """
    slots = [slot.replace("_", " ").split("/") for slot in phrase.split()]
    joint = "" if THAI.search(phrase) and "$" not in phrase else " "
    return [joint.join(filter("-".__ne__, parts)) for parts in product(*slots)]


def _toml(name: str) -> dict[str, Any]:
    path = files("parasocial.talk").joinpath("words", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
