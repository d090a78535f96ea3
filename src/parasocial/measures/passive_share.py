"""How much of the logged time is looking and listening."""

from typing import NamedTuple

LEAST_EVENTS = 50

Hours = tuple[float, float, float]

HOURS = """
SELECT channel IN ('view', 'listen') AS passive, count(*) AS events,
    sum(ms_low) / 3600000 AS low, sum(ms_point) / 3600000 AS point, sum(ms_high) / 3600000 AS high
FROM spent WHERE given AND platform IN (
    SELECT s.platform FROM coverage AS c JOIN source AS s ON s.source_no = c.source_no
    WHERE c.channel IN ('view', 'listen') AND c.from_us IS NOT NULL)
GROUP BY 1
"""
"""Hours of watching and of everything that ego did, where a log of watching exists."""


class Share(NamedTuple):
    """A share with its bounds; all None where it cannot be told."""

    point: float | None
    low: float | None
    high: float | None


def passive_share(passive: Hours, active: Hours, events: int) -> Share:
    """The share of the logged time that is watching and listening, as against doing.

    Definition: hours of views and listens over hours of all that ego did on platforms whose
    export logs views or listens: doing is writing, reacting, saving, searching, calling, giving.
    The bounds set one part at its lowest and the other at its highest. What it does to anybody
    is disputed; it is shown as evidence of a habit and decides no type.

    Range and unit: [0, 1]. NULL: no log of watching, or fewer than 50 events in it.
    Threshold: 50 events. Source: the habit after Nonnecke & Preece, *Lurker demographics* (2000),
    doi 10.1145/332040.332409; the dispute in Valkenburg et al. (2022),
    doi 10.1177/14614448211065425.

    Example: three hours watched, one hour of messages, each within a range.

        >>> passive_share((2.0, 3.0, 4.0), (0.5, 1.0, 2.0), 90)
        Share(point=0.75, low=0.5, high=0.8888888888888888)
        >>> passive_share((2.0, 3.0, 4.0), (0.5, 1.0, 2.0), 9).point is None
        True
    """
    if events < LEAST_EVENTS or not passive[1] + active[1]:
        return Share(None, None, None)
    return Share(
        passive[1] / (passive[1] + active[1]),
        passive[0] / (passive[0] + active[2]) if passive[0] + active[2] else 0.0,
        passive[2] / (passive[2] + active[0]) if passive[2] + active[0] else 1.0,
    )
