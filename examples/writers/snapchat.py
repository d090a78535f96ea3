"""Snapchat: the files of ``json/``, conversations by their name (2024 on).

Only what was saved survives in a real export; here all is. Both sides of chats and snaps;
friends and requests; subscriptions without a date; no story views, and calls without a name.
"""

from collections.abc import Sequence
from typing import Any

from .model import Being, Beings, Deed, Files, mine, spell, talks, theirs
from .shapes import as_json, plain

_HEX = "0123456789abcdef"


def native(being: Being) -> str:
    """The user name, or the id of a group."""
    if being.kind == "group":
        return "-".join(spell(n, being.key, str(n), letters=_HEX) for n in (8, 4, 12))
    return being.handle


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The export."""
    friends = [*mine(me, deeds, "friend"), *theirs(me, deeds, "friend")]
    said = [d for d in deeds if d.channel != "call"]
    subscribed = [beings[d.target].handle for d in mine(me, deeds, "follow") if d.target]
    bodies: dict[str, Any] = {
        "account": {"Basic Information": {"Username": me.handle, "Name": me.name}},
        "chat_history": _history(me, beings, [d for d in said if d.text]),
        "snap_history": _history(me, beings, [d for d in said if not d.text]),
        "friends": {
            "Friends": _people(me, beings, friends),
            "Friend Requests Sent": _people(me, beings, mine(me, deeds, "request")),
            "Pending Requests": _people(me, beings, theirs(me, deeds, "request")),
            "Blocked Users": [],
            "Deleted Friends": [],
            "Hidden Friend Suggestions": [],
            "Ignored Snapchatters": [],
        },
        "subscriptions": {"Public Users": subscribed, "Publishers": [], "Stories": []},
        "story_history": {},
    }
    folder = f"mydata~{exported // 1000}/json"
    return {f"{folder}/{name}.json": as_json(body) for name, body in bodies.items()}


def _history(me: Being, beings: Beings, deeds: Sequence[Deed]) -> dict[str, Any]:
    """Conversations, each newest first."""
    return {
        native(beings[key]): [_said(me, beings, key, deed) for deed in reversed(said)]
        for key, said in talks(me, deeds).items()
    }


def _said(me: Being, beings: Beings, key: str, deed: Deed) -> dict[str, Any]:
    body: dict[str, Any] = {
        "From": beings[deed.actor].handle,
        "Media Type": "TEXT" if deed.text else "IMAGE",
        "Created": f"{plain(deed.at)} UTC",
        "Conversation Title": beings[key].name if beings[key].kind == "group" else None,
        "IsSender": deed.actor == me.key,
        "Created(microseconds)": deed.at // 1000,  # milliseconds, whatever the name says
    }
    if deed.text:
        body |= {"Content": deed.text, "IsSaved": True, "Media IDs": ""}
    return body


def _people(me: Being, beings: Beings, deeds: Sequence[Deed]) -> list[dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for deed in deeds:
        them = beings[(deed.target if deed.actor == me.key else deed.actor) or ""]
        at = f"{plain(deed.at)} UTC"
        entry = {"Username": them.handle, "Display Name": them.name, "Creation Timestamp": at}
        found.setdefault(
            them.key, entry | {"Last Modified Timestamp": at, "Source": "Added by Username"}
        )
    return list(found.values())
