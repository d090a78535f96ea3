"""What could stand instead, where to change it, and who can see it: from data files."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import msgspec
from msgspec import Struct

UNTOLD = "cannot be told from the export"


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """One channel of one platform.

    Attributes:
        change: The steps to edit or delete.
        seen: Who can see it; empty where settings decide that no export shows.
        checked: The month for which ``source`` says so; empty where nobody has looked.
        source: The address of a page that says so.
    """

    change: str
    seen: str = ""
    checked: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        """Refuse a month without its source, and the other way round."""
        if bool(self.checked) != bool(self.source):
            raise ValueError("a place names both its source and the month, or neither")


def instead(kind: str, language: str) -> str:
    """Words that keep the meaning of a kind, in a language or in English."""
    said = _wording()[kind]
    return said.get(language, said["en"])


def where(platform: str, channel: str) -> Place:
    """Where something said there is changed, and who sees it; of an unknown platform, roughly."""
    places = _places()
    channels = places.get(platform, places["other"])
    return channels.get(channel) or channels["any"]


@lru_cache(maxsize=1)
def _wording() -> Mapping[str, dict[str, str]]:
    return msgspec.convert(_toml("wording"), dict[str, dict[str, str]])


@lru_cache(maxsize=1)
def _places() -> Mapping[str, dict[str, Place]]:
    return msgspec.convert(_toml("platforms"), dict[str, dict[str, Place]])


def _toml(name: str) -> object:
    path = files("parasocial.oversharing").joinpath("data", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
