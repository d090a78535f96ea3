"""The counts of a partition by sorting packed keys: equal to the SQL's, row for row, and faster.

A *chain* is what a turn is counted in: two beings, one direction, one channel (for attention: any
channel). It is packed into one integer; rows are put in order of chain and time by sorting whole
integers, never rows.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parasocial.ties.thresholds import DAY

Keys = NDArray[np.uint64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]
_WEEK, _MONDAY = 7 * DAY, 3 * DAY
SECOND = 1_000_000
_WORD = 64


class Chains(NamedTuple):
    """One entry per chain, in its order.

    Attributes:
        key: The chain.
        acts: Its rows.
        turns: Its runs of rows less than the gap apart.
        days: UTC days on which it has a row.
        weeks: ISO weeks, likewise.
        first: Its earliest time, in microseconds.
        last: Its latest.
        again: Rows that repeat the time of the row before them.
    """

    key: Keys
    acts: Ints
    turns: Ints
    days: Ints
    weeks: Ints
    first: Ints
    last: Ints
    again: Ints


def ordered(chain: Keys, us: Ints) -> tuple[Keys, Ints]:
    """Rows in order of chain, then time.

    Where a chain and a time fit one word, one sort does it. Otherwise chains are sorted with the
    number of their row, and then times inside of so many chains at a time as fit.
    """
    low = int(us.min())
    times = us - low
    unit = 1 if (times % SECOND).any() else SECOND
    times //= unit
    time_bits = max(int(times.max()).bit_length(), 1)
    if int(chain.max()).bit_length() + time_bits <= _WORD:
        key = chain << np.uint64(time_bits)
        key |= times.view(np.uint64)
        key.sort()
        return key >> np.uint64(time_bits), _low_bits(key, time_bits) * unit + low
    row_bits = max(int(len(chain) - 1).bit_length(), 1)
    if int(chain.max()).bit_length() + row_bits > _WORD or time_bits >= _WORD:
        order = np.lexsort((us, chain))
        return chain[order], us[order]
    key = chain << np.uint64(row_bits)
    key |= np.arange(len(chain), dtype=np.uint64)
    key.sort()
    times = times[_low_bits(key, row_bits)]
    key >>= np.uint64(row_bits)
    _sort_within(_begins(key), times, time_bits)
    times *= unit
    times += low
    return key, times


def _low_bits(key: Keys, bits: int) -> Ints:
    return (key & np.uint64((1 << bits) - 1)).view(np.int64)


def _begins(key: Keys) -> Mask:
    """True where a value differs from the one before it."""
    new = np.empty(len(key), bool)
    new[0] = True
    np.not_equal(key[1:], key[:-1], out=new[1:])
    return new


def _sort_within(new: Mask, times: Ints, bits: int) -> None:
    """Sort *times* inside the runs that *new* begins, in place."""
    number = np.cumsum(new, dtype=np.uint64)
    start = np.flatnonzero(new)
    step = 1 << (_WORD - bits - 1)
    for at in range(0, len(start), step):
        end = start[at + step] if at + step < len(start) else len(times)
        part = slice(start[at], end)
        key = (number[part] - np.uint64(at + 1)) << np.uint64(bits)
        key |= times[part].view(np.uint64)
        key.sort()
        times[part] = _low_bits(key, bits)


def chains(chain: Keys, us: Ints, gap_us: int, *, days: bool = True, weeks: bool = True) -> Chains:
    """The chains of a partition; its *days* and *weeks* are counted only where they are wanted."""
    chain, us = ordered(chain, us)
    new = _begins(chain)
    start = np.flatnonzero(new)
    since = np.empty(len(us), np.int64)
    since[0] = 0
    np.subtract(us[1:], us[:-1], out=since[1:])

    def runs(begins: Mask) -> Ints:
        total = np.cumsum(begins, dtype=np.int64)
        return np.diff(total[start], append=total[-1] + 1)

    def changes(unit: int, zero: int) -> Ints:
        number = us + zero
        number //= unit
        return runs(new | _begins(number.view(np.uint64)))

    acts = np.diff(start, append=len(us))
    none = np.zeros(len(start), np.int64)
    return Chains(
        key=chain[start],
        acts=acts,
        turns=runs(new | (since >= gap_us)) if gap_us else acts,
        days=changes(DAY, 0) if days else none,
        weeks=changes(_WEEK, _MONDAY) if weeks else none,
        first=us[start],
        last=us[np.append(start[1:], len(us)) - 1],
        again=np.add.reduceat((since == 0) & ~new, start, dtype=np.int64),
    )
