"""Weighted sums by group."""

import numpy as np

from parasocial.study.field import Floats, Ints


def sums(keys: Ints, weight: Floats | None, groups: int) -> Floats:
    """Σ *weight* by group; how many where it is None.

    Args:
        keys: The group of each, from 0.
        weight: One per entry.
        groups: How many groups there are.
    """
    return np.bincount(keys, weight, groups).astype(np.float64, copy=False)


def columns_summed(keys: Ints, table: Floats, groups: int) -> Floats:
    """The same for every column of *table*: groups by columns."""
    return np.stack([sums(keys, it, groups) for it in table.T], axis=1)
