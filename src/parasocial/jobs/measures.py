"""Every measure in its own words: the docstring that stands beside the code."""

import inspect
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

from parasocial import measures


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part of a docstring: sentences, or a formula and an example as they are written."""

    kind: Literal["text", "code"]
    says: str


@dataclass(frozen=True, slots=True)
class Told:
    """One measure.

    Attributes:
        name: Of its function.
        title: The first line.
        parts: The rest, without what a caller needs to know.
    """

    name: str
    title: str
    parts: tuple[Paragraph, ...]


@lru_cache(maxsize=1)
def told() -> dict[str, Told]:
    """All of them, by name."""
    found = {}
    for module in iter_modules(measures.__path__):
        loaded = import_module(f"{measures.__name__}.{module.name}")
        for name, it in inspect.getmembers(loaded, inspect.isfunction):
            if it.__module__ == loaded.__name__ and not name.startswith("_"):
                found[name] = _told(name, inspect.getdoc(it) or "")
    return found


def _told(name: str, doc: str) -> Told:
    title, *rest = doc.split("\n\n")
    kept = [part for part in rest if not part.startswith(("Args:", "Raises:", "Attributes:"))]
    return Told(name, _said(title).rstrip("."), tuple(map(_paragraph, kept)))


def _paragraph(part: str) -> Paragraph:
    if part.startswith(" "):
        return Paragraph("code", inspect.cleandoc(part))
    return Paragraph("text", _said(part))


def _said(text: str) -> str:
    """Sentences without the marks that stand for code."""
    return " ".join(text.split()).replace("``", "").replace("*", "")
