"""Times as platforms write them for people: localised words, local clocks, no certain zone."""

import re
from collections import deque
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from parasocial.reading.local_words import AM, BEFORE_NUMBER, MONTHS, OFFSETS, PM
from parasocial.reading.times import DAY, MINUTE, SECOND, local

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2009\u202f"), " ")
_MARKS = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_FOLD = _SPACES | _MARKS
_CLOCK = re.compile(
    r"(?<![\d+\u2212-])(\d{1,2}) ?(?::|h|นาฬิกา) ?(\d{2})(?: ?(?::|min|นาที) ?(\d{2}))?(?!\d)"
)
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?!\.?\d)")
_OFFSET = re.compile(r"(?:GMT|UTC|\B)([+\u2212-])(\d{1,2})(?::?(\d{2}))?(?![\d/.-])")
_ZONE = re.compile(r"\b[A-Z]{1,5}\b")
_HALF = re.compile(r"\b([ap])\.? ?m\b", re.IGNORECASE)
_TOKEN = re.compile(r"\d+|[^\W\d][^\d\s,/()'\u2019+-]*")
_NOON = 12
_EPOCH = date(1970, 1, 1).toordinal()
_FULL_YEAR, _BUDDHIST_FROM, _BUDDHIST = 100, 2400, 543
_ANYWHERE = 14 * 60 * MINUTE  # no zone is further from UTC


class LocalTime(Struct, frozen=True, gc=False):
    """A time that a text gives, in microseconds UTC.

    ``us`` is the start of the known second, minute or day in the likeliest reading; ``us_low``
    and ``us_high`` enclose every reading, and are None where the time is exact to the second.
    """

    us: int
    us_low: int | None
    us_high: int | None


class _Day(Struct, frozen=True, gc=False):
    """A local midnight, how far off it can be, and how the clock of that day is meant."""

    us: int
    before: int
    after: int
    half: int | None
    turns: date | None  # the day itself, where clocks change on it


def local_time(text: str, *, zone: str | None, day_first: bool | None = None) -> LocalTime:
    """Read a localised date and time.

    Args:
        text: "Jan 15, 2021, 6:54:12 PM BST", "15.01.2021, 18:54:12 MEZ", "15 ม.ค. 2564 18:54".
            A zone that it names is applied as that fixed offset on every date: platforms
            print the zone of the day of the export.
        zone: IANA name of the zone that is meant where the text names none, and that decides
            between zones of one name. Without either, the time is read as UTC and may be 14
            hours off.
        day_first: Whether 3/4/2021 is 3 April. None leaves both readings open.

    Raises:
        ValueError: The text is no date that we can read.
    """
    if not text.isascii():
        text = text.replace("\u202f", " ").replace("\u00a0", " ")  # quicker than the full table
        text = text if text.isascii() else text.translate(_FOLD)
    near = max(text.find(":") - 3, 0)
    clock = _CLOCK.search(text, near) or _CLOCK.search(text) or _last(_DOTTED.finditer(text))
    if clock is None:
        day = _day(text, "", zone, day_first)
        return LocalTime(day.us, day.us - day.before, day.us + day.after + DAY - 1)
    hour, minute, second = clock.groups()
    day = _day(text[: clock.start()], text[clock.end() :], zone, day_first)
    seconds = _seconds(int(hour), int(minute), int(second or 0), day.half)
    us = day.us + seconds * SECOND
    if day.turns and zone:
        us = local(datetime.combine(day.turns, time()) + timedelta(seconds=seconds), zone)
    if second and not day.before and not day.after:
        return LocalTime(us, None, None)
    return LocalTime(us, us - day.before, us + day.after + (0 if second else MINUTE - 1))


def _last(found: Iterator[re.Match[str]]) -> re.Match[str] | None:
    return next(iter(deque(found, maxlen=1)), None)


def _seconds(hour: int, minute: int, second: int, half: int | None) -> int:
    if half is not None and hour <= _NOON:
        hour = hour % _NOON + half
    if hour > 23 or minute > 59 or second > 59:  # noqa: PLR2004
        raise ValueError("no time of day")
    return (hour * 60 + minute) * 60 + second


@lru_cache(maxsize=4096)
def _day(before: str, after: str, zone: str | None, day_first: bool | None) -> _Day:
    """What everything around the clock says; the same for all times of one day."""
    text = f"{before} {_OFFSET.sub(' ', after)}"
    days = _dates(text, day_first)
    offsets = _offsets(after, zone, days[0])
    turns = None
    if not offsets and zone:
        first, last = (_offset(zone, days[0], at) for at in (time(), time.max))
        offsets, turns = (first,), (days[0] if first != last else None)
    midnights = [(day.toordinal() - _EPOCH) * DAY for day in days]
    starts = [at - offset * MINUTE for at in midnights for offset in offsets or (0,)]
    us = starts[0]
    unknown = 0 if offsets else _ANYWHERE
    low, high = us - min(starts) + unknown, max(starts) - us + unknown
    return _Day(us, low, high, _half(f"{after} {before}"), turns)


def _dates(text: str, day_first: bool | None) -> list[date]:
    """Every date that the words and numbers of *text* can mean, earliest first."""
    numbers: list[int] = []
    month = None
    named = False
    for token in _TOKEN.findall(text):
        if not token[0].isdigit():
            word = token.casefold().rstrip(".")
            named = word in BEFORE_NUMBER
            month = MONTHS.get(word, month)
        elif named:
            month, named = int(token), False
        else:
            numbers.append(int(token))
    if month is not None:
        first, second = numbers
        return [_date(first, month, second)]
    first, second, third = numbers
    if first >= _FULL_YEAR:
        return [_date(first, second, third)]
    if day_first is None and "/" not in text:
        day_first = True
    orders = {(first, second), (second, first)}
    if day_first is not None and max(first, second) <= _NOON:
        orders = {(first, second) if day_first else (second, first)}
    if days := sorted(_date(day, month, third) for day, month in orders if month <= _NOON):
        return days
    raise ValueError("no month")


def _date(day: int, month: int, year: int) -> date:
    if day >= _FULL_YEAR:
        day, year = year, day
    if year < _FULL_YEAR:
        year += 2000
    return date(year - _BUDDHIST if year > _BUDDHIST_FROM else year, month, day)


def _offsets(after: str, zone: str | None, day: date) -> tuple[int, ...]:
    """Minutes east of UTC that the text names; several where its word has several meanings."""
    if found := _OFFSET.search(after):
        sign, hours, minutes = found.groups()
        east = int(hours) * 60 + int(minutes or 0)
        return (east if sign == "+" else -east,)
    named = next((OFFSETS[word] for word in _ZONE.findall(after) if word in OFFSETS), ())
    if len(named) > 1 and zone:
        here = {_offset(zone, day.replace(month=month, day=1), time()) for month in (1, 7)}
        return tuple(offset for offset in named if offset in here) or named
    return named


def _offset(zone: str, day: date, at: time) -> int:
    east = ZoneInfo(zone).utcoffset(datetime.combine(day, at))
    return round((east or timedelta()) / timedelta(minutes=1))


def _half(text: str) -> int | None:
    if found := _HALF.search(text):
        return 0 if found[1] in "aA" else _NOON
    words = {token.casefold().rstrip(".") for token in _TOKEN.findall(text)}
    if words & AM:
        return 0
    return _NOON if words & PM else None
