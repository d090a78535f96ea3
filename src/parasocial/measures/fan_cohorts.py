"""Who came when, and how many of them came back."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

ACTIVE = """
WITH active AS (
    SELECT DISTINCT n.who, c.unit FROM numbered AS n JOIN calendar AS c ON c.day = n.day
), born AS (
    SELECT who, min(unit) AS cohort FROM active GROUP BY who
)
SELECT b.cohort, a.unit - b.cohort AS age, count(*) AS people
FROM active AS a JOIN born AS b ON b.who = a.who
GROUP BY b.cohort, a.unit - b.cohort ORDER BY 1, 2
"""
"""People by the unit of the calendar that they first wrote in, and how many units later."""

RETURNED = """
WITH active AS (
    SELECT DISTINCT n.who, c.unit FROM numbered AS n JOIN calendar AS c ON c.day = n.day
)
SELECT count(*) AS people, count(*) FILTER (WHERE units > 1) AS returned FROM (
    SELECT who, count(*) AS units FROM active GROUP BY who
    HAVING min(unit) < (SELECT max(unit) FROM active)
)
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
