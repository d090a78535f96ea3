"""List files: one name for the JSON file and the page, and the shapes of every era."""

from collections.abc import Callable
from typing import Final

from parasocial.reading import Here, Meaning, Records
from parasocial.reading.meta import Item, items
from parasocial.reading.times import MINUTE

THREADS: Final = "text_post_app_text_post_app_"
"""How the keys of Threads' lists begin; its files have the names of Instagram's."""


def listed(name: str, meaning: Callable[[Item, Here], Meaning], *keys: str) -> Records:
    """The records of a list file; pages show minutes, so ids look no closer."""
    files = f"{name}.json|{name}.html"
    return Records(files, items(*keys), meaning, Item, floor=MINUTE)
