"""Rows in order, and what is counted along them, worked by hand."""

import numpy as np
import pytest

from parasocial.network.packed import Rows, chains, periods, repeated, split

HOUR = 3_600


@pytest.mark.parametrize("time_type", ["uint32", "int64"])
def test_words_come_in_order_and_apart(time_type: str) -> None:
    dice = np.random.default_rng(5)
    chain = dice.integers(0, 1 << 33, 500, dtype=np.uint64).repeat(3)
    time = dice.integers(0, 1 << 31, 1500, dtype=np.uint64)
    order = np.lexsort((time, chain))
    rows = split(np.sort(chain << np.uint64(31) | time), 31, time_type)
    assert (rows.key == chain[order]).all()
    assert (rows.time == time[order]).all()
    assert rows.time.dtype == time_type


@pytest.mark.parametrize("time_type", ["uint32", "int64"])
def test_worked_by_hand(time_type: str) -> None:
    time = np.array([0, HOUR - 1, 2 * HOUR - 1, 24 * HOUR, 24 * HOUR, 5], time_type)
    rows = Rows(np.array([7, 7, 7, 7, 7, 9], np.uint64), time)
    of = chains(rows, HOUR)
    assert of.key.tolist() == [7, 9]
    assert of.rows.tolist() == [5, 1]
    assert of.turns.tolist() == [3, 1]  # exactly an hour apart starts another
    assert of.first.tolist() == [0, 5]
    assert of.last.tolist() == [24 * HOUR, 5]
    assert chains(rows, 0).turns is None
    assert repeated(rows).tolist() == [7]


def test_a_period_counts_once_for_a_group() -> None:
    group = np.array([0, 0, 0, 2, 2, 2])
    time = np.array(
        [1, 23, 24, 30, 60, 31], np.uint32
    )  # two chains of one group, one after another
    assert periods(group, time, 24, 4).tolist() == [2, 0, 2, 0]
    assert periods(group[:0], time[:0], 24, 2).tolist() == [0, 0]
