"""Texts as the engines see them: many at once, as bytes, a line each."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from parasocial.oversharing.cleaning import HIDDEN, MARKS, clean, even

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]

_END = "\0"
_KNOWN = 0x20000
"""Code points above this one are rare signs: each is taken for one that parts words."""
_GONE = "\U0001fffe"  # never a character
_PARTS = re.compile(r"[^\w\x00-\x7f]")
_HALVES = re.compile("[\ud800-\udfff]")
_BREAKS = b"\n\r\t\v\f"


def views(texts: Sequence[str]) -> tuple[bytes, bytes]:
    r"""Texts by letters and by words, lower case, cleaned, a line each.

    By words every text begins and ends with a space, and has one space wherever something stands
    that is no letter, digit or underscore.

    >>> views(["So—this!", "IS it"])
    (b'so-this! \n is it', b' so this \n is it ')
    """
    # Spaces around the ends of lines do no harm by letters, and are needed by words.
    joined = f" {_END} ".join(texts)
    if joined.count(_END) >= len(texts):
        joined = f" {_END} ".join(text.replace(_END, " ") for text in texts)
    if joined.isascii():
        letters = words = joined.encode().lower()
    else:
        letters, words = _beyond_ascii(clean(joined).text if MARKS.search(joined) else joined)
    words = b" " + words.translate(_bytes(words=True)) + b" "
    return letters.translate(_bytes(words=False)), _one_space(words)


def _one_space(words: bytes) -> bytes:
    import numpy as np

    letters = np.frombuffer(words, np.uint8)
    space = letters == ord(" ")
    space[1:] &= space[:-1].copy()
    space[0] = False
    return bytes(letters[~space])


def _beyond_ascii(joined: str) -> tuple[bytes, bytes]:
    import numpy as np

    lower, parts = _tables()
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    letters = lower[np.minimum(codes, _KNOWN - 1)]
    letters = letters[letters != ord(_GONE)]
    return _encoded(letters), _encoded(parts[letters])


def _encoded(codes: "Codes") -> bytes:
    return str(codes.tobytes(), "utf-32-le").encode()


@lru_cache(maxsize=1)
def _tables() -> "tuple[Codes, Codes]":
    """Each code point cleaned and lower; and each as it is, or a space where it parts words."""
    import numpy as np

    every = "".join(map(chr, range(_KNOWN))).translate(even()).replace("\u0130", "I")
    text = _HALVES.sub("?", HIDDEN.sub(_GONE, every))
    lower = np.frombuffer(text.lower().encode("utf-32-le"), np.uint32)
    parts = np.frombuffer(_PARTS.sub(" ", text).encode("utf-32-le"), np.uint32)
    return lower, parts


@lru_cache(maxsize=2)
def _bytes(*, words: bool) -> bytes:
    def one(code: int) -> int:
        if code == ord(_END):
            return ord("\n")
        plain = chr(code).isalnum() or chr(code) == "_" or code > 127  # noqa: PLR2004 - ASCII
        return ord(" ") if (not plain if words else code in _BREAKS) else code

    return bytes(map(one, range(256)))
