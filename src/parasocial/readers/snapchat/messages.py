"""Chats and snaps: by conversation since about 2024, before that by direction."""

import re
from html import unescape

from msgspec import Struct, field

from parasocial.reading import Here, Meaning, Records
from parasocial.reading.shapes import Either
from parasocial.reading.times import iso
from parasocial.schema import EGO, Account, Addressed, Channel, Form, Interaction, Kind

_DIRECTION = re.compile(r"(Received|Sent) (?:\w+ )?(?:Chat|Snap) History")
_LOOKS = re.compile(rb'"Media Type"\s*:|"(?:Received|Sent) (?:\w+ )?(?:Chat|Snap) History"')
_SERVICE = "STATUS"  # somebody left, erased a message, took a picture of the screen


class Snap(Struct, gc=False):
    """A message or a snap."""

    sender: str | None = field(default=None, name="From")
    to: str | None = field(default=None, name="To")
    kind: str | None = field(default=None, name="Media Type")
    created: str = field(default="", name="Created")
    content: str | None = field(default=None, name="Content")
    text: str | None = field(default=None, name="Text")
    title: str | None = field(default=None, name="Conversation Title")
    is_sender: bool | None = field(default=None, name="IsSender")


def by_direction(key: str) -> bool | None:
    """Whether a list of the older layout holds what ego sent; None for a conversation."""
    found = _DIRECTION.fullmatch(key)
    return found[1] == "Sent" if found else None


def message(row: tuple[str, Snap], here: Here) -> Meaning:
    """One message or snap.

    Raises:
        ValueError: It has no sender, receiver or time.
    """
    key, snap = row
    if (snap.kind or "").startswith(_SERVICE):
        return None
    given = by_direction(key)
    if given is None:
        given = snap.is_sender if snap.is_sender is not None else snap.sender in here.facts.ego
        room = key if key in here.facts.learned["groups"] else None
        other = snap.sender if room and not given else key
    else:
        room = f"group:{snap.title}" if snap.title else None
        other = (snap.to or snap.sender) if given else snap.sender
    if not other and not (room and given):
        raise ValueError("nobody is named")
    said = _said(snap, given=given, other=other or "", room=room)
    if room is None:
        return said
    return [said, Account(room, snap.title or None, kind=Kind.GROUP, evidence="a group chat")]


def _said(snap: Snap, *, given: bool, other: str, room: str | None) -> Interaction:
    text = unescape(snap.content or snap.text or "").strip()
    return Interaction(
        Channel.MESSAGE,
        EGO if given else other,
        room or (other if given else EGO),
        iso(snap.created),
        addressed=Addressed.GROUP if room else Addressed.PERSON,
        form=Form.CHAT,
        words=len(text.split()) if text else None,
        group=room,
        text=text if given and text else None,
    )


RECORDS = (
    Records(
        "chat_history.json|snap_history.json", Either(("",), keyed=True), message, Snap, like=_LOOKS
    ),
)
