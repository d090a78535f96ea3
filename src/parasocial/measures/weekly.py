"""A person's weeks: hours by what the ties are, and whom they wrote to."""

from typing import NamedTuple

from parasocial.ledger import Ledger

_SQL = """
SELECT w.week, CASE WHEN w.alter_id IS NULL OR t.tie_class IN ('unattributed', 'companion')
            THEN 'unattributed'
        WHEN t.tie_class IN ('parasocial', 'one_sided') THEN 'one_way'
        WHEN t.tie_class = 'reciprocal' THEN 'reciprocal' ELSE 'other' END AS part,
    sum(w.ms_low) / 3600000 AS low, sum(w.ms_point) / 3600000 AS point,
    sum(w.ms_high) / 3600000 AS high,
    CAST(sum(w.turns_given + w.turns_received) AS BIGINT) AS turns,
    count(*) FILTER (WHERE w.turns_given > 0) AS people
FROM week_tie AS w LEFT JOIN tie AS t ON t.ego_id = w.ego_id AND t.alter_id = w.alter_id
GROUP BY 1, 2 ORDER BY 1, 2
"""


class Part(NamedTuple):
    """One part of one week.

    Attributes:
        week: Weeks since the Monday before the epoch (29 December 1969).
        part: ``one_way``, ``reciprocal``, ``other`` (not decided) or ``unattributed``.
        turns: Turns of both sides.
        people: Ties that ego wrote to.
    """

    week: int
    part: str
    low: float
    point: float
    high: float
    turns: int
    people: int


def weekly(ledger: Ledger) -> list[Part]:
    """Hours per ISO week in the person's zone, in parts that add up to all logged time.

    Unit: hours (low, point, high) and turns. NULL: none; a part without events is absent, and
    whether a week is covered at all is for the sources to say. Threshold: none. Source: ours.
    """
    return [Part(*row) for row in zip(*ledger.query(_SQL).values(), strict=True)]
