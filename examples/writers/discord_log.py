"""DiscordChatExporter: one JSON file a channel, both sides, replies, mentions and reactions."""

from collections.abc import Sequence
from typing import Any

from .discord import channel, native, place, snowflake
from .model import Being, Beings, Deed, Files, on_messages, other, talks
from .shapes import as_json, when

_ICON = "https://cdn.example.invalid/0.png"


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """A file for each channel and chat that ego is in."""
    hearts = on_messages(deeds)
    out: Files = {}
    for key, said in talks(me, deeds).items():
        root = _head(me, beings[key], exported)
        rows: dict[str, dict[str, Any]] = {}
        for deed in said:
            _say(me, beings, deed, rows)
        for item, body in rows.items():
            body["reactions"] = _reactions(beings, hearts.get(item, ()))
        root["messages"] = list(rows.values())
        root["messageCount"] = len(rows)
        where, number = root["channel"], root["channel"]["id"]
        name = f"{root['guild']['name']} - {where['category']} - {where['name']} [{number}].json"
        out[name.replace("/", "_")] = as_json(root)
    return out


def _head(me: Being, them: Being, exported: int) -> dict[str, Any]:
    """Where it was said."""
    guild, category = ("0", "Direct Messages"), ("0", "Private")
    kind = "DirectTextChat"
    if them.kind == "group" and not them.handle:
        kind, category = "DirectGroupTextChat", ("0", "Group")
    elif them.handle and channel(me, them) == native(them):
        kind = "GuildTextChat" if them.kind == "group" else "GuildNews"
        guild = (place("server", them.handle), them.handle)
        category = (place("category", them.handle), "Text")
    return {
        "guild": {"id": guild[0], "name": guild[1], "iconUrl": _ICON},
        "channel": {
            "id": channel(me, them),
            "type": kind,
            "categoryId": category[0],
            "category": category[1],
            "name": them.name,
            "topic": None,
        },
        "dateRange": {"after": None, "before": None},
        "exportedAt": when(exported).isoformat(timespec="microseconds"),
    }


def _user(being: Being) -> dict[str, Any]:
    return {
        "id": native(being),
        "name": being.handle,
        "discriminator": "0000",
        "nickname": being.name,
        "color": None,
        "isBot": being.kind == "companion",
        "roles": [],
        "avatarUrl": _ICON,
    }


def _say(me: Being, beings: Beings, deed: Deed, rows: dict[str, dict[str, Any]]) -> None:
    """Adds a message, or to one that is there: several deeds with one item are one message."""
    item = deed.item or ""
    body = rows.setdefault(item, _message(beings, deed))
    whom = beings[deed.target] if deed.target else None
    if deed.channel == "mention" and whom:
        body["content"] = f"@{whom.name} {body['content']}"
    if deed.channel in ("reply", "mention") and whom:
        body["mentions"].append(_user(whom))
    if deed.reply_to and deed.channel in ("reply", "message"):
        where = beings[other(me, deed) or ""]
        body["type"] = "Reply"
        body["reference"] = {
            "type": "Default",
            "messageId": snowflake(deed.reply_to),
            "channelId": channel(me, where),
            "guildId": place("server", where.handle) if deed.room else None,
        }


def _message(beings: Beings, deed: Deed) -> dict[str, Any]:
    call = deed.channel == "call"
    ended, minutes = deed.at + 1000 * (deed.ms or 0), (deed.ms or 0) // 60_000
    return {
        "id": snowflake(deed.item or ""),
        "type": "Call" if call else "Default",
        "timestamp": when(deed.at).isoformat(timespec="milliseconds"),
        "timestampEdited": None,
        "callEndedTimestamp": when(ended).isoformat(timespec="milliseconds") if call else None,
        "isPinned": False,
        "content": f"Started a call that lasted {minutes} minutes." if call else deed.text or "",
        "author": _user(beings[deed.actor]),
        "attachments": [],
        "embeds": [],
        "stickers": [],
        "reactions": [],
        "mentions": [],
        "inlineEmojis": [],
    }


def _reactions(beings: Beings, likes: Sequence[Deed]) -> list[dict[str, Any]]:
    """Who reacted, by emoji."""
    found: dict[str, list[dict[str, Any]]] = {}
    for like in likes:
        found.setdefault(like.text or "❤", []).append(_user(beings[like.actor]))
    return [
        {
            "emoji": {"id": "", "name": emoji, "code": "x", "isAnimated": False, "imageUrl": _ICON},
            "count": len(users),
            "users": users,
        }
        for emoji, users in found.items()
    ]
