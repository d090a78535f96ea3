"""When a record was made: what the app claims, checked against the record's key."""

from typing import Any

from parasocial.reading import Here
from parasocial.reading.times import DAY, iso

_DIGITS = b"234567abcdefghijklmnopqrstuvwxyz"
_TABLE = bytearray(b"!" * 256)
for _value, _digit in enumerate(_DIGITS):
    _TABLE[_digit] = b"0123456789abcdefghijklmnopqrstuv"[_value]
_LENGTH, _CLOCK_BITS = 13, 10
_OPENED = iso("2022-11-01")  # the first post is two weeks younger


def tid(key: str) -> int | None:
    """The time in a key, microseconds UTC; None if it is no TID, or from before Bluesky.

    A TID is the microseconds since 1970 and ten bits that tell clocks apart, to the base of 32
    (atproto.com/specs/tid).
    """
    if len(key) != _LENGTH:
        return None
    try:
        us = int(key.encode().translate(_TABLE), 32) >> _CLOCK_BITS
    except ValueError:
        return None
    return us if us >= _OPENED else None


def when(record: dict[str, Any], key: str, here: Here) -> int:
    """When *record* was made.

    Apps set ``createdAt`` to what they like, keys to the moment of writing. Where the two are
    more than a day apart, as after an import of old posts, the act on Bluesky is the writing.

    Raises:
        ValueError: Neither says.
    """
    made = tid(key)
    until = here.facts.learned["until"]
    if made is not None and until is not None and made > until + DAY:
        made = None
    try:
        claimed = iso(record["createdAt"])
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        if made is None:
            raise ValueError("no time") from None
        return made
    if made is None or -DAY <= claimed - made <= DAY:
        return claimed
    return made
