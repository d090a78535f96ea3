"""Days and weeks as the person lives them."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MONDAY = date(1969, 12, 29)
"""The Monday before the epoch, from which weeks are counted."""


def day(us: int | None, zone: str) -> str | None:
    """The ISO date of a time in *zone*."""
    if us is None:
        return None
    return (_EPOCH + timedelta(microseconds=us)).astimezone(ZoneInfo(zone)).date().isoformat()


@lru_cache(maxsize=4096)
def week(number: int) -> str:
    """The ISO week of a number of weeks since the Monday before the epoch.

    >>> week(0), week(2900)
    ('1970-W01', '2025-W31')
    """
    year, iso_week, _ = (MONDAY + timedelta(weeks=number)).isocalendar()
    return f"{year}-W{iso_week:02d}"


def week_number(iso_date: str) -> int:
    """Which week, counted from the Monday before the epoch, a date lies in."""
    return (date.fromisoformat(iso_date) - MONDAY).days // 7
