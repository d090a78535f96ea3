"""What a channel costs in time, by what was written."""

from typing import NamedTuple

READ_A_MINUTE, TYPED_A_MINUTE = 238, 40
LEAST_DAYS = 7

WORDS = """
SELECT CAST(coalesce(sum(words) FILTER (WHERE role = 'fan'), 0) AS BIGINT) AS fans,
    CAST(coalesce(sum(words) FILTER (WHERE role = 'creator'), 0) AS BIGINT) AS creator,
    min(first_us) AS first_us, max(last_us) AS last_us
FROM writer
"""
"""Words of fans and of the creator, and how far the logs reach."""

NIGHT = """
SELECT count(*) AS n, count(*) FILTER (WHERE hour >= 23 OR hour < 5) AS night
FROM (
    SELECT floor(((m.us + z.offset_us) % 86400000000) / 3600000000) AS hour
    FROM message AS m JOIN zone_offset AS z ON m.us >= z.from_us AND m.us < z.to_us
    WHERE m.role = 'creator' AND m.vague_us <= 3600000000
)
"""
"""The creator's messages whose hour is known, and those between 23:00 and 5:00."""

HOURS = """
SELECT CAST(floor((s.us + z.offset_us + 259200000000) / 3600000000) AS BIGINT) % 168 AS hour,
    count(*) AS messages
FROM state AS s JOIN zone_offset AS z ON s.us >= z.from_us AND s.us < z.to_us
WHERE s.vague_us <= 3600000000 GROUP BY 1 ORDER BY 1
"""
"""Fans' messages by the hour of the week on the creator's clock, from Monday 0:00 on."""


class Load(NamedTuple):
    """Hours a week; None where the logs are too short."""

    reading: float | None
    typing: float | None


def channel_load(read: int, typed: int, days: float) -> Load:
    """Hours a week to read what fans wrote and to type what the creator wrote.

    Definition: fans' words / 238 a minute, and the creator's own / 40 a minute, over the weeks
    between the first message and the last. Whether everything was read is not known: it is what
    reading all of it takes. Range and unit: hours a week. NULL: under seven days of logs.
    Threshold: 7 days. Source: Brysbaert (2019), doi 10.1016/j.jml.2019.104047, for reading; Dhakal
    et al. (2018), doi 10.1145/3173574.3174220, whose typists of everyday texts reach 52 words a
    minute; we take 40, a convention, for time to think.

    Example: 142,800 words read and 4,800 typed in four weeks.

        >>> channel_load(142_800, 4_800, 28)
        Load(reading=2.5, typing=0.5)
    """
    if days < LEAST_DAYS:
        return Load(None, None)
    weeks = days / 7
    return Load(read / READ_A_MINUTE / 60 / weeks, typed / TYPED_A_MINUTE / 60 / weeks)
