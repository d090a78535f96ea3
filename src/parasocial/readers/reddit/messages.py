"""Private messages and chats, both sides."""

from parasocial.readers.reddit.about import Chat
from parasocial.readers.reddit.names import Name, name_of
from parasocial.readers.reddit.sheets import Cells
from parasocial.reading import Here, Meaning
from parasocial.reading.times import iso
from parasocial.schema import EGO, Account, Addressed, Channel, Fact, Form, Interaction, Kind

# Bound once: looking up an enum's member takes as long as building the row.
_MESSAGE, _CHAT = Channel.MESSAGE, Form.CHAT
_REDDIT = "reddit"


def message(row: Cells, here: Here) -> Meaning:
    """A private message; one from or to a community is its moderators'.

    Raises:
        KeyError: A column is missing.
        ValueError: It has no time, or ego is neither of the two.
    """
    us, item, text = iso(row["date"]), row["id"], row.get("body") or ""
    thread = row.get("thread_id") or item
    # Everybody who deleted their account has one name: the thread tells them apart.
    sender, receiver = (name_of(row[end]) or Name(thread) for end in ("from", "to"))
    given = here.who(sender.id) is EGO
    if not given and here.who(receiver.id) is not EGO:
        raise ValueError("somebody else's message")
    other = receiver if given else sender
    did = Interaction(
        _MESSAGE,
        EGO if given else other.id,
        other.id if given else EGO,
        us,
        item,
        _addressed(other, given=given),
        _CHAT,
        words=len(text.split()) or None,
        group=other.id if other.is_community else None,
        text=text or None if given else None,
    )
    return (did, *_about(other)) if other.is_community or other.id == _REDDIT else did


def _addressed(other: Name, *, given: bool) -> Addressed:
    if not other.is_community:
        return Addressed.PERSON
    return Addressed.GROUP if given else Addressed.EVERYONE


def _about(other: Name) -> tuple[Fact, ...]:
    if other.is_community:
        return (Account(other.id, kind=Kind.GROUP, evidence="a community"),)
    return (Account(other.id, kind=Kind.BRAND, evidence="Reddit itself"),)


def chat(row: Cells, here: Here) -> Meaning:
    """A chat message, to one person or to a group.

    Raises:
        KeyError: A column is missing.
        ValueError: It has no time.
    """
    us, text, place = iso(row["created_at"]), row.get("message") or "", row["channel_url"]
    room: Chat = here.facts.learned["chats"][place]
    writer = name_of(row["username"])
    if writer is None and room.is_group:
        return None
    actor = here.who(writer.id) if writer else place
    words = len(text.split()) or None
    did = Interaction(
        _MESSAGE,
        actor,
        place if room.is_group else _other_end(actor, room, here) or place,
        us,
        row["message_id"],
        Addressed.GROUP if room.is_group else Addressed.PERSON,
        _CHAT,
        words=words,
        group=place if room.is_group else None,
        reply_to=row.get("thread_parent_message_id") or None,
        text=text if words and actor is EGO else None,
    )
    if room.is_told or not room.is_group:
        return did
    room.is_told = True
    return did, Account(place, room.name or None, kind=Kind.GROUP, evidence="a group chat")


def _other_end(actor: str, room: Chat, here: Here) -> str | None:
    """Whom a chat of two is with; None where nobody else wrote in it."""
    if actor is not EGO:
        return EGO
    return next((it for it in sorted(room.voices) if here.who(it) is not EGO), None)
