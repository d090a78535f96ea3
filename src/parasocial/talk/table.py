"""A dictionary of numbers that looks up many at once, exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SPREAD = 0x9E3779B97F4A7C15
"""The golden ratio in 64 bits: a product with it spreads keys over its upper bits."""
_BITS = 16
"""Of a slot's number: few of the keys that we have share one."""


@dataclass(frozen=True, slots=True)
class Table:
    """Keys by their rows, and the row of a key.

    Attributes:
        keys: Unsigned 64-bit numbers; the first is 0, which is nobody's key.
        slots: Rows, each at the slot of its key or at the next one that was free; 0 where none is.
    """

    keys: "NDArray[np.uint64]"
    slots: "NDArray[np.uint16]"

    def rows(self, keys: "NDArray[np.uint64]") -> "NDArray[np.intp]":
        """The row of each of the *keys*; 0 where it is not here."""
        import numpy as np

        slots = _slots(keys)
        rows = self.slots.take(slots).astype(np.intp)
        left = np.flatnonzero((self.keys.take(rows) != keys) & (rows != 0))
        while left.size:
            slots[left] = (slots[left] + 1) % len(self.slots)
            rows[left] = self.slots[slots[left]]
            left = left[(self.keys[rows[left]] != keys[left]) & (rows[left] != 0)]
        return rows


def table(keys: "Sequence[int] | NDArray[np.uint64]") -> Table:
    """The table of *keys*, none of them twice and none 0: the row of the first is 1.

    >>> import numpy as np
    >>> table([7, 9]).rows(np.array([9, 8, 7], np.uint64)).tolist()
    [2, 0, 1]
    """
    import numpy as np

    if len(keys) >= 1 << _BITS:
        raise ValueError(f"{len(keys)} keys are too many")
    all_keys = np.append(np.uint64(0), np.array(keys, np.uint64))
    taken = np.zeros(1 << _BITS, np.uint16)
    slots, left = _slots(all_keys), np.arange(1, len(all_keys))
    while left.size:
        free = left[taken[slots[left]] == 0]
        taken[slots[free]] = free
        left = left[taken[slots[left]] != left]
        slots[left] = (slots[left] + 1) % len(taken)
    return Table(all_keys, taken)


def _slots(keys: "NDArray[np.uint64]") -> "NDArray[np.intp]":
    import numpy as np

    return (keys * np.uint64(SPREAD) >> np.uint64(64 - _BITS)).view(np.intp)
