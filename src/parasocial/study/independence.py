"""Whether two questions have to do with each other, in a sample that was not simple."""

from typing import NamedTuple

import numpy as np

from parasocial.study.banner import Plan
from parasocial.study.crossed import Crossed, crossed
from parasocial.study.field import Codes, Floats
from parasocial.study.tails import f_upper


class Independence(NamedTuple):
    """Rao and Scott's test.

    Attributes:
        f: The statistic.
        df1: Its degrees of freedom.
        df2: Likewise.
        p: How often chance alone would give as much.
    """

    f: float
    df1: float
    df2: float
    p: float


def independence(plan: Plan, codes: Codes, answers: int) -> Independence | None:
    """Rao and Scott's second-order test that the answers do not depend on the column.

    Definition: Pearson's X² of the weighted table, scaled to the number of respondents, over the
    trace of the generalised design effects; F with d₀ and d₀ f degrees of freedom, where d₀ =
    tr(Δ)² / tr(Δ²) and f those of the design. Answers and columns that nobody has are left out.

    Range: F ≥ 0. NULL: None where one answer or one column is left, where the design has no
    degrees of freedom, or where the margins of calibration settle the table. Source: Rao & Scott
    1984, doi:10.1214/aos/1176346391; R's ``svychisq(statistic = "F")``.
    """
    found = crossed(plan, codes, answers)
    degrees = plan.design.degrees
    if found is None or degrees < 1:
        return None
    share, matrix = _kept(found)
    if min(share.shape) < 2:  # noqa: PLR2004
        return None
    expected = np.outer(share.sum(axis=1), share.sum(axis=0))
    pearson = found.people * float(((share - expected) ** 2 / expected).sum())
    delta = _effects(share, matrix, found.people)
    trace = float(np.trace(delta))
    if trace <= 1e-9:  # noqa: PLR2004
        return None
    df1 = trace**2 / float(np.trace(delta @ delta))
    f = pearson / trace
    return Independence(f, df1, df1 * degrees, f_upper(f, df1, df1 * degrees))


def _kept(found: Crossed) -> tuple[Floats, Floats]:
    """Without the rows and columns in which nobody is."""
    there = found.share > 0
    high, wide = there.any(axis=1), there.any(axis=0)
    flat = np.outer(high, wide).ravel()
    return found.share[np.ix_(high, wide)], found.covariance[np.ix_(flat, flat)]


def _effects(share: Floats, variance: Floats, count: int) -> Floats:
    """The generalised design effects: the variance there is over that of a simple sample."""
    high, wide = share.shape
    one, other = _contrasts(high), _contrasts(wide)
    main = np.hstack(
        [
            np.ones((high * wide, 1)),
            np.kron(one, np.ones((wide, 1))),
            np.kron(np.ones((high, 1)), other),
        ]
    )
    both = np.kron(one, other)
    basis, _ = np.linalg.qr(main)
    apart = both - basis @ (basis.T @ both)
    flat = share.ravel()
    inverse = np.where(flat > 0, 1 / np.where(flat > 0, flat, 1), 0)
    scaled = inverse[:, None] * apart
    simple = apart.T @ scaled / count
    there = scaled.T @ variance @ scaled
    found: Floats = np.linalg.solve(simple, there)
    return found


def _contrasts(levels: int) -> Floats:
    """Indicators that sum to 0: one column fewer than levels."""
    return np.vstack([np.eye(levels - 1), -np.ones((1, levels - 1))])
