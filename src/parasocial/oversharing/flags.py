"""Which patterns flag which texts: shapes by letters, cues by words, each in one pass."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from operator import and_, not_
from typing import TYPE_CHECKING

from parasocial.oversharing.cues import THAI, spelled
from parasocial.oversharing.engine import Engine, Scan, fastest, lines_of
from parasocial.oversharing.patterns import BACK, Pattern
from parasocial.oversharing.views import views

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONG = 512
"""Characters from which a text is looked through by itself."""
BATCH = 10_000
"""Texts that are looked through at once."""
_ALONE, _WITH_DIGIT, _NEVER = range(3)
"""When an expression is reason enough to look at a text."""


class Flagger:
    """The cues and shapes of all patterns, compiled.

    By letters, lower case, stand shapes and the cues of Thai, which has no spaces. By words, with
    one space around each and nothing else, stand all other cues: each is then a plain string, and
    engines find plain strings fastest.
    """

    def __init__(self, patterns: Sequence[Pattern], engine: Engine = fastest) -> None:
        letters: dict[bytes, list[int]] = defaultdict(list)
        words: dict[bytes, list[int]] = defaultdict(list)
        for number, pattern in enumerate(patterns):
            for shape in pattern.written.shape:
                letters[shape.encode()].append(number)
            for phrase in (it for cue in pattern.written.cue for it in spelled(cue)):
                by_letters, by_words = views([phrase])
                if THAI.search(phrase):
                    letters[re.escape(by_letters)].append(number)
                else:
                    words[re.escape(by_words)].append(number)
        need = [_need(it) for it in patterns]
        self._views = [_View(engine(list(them)), them.values(), need) for them in (letters, words)]

    def flag(self, texts: Sequence[str]) -> dict[int, list[int]]:
        """The texts that a pattern may take something from, by place, each with its patterns.

        Patterns that take nothing themselves are no reason to look at a text, and those that need
        a digit are none where no digit stands.
        """
        found: dict[int, list[int]] = {}
        for places in _together(texts):
            buffers = views([texts[place] for place in places])
            for line, which in self._lines(buffers, len(places)):
                found[places[line]] = which
        return dict(sorted(found.items()))

    def _lines(self, buffers: tuple[bytes, bytes], number: int) -> Iterator[tuple[int, list[int]]]:
        import numpy as np

        seen = [(view, *view.scan(it)) for view, it in zip(self._views, buffers, strict=True)]
        digit = _with_digit(buffers[0], number)
        wanted = np.zeros(number, np.bool_)
        for view, lines, which in seen:
            wanted[lines[view.need[which] <= digit[lines]]] = True
        patterns: dict[int, set[int]] = defaultdict(set)
        for view, lines, which in seen:
            kept = wanted[lines]
            for line, it in zip(lines[kept].tolist(), which[kept].tolist(), strict=True):
                patterns[line].update(view.owners[it])
        return ((line, sorted(them)) for line, them in patterns.items())


class _View:
    """The expressions of one view: their scan, whose they are, when they are reason to look."""

    def __init__(self, scan: Scan, owners: Iterable[list[int]], need: Sequence[int]) -> None:
        import numpy as np

        self.scan = scan
        self.owners = list(owners)
        self.need = np.array([min(need[it] for it in them) for them in self.owners], np.int64)


def _need(it: Pattern) -> int:
    if it.kind in BACK:
        return _NEVER
    return _WITH_DIGIT if it.written.digit else _ALONE


def _with_digit(letters: bytes, number: int) -> "NDArray[np.int64]":
    """For each line whether it holds a digit, as 1 or 0."""
    import numpy as np

    digits = np.frombuffer(letters, np.uint8) - np.uint8(ord("0")) < len("0123456789")
    found = np.zeros(number, np.int64)
    found[lines_of(letters, np.flatnonzero(digits))] = 1
    return found


def _together(texts: Sequence[str]) -> Iterator[Sequence[int]]:
    """Places of texts to be looked through at once: plain ones apart, long ones alone."""
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        short = [len(text) < LONG for text in batch]
        yield from ([start + place] for place in compress(count(), map(not_, short)))
        plain = list(map(str.isascii, batch))
        for sort in (plain, map(not_, plain)):
            wanted = map(and_, short, sort)
            if places := list(compress(range(start, start + len(batch)), wanted)):
                yield places
