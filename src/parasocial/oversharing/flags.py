"""Which patterns flag which texts: shapes by letters, cues by words, many texts in one pass."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from parasocial.oversharing.cues import THAI, spelled
from parasocial.oversharing.engine import Engine, Lines, fastest
from parasocial.oversharing.patterns import Pattern, Written
from parasocial.oversharing.views import Alphabet

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Seen = tuple[Numbers, Numbers]
    """Lines, and beside each the number of a pattern that flags it; some more than once."""

LONG = 512
"""Characters from which a text is looked through by itself."""
BATCH = 8_000
"""Texts that are looked through at once."""


class Flagger:
    """The cues and shapes of all patterns, compiled.

    Few texts hold a reason to look at them. So all are asked for patterns that are one, those with
    a digit for patterns that need one, and only those that hold a reason for what else a pattern
    needs, and for patterns that take back what others find.
    """

    def __init__(self, patterns: Sequence[Pattern], engine: Engine = fastest) -> None:
        import numpy as np

        alone: dict[int, Pattern] = {}
        with_digit: dict[int, Pattern] = {}
        back: dict[int, Pattern] = {}
        for number, it in enumerate(patterns):
            group = back if it.takes_back else with_digit if it.written.digit else alone
            group[number] = it
        self._number = len(patterns)
        self._alphabet = Alphabet("".join(map(_named, patterns)))
        self._alone, self._with_digit, self._back = (
            _Group(it, self._alphabet, engine) for it in (alone, with_digit, back)
        )
        self._needy = np.array([bool(it.written.needs) for it in patterns], np.bool_)
        needs = {
            number: Pattern(it.name, it.language, Written(it.kind, shape=it.written.needs))
            for number, it in enumerate(patterns)
            if it.written.needs
        }
        self._needs = _Group(needs, self._alphabet, engine)

    def flag(self, texts: Sequence[str]) -> dict[int, list[int]]:
        """The texts that a pattern may take something from, by place, each with its patterns.

        Patterns that take nothing themselves are no reason to look at a text; those that need a
        digit are left out where no digit stands.
        """
        found: dict[int, list[int]] = {}
        for start in range(0, len(texts), BATCH):
            block = texts[start : start + BATCH]
            found.update(self._flag(block, range(start, start + len(block))))
        return dict(sorted(found.items()))

    def _flag(self, texts: Sequence[str], places: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        import numpy as np

        both = self._alphabet.views(texts)
        # A line has a space at either end.
        if len(texts) > 1 and both[0].longest >= LONG + 2:
            for several in _apart(texts):
                yield from self._flag([texts[it] for it in several], [places[it] for it in several])
            return
        lines, patterns = self._seen(both)
        starts = [*np.flatnonzero(np.diff(lines, prepend=-1)).tolist(), len(lines)]
        which = patterns.tolist()
        for start, end in pairwise(starts):
            yield places[int(lines[start])], which[start:end]

    def _seen(self, both: Sequence[Lines]) -> "Seen":
        """What is seen in lines that hold a reason to look, each once and in order."""
        import numpy as np

        digits = _with_digit(both[0])
        at, which = self._alone.seen(both)
        line, also = self._with_digit.seen(self._only(both, digits))
        at, which = np.append(at, digits[line]), np.append(which, also)
        lines = np.unique(at)
        few = self._only(both, lines)
        found = self._table(len(lines), (np.searchsorted(lines, at), which))
        found &= self._table(len(lines), self._needs.seen(few)) | ~self._needy
        reason = found.any(axis=1, keepdims=True)
        found |= self._table(len(lines), self._back.seen(few))
        at, which = np.nonzero(found & reason)
        return lines[at], which

    def _only(self, both: Sequence[Lines], those: "Numbers") -> Sequence[Lines]:
        letters = both[0].only(those)
        return both if letters is both[0] else self._alphabet.both(letters)

    def _table(self, lines: int, seen: "Seen") -> "NDArray[np.bool_]":
        """Whether each pattern is seen in each of so many lines."""
        import numpy as np

        found = np.zeros((lines, self._number), np.bool_)
        found[seen] = True
        return found


class _Group:
    """Some of the patterns, and a scan of each view for their expressions.

    By letters stand shapes and the cues of Thai, which has no spaces. By words, with one space
    around each and nothing else, stand all other cues: each is then a plain string, and engines
    find plain strings fastest.
    """

    def __init__(self, patterns: Mapping[int, Pattern], by: Alphabet, engine: Engine) -> None:
        import numpy as np

        letters = [(by.spelled(it), at) for at, one in patterns.items() for it in one.written.shape]
        words: list[tuple[bytes, int]] = []
        cues = [(phrase, at) for at, one in patterns.items() for phrase in _phrases(one)]
        views = by.views([phrase for phrase, _ in cues])
        seen = zip(cues, *(it.buffer.split(b"\n") for it in views), strict=bool(cues))
        for (phrase, at), by_letters, by_words in seen:
            if THAI.search(phrase):
                letters.append((re.escape(by_letters.strip()), at))
            else:
                words.append((re.escape(by_words), at))
        self._views = [
            (engine([it for it, _ in them]), np.array([at for _, at in them], np.int64))
            for them in map(list, map(dict.fromkeys, (letters, words)))
        ]

    def seen(self, both: Sequence[Lines]) -> "Seen":
        """What stands in the lines of both views."""
        import numpy as np

        seen = [scan(lines) for lines, (scan, _) in zip(both, self._views, strict=True)]
        which = [whose[them] for (_, them), (_, whose) in zip(seen, self._views, strict=True)]
        return np.concatenate([at for at, _ in seen]), np.concatenate(which)


def _phrases(it: Pattern) -> list[str]:
    return [phrase for cue in it.written.cue for phrase in spelled(cue)]


def _named(it: Pattern) -> str:
    """Every character that a pattern names."""
    return "".join((*it.written.cue, *it.written.shape, *it.written.needs))


def _with_digit(letters: Lines) -> "Numbers":
    """The lines that hold a digit."""
    import numpy as np

    digit = np.frombuffer(letters.buffer, np.uint8) - np.uint8(ord("0")) < np.uint8(10)
    found = np.zeros(len(letters.breaks) + 1, np.bool_)
    found[letters.of(np.flatnonzero(digit))] = True
    return np.flatnonzero(found)


def _apart(texts: Sequence[str]) -> Iterator[list[int]]:
    """The places of short texts together, and of each long one by itself."""
    short = [place for place, text in enumerate(texts) if len(text) < LONG]
    if short:
        yield short
    yield from ([place] for place, text in enumerate(texts) if len(text) >= LONG)
