"""Which cells of a table are withheld so that nobody can be told from a small group.

A number from 1 to k - 1 is *small*, and withheld. As totals are known, it could still be had by
subtraction: so more cells of its line go, the smallest first, until what is withheld adds up to
twice k or more. Twice, because whoever knows this rule knows that a cell which was not small has k
or more: with a sum of k and one, the small one would be one.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

K = 5
"""People, or messages where only these are counted, below which a number is withheld."""
Cell = TypeVar("Cell", bound=Hashable)


def small(number: float | None, k: int = K) -> bool:
    """Whether a number stands for a few.

    >>> small(4), small(0), small(5)
    (True, False, False)
    """
    return number is not None and 0 < round(number) < k


def withheld_rows(rows: Sequence[Sequence[int]], k: int = K) -> frozenset[int]:
    """The places of the rows of one table that are withheld; its columns have known totals.

    >>> sorted(withheld_rows([[1], [7], [30], [12]]))
    [0, 1, 3]
    """
    return frozenset(withheld(dict(enumerate(rows)), [range(len(rows))], k=k))


def withheld(
    numbers: Mapping[Cell, Sequence[int]],
    lines: Iterable[Sequence[Cell]],
    also: Iterable[Cell] = (),
    k: int = K,
) -> set[Cell]:
    """The cells that are withheld.

    Args:
        numbers: Of each cell, one or several, none below 0; it is withheld if any is small.
        lines: Cells whose numbers add up to something that is known.
        also: Cells that are withheld in any case.
        k: Below which a number is small.
    """
    every = [list(line) for line in lines]
    gone = {cell for cell, them in numbers.items() if any(small(it, k) for it in them)}
    gone.update(also)
    before = -1
    while before != len(gone):
        before = len(gone)
        for line in every:
            _cover(numbers, line, gone, k)
    return gone


def _cover(
    numbers: Mapping[Cell, Sequence[int]], line: Sequence[Cell], gone: set[Cell], k: int
) -> None:
    """Withholds more of a line until what is withheld in it cannot be had by subtraction."""
    left = sorted(
        (cell for cell in line if cell not in gone and any(numbers[cell])),
        key=lambda cell: sum(numbers[cell]),
        reverse=True,
    )
    hidden = [cell for cell in line if cell in gone]
    while left and hidden and _low([numbers[cell] for cell in hidden], k):
        hidden.append(left.pop())
        gone.add(hidden[-1])


def _low(hidden: list[Sequence[int]], k: int) -> bool:
    """Whether a single cell is hidden, or a column of those hidden adds up to too little."""
    if len(hidden) == 1:
        return any(hidden[0])
    return any(0 < sum(column) < 2 * k for column in zip(*hidden, strict=True))
