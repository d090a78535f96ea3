"""Each tie's weeks, place by place: what a page needs to show any part of the time at once."""

from typing import Any

from parasocial.ledger import Ledger

_PLACES = """
SELECT DISTINCT s.platform, c.channel
FROM coverage AS c JOIN source AS s ON s.source_no = c.source_no ORDER BY ALL
"""
_SQL = """
SELECT CAST(coalesce(o.n, -1) AS BIGINT) AS tie, p.n AS place,
    CAST(floor((w.local_us + 259200000000) / 604800000000) AS BIGINT) AS week,
    CAST(sum(w.ms_low) AS BIGINT) AS ms_low, CAST(sum(w.ms_point) AS BIGINT) AS ms_point,
    CAST(sum(w.ms_high) AS BIGINT) AS ms_high,
    CAST(sum(w.act_given) AS BIGINT) AS acts_given,
    CAST(sum(w.act_received) AS BIGINT) AS acts_received,
    CAST(sum(w.act_given * w.starts) AS BIGINT) AS turns_given,
    CAST(sum(w.act_received * w.starts) AS BIGINT) AS turns_received,
    CAST(sum(w.session) AS BIGINT) AS sessions
FROM (
    SELECT alter_id, platform, channel, local_us, ms_low, ms_point, ms_high,
        0 AS act_given, 0 AS act_received, 0 AS starts, 0 AS session
    FROM spent
    UNION ALL
    SELECT alter_id, platform, channel, local_us, 0, 0, 0,
        CASE WHEN given THEN 1 ELSE 0 END, CASE WHEN given THEN 0 ELSE 1 END, starts, 0
    FROM turn
    UNION ALL
    SELECT alter_id, platform, channel, local_us, 0, 0, 0, 0, 0, 0, starts FROM watch
) AS w
JOIN place_number AS p ON p.platform = w.platform AND p.channel = w.channel
LEFT JOIN (
    SELECT alter_id, row_number() OVER (ORDER BY weekly_point DESC,
        turns_given + turns_received DESC, alter_id) - 1 AS n
    FROM tie
) AS o ON o.alter_id = w.alter_id
GROUP BY 1, 2, 3
"""


def tie_weeks(ledger: Ledger) -> tuple[list[tuple[str, str]], dict[str, Any]]:
    """Time, acts, turns and sessions of every tie per ISO week, platform and channel.

    Definition: sums of what the tie itself rests on, so that all weeks and places together give
    its own amounts. The places come first, as platform and channel; then columns: ``tie`` is its
    place in the order of the findings, -1 for time with nobody named; ``place`` an index into
    the places; weeks count from the Monday before the epoch.

    Unit: milliseconds (low, point, high), acts, turns, sessions; NumPy arrays of one length.
    Range: 0 and above. NULL: none; what did not happen is absent. Threshold: none of its own.
    Source: ours.
    """
    places: list[tuple[str, str]] = list(zip(*ledger.query(_PLACES).values(), strict=True))
    ledger.table(
        "place_number",
        {"platform": "VARCHAR", "channel": "VARCHAR", "n": "BIGINT"},
        [(*place, at) for at, place in enumerate(places)],
    )
    return places, ledger.arrays(_SQL)
