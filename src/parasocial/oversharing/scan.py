"""Texts in, findings out: one pass that flags, then a close look at what was flagged."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from parasocial.oversharing.checks import passes
from parasocial.oversharing.cleaning import Cleaned, clean
from parasocial.oversharing.flags import Flagger
from parasocial.oversharing.found import Found, apart
from parasocial.oversharing.names import Listed
from parasocial.oversharing.patterns import Pattern, patterns

WINDOW = 256
"""Most characters that an expression sees at once."""
PIECE = 1024
"""Most characters of a text that are flagged at once; a longer one is looked through in pieces."""
MOST = 200
"""Most findings of one text; a text with more is no post."""
WORK = 20_000
"""Windows of one text after which no further piece of it is looked at, all patterns together."""
_BACK, _STEP = 96, 128
_BATCH = 64
_QUOTED = re.compile(r'"[^"\n]{1,200}"')
_FLAT = str.maketrans("\n\r\t\v\f", " " * 5)
_DIGIT = re.compile("[0-9]")


class Scanner:
    """The patterns, compiled once. Its ``scan`` is a pure function of texts.

    Args:
        names: Names to look for beside the patterns.
    """

    def __init__(self, names: Listed | None = None) -> None:
        self.patterns = patterns()
        self.flagger = _flagger()
        self._names = names

    def scan(self, texts: Sequence[str]) -> list[Sequence[Found]]:
        """What each text gives away, in the order of its words."""
        found: list[Sequence[Found]] = [()] * len(texts)
        for place, which in self.flagger.flag(texts).items():
            text = texts[place]
            found[place] = self._long(text) if len(text) > PIECE else self._short(text, which)
        if self._names:
            for place, text in enumerate(texts):
                if named := self._names.find(clean(text), MOST):
                    found[place] = apart([*named, *found[place]])[:MOST]
        return found

    def _short(self, text: str, which: Sequence[int]) -> list[Found]:
        return self.look(clean(text), [self.patterns[at] for at in which])

    def _long(self, text: str) -> list[Found]:
        """What a long text gives away, until there is too much of it or too much to look at."""
        found: list[Found] = []
        work = 0
        cuts = pieces(text)
        while batch := list(islice(cuts, _BATCH)):
            flagged = self.flagger.flag([text[start:end] for start, end in batch])
            for place, which in flagged.items():
                if work > WORK or len(found) > MOST:
                    return apart(found)[:MOST]
                start, end = batch[place]
                work += len(which) * (1 + (end - start) // _STEP)
                found += (it.moved(start) for it in self._short(text[start:end], which))
        return apart(found)[:MOST]

    def look(self, text: Cleaned, which: Sequence[Pattern]) -> list[Found]:
        """What those patterns take from one text."""
        found: list[Found] = []
        digits = bool(_DIGIT.search(text.text))
        back = [it for it in which if it.takes_back]
        for pattern in which:
            if pattern.takes_back or (pattern.written.digit and not digits):
                continue
            for start, end in windows(text.text, pattern):
                found += _taken(text, pattern, start, end, back)
                if len(found) > MOST:
                    break
        return apart(found)[:MOST]


def _taken(
    text: Cleaned, pattern: Pattern, start: int, end: int, back: Sequence[Pattern]
) -> list[Found]:
    """What one pattern takes from a window."""
    window = text.text[start:end]
    if pattern.beside and not pattern.beside.search(window):
        return []
    found: list[Found] = []
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
        found.append(Found(pattern.kind, *span, value, pattern.name, pattern.written.other))
    return found


def _taken_back(
    pattern: Pattern, window: str, low: int, high: int, back: Sequence[Pattern]
) -> bool:
    """Whether the words around a value say that it is no disclosure of one's own."""
    around = f"{window[:low]} | {window[high:]}" if back else ""
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


def windows(text: str, pattern: Pattern) -> Iterable[tuple[int, int]]:
    """The stretches to look at: the whole text where it is short, else around each cue."""
    return ((0, len(text)),) if len(text) <= WINDOW else _around_cues(text, pattern)


def _around_cues(text: str, pattern: Pattern) -> Iterator[tuple[int, int]]:
    covered = -1
    # Line ends are spaces to shapes; to cues they are all the same.
    for cue in pattern.cue.finditer(text.translate(_FLAT)):
        if cue.start() < covered:
            continue
        start = max(cue.start() - _BACK, 0)
        yield start, start + WINDOW
        covered = start + _STEP


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a long text, each beginning at a space and a window before the last one's end.

    >>> list(pieces("so " * 500))
    [(0, 1024), (767, 1500)]
    """
    start, end = 0, PIECE
    while True:
        yield start, min(end, len(text))
        if end >= len(text):
            return
        start = end - WINDOW
        if (space := text.rfind(" ", start - WINDOW // 2, start + 1)) > 0:
            start = space
        end = start + PIECE


@lru_cache(maxsize=1)
def _flagger() -> Flagger:
    return Flagger(patterns())
