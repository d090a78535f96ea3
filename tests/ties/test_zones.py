"""Offsets of zones, against the standard library, around every change of the clock."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from parasocial.ties.zones import offsets

MINUTE = 60_000_000
FROM, TO = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) * 1_000_000 for year in (2003, 2025))
ZONES = ("UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Tehran",
         "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Apia")  # fmt: skip


@pytest.mark.thorough
@pytest.mark.parametrize("zone", ZONES)
def test_every_minute_has_its_offset(zone: str) -> None:
    rows = offsets(zone, FROM, TO)
    assert rows[0][0] == -(2**62)
    assert rows[-1][1] == 2**62
    assert all(one[1] == other[0] for one, other in pairwise(rows))
    for start, end, offset in rows:
        for us in (max(start, FROM), min(end, TO) - MINUTE, (max(start, FROM) + min(end, TO)) // 2):
            at = datetime.fromtimestamp(us / 1_000_000, UTC).astimezone(ZoneInfo(zone))
            assert at.utcoffset() == timedelta(microseconds=offset), (zone, at)


def test_an_empty_log_has_one_offset() -> None:
    assert offsets("Asia/Kathmandu", 0, 0) == [(-(2**62), 2**62, 19_800_000_000)]
