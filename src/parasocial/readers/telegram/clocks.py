"""When something happened: exact since 2021, before that by the clock of a computer."""

from parasocial.readers.telegram.records import Message, Reactor
from parasocial.reading import Here
from parasocial.reading.local_times import LocalTime, local_time
from parasocial.reading.times import DAY, MINUTE, SECOND, iso


def sent(it: Message, here: Here) -> LocalTime:
    """When something happened; until 2021 only by the computer's clock."""
    if it.date_unixtime is not None:
        return LocalTime(int(it.date_unixtime) * SECOND, None, None)
    return _clock(it.date, here)


def _clock(date: str, here: Here) -> LocalTime:
    if date.endswith("Z"):
        return LocalTime(iso(date), None, None)
    return local_time(date, zone=here.facts.zone)


def reacted(it: Reactor, message: Message, at: LocalTime, here: Here) -> LocalTime:
    """When somebody reacted, which is told by the clock that told when the message was sent."""
    if message.date_unixtime is None:
        return _clock(it.date, here)
    us = iso(it.date) - iso(message.date) + at.us
    if abs(us - at.us) < DAY:
        return LocalTime(us, None, None)
    hour = 60 * MINUTE  # clocks may have changed in between
    return LocalTime(us, us - hour, us + hour)
