"""Texts in, findings out: one pass that flags, then a close look at what was flagged."""

import re
from collections import defaultdict
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
        for place, them in self.given(texts).items():
            found[place] = them
        return found

    def given(self, texts: Sequence[str]) -> dict[int, Sequence[Found]]:
        """The same by the place of each text that was looked at; all others give nothing away."""
        found: dict[int, Sequence[Found]] = {}
        short: dict[int, Sequence[int]] = {}
        for place, which in self.flagger.flag(texts).items():
            if len(texts[place]) > PIECE:
                found[place] = self._long(texts[place])
            else:
                short[place] = which
        looked = self.look([clean(texts[place]) for place in short], list(short.values()))
        found.update(zip(short, looked, strict=True))
        if self._names:
            for place in self._names.flag(texts):
                named = self._names.find(clean(texts[place]), MOST)
                found[place] = apart([*named, *found.get(place, ())])[:MOST]
        return found

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
                [there] = self.look([clean(text[start:end])], [which])
                found += (it.moved(start) for it in there)
        return apart(found)[:MOST]

    def look(self, texts: Sequence[Cleaned], which: Sequence[Sequence[int]]) -> list[list[Found]]:
        """What each text's patterns take from it, patterns named by their places.

        Pattern by pattern, not text by text: expressions are large, and run faster while a
        processor's cache holds them.
        """
        looks = [_Look(it) for it in texts]
        by_pattern: dict[int, list[_Look]] = defaultdict(list)
        for it, them in zip(looks, which, strict=True):
            for at in them:
                by_pattern[at].append(it)
        taking = [at for at in sorted(by_pattern) if not self.patterns[at].takes_back]
        for at in by_pattern.keys() - taking:
            for it in by_pattern[at]:
                it.back.append(self.patterns[at])
        for at in taking:
            _take(self.patterns[at], by_pattern[at])
        return [apart(it.found)[:MOST] for it in looks]


class _Look:
    """A text that is looked at, what takes findings back in it, and what has been found so far."""

    __slots__ = ("back", "found", "text")

    def __init__(self, text: Cleaned) -> None:
        self.text = text
        self.back: list[Pattern] = []
        self.found: list[Found] = []


def _take(pattern: Pattern, looks: Iterable[_Look]) -> None:
    """What one pattern takes from texts."""
    beside, take = pattern.beside, pattern.take
    for look in looks:
        words = look.text.text
        for start, end in windows(words, pattern):
            window = words[start:end]
            if beside and not beside.search(window):
                continue
            for match in take.finditer(window):
                if it := _found(pattern, match, start, look):
                    look.found.append(it)
            if len(look.found) > MOST:
                break


def _found(pattern: Pattern, match: re.Match[str], start: int, look: _Look) -> Found | None:
    """What one match gives away, in a window that begins at *start*."""
    for group in pattern.groups:
        if match[group]:
            break
    else:
        return None
    value = match[group].rstrip(" .,;:-\n")
    if not value or not passes(pattern.written.check, value, match.string):
        return None
    low = match.start(group)
    if _taken_back(pattern, match.string, low, low + len(value), look.back):
        return None
    span = look.text.span(start + low, start + low + len(value))
    return Found(pattern.kind, *span, value, pattern.name, pattern.written.other)


def _taken_back(
    pattern: Pattern, window: str, low: int, high: int, back: Sequence[Pattern]
) -> bool:
    """Whether the words around a value say that it is no disclosure of one's own."""
    if not back and '"' not in window:
        return False
    around = f"{window[:low]} | {window[high:]}"

    def said(what: str) -> bool:
        return any(it.kind == what and it.cue.search(around) for it in back)

    if pattern.kind == "phone" and said("public"):
        return True
    if pattern.kind == "address" and said("business") and not said("own"):
        return True
    if pattern.written.stands:
        return False
    return said("unless") or (
        '"' in window
        and any(it.start() < low and high < it.end() for it in _QUOTED.finditer(window))
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
