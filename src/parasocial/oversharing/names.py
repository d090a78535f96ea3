"""Names that the person lists, found in their texts: no guessing who is a person."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from parasocial.oversharing.cleaning import Cleaned, clean
from parasocial.oversharing.found import Found

WHOSE = {
    "me": "name_self",
    "partner": "name_partner",
    "children": "name_child",
    "friends": "name_friend",
}
"""Whose name it is, as notes say it, and the kind of finding it makes."""


class Listed:
    """The names of a person and theirs, as one Aho-Corasick machine.

    Args:
        names: Full names by whose they are, one of ``WHOSE``.
    """

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        import ahocorasick

        self._machine: Any = ahocorasick.Automaton()
        for whose, them in names.items():
            for name in them:
                if bare := " ".join(clean(name).text.casefold().split()):
                    self._machine.add_word(bare, (len(bare), WHOSE[whose]))
        self._any = bool(len(self._machine))
        if self._any:
            self._machine.make_automaton()

    def find(self, text: Cleaned, most: int) -> list[Found]:
        """Where those names stand first as whole words, the longest one at each place."""
        return list(islice(self._find(text), most)) if self._any else []

    def _find(self, text: Cleaned) -> Iterator[Found]:
        lower = text.text.lower().replace("\n", " ")
        if len(lower) != len(text.text):
            return
        for last, (length, kind) in self._machine.iter_long(lower):
            start, end = last + 1 - length, last + 1
            before, after = lower[start - 1 : start], lower[end : end + 1]
            if not (before.isalnum() or after.isalnum()):
                yield Found(
                    kind,
                    *text.span(start, end),
                    text.text[start:end],
                    "names",
                    kind != "name_self",
                )
