"""Many interactions of one shape at once, as columns: for files of a million like lines.

What a record means is still said by its declaration's ``meaning``. A declaration may add a way to
say the same of many plain records together, which the loop prefers where it can.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from msgspec.structs import replace

from parasocial.schema import END, Account, Interaction

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[np.int64]
    """Whole numbers, ``NO_NUMBER`` where there is none."""
    Places: TypeAlias = NDArray[np.int32]
    """Places in a list, ``NOWHERE`` where there is none."""

NO_NUMBER: Final = -(2**63)
NOWHERE: Final = -1
"""The place of what has none."""
TEXTS: Final = frozenset({"actor", "target", "item", "reply_to", "group", "text"})
"""Fields that are texts: a column of them may be numbers nonetheless, each then its digits."""


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
    def joined(parts: "Sequence[Later]", block: str) -> "Later":
        """One column of several that are made alike, of all their texts in one *block*."""
        counts = [it.block.count(END) + 1 for it in parts]
        starts = accumulate(counts, initial=0)
        none = [start + at for start, it in zip(starts, parts, strict=False) for at in it.none]
        return Later(parts[0].make, block, none)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A column of texts of which there are few.

    Attributes:
        texts: Each once, and maybe more that no cell holds.
        places: Where among them each cell's stands; ``NOWHERE`` where it has none.
    """

    texts: Sequence[str]
    places: "Places"

    def made(self) -> "NDArray[np.object_]":
        """The texts, cell by cell."""
        import numpy as np

        texts = np.array([*self.texts, None], np.object_)
        return texts[self.places]

    @staticmethod
    def joined(parts: "Sequence[Drawn]") -> "Drawn":
        """One column of several; what they draw from, once where it is the same."""
        import numpy as np

        texts: list[str] = []
        starts: dict[int, int] = {}
        for it in parts:
            if id(it.texts) not in starts:
                starts[id(it.texts)] = len(texts)
                texts += it.texts
        below = [np.where(it.places < 0, NOWHERE, it.places + starts[id(it.texts)]) for it in parts]
        return Drawn(texts, np.concatenate(below))


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
    more: "Mapping[str, Sequence[Any] | Numbers | Drawn | Later]" = field(default_factory=dict)
    also: "Columns | None" = None

    def __len__(self) -> int:
        return len(self.us)

    @property
    def shape(self) -> tuple[Any, ...]:
        """What those have in common that can stand one below the other."""
        return (self.like, *self.more)

    @property
    def letters(self) -> int:
        """How long the texts are of which columns are made later: mostly one block for all."""
        return max((len(it.block) for it in self.more.values() if isinstance(it, Later)), default=0)

    def made(self, name: str) -> "Sequence[Any] | NDArray[Any]":
        """One of the other fields."""
        column = self.more[name]
        return column.made() if isinstance(column, Drawn | Later) else column

    def rows(self) -> Iterator[Interaction]:
        """The same interactions, one by one."""
        columns = {"us": self.us, **{name: self.made(name) for name in self.more}}
        for row in zip(*(_cells(*it) for it in columns.items()), strict=True):
            yield replace(self.like, **dict(zip(columns, row, strict=True)))


def joined(alike: Sequence[Columns]) -> Columns:
    """Columns of one shape, one below the other; what is ``also`` stands apart."""
    import numpy as np

    first, *others = alike
    if not others:
        return first
    blocks: dict[tuple[int, ...], str] = {}  # columns that are made of the same texts share them

    def below(name: str) -> Any:
        parts: list[Any] = [it.more[name] for it in alike]
        if isinstance(parts[0], Drawn):
            return Drawn.joined(parts)
        if isinstance(parts[0], Later):
            of = tuple(id(it.block) for it in parts)
            if of not in blocks:
                blocks[of] = END.join(it.block for it in parts)
            return Later.joined(parts, blocks[of])
        return np.concatenate(parts) if isinstance(parts[0], np.ndarray) else [*chain(*parts)]

    us = np.concatenate([it.us for it in alike])
    return Columns(first.like, us, {it: below(it) for it in first.more})


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


def _cells(name: str, column: "Sequence[Any] | NDArray[Any]") -> Sequence[Any]:
    if isinstance(column, Sequence) or column.dtype == object:
        return [*column]
    told = (None if it == NO_NUMBER else it for it in column.tolist())
    return [it if it is None or name not in TEXTS else str(it) for it in told]
