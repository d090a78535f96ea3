"""What several platforms write alike: times, JSON, tables."""

import csv
import io
import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def when(us: int) -> datetime:
    """Microseconds as a time in UTC, to the microsecond."""
    return _EPOCH + timedelta(microseconds=us)


def local(us: int, zone: str) -> datetime:
    """Microseconds as the time on the wall in *zone*."""
    return when(us).astimezone(_zone(zone))


@lru_cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def plain(us: int) -> str:
    """``2026-11-02 03:14:15``, UTC."""
    return f"{when(us):%Y-%m-%d %H:%M:%S}"


def iso(us: int, step: str = "milliseconds") -> str:
    """``2026-11-02T03:14:15.000Z``, to the *step* that `datetime.isoformat` knows."""
    return when(us).replace(tzinfo=None).isoformat(timespec=step) + "Z"


def as_json(body: object, indent: int | None = None) -> bytes:
    """JSON in UTF-8."""
    return json.dumps(body, ensure_ascii=False, indent=indent).encode()


def meta_json(body: object, indent: int | None = None) -> bytes:
    """JSON as Meta writes it: every byte of UTF-8 as a character of its own."""
    return _NOT_ASCII.sub(lambda found: b"\\u%04x" % found[0][0], as_json(body, indent))


def sheet(header: str, rows: Iterable[Iterable[object]]) -> bytes:
    """CSV under a *header*, which is written as it will stand there."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header.split(","), *rows])
    return out.getvalue().encode()
