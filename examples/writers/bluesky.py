"""Bluesky: ``repo.car``, all of ego's own records.

Posts, replies, mentions, likes, reposts, follows; the author of what was liked or answered
stands inside its address. Nothing that others did, and no direct messages.
"""

from collections.abc import Sequence
from typing import Any

from .model import Being, Beings, Deed, Files, draw, made, mine, spell
from .repository import encoded, name_of, repository
from .shapes import iso

_SORTED = "234567abcdefghijklmnopqrstuvwxyz"
_POST, _LIKE, _REPOST, _FOLLOW = (
    f"app.bsky.{name}" for name in ("feed.post", "feed.like", "feed.repost", "graph.follow")
)
Records = dict[str, dict[str, Any]]


def native(being: Being) -> str:
    """The DID."""
    return "did:plc:" + spell(24, "bluesky", being.key, letters="abcdefghijklmnopqrstuvwxyz234567")


def tid(us: int, clock: int) -> str:
    """A record key: 53 bits of microseconds and 10 of a clock's number, in sortable letters."""
    number = us << 10 | clock & 1023
    return "".join(_SORTED[number >> shift & 31] for shift in range(60, -5, -5))


def address(beings: Beings, item: str) -> str:
    """The address of somebody's post."""
    maker, at = made(item)
    return f"at://{native(beings[maker])}/{_POST}/{tid(at, draw('clock', maker))}"


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The one file."""
    records: Records = {
        "app.bsky.actor.profile/self": {
            "$type": "app.bsky.actor.profile",
            "displayName": me.name,
            "description": "",
        }
    }
    clock = draw("clock", me.key)
    for deed in mine(me, deeds, "post", "comment", "reply", "mention"):
        _, at = made(deed.item or f"{me.key}@{deed.at}")
        key = f"{_POST}/{tid(at, clock)}"
        _say(beings, deed, records.setdefault(key, _new(_POST, deed.at, text="", langs=["id"])))
    for channel, kind in (("reaction", _LIKE), ("share", _REPOST)):
        for deed in mine(me, deeds, channel):
            subject = _strong(beings, deed.item or "")
            records[f"{kind}/{tid(deed.at, clock)}"] = _new(kind, deed.at, subject=subject)
    for deed in mine(me, deeds, "follow"):
        if deed.target:
            did = native(beings[deed.target])
            records[f"{_FOLLOW}/{tid(deed.at, clock)}"] = _new(_FOLLOW, deed.at, subject=did)
    return {"repo.car": repository(native(me), tid(exported, clock), records)}


def _new(kind: str, at: int, **more: Any) -> dict[str, Any]:
    return {"$type": kind, "createdAt": iso(at), **more}


def _strong(beings: Beings, item: str) -> dict[str, Any]:
    """A post's address with the name of its content, as text."""
    uri = address(beings, item)
    raw = name_of(encoded(uri)).raw
    number = int.from_bytes(raw) << -len(raw) * 8 % 5
    letters = "abcdefghijklmnopqrstuvwxyz234567"
    length = -(-len(raw) * 8 // 5)
    cid = "".join(letters[number >> 5 * place & 31] for place in reversed(range(length)))
    return {"uri": uri, "cid": f"b{cid}"}


def _say(beings: Beings, deed: Deed, post: dict[str, Any]) -> None:
    """Writes into *post* what *deed* says: words, whom it answers, whom it mentions."""
    if deed.text and not post["text"]:
        post["text"] = deed.text
    if deed.channel in ("reply", "comment") and (parent := deed.reply_to or deed.under):
        post["reply"] = {
            "root": _strong(beings, deed.under or parent),
            "parent": _strong(beings, parent),
        }
    if deed.channel == "mention" and deed.target:
        whom = beings[deed.target]
        start = len(post["text"].encode()) + 1
        post["text"] += f" @{whom.handle}"
        mention = {"$type": "app.bsky.richtext.facet#mention", "did": native(whom)}
        reach = {"byteStart": start, "byteEnd": len(post["text"].encode())}
        post.setdefault("facets", []).append({"index": reach, "features": [mention]})
