"""Several questions as one scale: a score per person, and how well the questions agree."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from parasocial.study.field import Field, Floats, Ints, Question

LEAST_SHARE = 0.5
_STEPS = 500
_CLOSE = 1e-13


def values_of(field: Field, question: Question, *, reverse: bool = False) -> Floats:
    """The number that each respondent's answer stands for; NaN without an answer.

    Args:
        field: The study.
        question: Its `values`, or 1, 2, … where it has none.
        reverse: Turn the numbers round: the largest becomes the smallest.
    """
    numbers = np.array(question.values or range(1, len(question.labels) + 1), float)
    if reverse:
        numbers = numbers.max() + numbers.min() - numbers
    codes = field.codes[question.name]
    return np.where(codes >= 0, numbers[np.maximum(codes, 0)], np.nan)


def scores(items: Floats, least: float = LEAST_SHARE) -> Floats:
    """Each person's score: the mean of the questions that they answered.

    Definition: the person's own mean, if they answered at least *least* of the questions.

    Unit: that of the answers. NULL: NaN where fewer were answered. Threshold: half, a convention
    (Schafer & Graham 2002 discuss it), an argument. Source: ours.

    >>> scores(np.array([[1.0, 3.0, np.nan, np.nan], [2.0, np.nan, np.nan, np.nan]])).tolist()
    [2.0, nan]
    """
    told = np.isfinite(items)
    count = told.sum(axis=1)
    total = np.where(told, items, 0).sum(axis=1)
    enough = count >= least * items.shape[1]
    found: Floats = np.where(enough & (count > 0), total / np.maximum(count, 1), np.nan)
    return found


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well the questions of a scale agree.

    Attributes:
        alpha: Cronbach's; None where it cannot be computed.
        standardized: The same, of correlations.
        omega: McDonald's, from one factor by maximum likelihood.
        without: Alpha without each question; None where two are not left.
        rest: The correlation of each question with the sum of the others.
        respondents: Those who answered all questions; the rest are left out.
    """

    alpha: float | None
    standardized: float | None
    omega: float | None
    without: tuple[float | None, ...]
    rest: tuple[float | None, ...]
    respondents: int


def agreement(items: Floats, weight: Floats | None = None) -> Agreement:
    """Alpha and omega of *items*, respondents by questions, weighted.

    Definition: alpha = k/(k-1) (1 - tr S / 1ᵀS1); ω = (Σλ)² / ((Σλ)² + Σψ) of the one-factor model
    S = λλᵀ + diag ψ, fitted by maximum likelihood.

    Range: up to 1; alpha below 0 means that questions contradict each other, often one that was
    not reversed. NULL: None without variance, ω under three questions or where the model gives a
    question a negative error. Source: Cronbach 1951, doi:10.1007/BF02310555; McDonald 1999; R's
    psych, lavaan and ``svycralpha``.
    """
    told = np.isfinite(items).all(axis=1)
    kept = items[told]
    w = np.ones(len(kept)) if weight is None else weight[told]
    count, questions = kept.shape
    if count < 2 or questions < 2 or not w.sum():  # noqa: PLR2004
        return Agreement(None, None, None, (None,) * questions, (None,) * questions, count)
    matrix = _covariance(kept, w)
    spread = np.sqrt(np.diag(matrix))
    even = matrix / np.outer(spread, spread) if (spread > 0).all() else None
    others = [np.delete(np.arange(questions), i) for i in range(questions)]
    return Agreement(
        alpha=alpha(matrix),
        standardized=None if even is None else alpha(even),
        omega=omega(matrix) if even is not None else None,
        without=tuple(alpha(matrix[np.ix_(it, it)]) for it in others),
        rest=tuple(_rest(matrix, i, it) for i, it in enumerate(others)),
        respondents=count,
    )


def _covariance(items: Floats, weight: Floats) -> Floats:
    centred = items - np.average(items, axis=0, weights=weight)
    found: Floats = (weight[:, None] * centred).T @ centred / weight.sum()
    return found


def alpha(matrix: Floats) -> float | None:
    """Cronbach's alpha of a covariance matrix; None under two questions or without variance."""
    k, whole = len(matrix), float(matrix.sum())
    return k / (k - 1) * (1 - float(np.trace(matrix)) / whole) if k > 1 and whole > 0 else None


def _rest(matrix: Floats, one: int, others: Ints) -> float | None:
    with_rest = float(matrix[one, others].sum())
    product = float(matrix[one, one]) * float(matrix[np.ix_(others, others)].sum())
    return with_rest / float(np.sqrt(product)) if product > 0 else None


def omega(matrix: Floats) -> float | None:
    """McDonald's omega of a covariance matrix, from one factor by maximum likelihood."""
    fitted = one_factor(matrix)
    if fitted is None:
        return None
    loadings, errors = fitted
    common = float(loadings.sum()) ** 2
    return common / (common + float(errors.sum()))


def one_factor(matrix: Floats) -> tuple[Floats, Floats] | None:
    """Loadings and error variances of one factor, by Fisher's scoring.

    None under three questions, where nothing is left to fit, without convergence, or where an
    error variance is not positive.
    """
    k = len(matrix)
    if k < 3:  # noqa: PLR2004
        return None
    _, vectors = np.linalg.eigh(matrix)
    loadings = vectors[:, -1] * np.sqrt(np.diag(matrix)) * 0.7
    loadings *= np.sign(loadings.sum()) or 1.0
    errors = np.maximum(np.diag(matrix) - loadings**2, 0.1 * np.diag(matrix))
    for _ in range(_STEPS):
        step = _scored(matrix, loadings, errors)
        size = min(1.0, 0.5 * float(np.min(errors / np.maximum(np.abs(step[k:]), 1e-300))))
        loadings, errors = loadings + size * step[:k], errors + size * step[k:]
        if not np.isfinite(step).all() or (errors <= 1e-9 * np.diag(matrix)).any():
            return None
        if float(np.abs(step).max()) < _CLOSE * float(np.diag(matrix).max()):
            return loadings, errors
    return None


def _scored(matrix: Floats, loadings: Floats, errors: Floats) -> Floats:
    """One step: the information's inverse times the gradient, of loadings and then errors."""
    k = len(matrix)
    implied = np.outer(loadings, loadings) + np.diag(errors)
    inverse = np.linalg.inv(implied)
    slopes = np.zeros((2 * k, k, k))
    for i in range(k):
        slopes[i, i, :] += loadings
        slopes[i, :, i] += loadings
        slopes[k + i, i, i] = 1
    turned = inverse @ slopes @ inverse
    gradient = np.einsum("aij,ij->a", turned, matrix - implied)
    information = np.einsum("aij,bij->ab", turned, slopes)
    found: Floats = np.linalg.solve(information, gradient)
    return found


def reversed_items(field: Field, names: Sequence[str], reverse: Sequence[str] = ()) -> Floats:
    """The numbers of several questions, respondents by questions, some turned round."""
    return np.stack(
        [values_of(field, field.question(it), reverse=it in reverse) for it in names], axis=1
    )
