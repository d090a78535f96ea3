"""Weighted means of numbers in each column, with design-based standard errors."""

from dataclasses import dataclass

import numpy as np

from parasocial.study.banner import Plan
from parasocial.study.design import covariance
from parasocial.study.field import Floats
from parasocial.study.sums import sums


@dataclass(frozen=True, slots=True, eq=False)
class Means:
    """One number in every column.

    Attributes:
        mean: By column; NaN in an empty one.
        error: The standard error of each.
        counts: Respondents with a number, those of weight 0 left out.
        base: Σ weights.
        apart: The covariance of the columns with each other.
    """

    mean: Floats
    error: Floats
    counts: Floats
    base: Floats
    apart: Floats


def means(plan: Plan, values: Floats) -> Means:
    """The mean of *values* in every column of *plan*.

    Definition: m_d = Σ w y 1[column d] / Σ w 1[column d], scores 1[column d] (y - m_d) / W_d.

    Unit: that of *values*. NULL: NaN in *values* is no number, in the answer an empty column.
    Source: linearised variance as in `design`; R's ``svyby(~y, ~column, design, svymean)``.
    """
    told = np.isfinite(values) & (plan.column >= 0)
    column = np.where(told, plan.column, plan.columns)
    number = np.where(told, values, 0.0)
    weight = plan.design.weight
    base = sums(column, weight, plan.columns + 1)[:-1]
    there = np.where(base > 0, base, np.nan)
    mean = sums(column, weight * number, plan.columns + 1)[:-1] / there
    scores = np.zeros((len(values), plan.columns))
    rows = np.flatnonzero(told & (weight > 0))
    at = plan.column[rows]
    scores[rows, at] = (number[rows] - mean[at]) / base[at]
    apart = covariance(plan.design, scores)
    error = np.where(base > 0, np.sqrt(np.maximum(np.diag(apart), 0)), np.nan)
    counts = sums(column, (weight > 0).astype(float), plan.columns + 1)[:-1]
    return Means(mean, error, counts, base, apart)
