"""How often somebody watched for long at a stretch."""

from typing import Any, NamedTuple

PAUSE_MS = 15 * 60_000
LONG_MS = 2 * 3_600_000
MANY = 10
LEAST_WEEKS = 4

WATCHED = """
SELECT CAST(floor(s.us / 1000) AS BIGINT) AS start_ms, s.ms_low, s.ms_point, s.ms_high,
    s.form IS NULL OR s.form NOT IN ('short', 'story', 'post') AS full_length
FROM spent AS s WHERE s.given AND s.channel = 'view' ORDER BY start_ms
"""
"""Everything that ego watched, with how long it lasted at least, likely and at most."""


class Sittings(NamedTuple):
    """How many sittings there were, how many were long, and the hours watched in the longest."""

    all: int
    long: int
    longest: float


def long_sittings(start_ms: Any, lasted_ms: Any, full_length: Any, weeks: float) -> Sittings | None:
    """How many times a person watched for two hours, or ten full videos, at a stretch.

    Definition: a sitting is a run of watching with pauses under 15 minutes, on all platforms
    together; a pause reaches from the end of one to the start of the next. It is long from two
    hours of watching on, pauses not counted, or from ten videos that are no shorts, stories or
    posts. All three numbers are conventions of ours, none a limit that anybody was shown to need.
    The lens counts three times, with durations at their lowest, likely and highest, and reports
    the range.

    Unit: sittings; hours. NULL: no log of watching of four weeks. Threshold: four covered weeks.
    Source: ours.

    Args:
        start_ms: When each view began, in milliseconds, rising.
        lasted_ms: How long each lasted.
        full_length: Whether each is no short, story or post.
        weeks: How many weeks the exports' logs of watching cover.

    Example: twelve videos of six minutes, ten minutes apart, and one the day after.

        >>> from numpy import arange, append, full
        >>> starts = append(arange(12) * 600_000, 86_400_000)
        >>> long_sittings(starts, full(13, 360_000), full(13, True), weeks=10)
        Sittings(all=2, long=1, longest=1.2)
        >>> long_sittings(starts, full(13, 360_000), full(13, True), weeks=1) is None
        True
    """
    import numpy as np

    if not len(start_ms) or weeks < LEAST_WEEKS:
        return None
    ends = np.maximum.accumulate(start_ms + lasted_ms)
    first = np.append(True, start_ms[1:] - ends[:-1] >= PAUSE_MS)
    at = np.flatnonzero(first)
    watched = np.add.reduceat(lasted_ms, at)
    videos = np.add.reduceat(full_length.astype(np.int64), at)
    long = (watched >= LONG_MS) | (videos >= MANY)
    return Sittings(len(at), int(long.sum()), float(watched.max()) / 3_600_000)
