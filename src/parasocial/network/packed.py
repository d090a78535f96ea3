"""What is counted along rows in order: equal to the SQL's, and faster.

A *chain* is what a turn is counted in: two beings, one direction, one channel (for attention: any
channel), packed into one integer.
"""

from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Times = NDArray[Any]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]
_HALF_WORD = 32


class Rows(NamedTuple):
    """One entry per row, in order of chain, then time.

    Attributes:
        key: Its chain.
        time: Its time, as ``layout.Layout`` counts it.
    """

    key: Keys
    time: Times


class Chains(NamedTuple):
    """One entry per chain, in its order.

    Attributes:
        key: The chain.
        rows: Its rows.
        turns: Its runs of rows less than the gap apart; None where each row is one.
        first: Its earliest time.
        last: Its latest.
    """

    key: Keys
    rows: Ints
    turns: Ints | None
    first: Times
    last: Times

    def of(self, here: Mask) -> "Chains":
        """Some of them."""
        turns = None if self.turns is None else self.turns[here]
        return Chains(self.key[here], self.rows[here], turns, self.first[here], self.last[here])


def blocks(ordered: Keys, low_bits: int, rows: int) -> list[slice]:
    """Stretches of about so many *rows*, cut where what stands above the *low_bits* changes."""
    low = np.uint64(low_bits)
    cuts = {int(np.searchsorted(ordered, it >> low << low)) for it in ordered[::rows]}
    edges = [*sorted(cuts), len(ordered)]
    return [slice(*it) for it in pairwise(edges)]


def split(word: Keys, time_bits: int, time_type: str) -> Rows:
    """Rows, from one integer each: the chain above its time."""
    time = word & np.uint64((1 << time_bits) - 1)
    return Rows(word >> np.uint64(time_bits), time.astype(time_type))


def begins(values: NDArray[Any]) -> Mask:
    """True where a value differs from the one before it."""
    new = np.empty(len(values), bool)
    new[:1] = True
    np.not_equal(values[1:], values[:-1], out=new[1:])
    return new


def chains(rows: Rows, gap: int) -> Chains:
    """The chains of a partition; with a *gap* of 0 every row is a turn."""
    new = begins(rows.key)
    start = np.flatnonzero(new)
    end = np.append(start[1:], len(new))
    turns = None
    if gap:
        new[1:] |= rows.time[1:] - rows.time[:-1] >= gap
        total = np.cumsum(new, dtype=np.int64)
        turns = np.diff(total[start], append=total[-1] + 1)
    return Chains(rows.key[start], end - start, turns, rows.time[start], rows.time[end - 1])


def repeated(rows: Rows) -> Keys:
    """The chain of each row that repeats the row before it."""
    same = rows.time[1:] == rows.time[:-1]
    same &= rows.key[1:] == rows.key[:-1]
    again: Keys = rows.key[1:][same]
    return again


def periods(group: Ints, time: Times, length: int, groups: int) -> Ints:
    """In how many periods of that *length* each group has a row."""
    each = (group << _HALF_WORD) | (time // length).astype(np.int64)
    if (each[1:] < each[:-1]).any():
        each.sort()
    return np.bincount(each[begins(each)] >> _HALF_WORD, minlength=groups)
