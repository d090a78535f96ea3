"""What share of a channel's people could be answered at all."""

WEEKS = """
SELECT week, count(*) AS messages,
    count(*) FILTER (WHERE last_week IS DISTINCT FROM week) AS people,
    count(*) FILTER (WHERE last_week IS NULL) AS new
FROM (
    SELECT CAST(floor((day + 3) / 7) AS INTEGER) AS week,
        CAST(floor((last_day + 3) / 7) AS INTEGER) AS last_week
    FROM numbered
) GROUP BY week ORDER BY week
"""
"""Fans' messages by week, counted from the Monday before the epoch."""

REPLIES = """
SELECT CAST(floor((floor((m.us + z.offset_us) / 86400000000) + 3) / 7) AS BIGINT) AS week,
    count(*) AS replies
FROM (
    SELECT DISTINCT room_no, by_place, us FROM linked WHERE role = 'creator'
    UNION SELECT room_no, by_place, us FROM called WHERE role = 'creator'
) AS m JOIN zone_offset AS z ON m.us >= z.from_us AND m.us < z.to_us
WHERE m.us IS NOT NULL GROUP BY 1 ORDER BY 1
"""
"""The creator's replies by week."""


def reply_ceiling(replies: float, people: float) -> float | None:
    """The largest share of people that so many replies could reach: min(1, R / N).

    Definition: R replies a week over N people active in a week, at most 1. It is the part of
    one-sidedness that no effort removes: with R replies at least 1 - R/N of N people stay without.
    Range and unit: [0, 1]. NULL: nobody was active. Threshold: none. Source: ours.

    Example: 40 replies a week, and 1,000 people.

        >>> reply_ceiling(40, 1000), reply_ceiling(40, 8), reply_ceiling(40, 0)
        (0.04, 1.0, None)
    """
    return min(1.0, replies / people) if people else None
