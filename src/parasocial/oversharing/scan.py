"""Texts in, findings out: one pass that flags, then a close look at what was flagged."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from parasocial.oversharing.checks import passes
from parasocial.oversharing.cleaning import Cleaned, clean
from parasocial.oversharing.flags import Flagger
from parasocial.oversharing.found import Found, apart
from parasocial.oversharing.names import Listed
from parasocial.oversharing.patterns import BACK, Pattern, patterns

WINDOW = 256
"""Most characters that an expression sees at once."""
MOST = 200
"""Most findings of one text; a text with more is no post."""
_BACK, _STEP = 96, 128
_QUOTED = re.compile(r'"[^"\n]{1,200}"')
_FLAT = str.maketrans("\n\r\t\v\f", " " * 5)
_DIGIT = re.compile(r"\d")


class Scanner:
    """The patterns, compiled once. Its ``scan`` is a pure function of texts.

    Args:
        names: Names to look for beside the patterns.
    """

    def __init__(self, names: Listed | None = None) -> None:
        self.patterns = patterns()
        numbered = tuple(enumerate(self.patterns))
        self._back = frozenset(at for at, it in numbered if it.kind in BACK)
        self._digit = frozenset(at for at, it in numbered if it.written.digit)
        self.flagger = _flagger()
        self._names = names

    def scan(self, texts: Sequence[str]) -> list[list[Found]]:
        """What each text gives away, in the order of its words."""
        found: list[list[Found]] = [[] for _ in texts]
        for place, which in self.flagger.flag(texts).items():
            text = texts[place]
            idle = self._back if _DIGIT.search(text) else self._back | self._digit
            if not idle.issuperset(which):
                found[place] = self.look(clean(text), [self.patterns[at] for at in which])
        if self._names:
            for place, text in enumerate(texts):
                if named := self._names.find(clean(text)):
                    found[place] = apart([*named, *found[place]])
        return found

    def look(self, text: Cleaned, which: Sequence[Pattern]) -> list[Found]:
        """What those patterns take from one text."""
        found: list[Found] = []
        digits = bool(_DIGIT.search(text.text))
        back = [it for it in which if it.kind in BACK]
        for pattern in which:
            if pattern.kind in BACK or (pattern.written.digit and not digits):
                continue
            for start, end in windows(text.text, pattern):
                found += self._take(text, pattern, start, end, back)
                if len(found) > MOST:
                    break
        return apart(found)[:MOST]

    def _take(
        self, text: Cleaned, pattern: Pattern, start: int, end: int, back: Sequence[Pattern]
    ) -> Iterator[Found]:
        window = text.text[start:end]
        if pattern.beside and not pattern.beside.search(window):
            return
        for match in pattern.take.finditer(window):
            group = next((name for name, it in match.groupdict().items() if it), None)
            if group is None:
                continue
            value = match[group].rstrip(" .,;:-\n")
            if not value or not passes(pattern.written.check, value, window):
                continue
            low = match.start(group)
            if _taken_back(pattern, window, low, low + len(value), back):
                continue
            span = text.span(start + low, start + low + len(value))
            yield Found(pattern.kind, *span, value, pattern.name, pattern.written.other)


def _taken_back(
    pattern: Pattern, window: str, low: int, high: int, back: Sequence[Pattern]
) -> bool:
    """Whether the words around a value say that it is no disclosure of one's own."""
    around = f"{window[:low]} | {window[high:]}"
    said = {it.kind for it in back if it.cue.search(around)}
    if pattern.kind == "phone" and "public" in said:
        return True
    if pattern.kind == "address" and "business" in said and "own" not in said:
        return True
    if pattern.written.stands:
        return False
    return "unless" in said or any(
        it.start() < low and high < it.end() for it in _QUOTED.finditer(window)
    )


def windows(text: str, pattern: Pattern) -> Iterator[tuple[int, int]]:
    """The stretches to look at: the whole text where it is short, else around each cue."""
    if len(text) <= WINDOW:
        yield 0, len(text)
        return
    covered = -1
    # Line ends are spaces to shapes; to cues they are all the same.
    for cue in pattern.cue.finditer(text.translate(_FLAT)):
        if cue.start() < covered:
            continue
        start = max(cue.start() - _BACK, 0)
        yield start, start + WINDOW
        covered = start + _STEP


@lru_cache(maxsize=1)
def _flagger() -> Flagger:
    return Flagger(patterns())
