"""Whether fans grow closer, or close fans stay."""

from typing import Any, NamedTuple

LEAST_FANS = 20
_Z = 1.6448536269514722

SUMS = """
SELECT CAST(sum(messages) AS BIGINT) AS n, sum(x) AS x, CAST(sum(close) AS BIGINT) AS y,
    sum(xx) AS xx, coalesce(sum(xy), 0) AS xy
FROM stage GROUP BY who ORDER BY who
"""
"""Per fan: messages with words, and sums of x = log2 of the message's number, y = 1 if close."""

STAGES = """
SELECT stage, CAST(sum(messages) AS BIGINT) AS messages, count(*) AS people,
    sum(addressed) / sum(messages) AS addressed, sum(close) / sum(messages) AS close,
    sum(words) / sum(worded) AS words
FROM stage GROUP BY stage ORDER BY stage
"""
"""Messages with words by powers of two of their author's message number."""


class Slope(NamedTuple):
    """A slope with its 90 % interval; all None where it cannot be told."""

    point: float | None
    low: float | None
    high: float | None


class Slopes(NamedTuple):
    """The three slopes."""

    pooled: Slope
    within: Slope
    between: Slope


def tenure_slopes(n: Any, x: Any, y: Any, xx: Any, xy: Any) -> Slopes:
    """How the share of close messages changes per doubling of the message number.

    Definition: with x = log2 of a message's number among its author's and y = 1 if it is intimate
    or discloses something, the least-squares slope of y on x over all messages (pooled), around
    each fan's own means (within), and over fans' means (between). Arguments are arrays with one
    entry per fan: the count and sums of x, y, xx, xy. Intervals are 90 %, robust to clusters by
    fan. Range and unit: change of a share per doubling. NULL: under 20 fans with two messages.
    Threshold: 20 fans. Source: Mundlak (1978), doi 10.2307/1913646; Liang and Zeger (1986),
    doi 10.1093/biomet/73.1.13, for the interval.

    Example: thirty fans, each with two messages of which the second is close.

        >>> import numpy as np
        >>> found = tenure_slopes(*(np.full(30, it) for it in (2.0, 1.0, 1.0, 1.0, 1.0)))
        >>> found.within.point, found.between.point
        (1.0, None)
    """
    import numpy as np

    n, x, y, xx, xy = (np.asarray(it, dtype=float) for it in (n, x, y, xx, xy))
    none = Slope(None, None, None)
    if (n > 1).sum() < LEAST_FANS:
        return Slopes(none, none, none)
    mean_x, mean_y = x.sum() / n.sum(), y.sum() / n.sum()
    all_xx = xx - 2 * mean_x * x + n * mean_x**2
    all_xy = xy - mean_x * y - mean_y * x + n * mean_x * mean_y
    own_x, own_y = x / n, y / n
    by_x, by_y = own_x - own_x.mean(), own_y - own_y.mean()
    return Slopes(
        _slope(all_xx, all_xy),
        _slope(xx - x**2 / n, xy - x * y / n),
        _slope(by_x**2, by_x * by_y),
    )


def _slope(xx: Any, xy: Any) -> Slope:
    """Sum over clusters of xy over that of xx, with the clusters' own scatter."""
    whole = float(xx.sum())
    if whole < 1e-9:  # noqa: PLR2004
        return Slope(None, None, None)
    slope = float(xy.sum()) / whole
    spread = _Z * float(((xy - slope * xx) ** 2).sum()) ** 0.5 / whole
    return Slope(slope, slope - spread, slope + spread)
