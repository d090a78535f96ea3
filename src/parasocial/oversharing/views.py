"""Texts as the engines see them: many at once, a line each, a byte for every character."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from parasocial.oversharing.cleaning import HIDDEN, MARKS, clean, even
from parasocial.oversharing.engine import Lines

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]

_END = "\0"
_BLOCK = 1_000  # texts whose code points a processor's cache holds
_KNOWN = 0x20000
"""Code points above this one are rare signs: each is taken for one that parts words."""
_NONE = 0x1FFFE  # never a character: one that is left out
_MARKS = slice(0x300, 0x370)  # accents that stand apart
_WORD = re.compile(r"\w")
_HALVES = re.compile("[\ud800-\udfff]")
_BREAKS = "\n\r\t\v\f\x1c\x1d\x1e\x1f\x85"
_FREE = (*range(0x01, 0x09), *range(0x0E, 0x20), *range(0x41, 0x5B), *range(0x80, 0xFE))
"""Bytes that no character of ASCII needs where all is lower case and controls are signs."""
_APART, _GONE = 0xFE, 0xFF
"""The bytes of an accent that stands apart, and of a character that nobody sees."""


class Alphabet:
    """A byte for every character, cleaned and lower case.

    Characters that expressions name have one of their own, while there are any; all other letters
    share one, and so do all other signs. What is seen in a text is therefore at least what is
    there.

    Args:
        named: Every character that expressions name.
    """

    def __init__(self, named: str) -> None:
        import numpy as np

        lower, letter = _lower()
        other, sign, *free = _FREE
        table = np.where(letter, np.uint8(other), np.uint8(sign))
        table[0x20:0x80] = range(0x20, 0x80)
        letters = [*np.flatnonzero(letter[:0x80]).tolist(), other]
        for code in np.unique(lower.take(_codes(named), mode="clip")).tolist():
            if 0x80 <= code < _NONE and free:  # noqa: PLR2004 - beyond ASCII
                table[code] = free.pop()
                letters += [int(table[code])] * bool(letter[code])
        table[_NONE] = _GONE
        table[_MARKS] = _APART
        table[_codes(_BREAKS)] = ord(" ")
        table[ord(_END)] = ord("\n")
        self._bytes = table[lower]
        self._words = bytes(it if it in (*letters, ord("\n")) else ord(" ") for it in range(256))

    def spelled(self, expression: str) -> bytes:
        """An expression in these bytes."""
        return bytes(self._encoded(expression))

    def views(self, texts: Sequence[str]) -> tuple[Lines, Lines]:
        r"""Texts by letters and by words, a line each.

        By words every text begins and ends with a space, and has one space wherever something
        stands that is no letter, digit or underscore.

        >>> [it.buffer for it in Alphabet("").views(["So: this!", "IS it"])]
        [b'so: this! \n is it', b' so this \n is it ']
        """
        # Spaces around the ends of lines do no harm by letters, and are needed by words.
        blocks = (texts[at : at + _BLOCK] for at in range(0, len(texts), _BLOCK))
        letters = Lines(b" \n ".join(self._letters(f" {_END} ".join(it)) for it in blocks))
        if len(letters.breaks) >= len(texts):
            letters = Lines(self._letters(f" {_END} ".join(it.replace(_END, " ") for it in texts)))
        return self.both(letters)

    def both(self, letters: Lines) -> tuple[Lines, Lines]:
        """Lines by letters, and beside them by words."""
        return letters, Lines(_one_space(b" " + letters.buffer.translate(self._words) + b" "))

    def _letters(self, joined: str) -> bytes:
        import numpy as np

        found = self._encoded(joined)
        if not len(found) or found.max() < _APART:
            return bytes(found)
        if np.any(found == _APART):
            found = self._encoded(_END.join(map(_composed, joined.split(_END))))
        return bytes(found[found != _GONE])

    def _encoded(self, text: str) -> "NDArray[np.uint8]":
        found: NDArray[np.uint8] = self._bytes.take(_codes(text), mode="clip")
        return found


def _composed(text: str) -> str:
    return clean(text).text if MARKS.search(text) else text


def _codes(text: str) -> "Codes":
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _one_space(words: bytes) -> bytes:
    import numpy as np

    letters = np.frombuffer(words, np.uint8)
    space = letters == ord(" ")
    kept = np.ones(len(letters), np.bool_)
    np.logical_and(space[1:], space[:-1], out=kept[1:])
    np.logical_not(kept[1:], out=kept[1:])
    return bytes(letters[kept])


@lru_cache(maxsize=1)
def _lower() -> "tuple[Codes, NDArray[np.bool_]]":
    """Each code point cleaned and lower, and whether each is a letter, a digit or an underscore."""
    import numpy as np

    every = "".join(map(chr, range(_KNOWN)))
    digits = {ord(it): str(unicodedata.decimal(it)) for it in every if it.isdecimal()}
    every = every.translate(even() | digits).replace("\u0130", "I")
    text = _HALVES.sub("?", HIDDEN.sub(chr(_NONE), every)).lower()
    letter = np.zeros(_KNOWN, np.bool_)
    letter[[it.start() for it in _WORD.finditer("".join(map(chr, range(_KNOWN))))]] = True
    return _codes(text), letter
