"""A topic and its texts: fact, it is common, an open question, a step if one likes."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from parasocial.guidance.sources import sources

Sentence = Annotated[str, Meta(min_length=1, max_length=280)]
Question = Annotated[str, Meta(pattern=r"^[^?]+\?$", max_length=140)]
When = Literal["always", "before", "now"]
Group = Literal["start", "tie", "type", "harm", "family", "creator"]
Audience = Literal["everyone", "teens", "parents", "creators"]


class Text(Struct, frozen=True, forbid_unknown_fields=True):
    """One text, in the order in which it is read.

    Attributes:
        fact: What is known, in one or two sentences; a number is a source's, or arithmetic.
        common: That it is common, or that it is nobody's fault.
        question: One open question.
        steps: What one could do; three at most, and none has to be done.
        sources: Their names in ``sources.toml``.
        when: Before something happens, now that it happens, or at any time.
    """

    fact: Sentence
    common: Sentence
    question: Question
    sources: Annotated[tuple[str, ...], Meta(min_length=1)]
    steps: Annotated[tuple[Sentence, ...], Meta(max_length=3)] = ()
    when: When = "always"

    def __post_init__(self) -> None:
        """Refuse a source that is not there."""
        missing = set(self.sources) - sources().keys()
        if missing:
            raise ValueError(f"no such source: {', '.join(sorted(missing))}")


class Topic(Struct, frozen=True, forbid_unknown_fields=True, rename={"texts": "text"}):
    """What the hub has on one thing.

    Attributes:
        title: A few words, without a name of anybody.
        group: Where it stands in the list.
        audience: Whom it speaks to.
    """

    title: Annotated[str, Meta(min_length=1, max_length=60)]
    group: Group
    texts: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=2)]
    audience: Audience = "everyone"

    def critical(self, text: Text) -> bool:
        """Whether a translation that nobody has reviewed stands beside the English."""
        return text.when == "now" or self.audience == "teens"


_GROUPS = ("start", "tie", "type", "harm", "family", "creator")


@lru_cache(maxsize=1)
def topics() -> dict[str, Topic]:
    """Every topic by its name, the calm ones first.

    Raises:
        msgspec.ValidationError: A file is not what a topic is.
    """
    folder = files("parasocial.guidance") / "topics"
    found = {
        path.name.removesuffix(".toml"): parsed(path.read_text(encoding="utf-8"))
        for path in folder.iterdir()
        if path.name.endswith(".toml")
    }
    order = sorted(found, key=lambda name: (_GROUPS.index(found[name].group), name))
    return {name: found[name] for name in order}


def parsed(text: str) -> Topic:
    """One topic's file."""
    return msgspec.convert(tomllib.loads(text), Topic)
