"""Names that the person lists, found in their texts: no guessing who is a person."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from parasocial.oversharing.cleaning import Cleaned, clean
from parasocial.oversharing.flags import Flagger
from parasocial.oversharing.found import Found
from parasocial.oversharing.patterns import Pattern, Written

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
        bare = {
            " ".join(clean(name).text.casefold().split()): WHOSE[whose]
            for whose, them in names.items()
            for name in them
        }
        bare.pop("", None)
        for name, kind in bare.items():
            self._machine.add_word(name, (len(name), kind))
        self._any = bool(bare)
        if self._any:
            self._machine.make_automaton()
        written = Written("name_self", shape=list(map(re.escape, bare)))
        self._flagger = Flagger([Pattern("names", "any", written)])

    def flag(self, texts: Sequence[str]) -> Iterable[int]:
        """The places of texts in which names may stand."""
        return self._flagger.flag(texts)

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
