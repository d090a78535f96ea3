"""What share of fans, or of their messages, a creator answered."""

from typing import NamedTuple

from parasocial.ties.beta import jeffreys

LEVEL = 0.05

PEOPLE = """
SELECT CASE WHEN answered > 0 THEN 'answered' WHEN unknown > 0 THEN 'cannot_be_told' ELSE 'seen' END
    AS state, count(*) AS n
FROM fan GROUP BY 1 ORDER BY 1
"""
"""Fans by state: answered once is answered; else one unknown message leaves it open."""

MESSAGES = """
SELECT state, reason, CAST(sum(messages) AS BIGINT) AS n FROM kind
GROUP BY state, reason ORDER BY 1, 2
"""
"""Messages by state, and by what leaves it open."""


class Coverage(NamedTuple):
    """A share with its bounds; all None where nothing is known."""

    point: float | None
    low: float | None
    high: float | None


def reply_coverage(answered: int, seen: int, unknown: int) -> Coverage:
    """The share that was answered, between none and all of those whose state cannot be told.

    Definition: answered / (answered + seen); low is the .05 quantile of Beta(1/2 + answered,
    1/2 + seen + unknown), high the .95 quantile of Beta(1/2 + answered + unknown, 1/2 + seen), so
    that what cannot be told may have gone either way; neither end lies beyond the share itself.
    Range and unit: [0, 1]. NULL: no state is
    known. Threshold: 90 % intervals. Source: ours; Jeffreys' interval as in Brown, Cai and
    DasGupta (2001), doi 10.1214/ss/1009213286.

    Example: three of ten were answered; then ten more of whom nothing is known.

        >>> [round(it, 2) for it in reply_coverage(3, 7, 0)]
        [0.3, 0.12, 0.56]
        >>> [round(it, 2) for it in reply_coverage(3, 7, 10)]
        [0.3, 0.06, 0.8]
        >>> reply_coverage(0, 0, 10).point is None
        True
    """
    if not answered + seen:
        return Coverage(None, None, None)
    share = answered / (answered + seen)
    low, high = (
        jeffreys(LEVEL, answered, seen + unknown),
        jeffreys(1 - LEVEL, answered + unknown, seen),
    )
    # Where all or none were answered, the quantiles leave the share itself outside.
    return Coverage(share, min(low, share), max(high, share))
