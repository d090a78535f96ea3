"""How many ties a person's time with others, and with those who do not answer, is spread over."""

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

LEAST_TIES = 3


class CommunityGap(NamedTuple):
    """Effective numbers of ties, and the difference of their logarithms."""

    reciprocal: float | None
    one_way: float | None
    gap: float | None


def community_gap(reciprocal: Sequence[float], one_way: Sequence[float]) -> CommunityGap:
    """How wide the circle of ties that answer is beside the circle of those that do not.

    Definition: the effective number of ties is how many ties of equal time would be as spread
    out as these, with p the share of each in the hours of its side:

        N = exp(-sum(p ln p))        gap = ln N_one_way - ln N_reciprocal

    Range and unit: N from 1 to the number of ties; the gap is a logarithm of a ratio, 0 where both
    circles are alike, 0.7 where one way is twice as wide. NULL: a side with less than three ties
    that took time, and with it the gap. Threshold: three ties on a side.
    Source: Hill, *Diversity and evenness* (1973), doi 10.2307/1934352; the gap is ours.

    Example: four friends of equal time, and one performer who has nearly all of the rest.

        >>> found = community_gap([1, 1, 1, 1], [8, 1, 1])
        >>> round(found.reciprocal, 2), round(found.one_way, 2), round(found.gap, 2)
        (4.0, 1.89, -0.75)
        >>> community_gap([1, 1, 1], [5])
        CommunityGap(reciprocal=3.0, one_way=None, gap=None)
    """
    back, out = _effective(reciprocal), _effective(one_way)
    gap = log(out) - log(back) if out is not None and back is not None else None
    return CommunityGap(back, out, gap)


def _effective(hours: Sequence[float]) -> float | None:
    spent = [it for it in hours if it > 0]
    if len(spent) < LEAST_TIES:
        return None
    whole = sum(spent)
    return round(exp(-sum(it / whole * log(it / whole) for it in spent)), 12)
