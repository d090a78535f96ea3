"""Whether newcomers who are answered come back more often, and what that costs."""

from typing import NamedTuple

LEAST = 10
_Z = 1.6448536269514722

CAME = """
SELECT coalesce(a.us <= f.us + 604800000000, FALSE) AS answered, count(*) AS people,
    count(b.who) AS returned
FROM numbered AS f LEFT JOIN answer AS a ON a.place = f.place AND a.by_creator
LEFT JOIN (
    SELECT DISTINCT n.who FROM numbered AS n JOIN came AS c ON c.who = n.who
    WHERE n.us > c.first_us + 604800000000 AND n.us <= c.first_us + 3024000000000
) AS b ON b.who = f.who
WHERE f.number = 1 AND f.state <> 'cannot_be_told'
    AND f.us + 3024000000000 <= (SELECT max(us) FROM numbered)
GROUP BY 1 ORDER BY 1
"""
"""Newcomers whose first message has a known state and whom the logs follow for five weeks."""

REPLY_WORDS = "SELECT avg(words) AS words FROM message WHERE role = 'creator' AND under IS NOT NULL"
"""How long the creator's replies are."""


class Gain(NamedTuple):
    """A difference of shares with its interval; all None where it cannot be told."""

    point: float | None
    low: float | None
    high: float | None


def loyalty_gained(answered: tuple[int, int], unanswered: tuple[int, int]) -> Gain:
    """The share of answered newcomers who came back, less that of the others.

    Definition: of (people, returned) each, with one return and one stay added to either group,
    p1 - p0 and its 90 % interval. Answered means within a week of the first message; returned means
    writing again in the four weeks after that week. Who is answered is not drawn by lot: whoever
    writes more or better may both be answered and come back. Range and unit: [-1, 1]. NULL: under
    ten people in either group. Threshold: ten people. Source: Agresti and Caffo (2000),
    doi 10.1080/00031305.2000.10474560.

    Example: 30 of 50 answered newcomers came back, and 60 of 200 others.

        >>> [round(it, 2) for it in loyalty_gained((50, 30), (200, 60))]
        [0.29, 0.17, 0.42]
    """
    if min(answered[0], unanswered[0]) < LEAST:
        return Gain(None, None, None)
    (n1, x1), (n0, x0) = answered, unanswered
    p1, p0 = (x1 + 1) / (n1 + 2), (x0 + 1) / (n0 + 2)
    spread = _Z * (p1 * (1 - p1) / (n1 + 2) + p0 * (1 - p0) / (n0 + 2)) ** 0.5
    return Gain(p1 - p0, p1 - p0 - spread, p1 - p0 + spread)
