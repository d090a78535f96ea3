"""How much of what is written in a channel comes from a few."""

from collections.abc import Sequence
from typing import NamedTuple

COUNTS = """
SELECT messages, count(*) AS people FROM (
    SELECT CAST(sum(messages) AS BIGINT) AS messages FROM writer
    WHERE role IN ('fan', 'program') GROUP BY who
) GROUP BY messages ORDER BY messages
"""
"""How many accounts wrote how many messages, programs among them."""

FANS = """
SELECT messages, count(*) AS people FROM fan GROUP BY messages ORDER BY messages
"""
"""The same of fans alone."""

REPLIES = """
SELECT answered AS messages, count(*) AS people FROM fan GROUP BY answered ORDER BY answered
"""
"""How many fans got how many answers, none included."""

_TOP = 100


class Concentration(NamedTuple):
    """The Gini coefficient, and what the top hundredth, the first and those of one have."""

    gini: float | None
    top_1: float | None
    largest: float | None
    once: float | None


def fan_concentration(counts: Sequence[tuple[int, int]]) -> Concentration:
    """How unevenly messages, or replies, are spread over people.

    Definition: with x in rising order over n people,

        Gini = 2 sum(i x_i) / (n sum(x)) - (n + 1) / n

    the share of all messages from the most active hundredth of people, rounded to a whole number
    and at least one; that of the most active one; and the share of people with a single message.
    Pairs are (messages, how many people wrote so many), in rising order. Range and unit: [0, 1];
    a Gini of 0 is the same from each, (n - 1)/n all from one. NULL: nobody, or no message.
    Threshold: none. Source: Dorfman, *A formula for the Gini coefficient* (1979),
    doi 10.2307/1924845.

    Example: of four people three wrote once and one wrote five times.

        >>> fan_concentration([(1, 3), (5, 1)])
        Concentration(gini=0.375, top_1=0.625, largest=0.625, once=0.75)
        >>> fan_concentration([])
        Concentration(gini=None, top_1=None, largest=None, once=None)
    """
    people = sum(count for _, count in counts)
    whole = sum(size * count for size, count in counts)
    if not people or not whole:
        return Concentration(None, None, None, None)
    before, weighted = 0, 0.0
    for size, count in counts:
        weighted += size * count * (before + (count + 1) / 2)
        before += count
    left = max(1, round(people / _TOP))
    top = 0
    for size, count in reversed(counts):
        taken = min(left, count)
        top, left = top + size * taken, left - taken
    return Concentration(
        2 * weighted / (people * whole) - (people + 1) / people,
        top / whole,
        counts[-1][0] / whole,
        sum(count for size, count in counts if size == 1) / people,
    )
