"""What Takeout calls its files, columns and doings in the languages that we know."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def said(what: str) -> tuple[str, ...]:
    """Every name of one thing, in the order of languages."""
    return tuple(dict.fromkeys(name for kind, name in _table() if kind == what))


def named(what: str, *endings: str) -> str:
    """The file pattern for all names of one thing with any of *endings*."""
    return "|".join(f"{name}.{ending}" for name in said(what) for ending in endings)


@cache
def columns() -> Mapping[str, str]:
    """Column headings, folded, to what stands under them."""
    kinds = ((kind.partition("column "), name) for kind, name in _table())
    return {name.casefold(): kind for (_, column, kind), name in kinds if column}


@cache
def watched() -> tuple[tuple[str, str], ...]:
    """What stands before and after a video's title where it was watched, longest first."""
    wordings = sorted(said("watched"), key=len, reverse=True)
    return tuple((before, after) for before, _, after in (it.partition("*") for it in wordings))


@cache
def _table() -> tuple[tuple[str, str], ...]:
    text = (files(__package__) / "locales.csv").read_text("utf-8")
    return tuple((row["what"], row["said"]) for row in csv.DictReader(text.splitlines()))
