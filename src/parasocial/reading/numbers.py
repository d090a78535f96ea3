"""Columns of numbers, made of many texts at once."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from parasocial.reading.columns import NO_NUMBER
from parasocial.schema import END

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from parasocial.reading.columns import Numbers

LIKE = len("2026-10-31T23:59:53.711Z")
"""How many letters a time has that can be read together with others."""
_ASCII_SPACES = ((ord("\t"), ord("\r")), (ord("\x1c"), ord(" ")))
"""The first and the last of each run of them."""
_LAST_ASCII = 0x7F
_LAST_SPACE = 0x3000
_DIGITS = len(str(-NO_NUMBER))
_TEN = 10
_LINE_END = (ord("\n") - ord("0")) % 256


def numbers(cells: Sequence[int | None]) -> "Numbers":
    """A column of whole numbers.

    Raises:
        ValueError: One of them is too large, or means that there is none.
    """
    import numpy as np

    try:
        found = np.array([NO_NUMBER if it is None else it for it in cells], np.int64)
    except OverflowError:
        raise ValueError("a number too large") from None
    if NO_NUMBER in cells:
        raise ValueError("a number that means none")
    return found


def numbers_in(texts: Sequence[str], each: int = 1) -> "Numbers":
    """Whole numbers that are written in digits, mostly in equally many, times *each*.

    Raises:
        ValueError: One of them is none, or too large.
    """
    import numpy as np

    width = len(texts[0]) if texts else 0
    # Their width first: a power of as many digits as a file can hold takes minutes.
    if 0 < width <= _DIGITS and 10**width * each < -NO_NUMBER:
        lines = np.frombuffer("\n".join((*texts, "")).encode(), np.uint8)
        if len(lines) == len(texts) * (width + 1):
            digits = lines.reshape(-1, width + 1) - np.uint8(ord("0"))
            if (digits[:, :width] < _TEN).all() and (digits[:, width] == _LINE_END).all():
                found: Numbers = digits[:, :width] @ 10 ** np.arange(width - 1, -1, -1) * each
                return found
    return numbers([int(it) * each for it in texts])


def micros_of(times: Sequence[str]) -> "Numbers":
    """ISO times in UTC to the millisecond, each ``LIKE`` letters long, as microseconds.

    Raises:
        ValueError: One of them is written otherwise, or is no time.
    """
    import numpy as np

    written = np.frombuffer("".join(times).encode(), f"S{LIKE}").reshape(len(times))
    letters = written.view(np.uint8).reshape(-1, LIKE)
    if not (letters[:, LIKE - 1] == ord("Z")).all():
        raise ValueError("a time in another zone")
    return written.astype(f"S{LIKE - 1}").astype("M8[us]").astype(np.int64)


def words_in(block: str) -> "Numbers":
    """How many words each text has, as ``str.split`` has them, of texts with ``END`` between them.

    >>> words_in(END.join(["good morning", ""])).tolist() == [2, NO_NUMBER]
    True
    """
    import numpy as np

    letters: NDArray[Any]
    if block.isascii():
        letters = np.frombuffer(block.encode(), np.uint8)
    else:
        letters = np.frombuffer(block.encode("utf-32-le", "surrogatepass"), np.uint32)
    is_end = letters == ord(END)
    between = is_end | _are_spaces(letters)
    counted = ~between
    counted[1:] &= between[:-1]
    counted |= is_end
    first_letters_and_ends = np.flatnonzero(counted)
    ends = np.flatnonzero(is_end.take(first_letters_and_ends))
    found = np.diff(ends, prepend=-1, append=len(first_letters_and_ends)) - 1
    found[found == 0] = NO_NUMBER
    return found


def _are_spaces(letters: "NDArray[Any]") -> "NDArray[np.bool_]":
    """Which characters are spaces: those that are not ASCII are looked up."""
    import numpy as np

    found: NDArray[np.bool_] = np.zeros(len(letters), np.bool_)
    for first, last in _ASCII_SPACES:
        found |= letters - letters.dtype.type(first) <= last - first
    if letters.dtype != np.uint8:
        others = np.flatnonzero(letters > _LAST_ASCII)
        found[others] = _spaces()[np.minimum(letters[others], _LAST_SPACE + 1)]
    return found


@cache
def _spaces() -> "NDArray[np.bool_]":
    """Which characters are spaces, by code."""
    import numpy as np

    return np.array([chr(it).isspace() for it in range(_LAST_SPACE + 2)])
