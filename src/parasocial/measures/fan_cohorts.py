"""Who came when, and how many of them came back."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

ACTIVE = """
SELECT b.unit AS cohort, a.unit - b.unit AS age, count(*) AS people
FROM numbered AS n JOIN calendar AS a ON a.day = n.day
LEFT JOIN calendar AS l ON l.day = n.last_day
JOIN came ON came.who = n.who JOIN calendar AS b ON b.day = came.first_day
WHERE l.unit IS DISTINCT FROM a.unit
GROUP BY b.unit, a.unit - b.unit ORDER BY 1, 2
"""
"""People by the unit of the calendar that they first wrote in, and how many units later."""

RETURNED = """
SELECT count(*) AS people, count(*) FILTER (WHERE l.unit > f.unit) AS returned
FROM came JOIN calendar AS f ON f.day = came.first_day JOIN calendar AS l ON l.day = came.last_day
WHERE f.unit < (SELECT max(unit) FROM calendar)
"""
"""People who came before the last unit, and those of them who wrote in a later one."""


class Cohorts(NamedTuple):
    """Cohorts as (unit, active by age), and the share active by age over all of them."""

    rows: list[tuple[int, list[int]]]
    by_age: list[float]


def fan_cohorts(counts: Iterable[tuple[int, int, int]], last: int) -> Cohorts:
    """Fans by when they first wrote, and how many wrote again later.

    Definition: a cohort is everybody whose first message lies in one week, month or year; at age k
    a cohort's fan is active who wrote in the k-th unit after it. The share at age k is over the
    cohorts that the logs follow so long, each fan counting once. Triples are (unit, age, people).
    Range and unit: people; shares in [0, 1]. NULL: without a time that is fine enough a message
    has no unit, and the lens leaves its author out. Threshold: none. Source: ours.

    Example: ten came in unit 5, four of them were there in unit 6; six came in unit 6.

        >>> fan_cohorts([(5, 0, 10), (5, 1, 4), (6, 0, 6)], 6)
        Cohorts(rows=[(5, [10, 4]), (6, [6])], by_age=[0.4])
    """
    table: dict[int, dict[int, int]] = defaultdict(dict)
    for unit, age, people in counts:
        table[unit][age] = people
    rows = [
        (unit, [ages.get(age, 0) for age in range(last - unit + 1)])
        for unit, ages in sorted(table.items())
    ]
    longest = max((len(active) for _, active in rows), default=0)
    by_age = []
    for age in range(1, longest):
        followed = [active for _, active in rows if len(active) > age]
        by_age.append(sum(it[age] for it in followed) / sum(it[0] for it in followed))
    return Cohorts(rows, by_age)
