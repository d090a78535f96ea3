"""Times as platforms write them, to microseconds since the epoch, UTC."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLIS_FROM = 100_000_000_000  # in seconds this is the year 5138; in milliseconds, 1973
DAY = 86_400_000_000
MINUTE = 60_000_000
SECOND = 1_000_000


def micros(at: datetime) -> int:
    """An aware time as microseconds."""
    since = at - _EPOCH
    return (since.days * 86_400 + since.seconds) * SECOND + since.microseconds


def iso(text: str) -> int:
    """An ISO time; without a zone it is UTC.

    Raises:
        ValueError: The text is no ISO time.
    """
    at = datetime.fromisoformat(text.removesuffix(" UTC"))
    return micros(at if at.tzinfo else at.replace(tzinfo=UTC))


def epoch(number: float) -> int:
    """Seconds or milliseconds since the epoch, told apart by their size.

    Raises:
        ValueError: The number is zero, which platforms write for "unknown".
    """
    if not number:
        raise ValueError("no time")
    if abs(number) < _MILLIS_FROM:
        return round(number * SECOND)
    return round(number * 1_000)


def local(at: datetime, zone: str | None) -> int:
    """A naive local time in *zone* (an IANA name, UTC if None) as microseconds."""
    return micros(at.replace(tzinfo=ZoneInfo(zone) if zone else UTC))


def timestamp(us: int) -> datetime:
    """Microseconds as an aware time in UTC."""
    return _EPOCH + timedelta(microseconds=us)
