"""Sorting packed keys against sorting rows."""

import numpy as np
import pytest

from parasocial.network.packed import chains, ordered


@pytest.mark.parametrize(
    ("chain_bits", "span", "unit"),
    [
        (20, 10**8, 1_000_000),  # one word holds both
        (38, 10**14, 1),  # chains with row numbers, then times
        (60, 10**14, 1),  # too wide for either
        (3, 50, 1),
    ],
)
def test_rows_come_in_order(chain_bits: int, span: int, unit: int) -> None:
    dice = np.random.default_rng(chain_bits)
    chain = dice.integers(0, 1 << min(chain_bits, 8), 3000, dtype=np.uint64)
    chain = (chain << np.uint64(max(chain_bits - 8, 0))) | (chain & np.uint64(1))
    us = dice.integers(0, span, 3000) * unit - 10**9
    order = np.lexsort((us, chain))
    found = ordered(chain.copy(), us.copy())
    assert (found[0] == chain[order]).all()
    assert (found[1] == us[order]).all()


def test_many_short_chains_of_fine_times() -> None:
    dice = np.random.default_rng(5)
    chain = dice.integers(0, 1 << 40, 5000, dtype=np.uint64)
    us = dice.integers(0, 1 << 58, 5000)  # so that few chains at a time fit
    order = np.lexsort((us, chain))
    assert (ordered(chain, us)[1] == us[order]).all()


def test_worked_by_hand() -> None:
    hour = 3_600_000_000
    us = np.array([0, hour - 1, 2 * hour - 1, 24 * hour, 24 * hour, 5])
    of = chains(np.array([7, 7, 7, 7, 7, 9], np.uint64), us, hour)
    assert of.key.tolist() == [7, 9]
    assert of.acts.tolist() == [5, 1]
    assert of.turns.tolist() == [3, 1]  # exactly an hour apart starts another
    assert of.days.tolist() == [2, 1]
    assert of.weeks.tolist() == [1, 1]
    assert of.first.tolist() == [0, 5]
    assert of.last.tolist() == [24 * hour, 5]
    assert of.again.tolist() == [1, 0]
