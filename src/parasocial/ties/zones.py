"""Offsets of a time zone from UTC, as a small table that SQL can join."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FOREVER = 2**62
_MINUTE = timedelta(minutes=1)


def offsets(zone: str, from_us: int, to_us: int) -> list[tuple[int, int, int]]:
    """Rows (from_us, to_us, offset_us) of *zone* that cover all time.

    Changes of the clock inside [from_us, to_us] are found to the minute; before and after, the
    first and last offset go on.
    """
    where = ZoneInfo(zone)
    at = _EPOCH + timedelta(microseconds=from_us)
    at = at.replace(minute=0, second=0, microsecond=0)
    end = _EPOCH + timedelta(microseconds=to_us)
    rows: list[tuple[int, int, int]] = []
    start, offset = -_FOREVER, _offset(at, where)
    while at < end:
        # A day at a time; on the day of a change, in ever smaller steps up to it.
        step = timedelta(days=1)
        while step > _MINUTE and _offset(at + step, where) != offset:
            step = max(_MINUTE, step // 2 // _MINUTE * _MINUTE)
        at += step
        if (now := _offset(at, where)) != offset:
            us = (at - _EPOCH) // timedelta(microseconds=1)
            rows.append((start, us, offset))
            start, offset = us, now
    return [*rows, (start, _FOREVER, offset)]


def _offset(at: datetime, where: ZoneInfo) -> int:
    found = at.astimezone(where).utcoffset()
    return (found or timedelta()) // timedelta(microseconds=1)
