"""What is known of a Twitch export before its first record: whose, when, which layout."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import msgspec

from parasocial.export import Export, Member
from parasocial.readers.twitch.events import LOOK, unfollows
from parasocial.readers.twitch.sheets import CHANNEL, TIME, Sheet, login
from parasocial.reading import Asked, Broken, Facts, File
from parasocial.reading.model import UNREADABLE
from parasocial.reading.times import iso

WATCHED = "minute_watched.csv"
UNFOLLOWED = "unfollow.csv"

_BEGINNING = iso("2011-06-06")  # of Twitch; a date before it is none
_HEAD = 4_096
_MANY = 1 << 20
_MINUTE = re.compile(rb"(?m)^minute[-_]watched,")
_LINKS = Sheet((TIME, CHANNEL))


def facts(export: Export, asked: Asked) -> Facts:
    """Ego's login and id, and which follows were taken back."""
    about = next((it for it in map(_read, export.matching("metadata.json")) if it), {})
    name, number = login(_text(about.get("Username"))), _text(about.get("UserID"))
    ego = [it for it in (name, number, *map(login, asked.me)) if it]
    watched = export.matching(WATCHED)
    return Facts(
        ego=frozenset(ego),
        account=next(filter(None, (name, *map(login, asked.me))), None),
        exported_us=_made(_text(about.get("EndTime"))),
        layout=_layout(watched, export),
        learned={"left": dict(sorted(_left(export))), "watched": _is_watched(export)},
    )


def _read(member: Member) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(File(member).content)
    except UNREADABLE:
        return {}
    return found if isinstance(found, dict) and "Username" in found else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _made(time: str) -> int | None:
    with suppress(ValueError):
        made = iso(time)
        return made if made > _BEGINNING else None
    return None


def _layout(watched: list[Member], export: Export) -> str:
    if not watched:
        single = any(LOOK.search(_head(member)) for member in export.matching("*.csv"))
        return "one table of events" if single else "tables, without minutes watched"
    by_day = any(b"minutes_logged" not in _head(member) for member in watched)
    return "tables, minutes by day" if by_day else "tables, minute by minute"


def _is_watched(export: Export) -> bool:
    """Whether the export has minutes watched, in a table of their own or among the events."""
    if export.matching(WATCHED):
        return True
    events = [it for it in export.matching("*.csv") if LOOK.search(_head(it))]
    return any(_MINUTE.search(_head(it, _MANY)) for it in events)


def _head(member: Member, size: int = _HEAD) -> bytes:
    try:
        return member.head(size)
    except UNREADABLE:
        return b""


def _left(export: Export) -> Iterator[tuple[str, int]]:
    """Channels and when ego stopped following them."""
    for member in export.matching("*.csv"):
        with suppress(*UNREADABLE):
            for time, channel in _taken_back(member):
                with suppress(ValueError):
                    yield login(channel), iso(time)


def _taken_back(member: Member) -> Iterator[tuple[str, str]]:
    if member.path.name.casefold() == UNFOLLOWED:
        for batch in _LINKS(File(member), None).batches:
            yield from (cells for cells in batch if not isinstance(cells, Broken))
    elif LOOK.search(_head(member)):
        yield from unfollows(File(member))
