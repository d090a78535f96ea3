"""The whole table of a question by columns as one distribution, with its covariance matrix."""

from typing import NamedTuple

import numpy as np

from parasocial.study.banner import Plan
from parasocial.study.design import covariance
from parasocial.study.field import Codes, Floats, Ints
from parasocial.study.sums import columns_summed, sums


class Crossed(NamedTuple):
    """Shares of all who stand in a column and gave an answer.

    Attributes:
        share: Columns by answers; they sum to 1.
        covariance: Of its cells with each other, in the order of ``share.ravel()``.
        people: Respondents, those of weight 0 left out.
    """

    share: Floats
    covariance: Floats
    people: int


def crossed(plan: Plan, codes: Codes, answers: int) -> Crossed | None:
    """The table of *codes* by the columns of *plan*; None where nobody is in it.

    Who gave the same answer in the same column, stratum and cell of calibration has the same
    score, so the matrix needs sums over such people and no more.
    """
    weight = plan.design.weight
    weight, cells = plan.design.weight, plan.columns * answers
    told = (codes >= 0) & (plan.column >= 0)
    cell = np.where(told, plan.column * answers + codes, cells)
    whole = sums(cell, weight, cells + 1)[:-1]
    base = float(whole.sum())
    if base <= 0:
        return None
    share = whole / base
    if plan.design.psu is None:
        matrix = _of_people(plan, cell, share, base)
    else:
        scores = np.vstack([np.eye(cells) - share, np.zeros(cells)]) / base
        matrix = covariance(plan.design, scores[cell])
    people = int((told & (weight > 0)).sum())
    return Crossed(share.reshape(plan.columns, answers), matrix, people)


def _of_people(plan: Plan, cell: Ints, share: Floats, base: float) -> Floats:
    """The matrix where people were drawn one by one, from Σw and Σw² by side and cell."""
    design = plan.design
    size = len(plan.side_stratum), len(share) + 1
    key = plan.side * size[1] + cell

    def summed(weight: Floats) -> Floats:
        return sums(key, weight, size[0] * size[1]).reshape(size)[:, :-1]

    w, w2 = summed(design.weight), summed(plan.squares)
    heavy = plan.factor[:, None]
    by_cell, all_told = (heavy * w2).sum(axis=0), float((heavy * w2).sum())
    crossed_once = np.outer(by_cell, share)
    found = np.diag(by_cell) - crossed_once - crossed_once.T + all_told * np.outer(share, share)
    found /= base**2
    linear = (w - w.sum(axis=1, keepdims=True) * share) / base
    if design.calibration:
        q = summed(design.calibration.q)
        scores = (q - q.sum(axis=1, keepdims=True) * share) / base
        of_cell = columns_summed(plan.side_cell, scores, len(design.calibration.x))
        fit = design.calibration.explained(of_cell)[plan.side_cell]
        mixed = (heavy * (w2 - w2.sum(axis=1, keepdims=True) * share) / base).T @ fit
        found += fit.T @ (heavy * plan.side_sums[1][:, None] * fit) - mixed - mixed.T
        linear = linear - plan.side_sums[0][:, None] * fit
    totals = columns_summed(plan.side_stratum, linear, design.strata)
    shrunk = totals * plan.shrink[:, None]
    found -= shrunk.T @ shrunk
    return found
