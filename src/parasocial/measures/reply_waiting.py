"""How long fans wait for an answer, those who still wait included."""

from collections.abc import Sequence
from typing import NamedTuple

WAITS = """
SELECT s.state = 'answered' AS answered,
    CASE WHEN s.state = 'answered' THEN s.answer_us - s.us ELSE e.end_us - s.us END AS us
FROM state AS s JOIN (
    SELECT log_no, max(max(last_us)) OVER (PARTITION BY source_no) AS end_us
    FROM writer JOIN shown USING (log_no) GROUP BY log_no, source_no
) AS e ON e.log_no = s.log_no
WHERE s.state <> 'cannot_be_told' AND s.us IS NOT NULL AND s.vague_us <= 60000000
    AND (s.state = 'answered' OR e.end_us - s.us <= (
        SELECT max(answer_us - us) FROM state WHERE state = 'answered' AND vague_us <= 60000000
    ))
"""
"""How long each message of known state has waited: to its answer, or to the end of its source.

Without those that have waited longer than any answer took: it is enough to know how many.
"""

KNOWN = """
SELECT count(*) FILTER (WHERE us IS NOT NULL AND vague_us <= 60000000) AS timed, count(*) AS n
FROM state WHERE state <> 'cannot_be_told'
"""
"""Messages of known state whose time is known to the minute, and all of them."""

_STEPS = 60


class Waiting(NamedTuple):
    """The curve of those who still wait, as (microseconds, share), its median, and more of it."""

    curve: list[tuple[int, float]]
    median: int | None
    within: list[float]


def reply_waiting(
    answered: Sequence[bool], waits: Sequence[int], longer: int = 0, within: Sequence[int] = ()
) -> Waiting:
    """The share of messages that still wait for an answer after so long (Kaplan and Meier).

    Definition: S(t) = product over answer times u <= t of 1 - d(u) / n(u), with d answers at u and
    n messages that had waited at least u; a message without an answer leaves at the end of its log.
    Only messages whose state is known take part; *longer* is how many more have waited longer than
    any of these. The curve has at most 60 steps; *within* are times for which the share that was
    answered by then is told by the whole of it. Range and unit: [0, 1] over microseconds. NULL: the
    median is None where fewer than half are ever answered.
    Threshold: none. Source: Kaplan and Meier (1958), doi 10.1080/01621459.1958.10501452.

    Example: answers after 1 and 3; two are without one, and left after 2 and 4.

        >>> reply_waiting([True, False, True, False], [1, 2, 3, 4], within=[2])
        Waiting(curve=[(1, 0.75), (3, 0.375)], median=3, within=[0.25])
    """
    import numpy as np

    us = np.maximum(np.asarray(waits, dtype=np.int64), 0)
    events = np.sort(us[np.asarray(answered, dtype=bool)])
    if not len(events):
        return Waiting([], None, [0.0 for _ in within])
    first = np.flatnonzero(np.diff(events, prepend=-1))
    times, deaths = events[first], np.diff(first, append=len(events))
    at_risk = longer + len(us) - np.searchsorted(np.sort(us), times, side="left")
    left = np.cumprod(1 - deaths / at_risk)
    below = np.flatnonzero(left <= 0.5)  # noqa: PLR2004
    passed = np.searchsorted(times, np.asarray(within, dtype=np.int64), side="right")
    shown = np.linspace(0, len(times) - 1, min(_STEPS, len(times))).round().astype(int)
    curve = [(int(times[i]), float(left[i])) for i in shown]
    return Waiting(
        curve,
        int(times[below[0]]) if len(below) else None,
        [float(1 - left[it - 1]) if it else 0.0 for it in passed],
    )
