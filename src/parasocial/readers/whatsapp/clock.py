"""What a chat's stamps mean: the order of day and month, the half of the day, the zone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from parasocial.reading.local_words import AM, PM
from parasocial.reading.times import MINUTE, SECOND, local

Order = Literal["dmy", "mdy", "ymd"]

_NUMBER = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_AM = "am a öö dop fm ap πμ ص صباحا قظ 오전 上午 午前 凌晨 早上 清晨 पूर्वाह्न"
_PM = "pm p ös odp em ip μμ م مساء بظ 오후 下午 午後 中午 晚上 अपराह्न"
_MORNING: Final = AM | {*_AM.split()}
_AFTERNOON: Final = PM | {*_PM.split()}
_ANYWHERE = 14 * 60 * MINUTE  # no zone is further from UTC
_MINUTES = {f"{minute:02}": minute * MINUTE for minute in range(60)}
_NOON = 12
_FULL_YEAR, _BUDDHIST, _BUDDHIST_FROM = 100, 543, 2400
_FIRST_BUDDHIST = 52  # 2552 is 2009, WhatsApp's first year


Moment: TypeAlias = tuple[int, int | None, int | None]
"""A time in microseconds UTC and, where it is not exact, what encloses it."""


class _Hour(NamedTuple):
    us: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Clock:
    """Turns stamps into moments.

    Attributes:
        orders: The order of day, month and year; two where the file leaves it open, the
            likelier first.
        zone: IANA name of the phone's zone; None leaves 14 hours each way.
        halves_open: The halves of the day are words that we do not know.
    """

    orders: tuple[Order, ...]
    zone: str | None = None
    halves_open: bool = False
    _hours: dict[str, _Hour] = field(default_factory=dict, repr=False)

    def moment(self, stamp: str, second: str | None, after: str) -> Moment:
        """When *stamp* was.

        Raises:
            ValueError: There is no such time.
        """
        key = stamp[:-2] + after
        found = self._hours.get(key)
        if found is None:
            found = self._hours[key] = self._hour(stamp[:-2], after)
        us, before, later = found
        us += _MINUTES.get(stamp[-2:]) or int(stamp[-2:]) * MINUTE
        if not second:
            return us, us - before, us + later + MINUTE - 1
        us += int(second) * SECOND
        if before or later:
            return us, us - before, us + later
        return us, None, None

    def _hour(self, stamp: str, after: str) -> _Hour:
        *numbers, hour = map(int, _NUMBER.findall(stamp))
        hours = self._hours_of_day(hour, _half(stamp, after))
        days = [day for order in self.orders if (day := _day(numbers, order))]
        read = [
            local(datetime(day.year, day.month, day.day, hour), self.zone)  # noqa: DTZ001
            for day in days
            for hour in hours
        ]
        if not read:
            raise ValueError("no such day")
        around = 0 if self.zone else _ANYWHERE
        return _Hour(read[0], read[0] - min(read) + around, max(read) - read[0] + around)

    def _hours_of_day(self, hour: int, half: bool | None) -> tuple[int, ...]:
        if half is not None and hour <= _NOON:
            return (hour % _NOON + _NOON * half,)
        if self.halves_open and hour <= _NOON:
            return hour % _NOON, hour % _NOON + _NOON
        return (hour,)


def orders(stamps: Sequence[str]) -> tuple[Order, ...]:
    """The orders of day, month and year in which all *stamps*, as they follow, can be read.

    A stamp that exists in one order only decides; else time runs forward. Where both orders
    pass, the separator may tell: no language puts the month first with dots or hyphens.
    """
    written = (tuple(map(int, _NUMBER.findall(stamp)[:3])) for stamp in stamps)
    days = list(dict.fromkeys(written))
    if not days:
        return ("dmy",)
    candidates: tuple[Order, ...] = ("dmy", "mdy")
    if any(day[0] >= _FULL_YEAR for day in days):
        candidates = ("ymd",)
    elif any(mark in stamps[0] for mark in "年년"):
        candidates = ("ymd", "dmy")
    read = {order: [_day(day, order) for day in days] for order in candidates}
    fewest = min(found.count(None) for found in read.values())
    left = {order: found for order, found in read.items() if found.count(None) == fewest}
    back = {order: _steps_back(found) for order, found in left.items()}
    first = min(back.values())
    kept = tuple(order for order, steps in back.items() if steps == first)
    if len(kept) > 1 and re.match(r"\d+[.\-\u2013]", stamps[0]):
        return kept[:1]
    return kept


def halves_open(words: Iterable[str], latest_hour: int) -> bool:
    """Whether *words* beside the clock are halves of the day that we do not know.

    Args:
        words: All that stands at one side of the clock.
        latest_hour: The highest hour written.
    """
    found = {tuple(_LETTERS.findall(word)) for word in words}
    unknown = all(_half(" ".join(parts), "") is None for parts in found)
    return latest_hour <= _NOON and len(found) > 1 and unknown


def _steps_back(days: Sequence[date | None]) -> int:
    known = [day for day in days if day]
    return sum(later < earlier for earlier, later in pairwise(known))


def _day(numbers: Sequence[int], order: Order) -> date | None:
    values = dict(zip(order, numbers, strict=True))
    year = values["y"]
    if year >= _BUDDHIST_FROM:
        year -= _BUDDHIST
    elif year < _FULL_YEAR:
        year += 2500 - _BUDDHIST if year >= _FIRST_BUDDHIST else 2000
    try:
        return date(year, values["m"], values["d"])
    except ValueError:
        return None


def _half(before: str, after: str) -> bool | None:
    """False in the first half of the day, True in the second, None where nothing says so."""
    words = {*_LETTERS.findall(before.casefold()), "".join(_LETTERS.findall(after.casefold()))}
    if words & _AFTERNOON:
        return True
    return False if words & _MORNING else None
