"""Texts as the word lists see them: words in lower case, and no sign between them.

A text becomes its words with one space around each, ``^`` before the first and ``$`` after the
last. Many texts become one block of bytes, in which ``^`` stands between any two of them.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from parasocial.talk.lists import THAI, signs

MOST = 20_000
"""Characters that are looked at."""
EDGE = b"^"
"""The word between two texts of a block; no text holds it."""
ASKED, SIGNED, COLON = b"\1", b"\2", b"\3"
"""What stands in a block for a question mark, a sign that takes a look at the text, and a colon."""
_VIETNAMESE = re.compile("[ăđơư\u1ea0-\u1ef9]")
_END = "\0"
_LARGE = 1 << 20
"""Characters of a block from which each text of it is cut."""


class Block(NamedTuple):
    """Many texts as bytes (UTF-8): words parted by what is no more than a space.

    Attributes:
        thai: Texts in which Thai letters stand without spaces, bare, by their places.
        vietnamese: Places of texts with letters that only Vietnamese has.
    """

    bytes: bytes
    thai: dict[int, str]
    vietnamese: list[int]


def bare(text: str) -> str:
    """The words of *text*, as the machine sees them.

    >>> bare("It's PART 2!!")
    ' ^ it s part 2 $ '
    """
    return _bare(text if text.isascii() else _letters(text))


def inside(texts: Sequence[str]) -> list[str]:
    """The words of each of many texts, which hold nothing that ends one.

    >>> inside(["It's ON", "no"])
    ['it s on', 'no']
    """
    plain = _letters(_END.join(texts)).translate(_SPACES)
    return [" ".join(it.split()) for it in plain.split(_END)]


def is_vietnamese(text: str) -> bool:
    """Whether a bare text has letters that only Vietnamese has."""
    return not text.isascii() and _VIETNAMESE.search(text) is not None


def block(texts: Sequence[str]) -> Block:
    r"""Many texts at once; of each as much as ``MOST`` at least, in half as many bytes at least.

    >>> block(["It's ON?", "No"]).bytes.strip()
    b'^ it s on\x01 ^ no ^'
    """
    joined = _joined(texts)
    if len(joined) > _LARGE or joined.count(_END) > len(texts) + 1:
        texts = [it[:MOST].replace(_END, " ") for it in texts]
        joined = _joined(texts)
    thai: dict[int, str] = {}
    vietnamese: list[int] = []
    if not joined.isascii():
        plain = iter(_letters_of_each([it for it in texts if not it.isascii()]))
        texts = [it if it.isascii() else next(plain) for it in texts]
        odd = [(place, it) for place, it in enumerate(texts) if not it.isascii()]
        thai = {place: _bare(it) for place, it in odd if THAI.search(it)}
        vietnamese = [place for place, it in odd if _VIETNAMESE.search(it)]
        joined = _joined(texts)
    return Block(joined.encode().translate(_TOGETHER), thai, vietnamese)


def _bare(plain: str) -> str:
    return f" ^ {' '.join(plain.encode().translate(_ALONE).decode().split())} $ "


def _joined(texts: Sequence[str]) -> str:
    return f" {_END} ".join(("", *texts, ""))


def _letters(text: str) -> str:
    """A text in lower case, its signs as spaces; those of ASCII stay."""
    return unicodedata.normalize("NFC", text).lower().translate(_LETTERS)


def _letters_of_each(texts: Sequence[str]) -> list[str]:
    """The letters of many texts, which repeat words: of these the same one is looked at once."""
    words = f" {_END} ".join(texts).split(" ")
    every = list(set(words) - {_END})
    plain = dict(zip(every, _letters(_END.join(every)).split(_END), strict=True)) | {_END: _END}
    return " ".join(map(plain.__getitem__, words)).split(f" {_END} ")


class _Letters(dict[int, int | str]):
    """What a character is: itself, a space, or a sign of ASCII like it; filled as they come."""

    def __missing__(self, code: int) -> int | str:
        kept: int | str = ord(" ")
        if chr(code) in signs():
            kept = f" {chr(code)} "
        elif code < _ASCII or unicodedata.category(chr(code))[0] in "LMN":
            kept = code
        self[code] = kept
        return kept


_ASCII = 128
_LETTERS = _Letters(str.maketrans("\uff1f\uff20\u201c\u00ab", '?@""'))
_ALONE = bytes(
    it if it >= _ASCII else ord(chr(it).lower()) if chr(it).isalnum() else ord(" ")
    for it in range(256)
)
_SPACES = {code: kept for code, kept in enumerate(_ALONE[:_ASCII]) if code}
_CODES = {_END: EDGE, "?": ASKED, "@": SIGNED, '"': SIGNED, ":": COLON}
_TOGETHER = b"".join(_CODES.get(chr(it), _ALONE[it : it + 1]) for it in range(256))
