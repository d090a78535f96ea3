"""What was said: direct messages both ways, comments, live chat, gifts."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from parasocial.readers.tiktok.attention import stream
from parasocial.readers.tiktok.fields import field, linked, named, when
from parasocial.reading import Broken, File, Here, Meaning, Table
from parasocial.reading.shapes import items
from parasocial.schema import EGO, Account, Addressed, Channel, Form, Interaction, Kind

_TITLE = re.compile(r"(?:>>> *)?(?:(?:Group )?Chat History with )?(.*?)[\s:]*", re.DOTALL)
_ONLY_A_LINK = re.compile(r"https?://\S+")
LIVES = items("TikTok Live/Watch Live History/WatchLiveMap")


def direct(row: tuple[str, Mapping[str, Any]], here: Here) -> Meaning:
    """A direct message between ego and the account that the chat is named after.

    Raises:
        ValueError: The sender is neither.
    """
    key, message = row
    other = title(key)
    sender = field(message, "From")
    if sender is None or not other:
        raise ValueError("no sender")
    given = sender in here.facts.ego
    if not given and sender != other:
        if here.facts.ego:
            raise ValueError("a third sender")
        given = True  # a chat of two: who is not the other is ego
    return Interaction(
        Channel.MESSAGE,
        EGO if given else other,
        other if given else EGO,
        when(message),
        form=Form.CHAT,
        **_said(field(message, "Content"), given=given),
    )


def group(row: tuple[str, Mapping[str, Any]], here: Here) -> Meaning:
    """A message in a group chat.

    Raises:
        ValueError: It has no sender, or nothing says which of the senders is ego.
    """
    key, message = row
    name = title(key)
    sender = field(message, "From")
    if sender is None or not name or not here.facts.ego:
        raise ValueError("no sender")
    actor = here.who(sender)
    room = f"group:{name}"
    said = Interaction(
        Channel.MESSAGE,
        actor,
        room,
        when(message),
        addressed=Addressed.GROUP,
        form=Form.CHAT,
        group=room,
        **_said(field(message, "Content"), given=actor is EGO),
    )
    return said, Account(room, name=name, kind=Kind.GROUP, evidence="listed as a group chat")


def comment(row: Mapping[str, Any], here: Here) -> Meaning:
    """A comment of ego's; newer exports say under which video, some of these by whom."""
    del here
    link = linked(field(row, "originalPostUrl", "original post link", "Link", "Url"))
    us = when(row)
    if us is None:
        raise ValueError("no time")
    return Interaction(
        Channel.COMMENT,
        EGO,
        link.author,
        us,
        item=link.item,
        form=link.form,
        **_said(field(row, "Comment"), given=True),
    )


def live_chats(file: File, row: Any) -> Table:
    """What ego wrote in live streams, one line each: stream, address, comment or question."""
    table = LIVES(file, row)

    def lines() -> Iterator[list[Any]]:
        for batch in table.batches:
            yield [line for it in batch if not isinstance(it, Broken) for line in _lines(*it)]

    return Table(lines())


def live_chat(row: tuple[str, Any, Mapping[str, Any]], here: Here) -> Meaning:
    """A comment or a question in a live stream."""
    del here
    key, address, said = row
    link = linked(field({"Link": address}, "Link"))
    us = when(said, "CommentTime")
    return Interaction(
        Channel.LIVE_CHAT,
        EGO,
        link.author,
        when(said, "QuestionTime") if us is None else us,
        item=stream(key) or link.item,
        form=Form.LIVE,
        **_said(field(said, "CommentContent", "QuestionContent"), given=True),
    )


def gift(row: Mapping[str, Any], here: Here) -> Meaning:
    """A gift to somebody who was live."""
    del here
    return Interaction(Channel.GIFT, EGO, named(row), when(row))


@lru_cache(maxsize=1_024)
def title(key: str) -> str:
    """Whom or what a chat is named after: the key less TikTok's words around it."""
    found = _TITLE.fullmatch(key)
    return found[1].strip() if found else key


def _lines(key: str, live: object) -> Iterator[tuple[str, object, object]]:
    if not isinstance(live, dict):
        return
    for name in ("Comments", "Questions"):
        said = live.get(name) or live.get(name.lower())
        for it in said if isinstance(said, list) else ():
            yield key, live.get("Link"), it


def _said(text: str | None, *, given: bool) -> dict[str, Any]:
    if text is None or _ONLY_A_LINK.fullmatch(text):
        return {}
    return {"words": len(text.split()), "text": text if given else None}
