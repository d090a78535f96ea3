"""Intervals of shares that never leave [0, 1]."""

from typing import NamedTuple

import numpy as np

from parasocial.study.tails import expit, log_odds, t_quantile
from parasocial.ties import beta

LEVEL = 0.95


class Interval(NamedTuple):
    """An estimate between two bounds."""

    est: float
    low: float
    high: float


def share_interval(
    share: float, error: float, degrees: float, effective: float, level: float = LEVEL
) -> Interval | None:
    """The interval of a share: on the log odds, or exact where nobody or everybody said so.

    Definition: logit(p) ± t SE / (p (1 - p)), t with the design's degrees of freedom, as R's
    ``svyciprop(method = "logit")``. A share of 0 or 1 has no standard error; there the interval is
    Clopper and Pearson's at the effective base (Korn & Graubard 1998).

    Range: [0, 1]. NULL: None where nobody answered. Threshold: 95 %, an argument.

    >>> [round(it, 4) for it in share_interval(0.5, 0.05, 1e6, 100)]
    [0.5, 0.4032, 0.5968]
    >>> share_interval(0.0, 0.0, 1e6, 100).high < 0.04
    True
    """
    if not np.isfinite(share) or effective <= 0:
        return None
    if not 0 < share < 1:
        bound = beta.quantile((1 - level) / 2, max(effective, 1), 1)
        return Interval(share, 0.0, 1 - bound) if share <= 0 else Interval(share, bound, 1.0)
    if error == 0 or degrees < 1:
        return Interval(share, share, share) if degrees >= 1 else Interval(share, 0.0, 1.0)
    half = t_quantile(level, degrees) * error / (share * (1 - share))
    middle = log_odds(share)
    return Interval(share, expit(middle - half), expit(middle + half))
