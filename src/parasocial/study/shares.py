"""Weighted shares of each answer in each column, and what is made of them, with standard errors.

The variance of a share needs no respondent, only Σw and Σw² of each group and answer: the score of
a respondent in column d is (1[answer] - p) / W_d, the same for all who gave the same answer. So a
question costs three passes over its answers, and calibration adds one. Where clusters were drawn,
the sums are taken by cluster.
"""

from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np

from parasocial.study.banner import Plan
from parasocial.study.design import centre, cluster_stratum
from parasocial.study.field import Codes, Floats, Ints
from parasocial.study.sums import columns_summed
from parasocial.study.sums import sums as by_key

_DIGITS = 1e-13


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """One question in every column.

    Attributes:
        share: Columns by answers, 0 to 1, then what was asked of them besides; NaN in an empty
            column.
        error: The standard error of each.
        people: Respondents who gave an answer, by column, those of weight 0 left out.
        base: Σ weights by column.
        effective: (Σw)² / Σw² by column (Kish 1965): how many equal weights say as much.
        apart: Per answer, the covariance of the columns with each other; None unless asked for.
    """

    share: Floats
    error: Floats
    people: Floats
    base: Floats
    effective: Floats
    apart: Floats | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Sums:
    """Per group Σw y and the like of each estimate's y; per column W and the estimates."""

    w: Floats
    wy: Floats
    w2: Floats
    w2y: Floats
    w2yy: Floats
    base: Floats
    share: Floats


def shares(
    plan: Plan,
    codes: Codes,
    answers: int,
    *,
    more: Floats | None = None,
    covariances: bool = False,
) -> Shares:
    """The shares of *answers* answers in every column of *plan*.

    Definition: p_dv = Σ w 1[column d, answer v] / Σ w 1[column d, any answer]. Who was not asked
    or gave no answer is in no base; the whole design stays behind every column.

    Range: [0, 1], error ≥ 0. NULL: NaN where nobody in a column answered. Source: linearised
    variance as in `design`; R's ``svyby(~answer, ~column, design, svymean)``.

    Args:
        plan: The design and the columns.
        codes: One per respondent; below 0 for no answer.
        answers: How many the question offers.
        more: What else to estimate: answers by estimates, the number that each answer stands for;
            1 and 0 for several answers together, their values for a mean.
        covariances: Also between columns, which letters need.
    """
    place = _placed(codes, answers)
    key = plan.group * (answers + 1) + place
    summed = partial(_summed, key, len(plan.group_side), answers)
    stands = None if more is None else np.hstack([np.eye(answers), more])
    sums = _by_column(plan, summed(plan.design.weight), summed(plan.squares), stands)
    calibration = plan.design.calibration
    fit = _fit(plan, sums, summed(calibration.q), stands) if calibration else None
    if plan.design.psu is None:
        variance, apart = _of_people(plan, sums, fit, covariances=covariances)
    else:
        variance, apart = _of_clusters(plan, sums, fit, (place, stands), covariances=covariances)
    squares = by_key(plan.group_column, sums.w2, plan.columns)
    there = np.where(squares > 0, squares, 1)
    return Shares(
        share=sums.share,
        error=np.where(sums.base[:, None] > 0, np.sqrt(variance), np.nan),
        people=_people(plan, codes),
        base=sums.base,
        effective=sums.base**2 / there,
        apart=apart,
    )


def _placed(codes: Codes, answers: int) -> Codes | Ints:
    """Where each code stands; who gave no answer stands after the last."""
    if codes.size and codes.min() >= 0 and codes.max() < answers:
        return codes
    return _places(answers).take(codes.view(np.uint8))


@lru_cache
def _places(answers: int) -> Ints:
    """Where each code stands, seen as a byte: what is below 0 comes after the last answer."""
    return np.minimum(np.arange(256), answers)


def _summed(key: Ints, groups: int, answers: int, weight: Floats) -> Floats:
    """Sums by group and answer, of those in a column who gave one."""
    found = by_key(key, weight, (groups + 1) * (answers + 1))
    return found.reshape(groups + 1, answers + 1)[:-1, :-1]


def _people(plan: Plan, codes: Codes) -> Floats:
    if codes.size and codes.min() >= 0:
        return plan.standing
    told = np.where(codes >= 0, plan.people, 0.0)
    return by_key(plan.column + 1, told, plan.columns + 1)[1:]


def _to_columns(plan: Plan, by_group: Floats) -> Floats:
    return columns_summed(plan.group_column, by_group, plan.columns)


def _by_column(plan: Plan, w: Floats, w2: Floats, stands: Floats | None) -> _Sums:
    whole = _to_columns(plan, w)
    base = whole.sum(axis=1)
    there = np.where(base > 0, base, np.nan)[:, None]
    all_w, all_w2 = w.sum(axis=1), w2.sum(axis=1)
    if stands is None:
        return _Sums(all_w, w, all_w2, w2, w2, base, whole / there)
    share = whole @ stands / there
    return _Sums(all_w, w @ stands, all_w2, w2 @ stands, w2 @ stands**2, base, share)


def _fit(plan: Plan, sums: _Sums, q: Floats, stands: Floats | None) -> Floats:
    """What the margins explain of the scores: side by column by answer."""
    calibration = plan.design.calibration
    assert calibration is not None  # noqa: S101 - asked only where there is one
    share = sums.share[plan.group_column]
    qy = q if stands is None else q @ stands
    scores = (qy - share * q.sum(axis=1, keepdims=True)) / sums.base[plan.group_column][:, None]
    cells, wide = len(calibration.x), qy.shape[1]
    place = plan.side_cell[plan.group_side] * plan.columns + plan.group_column
    flat = columns_summed(place, scores, cells * plan.columns).reshape(cells, -1)
    return calibration.explained(flat).reshape(cells, plan.columns, wide)


def _of_people(
    plan: Plan, sums: _Sums, fit: Floats | None, *, covariances: bool
) -> tuple[Floats, Floats | None]:
    """The variance where people were drawn one by one: columns by answers."""
    share, base = sums.share[plan.group_column], sums.base[plan.group_column][:, None]
    w2 = sums.w2[:, None]
    linear = (sums.wy - share * sums.w[:, None]) / base
    square = (sums.w2yy - 2 * share * sums.w2y + share**2 * w2) / base**2
    if fit is None and not covariances:
        return _alone(plan, linear, square), None
    size = (len(plan.side_stratum), plan.columns, share.shape[1])
    place = plan.group_side, plan.group_column
    s, q = np.zeros(size), np.zeros(size)
    s[place], q[place] = linear, square
    cross = None
    if fit is not None:
        fit = fit[plan.side_cell]
        cross = np.zeros(size)
        cross[place] = (sums.w2y - share * w2) / base
        s -= plan.side_sums[0][:, None, None] * fit
        q += plan.side_sums[1][:, None, None] * fit**2 - 2 * cross * fit
    return _pooled(plan, s, q, (fit, cross), covariances=covariances)


def _alone(plan: Plan, linear: Floats, square: Floats) -> Floats:
    """Without calibration each group is one stratum's part of one column: no table of both."""
    whole = _to_columns(plan, plan.factor[plan.group_side][:, None] * square)
    stratum = plan.side_stratum[plan.group_side]
    variance = whole - _to_columns(plan, (plan.shrink[stratum][:, None] * linear) ** 2)
    return _cleared(variance, whole)


def _cleared(variance: Floats, whole: Floats) -> Floats:
    """*variance*, 0 where all that is left of *whole* are its last digits."""
    variance[variance < _DIGITS * whole] = 0
    return variance


def _pooled(
    plan: Plan,
    s: Floats,
    q: Floats,
    explained: tuple[Floats | None, Floats | None],
    *,
    covariances: bool,
) -> tuple[Floats, Floats | None]:
    """Over strata: Σ_h factor_h (Σ z² - (Σ z)² / n_h), and the same for pairs of columns."""
    design = plan.design
    flat = columns_summed(plan.side_stratum, s.reshape(len(s), -1), design.strata)
    shrunk = (flat * plan.shrink[:, None]).reshape(design.strata, *s.shape[1:])
    weigh = plan.factor
    whole = np.einsum("s,sdv->dv", weigh, q)
    variance = _cleared(whole - (shrunk**2).sum(axis=0), whole)
    if not covariances:
        return variance, None
    apart = -np.einsum("hdv,hev->vde", shrunk, shrunk)
    fit, cross = explained
    if fit is not None and cross is not None:
        heavy = weigh * plan.side_sums[1]
        mixed = np.einsum("s,sdv,sev->vde", weigh, cross, fit)
        apart += np.einsum("s,sdv,sev->vde", heavy, fit, fit) - mixed - mixed.transpose(0, 2, 1)
    each = np.arange(plan.columns)
    apart[:, each, each] = variance.T
    return variance, apart


def _of_clusters(
    plan: Plan,
    sums: _Sums,
    fit: Floats | None,
    said: tuple[Codes | Ints, Floats | None],
    *,
    covariances: bool,
) -> tuple[Floats, Floats | None]:
    """The variance where clusters were drawn: every cluster's total, then the formula."""
    design = plan.design
    place, stands = said
    answers = sums.share.shape[1] if stands is None else len(stands)
    assert design.psu is not None  # noqa: S101 - asked only where there are clusters
    column = np.where(plan.column >= 0, plan.column, plan.columns)
    size = (int(design.psu.max()) + 1, plan.columns + 1, answers + 1)
    key = (design.psu * size[1] + column) * size[2] + place.astype(np.intp)
    w = by_key(key, design.weight, int(np.prod(size))).reshape(size)[:, :-1, :-1]
    wy = w if stands is None else w @ stands
    z = (wy - sums.share * w.sum(axis=2, keepdims=True)) / sums.base[:, None]
    if fit is not None and design.calibration:
        cells = len(fit)
        by_cell = by_key(
            design.psu * cells + design.calibration.cell, design.weight, size[0] * cells
        )
        z -= np.tensordot(by_cell.reshape(-1, cells), fit, 1)
    flat = np.nan_to_num(z.reshape(size[0], -1))
    centred = centre(design, flat, cluster_stratum(design)).reshape(z.shape)
    variance = np.einsum("mdv,mdv->dv", centred, centred)
    apart = np.einsum("mdv,mev->vde", centred, centred) if covariances else None
    return variance, apart
