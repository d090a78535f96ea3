"""Weighted sums by group."""

import numpy as np

from parasocial.study.field import Floats, Ints


def sums(keys: Ints, weight: Floats, groups: int) -> Floats:
    """Σ *weight* by group.

    Args:
        keys: The group of each, from 0.
        weight: One per entry.
        groups: How many groups there are.
    """
    return np.bincount(keys, weight, groups).astype(np.float64, copy=False)


def columns_summed(keys: Ints, table: Floats, groups: int) -> Floats:
    """The same for every column of *table*, in one pass: groups by columns."""
    wide = table.shape[1]
    flat = (keys[:, None] * wide + np.arange(wide)).ravel()
    return sums(flat, np.ascontiguousarray(table).ravel(), groups * wide).reshape(groups, wide)
