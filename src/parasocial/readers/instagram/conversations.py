"""Conversations as such: who is in them, and ego's replies in broadcast channels."""

from msgspec import Struct

from parasocial.readers.instagram.people import People
from parasocial.reading import Here, Meaning, Records
from parasocial.reading.meta import repaired
from parasocial.reading.meta_threads import Messages, Thread, Threads
from parasocial.reading.times import MINUTE, epoch
from parasocial.schema import EGO, Account, Alias, Channel, Fact, Form, Interaction, Kind


def thread(row: Thread, here: Here) -> Meaning:
    """The people of a thread: a group, or the other of two with their handle."""
    people: People = here.facts.learned["people"]
    if not row.title and not row.names:
        return None
    place = people.place(here.parts, row)
    if place.other is None:
        return Account(
            place.id,
            name=place.title or None,
            kind=Kind.GROUP,
            evidence="a broadcast channel" if place.channel else "a group chat",
        )
    found: list[Fact] = [Account(place.other, name=place.title or None, handle=place.handle)]
    if place.handle and people.is_one(place.title, place.handle):
        found.append(Alias(place.title, place.handle, "a thread of two, kept under the handle"))
    return found


class Reply(Struct):
    """Ego's reply in a broadcast channel."""

    reply_content: str | None = None
    original_message_sender: str = ""
    timestamp_ms: float | None = None


def reply(row: Reply, here: Here) -> Meaning:
    """A reply of ego's to the one who speaks in a channel."""
    people: People = here.facts.learned["people"]
    place = people.place(here.parts, here.head["thread"])
    text = repaired(row.reply_content or "")
    return Interaction(
        Channel.REPLY,
        EGO,
        people.who(repaired(row.original_message_sender), place),
        epoch(row.timestamp_ms or 0),
        form=Form.CHAT,
        words=len(text.split()) if text else None,
        text=text or None,
    )


RECORDS = (
    Records("*/message_1.json|*/message_1.html", Threads(), thread, Thread),
    Records("replies_*.json", Messages("replies"), reply, Reply, floor=MINUTE),
)
