"""Ages as YouTube words them, "2 years ago": a stretch of time, never a moment."""

import re
from typing import Final, NamedTuple

from parasocial.reading.times import DAY, MINUTE, SECOND

_AGE: Final = re.compile(r"(\d+)\s+(second|minute|hour|day|week|month|year)s?\s+ago", re.ASCII)
_HOUR: Final = 60 * MINUTE
_UNITS: Final = {
    "second": (SECOND, SECOND),
    "minute": (MINUTE, MINUTE),
    "hour": (_HOUR, _HOUR),
    "day": (DAY, DAY),
    "week": (7 * DAY, 7 * DAY),
    "month": (28 * DAY, 31 * DAY),
    "year": (365 * DAY, 366 * DAY),
}
"""How short and how long a unit can be."""
_YEARS: Final = 20 * 366 * DAY


class Age(NamedTuple):
    """The latest moment, and the stretch it lies in; all None where nothing is known."""

    us: int | None = None
    low: int | None = None
    high: int | None = None


def written(age: str | None, guess: int | None, seen: int | None, since: int | None) -> Age:
    """When a comment was written.

    Args:
        age: "3 weeks ago (edited)"; in other languages it cannot be read.
        guess: What a tool made of it, in seconds since the epoch.
        seen: When the page was read, in microseconds; None where the file does not say.
        since: When the video was put up.
    """
    found = _AGE.search(age or "")
    if found is None:
        return _unread(guess, seen, since)
    count, (short, long) = int(found[1]), _UNITS[found[2]]
    if seen is not None:
        low, high = seen - (count + 1) * long, seen - count * short
    elif guess is not None:
        # From a day on, tools give the beginning of the day that they reckon.
        high = guess * SECOND + min(DAY, long)
        low = guess * SECOND - (count + 1) * (long - short) - long
    else:
        return Age()
    low = low if since is None else min(max(low, since), high)
    return Age(high, low, high)


def _unread(guess: int | None, seen: int | None, since: int | None) -> Age:
    """The age is not there, or worded in a language that we do not read."""
    if guess is None:
        return Age(None, since, seen)
    us = guess * SECOND
    return Age(us, since if since is not None else us - _YEARS, seen or us + DAY)
