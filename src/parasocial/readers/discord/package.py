"""What is known about a data package before its first message: whose, and to whom they wrote."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct

from parasocial.export import Export, Member
from parasocial.readers.discord.places import DELETED, Place, is_direct, place
from parasocial.reading import Asked, Facts
from parasocial.reading.model import UNREADABLE

CHANNEL = "c[0-9]*/channel.json|[0-9]*/channel.json"
USER = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"id"\s*:\s*"?\d+"?\s*,\s*"username"\s*:')
_WITH = re.compile(r"Direct Message with (?P<who>.+?)(?:#\d{1,4})?", re.DOTALL)
_NOBODY = frozenset({"Unknown Participant", "Deleted User"})
_NAMELESS = frozenset({"", "None", "Unknown channel"})
_ID = re.compile(r"c?(\d{5,})")
_TWO = 2


class Channel(Struct):
    """A channel as the package describes it."""

    id: str | int = ""
    type: str | int = ""
    name: str | None = None
    recipients: list[str | None] | None = None


@lru_cache(maxsize=1 << 10)
def folder_id(parts: Sequence[str]) -> str | None:
    """The channel's id, which names the folder of its messages (``c123``; before 2021, ``123``)."""
    found = _ID.fullmatch(parts[-2]) if parts[1:] else None
    return found[1] if found else None


def facts(export: Export, asked: Asked) -> Facts:
    """Whose package it is, and what its channels are."""
    users = [it for member in export.matching("user.json") if (it := _user(member))]
    members = export.matching(*CHANNEL.split("|"))
    channels = {
        key: channel
        for member in members
        if (key := folder_id(member.path.parts)) and (channel := _decoded(member, Channel))
    }
    names = _names(export, members)
    own = {str(user["id"]) for user in users if user.get("id")}
    met = {it for channel in channels.values() for it in channel.recipients or () if it}
    ids = own or met.intersection(asked.me) or _always_there(channels.values())
    account = next((str(user["username"]) for user in users if user.get("username")), None)
    places = {
        key: _place(key, channels.get(key), names.get(key), ids) for key in {**names, **channels}
    }
    form = "CSV" if export.matching("c[0-9]*/messages.csv", "[0-9]*/messages.csv") else "JSON"
    return Facts(
        ego=frozenset({*asked.me, *ids, *filter(None, (account,))}),
        account=account,
        zone=asked.zone,
        layout=f"data package, {form}",
        learned={"places": places},
    )


def _user(member: Member) -> Mapping[str, Any] | None:
    user = _decoded(member, dict[str, Any])
    return user if user and "username" in user else None


def _decoded(member: Member, kind: Any) -> Any:
    """A small file, None where it cannot be read."""
    try:
        with member.open() as stream:
            return msgspec.json.decode(stream.read(), type=kind)
    except UNREADABLE:
        return None


def _names(export: Export, channels: Iterable[Member]) -> dict[str, str]:
    """The channels' names. Servers have an index of their own, in a folder without channels."""
    roots = {member.path.parent.parent for member in channels}
    found: dict[str, str] = {}
    for member in export.matching("index.json"):
        if member.path.parent in roots or not roots:
            listed = _decoded(member, dict[str, Any]) or {}
            found |= {key: name for key, name in listed.items() if isinstance(name, str)}
    return found


def _always_there(channels: Iterable[Channel]) -> set[str]:
    """The one id that stands in every conversation of two."""
    pairs = [set(filter(None, it.recipients or ())) for it in channels if is_direct(it.type)]
    whole = [pair for pair in pairs if len(pair) == _TWO]
    common = set.intersection(*whole) - {DELETED} if len(whole) > 1 else set()
    return common if len(common) == 1 else set()


def _place(key: str, channel: Channel | None, title: str | None, ego: set[str]) -> Place:
    found = _WITH.fullmatch(title or "")
    if found or (channel and is_direct(channel.type)):
        who = found["who"] if found and found["who"] not in _NOBODY else None
        others = [it for it in (channel.recipients or ()) if it] if channel and ego else []
        others = [it for it in others if it not in ego]
        return place(key, "DM", who, other=others[0] if len(others) == 1 else None)
    name = None if title in _NAMELESS else title
    return place(key, channel.type, name or channel.name) if channel else place(key, "", name)
