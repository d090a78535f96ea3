"""How well a score tells two outcomes apart, and how sure that is where cases come in groups."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
DRAWS, SEED, LEVEL = 200, 17, 0.95


class Auc(NamedTuple):
    """The area under the receiver operating curve, and its interval."""

    point: float
    low: float
    high: float


def auc(score: Floats, outcome: NDArray[np.bool_], weight: Floats | None = None) -> float:
    """The chance that a case with the outcome scores above one without; a tie is half of one.

    Range: 0 to 1; NaN where one of both is missing. Weights repeat cases.

    >>> auc(np.array([1.0, 2.0, 3.0]), np.array([False, True, True]))
    1.0
    """
    _, rank = np.unique(score, return_inverse=True)
    return _of_ranks(rank, outcome, np.ones(len(score)) if weight is None else weight)


def _of_ranks(rank: Any, outcome: NDArray[np.bool_], weight: Floats) -> float:
    most = int(rank.max()) + 1
    yes = np.bincount(rank, np.where(outcome, weight, 0), most)
    no = np.bincount(rank, np.where(outcome, 0, weight), most)
    both = float(yes.sum() * no.sum())
    return float(yes @ (np.cumsum(no) - no / 2)) / both if both else float("nan")


def with_interval(score: Floats, outcome: NDArray[np.bool_], group: Any) -> Auc:
    """The AUC with a percentile interval from bootstrap samples of whole groups.

    Level .95, 200 samples, a fixed seed.
    """
    _, rank = np.unique(score, return_inverse=True)
    _, member = np.unique(group, return_inverse=True)
    groups = int(member.max()) + 1
    dice = np.random.default_rng(SEED)
    found = [
        _of_ranks(
            rank,
            outcome,
            np.bincount(dice.integers(0, groups, groups), minlength=groups)[member].astype(
                np.float64
            ),
        )
        for _ in range(DRAWS)
    ]
    low, high = np.nanquantile(found, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Auc(_of_ranks(rank, outcome, np.ones(len(score))), float(low), float(high))


def logistic(facts: Floats, outcome: NDArray[np.bool_], ridge: float = 1.0) -> Floats:
    """Weights of a logistic regression, the intercept last; Newton's steps, a ridge on the others.

    *facts* has one row per case; columns should be standardised.
    """
    x = np.column_stack([facts, np.ones(len(facts))])
    held = np.full(x.shape[1], ridge)
    held[-1] = 0
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -35, 35)))
        slope = x.T @ (outcome - chance) - held * weights
        curve = (x.T * (chance * (1 - chance) + 1e-12)) @ x + np.diag(held)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-9:  # noqa: PLR2004
            break
    return weights
