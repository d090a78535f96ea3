"""Discord's data package: only what ego wrote, channel by channel, and ego's friends.

A room's handle is the name of its server; a room without one is a group chat. A persona that
is a room is a channel for announcements. Nothing that others wrote, and no reactions.
"""

from collections.abc import Sequence
from typing import Any

from .model import Being, Beings, Deed, Files, draw, made, mine, talks, theirs
from .shapes import as_json, plain, when

_FIRST_MS = 1_420_070_400_000


def native(being: Being) -> str:
    """The id of a user or a channel."""
    return place("channel" if being.kind == "group" or _is_news(being) else "user", being.key)


def place(*parts: str) -> str:
    """The id of something that was there before: of 2019 or 2020."""
    return str(600_000_000_000_000_000 + draw("discord", *parts) % 10**17)


def snowflake(item: str) -> str:
    """The id of a message: its moment, and a number."""
    at = max(made(item)[1] // 1000 - _FIRST_MS, 0)
    return str(at << 22 | draw(item) & 0x3FFFFF)


def channel(me: Being, them: Being) -> str:
    """The id of the channel between ego and somebody, or of a room."""
    if them.kind == "group" or _is_news(them):
        return native(them)
    return place("direct", *sorted((me.key, them.key)))


def _is_news(being: Being) -> bool:
    return being.kind in ("persona", "brand") and bool(being.members)


def package(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The package."""
    del exported
    names, servers, out = {}, {}, {}
    for key, said in talks(me, deeds).items():
        them = beings[key]
        own = [d for d in said if d.actor == me.key and d.channel != "call"]
        if not own:
            continue
        about = _channel(me, beings, them)
        folder = f"Messages/c{about['id']}"
        if guild := about.get("guild"):
            servers[guild["id"]] = guild["name"]
            names[about["id"]] = f"{them.name} in {guild['name']}"
        else:
            direct = about["type"] == "DM"
            names[about["id"]] = f"Direct Message with {them.handle}#0" if direct else them.name
        out[f"{folder}/channel.json"] = as_json(about)
        found = {deed.item or "": _message(beings, deed) for deed in own}
        out[f"{folder}/messages.json"] = as_json(list(reversed(found.values())))
    return {
        "Account/user.json": as_json(_user(me, beings, deeds)),
        "Messages/index.json": as_json(names),
        "Servers/index.json": as_json(servers),
        **out,
    }


def _channel(me: Being, beings: Beings, them: Being) -> dict[str, Any]:
    number = channel(me, them)
    room = them.kind == "group" or _is_news(them)
    if room and them.handle:
        guild = {"id": place("server", them.handle), "name": them.handle}
        kind = "GUILD_ANNOUNCEMENT" if _is_news(them) else "GUILD_TEXT"
        return {"id": number, "type": kind, "name": them.name, "guild": guild}
    if room:
        members = [native(beings[member]) for member in them.members]
        return {"id": number, "type": "GROUP_DM", "name": them.name, "recipients": members}
    return {"id": number, "type": "DM", "recipients": [native(them), native(me)]}


def _message(beings: Beings, deed: Deed) -> dict[str, Any]:
    text = deed.text or ""
    if deed.channel == "mention" and deed.target:
        text = f"<@{native(beings[deed.target])}> {text}"
    return {
        "ID": int(snowflake(deed.item or "")),
        "Timestamp": plain(deed.at),
        "Contents": text,
        "Attachments": "",
    }


def _user(me: Being, beings: Beings, deeds: Sequence[Deed]) -> dict[str, Any]:
    """Ego, with friends and open requests."""
    found: dict[str, dict[str, Any]] = {}
    for kind, known in (
        ("FRIEND", [*mine(me, deeds, "friend"), *theirs(me, deeds, "friend")]),
        ("PENDING_OUTGOING", mine(me, deeds, "request")),
        ("PENDING_INCOMING", theirs(me, deeds, "request")),
    ):
        for deed in known:
            key = deed.target if deed.actor == me.key else deed.actor
            them = beings[key or ""]
            relation = {"id": native(them), "type": kind, "nickname": None, "user": _named(them)}
            if kind == "FRIEND":
                since = when(deed.at).isoformat(timespec="microseconds")
                relation["since"] = since
            found.setdefault(them.key, relation)
    return {
        **_named(me),
        "email": f"{me.handle}@example.invalid",
        "relationships": list(found.values()),
        "settings": {"locale": "en-GB"},
    }


def _named(being: Being) -> dict[str, Any]:
    return {
        "id": native(being),
        "username": being.handle,
        "global_name": being.name,
        "avatar": None,
        "discriminator": "0",
    }
