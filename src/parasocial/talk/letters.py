"""Texts as the word lists see them: words in lower case, and no sign between them.

A text becomes its words with one space around each, ``^`` before the first and ``$`` after the
last. Many texts become one block of bytes, in which ``^`` stands between any two of them.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from parasocial.schema import END
from parasocial.talk.lists import THAI, signs
from parasocial.talk.texts import Texts

MOST = 20_000
"""Characters that are looked at."""
EDGE = b"^"
"""The word between two texts of a block; no text holds it."""
ASKED, SIGNED, COLON = b"\1", b"\2", b"\3"
"""What stands in a block for a question mark, a sign that takes a look at the text, and a colon."""
_VIETNAMESE = re.compile("[ăđơư\u1ea0-\u1ef9]")


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
    plain = _letters(END.join(texts)).translate(_SPACES)
    return [" ".join(it.split()) for it in plain.split(END)]


def is_vietnamese(text: str) -> bool:
    """Whether a bare text has letters that only Vietnamese has."""
    return not text.isascii() and _VIETNAMESE.search(text) is not None


def block(texts: Texts) -> Block:
    r"""Many texts at once; of each as much as ``MOST`` at least, in half as many bytes at least.

    >>> block(Texts("It's ON?\0No")).bytes
    b'^it s on\x01^no^'
    """
    odd = _odd(texts)
    if not odd:
        return Block(texts.bytes.translate(_TOGETHER), {}, [])
    plain = _letters_of_each([it[:MOST] for it in texts.at(odd)])
    there = [*zip(odd, plain, strict=True)]
    return Block(
        _with(plain, odd, texts).translate(_TOGETHER),
        {place: _bare(it) for place, it in there if THAI.search(it)},
        [place for place, it in there if is_vietnamese(it)],
    )


def _odd(texts: Texts) -> list[int]:
    """The places of those that are not all ASCII, or longer than what is looked at."""
    import numpy as np

    is_odd = texts.sizes > MOST
    if not texts.block.isascii():
        seen = np.frombuffer(texts.bytes, np.uint8)
        is_odd |= np.maximum.reduceat(seen, texts.edges[:-1]) >= _ASCII
    return np.flatnonzero(is_odd).tolist()


def _with(others: Sequence[str], places: Sequence[int], texts: Texts) -> bytes:
    """Texts as bytes, with *others* at some places."""
    starts, ends = texts.edges[places].tolist(), texts.edges[1:][places].tolist()
    kept = [
        texts.bytes[end : start + 1]
        for end, start in zip([0, *ends], [*starts, len(texts.bytes)], strict=True)
    ]
    put = [*(it.encode() for it in others), b""]
    return b"".join(it for pair in zip(kept, put, strict=True) for it in pair)


def _bare(plain: str) -> str:
    return f" ^ {' '.join(plain.encode().translate(_ALONE).decode().split())} $ "


def _letters(text: str) -> str:
    """A text in lower case, its signs as spaces; those of ASCII stay."""
    return unicodedata.normalize("NFC", text).lower().translate(_LETTERS)


def _letters_of_each(texts: Sequence[str]) -> list[str]:
    """The letters of many texts, which repeat words: of these the same one is looked at once."""
    words = f" {END} ".join(texts).split(" ")
    every = list(set(words) - {END})
    plain = dict(zip(every, _letters(END.join(every)).split(END), strict=True)) | {END: END}
    return " ".join(map(plain.__getitem__, words)).split(f" {END} ")


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
_CODES = {END: EDGE, "?": ASKED, "@": SIGNED, '"': SIGNED, ":": COLON}
_TOGETHER = b"".join(_CODES.get(chr(it), _ALONE[it : it + 1]) for it in range(256))
