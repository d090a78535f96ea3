"""How much of the logged time lies in the night."""

from typing import NamedTuple

FROM_HOUR, TO_HOUR = 23, 5
LEAST_DAYS = 28

Hours = tuple[float, float, float]

HOURS = f"""
SELECT night, sum(ms_low) / 3600000 AS low, sum(ms_point) / 3600000 AS point,
    sum(ms_high) / 3600000 AS high
FROM (
    SELECT local_us % 86400000000 >= {FROM_HOUR} * 3600000000
            OR local_us % 86400000000 < {TO_HOUR} * 3600000000 AS night,
        ms_low, ms_point, ms_high
    FROM spent WHERE given
) GROUP BY night
"""
"""Hours of what ego did, by whether it began at night on the person's own clock."""

DAYS = "SELECT count(DISTINCT floor(local_us / 86400000000)) AS days FROM spent WHERE given"
"""On how many days ego did anything that takes time."""


class Share(NamedTuple):
    """A share with its bounds; all None where it cannot be told."""

    point: float | None
    low: float | None
    high: float | None


def night_share(night: Hours, day: Hours, days: int) -> Share:
    """The share of the logged time that began between 23:00 and 05:00 on the person's clock.

    Definition: hours of what began at night over all hours of what ego did, both by the local
    clock, daylight saving included. The bounds set one part at its lowest and the other at its
    highest. Where night begins is a convention of ours. Without a time zone from the person no
    night is known, and the lens leaves the share out.

    Range and unit: [0, 1]. NULL: no time logged, or on fewer than 28 days. Threshold: 28 days.
    Source: ours.

    Example: an hour at night, three by day.

        >>> night_share((0.5, 1.0, 2.0), (2.0, 3.0, 6.0), 200)
        Share(point=0.25, low=0.07692307692307693, high=0.5)
        >>> night_share((0.5, 1.0, 2.0), (2.0, 3.0, 6.0), 27).point is None
        True
    """
    if days < LEAST_DAYS or not night[1] + day[1]:
        return Share(None, None, None)
    return Share(
        night[1] / (night[1] + day[1]),
        night[0] / (night[0] + day[2]) if night[0] + day[2] else 0.0,
        night[2] / (night[2] + day[0]) if night[2] + day[0] else 1.0,
    )
