"""A fan's tie to the creator as the fan would see it."""

from typing import Literal

from parasocial.ties.beta import cdf

TURNS = """
SELECT turns, answered, unknown, count(*) AS people FROM (
    SELECT f.who, coalesce(c.turns, f.messages) AS turns, f.answered, f.unknown > 0 AS unknown
    FROM fan AS f LEFT JOIN came AS c ON c.who = f.who
) GROUP BY turns, answered, unknown ORDER BY 1, 2, 3
"""
"""Fans by their turns, the answers they got, and whether any message's state is unknown."""

Class = Literal["one_sided", "reciprocal", "inbound", "sparse", "undetermined", "unobservable"]
_SPARSE = 3


def fan_tie(turns: int, answered: int, *, unknown: bool, tau: float = 0.75) -> Class:
    """The class of one tie: what a fan wrote against what the creator wrote back.

    Definition: with x turns of the fan's and y answers, L and H are the .05 and .95 quantiles of
    Beta(1/2 + x, 1/2 + y), and L is 0 where answers may be unseen. One-sided if L > tau, inbound if
    H < 1 - tau, reciprocal if L >= 1 - tau and H <= tau; else sparse under three acts,
    unobservable where answers may be unseen, undetermined otherwise. It is the model of the
    audience page, seen from the other end. Range and unit: a class. NULL: none. Threshold: tau =
    .75, three to one. Source: ours.

    Example: seven turns and no answer; seven where answers may be spoken; nine and nine.

        >>> fan_tie(7, 0, unknown=False), fan_tie(7, 0, unknown=True), fan_tie(9, 9, unknown=False)
        ('one_sided', 'unobservable', 'reciprocal')
    """
    # A quantile lies above a limit where less than its share lies below that.
    below_high = cdf(tau, 0.5 + turns, 0.5 + answered)
    if below_high < 0.05 and not unknown:  # noqa: PLR2004
        return "one_sided"
    below_low = cdf(1 - tau, 0.5 + turns, 0.5 + answered)
    if below_low > 0.95:  # noqa: PLR2004
        return "inbound"
    if below_low <= 0.05 and below_high >= 0.95 and not unknown:  # noqa: PLR2004
        return "reciprocal"
    if turns + answered < _SPARSE:
        return "sparse"
    return "unobservable" if unknown else "undetermined"
