"""Tails of Student's t and of F, and the quantile that an interval needs.

SciPy has them and is a large dependency for three functions; tests hold these to it.
"""

from math import erfc, exp, lgamma, log1p, pi, sqrt

import numpy as np

from parasocial.study.field import Floats
from parasocial.ties import beta

_STEPS = 2_000
_SMALL = 1e-300
_MANY, _NEAR = 5_000, 6.0
"""Degrees of freedom and t within which the expansion is right to nine digits."""


def t_both(t: Floats, df: float) -> Floats:
    """The two-sided p-value of each *t* with *df* degrees of freedom; NaN stays NaN.

    >>> round(float(t_both(np.array([2.0]), 10.0)[0]), 6)
    0.073388
    """
    found = np.full(np.shape(t), np.nan)
    found[np.isinf(t)] = 0.0
    size = np.abs(t)
    near = (size <= _NEAR) & (df >= _MANY)
    found[near] = _nearly_normal(size[near], df)
    rest = np.isfinite(t) & ~near
    found[rest] = _lower(size[rest] ** 2 / df, df)
    return found


def _nearly_normal(t: Floats, df: float) -> Floats:
    """Fisher's expansion about the normal distribution, for many degrees of freedom."""
    q = t * t
    terms = (
        (q + 1) / 4,
        (((3 * q - 7) * q - 5) * q - 3) / 96,
        (((((q - 11) * q + 14) * q + 6) * q - 3) * q - 15) / 384,
        (((((((15 * q - 375) * q + 2225) * q - 2141) * q - 939) * q - 213) * q - 915) * q + 945)
        / 92160,
    )
    more = sum(term / df**power for power, term in enumerate(terms, 1))
    density = np.exp(-q / 2) / sqrt(2 * pi)
    found: Floats = normal_both(t) + 2 * density * t * more
    return found


def _lower(ratio: Floats, df: float) -> Floats:
    """I_x(df/2, 1/2) at x = 1 / (1 + *ratio*), by the continued fraction on its quick side."""
    a, b = df / 2, 0.5
    x, rest = 1 / (1 + ratio), ratio / (1 + ratio)
    far = x < (a + 1) / (a + b + 2)
    with np.errstate(divide="ignore", under="ignore"):
        front = np.exp(lgamma(a + b) - lgamma(a) - lgamma(b) - a * np.log1p(ratio)) * np.sqrt(rest)
    found = np.ones_like(x)
    found[far] = front[far] * _fraction(x[far], a, b) / a
    near = ~far & (ratio > 0)
    found[near] = 1 - front[near] * _fraction(rest[near], b, a) / b
    return found


def _fraction(x: Floats, a: float, b: float) -> Floats:
    """Lentz's evaluation of the continued fraction, all of *x* at once."""
    c = np.ones_like(x)
    d = 1 / (1 - (a + b) * x / (a + 1))
    value = d.copy()
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 + term * d
            d = 1 / np.where(d == 0, _SMALL, d)
            c = 1 + term / c
            c = np.where(c == 0, _SMALL, c)
            value = value * c * d
        if not x.size or float(np.abs(c * d - 1).max()) < 1e-15:  # noqa: PLR2004
            break
    return value


def t_quantile(level: float, df: float) -> float:
    """The t that a two-sided interval of *level* reaches, with *df* degrees of freedom.

    >>> round(t_quantile(0.95, 10), 6)
    2.228139
    """
    y = beta.quantile(level, 0.5, df / 2)
    return sqrt(df * y / (1 - y))


def f_upper(value: float, df1: float, df2: float) -> float:
    """The p-value of *value* under F with *df1* and *df2* degrees of freedom.

    >>> round(f_upper(3.0, 2, 20), 6)
    0.072538
    """
    return beta.cdf(df2 / (df2 + df1 * value), df2 / 2, df1 / 2)


def normal_both(z: Floats) -> Floats:
    """The two-sided p-value of each *z* under the normal distribution."""
    return np.array([erfc(abs(it) / sqrt(2)) for it in np.ravel(z)]).reshape(np.shape(z))


def expit(x: float) -> float:
    """The share of log odds *x*."""
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))


def log_odds(share: float) -> float:
    """The log odds of *share*, which lies between 0 and 1.

    >>> log_odds(0.5)
    0.0
    """
    return log1p(-(1 - share)) - log1p(-share)
