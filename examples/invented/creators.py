"""Those who are watched: channels, creators and brands that do not know ego."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from .almanac import dice
from .cast import CAST, PEOPLE

_CODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True)
class Channel:
    """A YouTube channel and its share of watching (relative weight)."""

    title: str
    id: str
    weight: float = 0

    @property
    def url(self) -> str:
        """The address of the channel."""
        return f"https://www.youtube.com/channel/{self.id}"

    @property
    def owner(self) -> str:
        """The key of the friend whose channel this is, or nothing."""
        return next((person.key for person in PEOPLE if person.channel == self.title), "")

    @property
    def kind(self) -> str:
        """Person, brand or persona."""
        brand = "brand" if self.title in CAST["youtube"]["brands"] else "persona"
        return "person" if self.owner else brand

    @property
    def live(self) -> bool:
        """Whether this is the one who streams."""
        return bool(self.title == CAST["youtube"]["live"])

    @property
    def music(self) -> bool:
        """Whether this is played on YouTube Music."""
        return bool(self.title == CAST["youtube"]["music"])


@dataclass(frozen=True)
class Creator:
    """An Instagram account that is followed, and how often ego reacts to it.

    Attributes:
        handle: Name on Instagram.
        weight: Likes a week.
        kind: Persona or brand.
        follows_back: Whether the account follows ego too.
        comments: Comments that ego leaves.
        channel: Title of the same creator's YouTube channel, if any.
    """

    handle: str
    weight: float
    kind: str = "persona"
    follows_back: bool = False
    comments: int = 0
    channel: str = ""


CREATORS = tuple(Creator(**entry) for entry in CAST["creators"])
GIFTED: tuple[str, ...] = tuple(CAST["tiktok"]["gifted"])


def code(rng: Random, length: int = 11) -> str:
    """A random id as platforms write it."""
    return "".join(rng.choices(_CODE, k=length))


@cache
def channels() -> tuple[Channel, ...]:
    """The channels that are watched, most watched first, by Zipf's law."""
    rng = dice("channels")
    weights = {
        title: 1 / (rank + 1) ** 0.95 for rank, title in enumerate(CAST["youtube"]["channels"])
    }
    weights |= dict.fromkeys(CAST["youtube"]["seldom"], 0.005)
    return tuple(Channel(title, "UC" + code(rng, 22), weight) for title, weight in weights.items())


def strays() -> Iterator[Channel]:
    """Channels that the platform served once, for ever new ones."""
    rng = dice("strays")
    for title in CAST["youtube"]["strays"]:
        yield Channel(title, "UC" + code(rng, 22))
