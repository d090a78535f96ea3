"""Accounts and posts as X numbers them, and what else their numbers and addresses say."""

import re

from parasocial.reading.local_times import LocalTime
from parasocial.reading.times import DAY, iso

_FIRST = 29_700_859_247  # posts have been numbered by time since 4 November 2010
_SHIFT, _SINCE_MS = 22, 1_288_834_974_657
_OPENED = iso("2006-03-21")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STATUS = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/"
    r"(?:i/web|i|(?P<handle>\w{1,20}))/status(?:es)?/(?P<post>\d{1,19})\b",
    re.IGNORECASE | re.ASCII,
)


def account(number: str | int | None, handle: str | None) -> str | None:
    """The id of an account: its number, or its handle where X has lost the number."""
    if number and (told := str(number)).isdecimal() and int(told):
        return told
    return at(handle) if handle else None


def at(handle: str) -> str:
    """A handle as an id. Handles of digits alone are not mistaken for numbers."""
    return f"@{handle.strip().removeprefix('@').lower()}"


def posted(address: str) -> tuple[str | None, str] | None:
    """Whose post an address leads to, and which; X leaves out whose, most of the time."""
    found = _STATUS.match(address)
    if found is None:
        return None
    return (at(found["handle"]) if found["handle"] else None), found["post"]


def born(post: str) -> int | None:
    """When a post was made, from its number; None for the oldest."""
    if not post.isdecimal() or not _FIRST <= int(post) < 1 << 63:
        return None
    return ((int(post) >> _SHIFT) + _SINCE_MS) * 1_000


def moment(text: str, post: str) -> LocalTime:
    """When a post was made; archives of one file per month have only the day before 2010.

    Raises:
        ValueError: The text is no such time, or one before there was an X.
    """
    if text[19:] == " +0000":
        us = iso(text[:19])
        coarse = text[11:19] == "00:00:00" and born(post) is None
        return LocalTime(us, us, us + DAY - 1) if coarse else LocalTime(us, None, None)
    if text[19:26] != " +0000 ":
        raise ValueError("no time")
    month = _MONTHS.index(text[4:7]) + 1
    us = iso(f"{text[26:]}-{month:02}-{text[8:10]}T{text[11:19]}")
    if us >= _OPENED:
        return LocalTime(us, None, None)
    if (told := born(post)) is None:
        raise ValueError("before the first post")
    return LocalTime(told, None, None)
