"""Mastodon: the archive of an account, and the table of followed accounts beside it.

Own posts with what they answer and whom they mention, boosts, own direct messages. Likes and
bookmarks are bare addresses without a date. No followers, nothing that others wrote. A
being's handle is ``user@host``.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

from .model import Being, Beings, Deed, Files, draw, made, mine
from .shapes import as_json, iso, sheet

_PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
_SCHEMA = "https://www.w3.org/ns/activitystreams"


def native(being: Being) -> str:
    """The full handle."""
    return being.handle


def address(being: Being) -> str:
    """The address of an account."""
    user, _, host = being.handle.partition("@")
    return f"https://{host}/users/{user}"


def status(beings: Beings, item: str) -> str:
    """The address of somebody's post."""
    maker, at = made(item)
    return f"{address(beings[maker])}/statuses/{at // 1000 << 16 | draw(item) & 0xFFFF}"


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The archive."""
    del exported
    own = [*mine(me, deeds, "post", "comment", "reply", "mention", "share"), *_direct(me, deeds)]
    done: dict[str, dict[str, Any]] = {}
    for deed in sorted(own):
        name = f"{deed.actor}@{deed.at}" if deed.channel == "share" else deed.item or ""
        if deed.channel == "share":
            done[name] = _boost(me, beings, name, deed)
        elif name in done:
            _mention(beings, deed, done[name])
        else:
            done[name] = _create(me, beings, name, deed)
    liked = mine(me, deeds, "reaction")
    kept = mine(me, deeds, "save")
    return {
        "actor.json": as_json(_actor(me)),
        "outbox.json": as_json(_collection("outbox", list(done.values()))),
        "likes.json": as_json(_collection("likes", [status(beings, d.item or "") for d in liked])),
        "bookmarks.json": as_json(
            _collection("bookmarks", [status(beings, d.item or "") for d in kept])
        ),
        "following_accounts.csv": sheet(
            "Account address,Show boosts,Notify on new posts,Languages",
            [
                (beings[d.target].handle, "true", "false", "")
                for d in mine(me, deeds, "follow")
                if d.target
            ],
        ),
    }


def _direct(me: Being, deeds: Sequence[Deed]) -> list[Deed]:
    """What ego wrote to somebody alone."""
    return [d for d in deeds if d.actor == me.key and d.channel == "message" and d.target]


def _actor(me: Being) -> dict[str, Any]:
    user, _, host = me.handle.partition("@")
    return {
        "@context": [_SCHEMA],
        "id": address(me),
        "type": "Person",
        "preferredUsername": user,
        "name": me.name,
        "summary": "",
        "url": f"https://{host}/@{user}",
        "outbox": "outbox.json",
        "likes": "likes.json",
        "bookmarks": "bookmarks.json",
    }


def _collection(name: str, items: list[Any]) -> dict[str, Any]:
    return {
        "@context": _SCHEMA,
        "id": f"{name}.json",
        "type": "OrderedCollection",
        "totalItems": len(items),
        "orderedItems": items,
    }


def _envelope(me: Being, beings: Beings, name: str, at: int, kind: str) -> dict[str, Any]:
    return {
        "id": f"{status(beings, name)}/activity",
        "type": kind,
        "actor": address(me),
        "published": iso(at, "seconds"),
        "to": [_PUBLIC],
        "cc": [f"{address(me)}/followers"],
    }


def _boost(me: Being, beings: Beings, name: str, deed: Deed) -> dict[str, Any]:
    body = _envelope(me, beings, name, deed.at, "Announce")
    if deed.target:
        body["cc"] = [address(beings[deed.target]), *body["cc"]]
    return body | {"object": status(beings, deed.item or "")}


def _create(me: Being, beings: Beings, name: str, deed: Deed) -> dict[str, Any]:
    """A post. A direct message is one that is addressed to nobody but those it mentions."""
    body = _envelope(me, beings, name, deed.at, "Create")
    if deed.channel == "message":
        body |= {"to": [], "cc": []}
    answered = deed.reply_to or deed.under
    where = status(beings, name)
    note = {
        "id": where,
        "type": "Note",
        "summary": None,
        "inReplyTo": status(beings, answered) if answered else None,
        "published": body["published"],
        "url": where.replace("/users/", "/@").replace("/statuses/", "/"),
        "attributedTo": address(me),
        "to": body["to"],
        "cc": body["cc"],
        "sensitive": False,
        "content": f"<p>{escape(deed.text or '', quote=False)}</p>",
        "attachment": [],
        "tag": [],
    }
    body["object"] = note
    _mention(beings, deed, body)
    return body


def _mention(beings: Beings, deed: Deed, body: dict[str, Any]) -> None:
    """Adds whom *deed* speaks to."""
    if deed.target is None:
        return
    whom = beings[deed.target]
    where = body["to" if deed.channel == "message" else "cc"]  # the note's list is the same one
    if address(whom) not in where:
        where.append(address(whom))
        user, _, host = whom.handle.partition("@")
        link = f'<a href="https://{host}/@{user}" class="u-url mention">@<span>{user}</span></a>'
        note = body["object"]
        words = note["content"].removeprefix("<p>")
        note["content"] = f'<p><span class="h-card" translate="no">{link}</span> {words}'
        tag = {"type": "Mention", "href": address(whom), "name": f"@{whom.handle}"}
        note["tag"].append(tag)
