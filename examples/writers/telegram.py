"""Telegram Desktop: ``result.json`` of a whole account, or of one chat.

Both sides of every chat that ego is in; times to the second. A persona is a channel, which
speaks to everyone; a companion is a bot. The only trace of a membership is that the chat is
listed.
"""

from collections.abc import Sequence
from typing import Any

from .model import Being, Beings, Deed, Files, draw, mine, on_messages, talks
from .shapes import as_json, local, when

_KINDS = {
    "persona": "public_channel",
    "brand": "public_channel",
    "group": "private_supergroup",
    "companion": "bot_chat",
}


def native(being: Being) -> str:
    """The id as it stands in ``from_id``."""
    return f"{'channel' if _is_room(being) else 'user'}{number(being)}"


def number(being: Being) -> int:
    """The id as it stands for a chat."""
    return 1_000_000_000 + draw("telegram", being.key) % 6_000_000_000


def account(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The export of everything."""
    chats = _chats(me, beings, deeds)
    people = [beings[key] for key in talks(me, deeds) if key in beings]
    contacts = [
        {
            "user_id": number(being),
            "first_name": being.name,
            "last_name": "",
            "phone_number": being.number,
            **_dates(me, exported),
        }
        for being in people
        if being.kind == "person" and being.number
    ]
    root = {
        "about": "Here is the data you requested.",
        "personal_information": {
            "user_id": number(me),
            "first_name": me.name,
            "last_name": "",
            "phone_number": me.number,
            "username": f"@{me.handle}",
            "bio": "",
        },
        "contacts": {"about": "", "list": contacts},
        "frequent_contacts": {"about": "", "list": []},
        "chats": {"about": "This page lists all chats from this export.", "list": chats},
        "left_chats": {"about": "", "list": []},
    }
    return {"result.json": as_json(root)}


def chat(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The export of one chat: *deeds* are all in it."""
    del exported
    [body] = _chats(me, beings, deeds)
    return {"result.json": as_json(body)}


def _chats(me: Being, beings: Beings, deeds: Sequence[Deed]) -> list[dict[str, Any]]:
    """Every chat; private ones count their messages together, the others each by itself."""
    said = _said(me, beings, deeds)
    private = [written for key, written in said.items() if not _is_room(beings[key])]
    together = _numbered(sorted(deed for written in private for deed in written))
    hearts = on_messages(deeds)

    def numbers(key: str) -> dict[str, int]:
        return _numbered(said[key]) if _is_room(beings[key]) else together

    return [
        {
            "name": beings[key].name,
            "type": _KINDS.get(beings[key].kind, "personal_chat"),
            "id": number(beings[key]),
            "messages": _messages(me, beings, written, numbers(key), hearts),
        }
        for key, written in said.items()
    ]


def _said(me: Being, beings: Beings, deeds: Sequence[Deed]) -> dict[str, list[Deed]]:
    """What stands in each chat: in a channel, what it posts; one may be joined and silent.

    What a channel posts stands in its discussion group, too, where it is answered.
    """
    found: dict[str, list[Deed]] = {
        key: []
        for deed in mine(me, deeds, "follow")
        if (key := deed.target) and _is_channel(beings[key])
    }
    for deed in deeds:
        if deed.channel == "post" and deed.actor != me.key and _is_channel(beings[deed.actor]):
            found.setdefault(deed.actor, []).append(deed)
    talked = talks(me, deeds)
    for deed in deeds:
        if deed.channel == "post" and deed.room:
            talked.setdefault(deed.room, []).append(deed)
    return found | {
        key: sorted(them, key=lambda deed: deed.at)
        for key, them in talked.items()
        if not _is_channel(beings[key])
    }


def _is_channel(being: Being) -> bool:
    return being.kind in ("persona", "brand")


def _numbered(said: Sequence[Deed]) -> dict[str, int]:
    """The numbers of messages by their items."""
    items = dict.fromkeys(deed.item for deed in said if deed.item)
    return {item: number for number, item in enumerate(items, 1)}


def _is_room(being: Being) -> bool:
    return being.kind == "group" or _is_channel(being)


def _messages(
    me: Being,
    beings: Beings,
    said: Sequence[Deed],
    numbers: dict[str, int],
    hearts: dict[str, list[Deed]],
) -> list[dict[str, Any]]:
    """The messages of one chat. Several deeds with one item are one message."""
    found: dict[str, dict[str, Any]] = {}
    for deed in said:
        if deed.item is None or deed.item in found:
            continue
        who = beings[deed.actor]
        if deed.channel == "call":
            found[deed.item] = _call(me, who, deed, numbers)
            continue
        body = _head(me, deed, numbers, "message")
        body |= {"from": who.name, "from_id": native(who)}
        if deed.reply_to in numbers:
            body["reply_to_message_id"] = numbers[deed.reply_to]
        body |= _text(beings, deed)
        if likes := hearts.get(deed.item):
            body["reactions"] = [_reaction(me, beings, like) for like in likes]
        found[deed.item] = body
    return list(found.values())


def _head(me: Being, deed: Deed, numbers: dict[str, int], kind: str) -> dict[str, Any]:
    return {"id": numbers[deed.item or ""], "type": kind, **_dates(me, deed.at)}


def _dates(me: Being, at: int) -> dict[str, str]:
    """A moment twice: on the wall without a zone, and since the epoch."""
    wall = local(at, me.zone).replace(tzinfo=None)
    return {"date": wall.isoformat(timespec="seconds"), "date_unixtime": str(at // 1_000_000)}


def _call(me: Being, who: Being, deed: Deed, numbers: dict[str, int]) -> dict[str, Any]:
    body = _head(me, deed, numbers, "service")
    body |= {"actor": who.name, "actor_id": native(who), "action": "phone_call"}
    if deed.ms:
        body["duration_seconds"] = deed.ms // 1000
    return body | {
        "discard_reason": "hangup" if deed.ms else "missed",
        "text": "",
        "text_entities": [],
    }


def _text(beings: Beings, deed: Deed) -> dict[str, Any]:
    """The words: plain, or in pieces where somebody is mentioned."""
    words = deed.text or ""
    if deed.channel != "mention" or deed.target is None:
        return {"text": words, "text_entities": [{"type": "plain", "text": words}]}
    pieces = [
        {"type": "mention", "text": f"@{beings[deed.target].handle}"},
        {"type": "plain", "text": f" {words}"},
    ]
    return {"text": [pieces[0], pieces[1]["text"]], "text_entities": pieces}


def _reaction(me: Being, beings: Beings, like: Deed) -> dict[str, Any]:
    who, wall = beings[like.actor], local(like.at, me.zone).replace(tzinfo=None)
    recent = {"from": who.name, "from_id": native(who), "date": f"{wall:%Y-%m-%dT%H:%M:%S}"}
    return {"type": "emoji", "count": 1, "emoji": like.text or "❤", "recent": [recent]}


def file_name(exported: int, *, whole: bool = True) -> str:
    """The folder that Telegram makes."""
    return f"{'DataExport' if whole else 'ChatExport'}_{when(exported):%Y-%m-%d}"
