"""Whose export it is, when it was made, and who talks in which chat."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from parasocial.export import Export
from parasocial.readers.reddit.names import name_of
from parasocial.readers.reddit.sheets import Cells, sheet
from parasocial.reading import Asked, Broken, Facts, File
from parasocial.reading.model import UNREADABLE
from parasocial.reading.times import DAY, iso

MESSAGES = "messages.csv|messages_[0-9]*.csv"
ARCHIVE = "messages_archive.csv|messages_archive_[0-9]*.csv"
CHATS = "chat_history.csv|chat_history_[0-9]*.csv"
_ALL = (MESSAGES, ARCHIVE, CHATS)
_WRAPPER = re.compile(r"export_(?P<who>[\w-]+)_(?P<day>\d{8})(?!\d).*", re.ASCII)
_DIRECT = 2


@dataclass(slots=True)
class Chat:
    """One chat.

    Attributes:
        voices: Who writes there.
        is_told: Its name has been told.
    """

    voices: set[str] = field(default_factory=set)
    name: str = ""
    is_group: bool = False
    is_told: bool = False


def facts(export: Export, asked: Asked) -> Facts:
    """What is known about *export* before its first record is read."""
    said = {
        row.get("statistic", "").strip().casefold(): row.get("value", "").strip()
        for row in _rows(export, "statistics.csv")
    }
    wrapper, day = _wrapper(export)
    chats = _chats(export)
    mine = [it.id for it in map(name_of, asked.me) if it]
    account = said.get("account name") or wrapper or _speaker(export, chats, mine)
    exported = _time(said.get("export time", ""))
    return Facts(
        ego=frozenset((*mine, *filter(None, (account,)))),
        account=account,
        exported_us=day if exported is None else exported,
        zone=asked.zone,
        layout="CSV",
        learned={"chats": chats},
    )


def _rows(export: Export, *patterns: str) -> Iterator[Cells]:
    """The rows of some tables, as far as they can be read."""
    for member in export.matching(*(it for pattern in patterns for it in pattern.split("|"))):
        with suppress(*UNREADABLE):
            for batch in sheet(File(member), None).batches:
                yield from (row for row in batch if not isinstance(row, Broken))


def _wrapper(export: Export) -> tuple[str | None, int | None]:
    """Ego's name and the day of the export, from what the zip or folder is called."""
    for top in (export.title, *export.tops()):
        if found := _WRAPPER.fullmatch(top):
            day = _time(found["day"])
            return found["who"], None if day is None else day + DAY - 1
    return None, None


def _time(text: str) -> int | None:
    with suppress(ValueError):
        return iso(text)
    return None


def _chats(export: Export) -> dict[str, Chat]:
    """The chats by address."""
    found: dict[str, Chat] = {}
    for row in _rows(export, CHATS):
        chat = found.setdefault(row.get("channel_url", ""), Chat())
        if who := name_of(row.get("username", "")):
            chat.voices.add(who.id)
        chat.name = row.get("channel_name") or chat.name
        kind = row.get("conversation_type", "").casefold()
        chat.is_group |= bool(row.get("subreddit")) or "group" in kind
    for chat in found.values():
        chat.is_group |= len(chat.voices) > _DIRECT
    return found


def _speaker(export: Export, chats: dict[str, Chat], mine: Sequence[str]) -> str | None:
    """Who of *mine* stands in the messages, else the one name that stands in all of them."""
    places = [chat.voices for chat in chats.values() if chat.voices]
    for row in _rows(export, MESSAGES, ARCHIVE):
        ends = (name_of(row.get(end, "")) for end in ("from", "to"))
        places.append({it.id for it in ends if it and not it.is_community})
    counts = Counter(name for place in places for name in place)
    if named := next((it for it in mine if it in counts), None):
        return named
    common = [name for name, count in counts.items() if count == len(places)]
    return common[0] if len(common) == 1 and len(places) > 1 else None
