"""How close a tie feels against how much of it comes back."""

from collections.abc import Sequence
from typing import NamedTuple

LEAST_TIES = 3


class Felt(NamedTuple):
    """One tie: what came back, from 0 (nothing) to 1 (even), and closeness less that."""

    returned_low: float
    returned_high: float
    gap_low: float
    gap_high: float


def felt_against_returned(closeness: float, low: float, high: float) -> Felt:
    """How much closer a tie feels than it is returned: a range, never a point.

    Definition: with c the closeness that the person gives the tie and theta the share of turns
    that are theirs, known to lie in [L, H]:

        returned = 2 min(theta, 1 - theta) over [L, H]        gap = c - returned

    A point would invent a gap of 0.17 to 0.27 for ties that are even. Range and unit: returned in
    [0, 1], 1 where both give alike; the gap in [-1, 1], above 0 where the tie feels closer than it
    is returned. NULL: the person said nothing of the closeness, or no acts between the two are in
    the exports. Threshold: none for a tie, the range widens instead. Source: ours; the question
    after Horton & Wohl, *Mass communication and para-social interaction* (1956),
    doi 10.1080/00332747.1956.11023049.

    Example: a tie that feels close (0.8), of which ego's share is between 0.9 and 0.95.

        >>> felt = felt_against_returned(0.8, 0.9, 0.95)
        >>> [round(it, 2) for it in felt]
        [0.1, 0.2, 0.6, 0.7]
        >>> [round(it, 2) for it in felt_against_returned(0.8, 0.4, 0.7)]
        [0.6, 1.0, -0.2, 0.2]
    """
    ends = (2 * min(low, 1 - low), 2 * min(high, 1 - high))
    most = 1.0 if low <= 0.5 <= high else max(ends)  # noqa: PLR2004 - where both give alike
    return Felt(min(ends), most, closeness - most, closeness - min(ends))


def felt_gap(ties: Sequence[Felt]) -> tuple[float, float] | None:
    """The mean gap of the ties whose closeness a person gave: a range.

    Definition: the mean of the low ends, and that of the high ends. Range and unit: [-1, 1], as
    for one tie. NULL: under three such ties. Threshold: three ties. Source: ours.

        >>> felt_gap([Felt(0, 0, 0.5, 0.5), Felt(0, 1, -0.5, 0.5), Felt(0, 1, 0, 1.0)])
        (0.0, 0.6666666666666666)
        >>> felt_gap([Felt(0, 0, 0.5, 0.5)]) is None
        True
    """
    if len(ties) < LEAST_TIES:
        return None
    return (
        sum(it.gap_low for it in ties) / len(ties),
        sum(it.gap_high for it in ties) / len(ties),
    )
