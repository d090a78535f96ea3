"""Many interactions of one shape at once, as columns: for files of a million like lines.

What a record means is still said by its declaration's ``meaning``. A declaration may add a way to
say the same of many plain records together, which the loop prefers where it can.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from msgspec.structs import replace

from parasocial.schema import Account, Interaction

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[np.int64]
    """Whole numbers, ``NO_NUMBER`` where there is none."""

LIKE = len("2026-10-31T23:59:53.711Z")
"""How many letters a time has that can be read together with others."""
NO_NUMBER: Final = -(2**63)
TEXTS: Final = frozenset({"actor", "target", "item", "reply_to", "group", "text"})
"""Fields that are texts: a column of them may be numbers nonetheless, each then its digits."""
END: Final = "\0"
"""What stands between texts that go together; a text that holds it goes alone."""
_ASCII_SPACES = ((ord("\t"), ord("\r")), (ord("\x1c"), ord(" ")))
"""The first and the last of each run of them."""
_LAST_ASCII = 0x7F
_LAST_SPACE = 0x3000
_DIGITS = len(str(-NO_NUMBER))


@dataclass(frozen=True, slots=True)
class Later:
    """A column of numbers that is made of texts, where and when it is asked for.

    Attributes:
        make: Texts with ``END`` between them to a number of each.
        block: The texts.
        none: Places that have no number, in their order.
    """

    make: "Callable[[str], Numbers]"
    block: str
    none: Sequence[int] = ()

    def made(self) -> "Numbers":
        """The numbers."""
        found = self.make(self.block)
        found[[*self.none]] = NO_NUMBER
        return found

    @staticmethod
    def joined(parts: "Sequence[Later]") -> "Later":
        """One column of several that are made alike: many texts together take less time."""
        counts = [it.block.count(END) + 1 for it in parts]
        starts = accumulate(counts, initial=0)
        none = [start + at for start, it in zip(starts, parts, strict=False) for at in it.none]
        return Later(parts[0].make, END.join(it.block for it in parts), none)


@dataclass(frozen=True, slots=True)
class Columns:
    """Interactions that share everything but the fields that have a column.

    Attributes:
        like: What all share; of a field that has a column it says nothing.
        us: When each was, microseconds since the epoch, UTC.
        more: Other fields in which they differ, by name; never channel, addressed or form.
        also: What some of the same records say besides, of another kind.
    """

    like: Interaction
    us: "Numbers"
    more: "Mapping[str, Sequence[Any] | Numbers | Later]" = field(default_factory=dict)
    also: "Columns | None" = None

    def __len__(self) -> int:
        return len(self.us)

    @property
    def letters(self) -> int:
        """How long the texts are of which columns are made later, mostly all of the same."""
        return max((len(it.block) for it in self.more.values() if isinstance(it, Later)), default=0)

    def made(self, name: str) -> "Sequence[Any] | Numbers":
        """One of the other fields."""
        column = self.more[name]
        return column.made() if isinstance(column, Later) else column

    def rows(self) -> Iterator[Interaction]:
        """The same interactions, one by one."""
        columns = {"us": self.us, **{name: self.made(name) for name in self.more}}
        for row in zip(*(_cells(*it) for it in columns.items()), strict=True):
            yield replace(self.like, **dict(zip(columns, row, strict=True)))


@dataclass(frozen=True, slots=True)
class Plain:
    """What the plain ones of some records say, in columns, and the rest of the records.

    Attributes:
        columns: One interaction for each plain record.
        accounts: Whom the same records name.
    """

    columns: Sequence[Columns]
    rest: Sequence[Any]
    accounts: Sequence[Account] = ()


Many: TypeAlias = Callable[[Sequence[Any]], Plain]
"""Records to what the plain ones among them say. It may remember what it saw."""


def _cells(name: str, column: "Sequence[Any] | Numbers") -> Sequence[Any]:
    if isinstance(column, Sequence):
        return column
    told = (None if it == NO_NUMBER else it for it in column.tolist())
    return [it if it is None or name not in TEXTS else str(it) for it in told]


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
    whole = "".join(texts).encode()
    alike = whole.isdigit() and {*map(len, texts)} == {width}
    # Their width first: a power of as many digits as a file can hold takes minutes.
    if not alike or width > _DIGITS or 10**width * each >= -NO_NUMBER:
        return numbers([int(it) * each for it in texts])
    digits = np.frombuffer(whole, np.uint8).reshape(-1, width) - np.uint8(ord("0"))
    found: Numbers = digits @ 10 ** np.arange(width - 1, -1, -1) * each
    return found


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
