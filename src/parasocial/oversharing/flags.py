"""Which patterns flag which texts: shapes by letters, cues by words, each in one pass."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from parasocial.oversharing.cleaning import clean
from parasocial.oversharing.cues import THAI, spelled
from parasocial.oversharing.engine import Engine, fastest
from parasocial.oversharing.patterns import Pattern

LONG = 16_384
"""Characters from which a text is looked through by itself."""
BUFFER = 2**20
"""Characters that are looked through at once."""
_END = "\0"
_GLUE = re.compile(r"[^\w\x00-\x7f]+")
"""What parts words though it is no ASCII: signs, emoji, marks."""


def _table(words: bool) -> bytes:
    def one(code: int) -> int:
        if code == ord(_END):
            return ord("\n")
        plain = chr(code).isalnum() or chr(code) == "_" or code > 127  # noqa: PLR2004 - ASCII
        parts = not plain if words else code in b"\n\r\t\v\f"
        return ord(" ") if parts else code

    return bytes(map(one, range(256)))


_LETTERS, _WORDS = _table(words=False), _table(words=True)


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
                by_letters, by_words = _views([phrase])
                thai = bool(THAI.search(phrase))
                where = (letters, by_letters) if thai else (words, by_words)
                where[0][re.escape(where[1])].append(number)
        self._views = [(engine(list(them)), list(them.values())) for them in (letters, words)]

    def flag(self, texts: Sequence[str]) -> dict[int, list[int]]:
        """The flagged texts by their place, each with its patterns."""
        found: dict[int, set[int]] = defaultdict(set)
        for places in _together(texts):
            lines = _views([texts[place] for place in places])
            for (scan, owners), buffer in zip(self._views, lines, strict=True):
                for line, which in scan(buffer):
                    found[places[line]].update(owners[which])
        return {place: sorted(them) for place, them in sorted(found.items())}


def _together(texts: Sequence[str]) -> Iterator[list[int]]:
    """Places of texts to be looked through at once: plain ones apart, long ones alone."""
    sorts: tuple[list[int], list[int]] = [], []
    held = [0, 0]
    for place, text in enumerate(texts):
        size = len(text)
        if size >= LONG:
            yield [place]
            continue
        plain = text.isascii()
        sorts[plain].append(place)
        held[plain] += size
        if held[plain] >= BUFFER:
            yield sorts[plain].copy()
            sorts[plain].clear()
            held[plain] = 0
    yield from (places for places in sorts if places)


def _views(texts: Sequence[str]) -> tuple[bytes, bytes]:
    """Texts by letters and by words, a line each."""
    joined = _END.join(texts)
    if joined.count(_END) >= len(texts):
        joined = _END.join(text.replace(_END, " ") for text in texts)
    if joined.isascii():
        plain = joined.encode().lower()
        letters, words = plain, plain
    else:
        whole = _END.join(clean(text).text.lower() for text in joined.split(_END))
        letters = whole.encode("utf-8", "replace")
        words = _GLUE.sub(" ", whole).encode("utf-8", "replace")
    words = b" " + words.translate(_WORDS).replace(b"\n", b" \n ") + b" "
    while b"  " in words:
        words = words.replace(b"  ", b" ")
    return letters.translate(_LETTERS), words
