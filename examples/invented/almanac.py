"""The twenty months that the exports cover, and how they drift."""

from datetime import UTC, date, datetime, timedelta
from random import Random

SEED = 20261102
FIRST_DAY = date(2025, 3, 1)
LAST_DAY = date(2026, 10, 31)
EXPORTED = datetime(2026, 11, 2, 3, 14, 15, tzinfo=UTC)
LOCAL = timedelta(hours=7)
"""Jakarta, which has no daylight saving time."""

_DIP = (date(2026, 3, 1), date(2026, 5, 31))
_RAMP_DAYS = 14
_HOURS = (7, 8, 12, 13, 16, 17, 18, 19, 20, 21, 22)
_HOUR_WEIGHTS = (4, 3, 5, 3, 3, 5, 6, 8, 10, 9, 5)


def dice(*names: object) -> Random:
    """A random generator of its own for each name: one change does not shift the others."""
    return Random(":".join(map(str, (SEED, *names))))


def days(since: date = FIRST_DAY) -> list[date]:
    """Every day from `since` to the last one, both included."""
    return [since + timedelta(days=n) for n in range((LAST_DAY - since).days + 1)]


def company(day: date) -> float:
    """How much is written with friends, 1 being usual: it dips in March to May 2026."""
    return 1 - 0.6 * _depth(day)


def watching(day: date) -> float:
    """How much is watched, 1 being usual: it rises while `company` dips."""
    return 1 + 0.28 * _depth(day)


def _depth(day: date) -> float:
    """How deep in the dip a day lies: 0 outside, 1 inside, a ramp of two weeks at both ends."""
    inside = min((day - _DIP[0]).days, (_DIP[1] - day).days) + 1
    return min(1.0, max(0.0, inside / _RAMP_DAYS))


def moment(day: date, hour: float, rng: Random) -> int:
    """A local hour of a day as UTC milliseconds, with a random second and millisecond."""
    return _midnight(day) + int(hour * 3600) * 1000 + rng.randrange(60_000)


def _midnight(day: date) -> int:
    """The local beginning of a day, as UTC milliseconds."""
    begun = datetime(day.year, day.month, day.day, tzinfo=UTC) - LOCAL
    return int(begun.timestamp()) * 1000


def waking_moment(day: date, rng: Random) -> int:
    """A moment at which people write, as UTC milliseconds: mostly evenings."""
    hour = rng.choices(_HOURS, _HOUR_WEIGHTS)[0]
    return moment(day, hour + rng.random(), rng)


def end_ms() -> int:
    """The first moment after the last day, as UTC milliseconds."""
    return _midnight(LAST_DAY + timedelta(days=1))


def utc(ms: int) -> datetime:
    """UTC milliseconds as a date and time in UTC."""
    return datetime.fromtimestamp(ms // 1000, tz=UTC).replace(microsecond=ms % 1000 * 1000)


def local(ms: int) -> datetime:
    """UTC milliseconds as the date and time on the wall in Jakarta."""
    return utc(ms) + LOCAL
