"""What can be turned, the calendar, and one generator of chance per purpose and day."""

import zlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np

from .rows import Floats

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY
LAST_DAY = date(2026, 11, 1)
"""A Sunday, so that the world is made of whole ISO weeks."""
EXPORTED = int(datetime(2026, 11, 2, 3, 14, 15, tzinfo=UTC).timestamp()) * SECOND


@dataclass(frozen=True)
class Lockdown:
    """Days, both included, in which people meet less; strength 1 means not at all."""

    start: date
    end: date
    strength: float = 1.0


@dataclass(frozen=True)
class Knobs:
    """What a teacher may turn.

    Attributes:
        people: How many there are.
        years: How long, in years of 52 weeks, up to `LAST_DAY`.
        seed: The one number that everything invented follows from.
        lockdown: When friends cannot meet, if at all.
        pull: Which share of what is watched the feed serves, in [0, 1]; the rest is chosen.
        capacity: Replies a week that a creator can write.
        displacement: By how much the logarithm of contact with friends falls in a week in which
            the logarithm of one's watching rises by 1; 0 for no effect.
    """

    people: int = 2000
    years: float = 1.0
    seed: int = 7
    lockdown: Lockdown | None = None
    pull: float = 0.4
    capacity: int = 40
    displacement: float = 0.0

    def __post_init__(self) -> None:
        """Refuses values without a meaning."""
        if self.people < 30 or self.years * 52 < 1:
            raise ValueError("at least 30 people and one week are needed")
        if not 0 <= self.pull <= 1 or self.capacity < 0:
            raise ValueError("pull lies in [0, 1], capacity is not negative")
        if self.lockdown and not 0 <= self.lockdown.strength <= 1:
            raise ValueError("the strength of a lockdown lies in [0, 1]")

    @property
    def weeks(self) -> int:
        """Whole weeks."""
        return round(self.years * 52)

    @property
    def days(self) -> int:
        """Days of the world, all of them whole."""
        return self.weeks * 7

    @property
    def first_day(self) -> date:
        """The Monday on which it begins."""
        return LAST_DAY - timedelta(days=self.days - 1)

    @property
    def start(self) -> int:
        """The first moment in UTC, in microseconds."""
        day = self.first_day
        return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * SECOND

    @property
    def apart(self) -> Floats:
        """For each day how strongly people are kept apart, in [0, 1]."""
        out = np.zeros(self.days)
        if self.lockdown:
            first = (self.lockdown.start - self.first_day).days
            last = (self.lockdown.end - self.first_day).days
            out[max(first, 0) : max(last + 1, 0)] = self.lockdown.strength
        return out

    def dice(self, name: str, number: int = 0) -> np.random.Generator:
        """Chance of its own for each purpose and day: one knob does not shift the others."""
        return np.random.default_rng([self.seed, zlib.crc32(name.encode()), number])
