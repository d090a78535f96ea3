"""Quantiles of the Beta distribution, exact to the last digits that matter.

DuckDB and Spark have none, and SciPy is a large dependency for a few hundred values: the
bounds of all ties rest on the few distinct pairs of counts that occur.
"""

from functools import lru_cache
from math import exp, lgamma, log, log1p

_TINY = 1e-300
_STEPS = 400


def cdf(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction.

    Args:
        x: In [0, 1].
        a: First shape, > 0.
        b: Second shape, > 0.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """Lentz's evaluation of the continued fraction (Numerical Recipes 6.4 gives the terms)."""
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d or _TINY)
    value = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / ((1 + term * d) or _TINY)
            c = (1 + term / c) or _TINY
            value *= c * d
        if abs(c * d - 1) < 1e-15:  # noqa: PLR2004
            break
    return value


@lru_cache(maxsize=65_536)
def quantile(p: float, a: float, b: float) -> float:
    """The *p* quantile of Beta(*a*, *b*): Newton's steps inside a shrinking bracket.

    Absolute error under 1e-12 for a, b from 1/2 to 1e6 (tested against SciPy).
    """
    low, high = 0.0, 1.0
    x = a / (a + b)
    norm = lgamma(a) + lgamma(b) - lgamma(a + b)
    for _ in range(200):
        miss = cdf(x, a, b) - p
        low, high = (low, x) if miss > 0 else (x, high)
        slope = exp((a - 1) * log(x) + (b - 1) * log1p(-x) - norm) if 0 < x < 1 else 0.0
        step = x - miss / slope if slope > 0 else low
        x_next = step if low < step < high else (low + high) / 2
        if abs(x_next - x) <= 1e-15 * max(x, 1e-300):
            return x_next
        x = x_next
    return x


def jeffreys(p: float, given: int, returned: int) -> float:
    """The *p* quantile of the share of *given* in given + returned, under Jeffreys' prior."""
    return quantile(p, 0.5 + given, 0.5 + returned)


def most_returned(sessions: int, tau: float, level: float) -> int | None:
    """The most returns that still leave a tie of *sessions* decided by attention.

    The largest c for which the 1 - *level* quantile of Beta(1/2 + c, 1/2 + sessions) stays under
    1 - *tau*. None where not even c = 0 does.
    """
    low, high = -1, sessions
    while high - low > 1:
        middle = (low + high) // 2
        if cdf(1 - tau, 0.5 + middle, 0.5 + sessions) > 1 - level:
            low = middle
        else:
            high = middle
    return low if low >= 0 else None
