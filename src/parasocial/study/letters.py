"""Which columns of a table lie above which: letters, as tables of surveys print them.

A column's letter stands in the cell that is higher. The test is the design's own: the difference
of two columns over its standard error, strata, clusters and calibration included. Weighted counts
taken as if they were people call three times too many differences at 5 % (17 in a hundred).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from string import ascii_uppercase
from typing import Literal

import numpy as np

from parasocial.study.field import Floats
from parasocial.study.tails import normal_both, t_both

Adjust = Literal["bh", "bonferroni", "none"]
LEVEL = 0.05
LEAST = 30
FEW = 100


@dataclass(frozen=True, slots=True)
class Rules:
    """How columns are tested: conventions of ours.

    Attributes:
        adjust: For many tests of one table: ``bh`` (Benjamini & Hochberg 1995), ``bonferroni``,
            ``none``.
        level: Below which p a letter is printed.
        least: Columns with fewer respondents are not tested.
    """

    adjust: Adjust = "bh"
    level: float = LEVEL
    least: int = LEAST


def letter(place: int) -> str:
    """The letter of a column: A to Z, then AA.

    >>> [letter(it) for it in (0, 25, 26)]
    ['A', 'Z', 'AA']
    """
    before, here = divmod(place, len(ascii_uppercase))
    return (letter(before - 1) if before else "") + ascii_uppercase[here]


def mark(base: float) -> str:
    """``**`` under 30 respondents (not tested), ``*`` under 100, else nothing.

    >>> mark(29), mark(30), mark(100)
    ('**', '*', '')
    """
    return "**" if base < LEAST else "*" if base < FEW else ""


def p_values(share: Floats, apart: Floats, bases: Floats, degrees: int, least: int) -> Floats:
    """Two-sided p of every pair of columns: answers by columns by columns; NaN where not tested.

    Args:
        share: Columns by answers.
        apart: Answers by columns by columns, their covariances.
        bases: Respondents of each column.
        degrees: Of freedom.
        least: Fewer are not tested.
    """
    spread = np.diagonal(apart, axis1=1, axis2=2)
    variance = spread[:, :, None] + spread[:, None, :] - 2 * apart
    difference = share.T[:, :, None] - share.T[:, None, :]
    tested = (bases >= least)[:, None] & (bases >= least)[None, :]
    told = tested & (variance > 0) & np.isfinite(difference) & (degrees > 0)
    p = np.full(difference.shape, np.nan)
    first, second = np.triu_indices(len(bases), 1)
    pair = np.zeros_like(tested)
    pair[first, second] = True
    told &= pair
    p[told] = t_both(difference[told] / np.sqrt(variance[told]), max(degrees, 1))
    both: Floats = np.fmax(p, p.transpose(0, 2, 1))
    return both


def adjusted(p: Floats, adjust: Adjust = "bh") -> Floats:
    """*p* for the number of tests, NaN left out; as R's ``p.adjust``.

    >>> adjusted(np.array([0.01, 0.02, 0.5]), "bonferroni").tolist()
    [0.03, 0.06, 1.0]
    """
    flat = np.ravel(p)
    told = np.flatnonzero(np.isfinite(flat))
    found = flat.copy()
    if adjust == "none" or not told.size:
        return found.reshape(np.shape(p))
    if adjust == "bonferroni":
        found[told] = np.minimum(flat[told] * told.size, 1)
    else:
        order = told[np.argsort(-flat[told], kind="stable")]
        rank = np.arange(told.size, 0, -1)
        found[order] = np.minimum.accumulate(np.minimum(flat[order] * told.size / rank, 1))
    return found.reshape(np.shape(p))


def letters(
    share: Floats, p: Floats, names: Sequence[str], testing: Rules | None = None
) -> list[list[str]]:
    """What each cell says: the letters of the columns that lie below it, by column and answer.

    Definition: t = (p_d - p_e) / √(V_d + V_e - 2 C_de) with the design's degrees of freedom,
    adjusted over all answers and pairs of one question in one row of columns.

    Unit: letters of columns. NULL: no letter where one of the two has fewer than 30 people, or
    where nothing varies. Threshold: .05 and 30, arguments. Source: Benjamini & Hochberg 1995; R's
    ``svycontrast`` and ``p.adjust``.

    Args:
        share: Columns by answers.
        p: Answers by columns by columns, each pair twice, not yet adjusted.
        names: The letter of each column.
        testing: The conventions; a family of tests is one question in one row of columns.
    """
    how = testing or Rules()
    first, second = np.triu_indices(p.shape[1], 1)
    once = adjusted(p[:, first, second], how.adjust)
    found = [["" for _ in range(share.shape[1])] for _ in names]
    for answer, pair in zip(*np.nonzero(once < how.level), strict=True):
        one, other = int(first[pair]), int(second[pair])
        if share[one, answer] < share[other, answer]:
            one, other = other, one
        found[one][answer] += names[other]
    return [["".join(sorted(cell)) for cell in column] for column in found]


def effective_z(one: float, base: float, other: float, other_base: float) -> float:
    """Z of two shares where only a printed table is left, with effective bases (Kish 1965).

    >>> round(effective_z(0.5, 100, 0.4, 100), 3)
    1.421
    """
    pooled = (one * base + other * other_base) / (base + other_base)
    return (one - other) / sqrt(pooled * (1 - pooled) * (1 / base + 1 / other_base))


def effective_p(one: float, base: float, other: float, other_base: float) -> float:
    """The two-sided p of `effective_z`."""
    return float(normal_both(np.array([effective_z(one, base, other, other_base)]))[0])
