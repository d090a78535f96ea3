"""Names that an export's lists hold, found again in the middle of a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterable

_WORD = re.compile(r"[^\s'’.,:;!?()«»“”\"]+")
_GENITIVE = ("", "'s", "’s", "'", "’", "s")


class Names:
    """A set of names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names) - {""}
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._names:
            if word := _WORD.search(name):
                self._by_word[word[0]].append(name)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def within(self, sentence: str) -> str | None:
        """The one name that stands in *sentence*; of two that overlap, the longer one.

        None where there is none, or where there are two.
        """
        found: set[str] = set()
        end = 0
        for word in _WORD.finditer(sentence):
            if word.start() < end:
                continue
            first = word[0]
            named = [*self._by_word.get(first, ()), *self._by_word.get(first[:-1], ())]
            fitting = [name for name in named if _stands(name, sentence, word.start())]
            if fitting:
                longest = max(fitting, key=len)
                found.add(longest)
                end = word.start() + len(longest)
        return found.pop() if len(found) == 1 else None


def _stands(name: str, sentence: str, at: int) -> bool:
    """Whether *name* begins at *at*, and nothing but a genitive makes its last word longer."""
    if not sentence.startswith(name, at):
        return False
    rest = re.split(r"[\s.,:;!?()]", sentence[at + len(name) :], maxsplit=1)[0]
    return rest in _GENITIVE
