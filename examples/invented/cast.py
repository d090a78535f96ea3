"""Ego, and the people who can answer: friends, family, the silent and the eager (cast.toml)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .almanac import dice

WA, IG, TT, YT = "whatsapp", "instagram", "tiktok", "youtube"
CAST: Mapping[str, Any] = tomllib.loads(
    Path(__file__).with_name("cast.toml").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Ego:
    """The invented person whose exports these are."""

    name: str
    instagram: str
    tiktok: str
    channel_id: str


@dataclass(frozen=True, eq=False)
class Person:
    """Somebody who knows ego, and how the two write to each other.

    Attributes:
        key: Name inside this world.
        name: Full name, shown on Instagram.
        ids: Platform → native id there: a contact's name on WhatsApp, else a handle.
        pace: Platform → conversations a week in usual times.
        starts: Share of conversations that ego begins.
        answers: Chance that the person answers ego.
        replies: Chance that ego answers the person.
        may_be: Classes that a page may give this tie.
        channel: Title of the person's own YouTube channel, if any.
        comments: Comments that ego leaves under the person's Instagram posts.
        likes: Likes that ego leaves there.
    """

    key: str
    name: str
    ids: Mapping[str, str]
    pace: Mapping[str, float]
    starts: float = 0.5
    answers: float = 0.93
    replies: float = 0.93
    may_be: Sequence[str] = ("reciprocal",)
    channel: str = ""
    comments: int = 0
    likes: int = 0


EGO = Ego(**CAST["ego"])
PEOPLE = tuple(Person(**entry) for entry in CAST["person"])


def on(platform: str) -> list[Person]:
    """The people who write with ego there."""
    return [person for person in PEOPLE if platform in person.ids]


def group_title(platform: str) -> str:
    """The name of the group that ego is in."""
    return str(CAST["group"][platform]["title"])


def group_members(platform: str) -> list[str]:
    """The others in that group, as they are shown there."""
    return list(CAST["group"][platform]["members"])


def acquaintances() -> list[str]:
    """Instagram handles of thirty people known a little."""
    rng, names = dice("acquaintances"), CAST["acquaintances"]
    return [f"{first}.{rng.choice(names['last'])}" for first in names["first"]]
