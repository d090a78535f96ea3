"""How one tie went over time: grew, cooled, held, or turned."""

from collections.abc import Sequence
from math import sqrt
from typing import Any, Literal, NamedTuple

from parasocial.ties.beta import jeffreys

LEAST_WEEKS = 26
LEAST_ACTIVE = 8
LEAST_TURNS = 5
STEADY = 0.5
_YEAR, _Z95, _MOST_TIED = 52, 1.96, 0.95

Way = Literal["grew", "cooled", "steady", "cannot_be_told"]
Turn = Literal["more_came_back", "less_came_back"]

HOURS = f"""
SELECT alter_id, place, week, ms / 3600000 AS hours
FROM (
    SELECT alter_id, platform || ' ' || channel AS place,
        CAST(floor((local_us + 259200000000) / 604800000000) AS BIGINT) AS week,
        sum(ms_point) AS ms,
        sum(sum(ms_point)) OVER (PARTITION BY alter_id, place) AS there,
        count(*) OVER (PARTITION BY alter_id, place) AS active
    FROM spent WHERE alter_id IS NOT NULL GROUP BY 1, 2, 3
)
WHERE active >= {LEAST_ACTIVE}
QUALIFY dense_rank() OVER (PARTITION BY alter_id ORDER BY there DESC, place) = 1
ORDER BY alter_id, week
"""
"""Weekly hours of every tie of eight active weeks, where most of its time was spent."""

TURNS = """
SELECT alter_id, CAST(floor((local_us + 259200000000) / 604800000000) AS BIGINT) AS week,
    coalesce(sum(starts_counted) FILTER (WHERE given), 0) AS given,
    coalesce(sum(starts_counted) FILTER (WHERE NOT given), 0) AS received
FROM turn WHERE NOT hidden AND pi_low = 1 AND pi_high = 1
GROUP BY 1, 2 HAVING sum(starts_counted) > 0
"""
"""Weekly turns each way, where both ways can be seen."""


class Trajectory(NamedTuple):
    """How the weekly hours of one tie went.

    Attributes:
        slope: Change of weekly hours per 52 weeks, with its 95 % interval.
        way: ``grew``, ``cooled``, ``steady`` or ``cannot_be_told``.
    """

    first_half: float
    second_half: float
    slope: float
    low: float
    high: float
    way: Way


def trajectory(hours: Sequence[float]) -> Trajectory | None:
    """How a tie grew, cooled or held, from its hours in each covered week.

    Definition: the mean of the first and of the second half of the weeks, and the slope of hours
    on weeks by least squares, per 52 weeks. Its 95 % interval takes in that one week tells of the
    next: with a the autocorrelation at one week of what the line leaves (at least 0), raised for
    the bias of short records,

        a' = a + 2 (1 + 4a) / n      slope +- 1.96 s sqrt((1 + a') / (1 - a'))

    Grew: the interval is above 0. Cooled: below. Steady: it holds 0, and at neither end would the
    whole span have changed by more than half of the mean. Else it cannot be told. Of ties that
    hold, simulations call 3 to 13 in 100 grown or cooled; among many ties some are. One place
    counts, that in which most of the tie's time was spent: exports that begin later elsewhere
    would look like growth.

    Unit: hours a week; the slope per 52 weeks. NULL: fewer than 26 covered weeks, or than eight
    with anything in them. Threshold: 26 weeks, eight active. Source: the bias after Marriott &
    Pope (1954), doi 10.1093/biomet/41.3-4.390; the words are ours.

    Example: an hour a week more in twenty weeks, with every second week half an hour longer.

        >>> found = trajectory([0.5 + week / 20 + week % 2 / 2 for week in range(40)])
        >>> round(found.first_half, 2), round(found.second_half, 2), found.way
        (1.23, 2.23, 'grew')
        >>> trajectory([1.0] * 30).way
        'steady'
        >>> trajectory([1.0] * 25) is None
        True
    """
    n = len(hours)
    if n < LEAST_WEEKS or sum(it > 0 for it in hours) < LEAST_ACTIVE:
        return None
    import numpy as np

    h = np.asarray(hours, float)
    time = np.arange(n) - (n - 1) / 2
    spread = float(time @ time)
    mean, slope = float(h.mean()), float(time @ h) / spread
    reach = _Z95 * _error(h - mean - slope * time, spread)
    low, high = slope - reach, slope + reach
    return Trajectory(
        float(h[: n // 2].mean()),
        float(h[n - n // 2 :].mean()),
        *(slope * _YEAR, low * _YEAR, high * _YEAR),
        _way(low * n, high * n, mean),
    )


def turned(first: tuple[int, int], second: tuple[int, int]) -> Turn | None:
    """Whether more, or less, of a tie came back in the second half of its weeks.

    Definition: turns given and received in each half, where both ways can be seen; the 90 %
    Jeffreys intervals of the share given must lie apart. ``more_came_back`` or
    ``less_came_back``. Unit: none, a word. NULL: fewer than five turns in a half, or intervals
    that meet. Threshold: five turns in each half. Source: ours.

        >>> turned((20, 1), (15, 18))
        'more_came_back'
        >>> turned((9, 6), (8, 9)) is None, turned((4, 0), (0, 30)) is None
        (True, True)
    """
    if min(sum(first), sum(second)) < LEAST_TURNS:
        return None
    (low, high), (later_low, later_high) = (
        (jeffreys(0.05, *them), jeffreys(0.95, *them)) for them in (first, second)
    )
    if later_high < low:
        return "more_came_back"
    return "less_came_back" if later_low > high else None


def _way(low: float, high: float, mean: float) -> Way:
    """The word for a change over the whole span, known to lie between *low* and *high*."""
    tiny = 1e-9 * mean
    if low > tiny:
        return "grew"
    if high < -tiny:
        return "cooled"
    return "steady" if max(-low, high) <= STEADY * mean else "cannot_be_told"


def _error(left: Any, spread: float) -> float:
    """The standard error of a slope, of which the line leaves *left*."""
    n, whole = len(left), float(left @ left)
    tie = max(float(left[1:] @ left[:-1]) / whole, 0.0) if whole else 0.0
    tie = min(tie + 2 * (1 + 4 * tie) / n, _MOST_TIED)
    return sqrt(whole / (n - 2) / spread * (1 + tie) / (1 - tie))
