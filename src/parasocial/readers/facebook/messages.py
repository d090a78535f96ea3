"""Messenger: threads of the main download, of encrypted chats, and of groups' chats."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from msgspec import Struct

from parasocial.readers.facebook.heads import SEALED, titled
from parasocial.readers.facebook.people import People, Place, group_id
from parasocial.reading import File, Here, Meaning, Records, Table
from parasocial.reading.local_times import LocalTime
from parasocial.reading.meta import repaired
from parasocial.reading.meta_talk import act, moment, reacted_at, reactions
from parasocial.reading.meta_threads import Message, Messages, Reaction, Thread, Threads
from parasocial.reading.shapes import under
from parasocial.reading.times import MINUTE
from parasocial.schema import EGO, Account, Channel, Interaction, Kind

# Lines that the app writes in a person's name. Other languages have other words for them.
_REACTION_LINE = re.compile(r"(?:.{1,60} )?[Rr]eacted \S{1,16} to your message ?")
_SERVICE = re.compile(
    r"You are now connected on Messenger\.?|You can now (?:call|message) each other.{0,80}"
    r"|Say hi to your new Facebook friend, .{1,80}|The video chat ended\.|The call ended\."
    r"|.{1,60} (?:named the group .*|created the group\.|left the group\.|changed the group photo\."
    r"|changed the (?:chat )?theme to .*|set the (?:nickname|emoji|quick reaction) .*"
    r"|set (?:your|his|her|their) (?:own )?nickname .*|added .{1,80} to the group\."
    r"|removed .{1,80} from the group\.|(?:joined|started) (?:the|a) (?:video )?(?:call|chat)\."
    r"|missed (?:a|your) (?:video )?(?:call|chat)(?: from .{1,60}| with .{1,60})?\.?"
    r"|pinned a message\.|unsent a message)",
    re.DOTALL,
)
_ATTACHMENT = re.compile(r".{1,80} sent (?:an attachment|a photo|a video|a GIF|a sticker)\.")
_JOINED = frozenset(("Subscribe", "Unsubscribe"))
_TWO = 2


class SealedMessage(Struct, gc=False, rename="camel"):
    """A message of an end-to-end encrypted chat."""

    sender_name: str = ""
    timestamp: float | None = None
    text: str | None = None
    type: str | None = None
    is_unsent: bool | None = None
    reactions: list[Reaction] | Reaction | None = None


def message(row: Message, here: Here) -> Meaning:
    """One message and the reactions to it."""
    people: People = here.facts.learned["people"]
    return _meant(row, people.place(here.parts, here.head["thread"]), people, here)


def sealed(row: SealedMessage, here: Here) -> Meaning:
    """One message of an encrypted chat."""
    said = Message(
        sender_name=row.sender_name,
        timestamp_ms=row.timestamp,
        content=row.text,
        reactions=row.reactions,
        type="Call" if (row.type or "").casefold() == "call" else None,
        is_unsent=row.is_unsent,
    )
    return message(said, here)


def group_message(row: Message, here: Here) -> Meaning:
    """One message in the chat of a Facebook group."""
    title = repaired(here.head.get("thread_name") or "")
    if not title:
        raise ValueError("no group")
    people: People = here.facts.learned["people"]
    room = group_id(title)
    found = _meant(row, Place(room, title, None), people, here)
    named = Account(room, name=title, kind=Kind.GROUP, evidence="a group's chat")
    if found is None:
        return None
    return [found, named] if isinstance(found, Interaction) else [*found, named]


def _meant(
    row: Message, place: Place, people: People, here: Here
) -> Interaction | list[Interaction] | None:
    actor = people.who(repaired(row.sender_name), place)
    if row.is_unsent or row.type in _JOINED:
        return None
    at = moment(row, here.facts)
    content = repaired(row.content) if row.content else None
    if content is not None:
        if _REACTION_LINE.fullmatch(content):
            # Where reactions stand on the messages too, the line repeats one of them.
            seen = "thread" in here.head and here.head["thread"].reactions
            return None if seen else act(Channel.REACTION, actor, place.other, place.id, at)
        if row.call_duration is None and _SERVICE.fullmatch(content):
            return None
        if _ATTACHMENT.fullmatch(content):
            content = None
    call = row.call_duration is not None or row.type == "Call"
    words = None if call or not content else len(content.split())
    said = act(
        Channel.CALL if call else Channel.MESSAGE,
        actor,
        place.other,
        place.id,
        at,
        ms=round(row.call_duration * 1000) if row.call_duration is not None else None,
        words=words,
        text=content if words and actor is EGO else None,
    )
    return said if row.reactions is None else [said, *_reactions(row, actor, place, at, here)]


def _reactions(
    row: Message, actor: str, place: Place, at: LocalTime, here: Here
) -> Iterator[Interaction]:
    people: People = here.facts.learned["people"]
    for it in reactions(row):
        told = people.who if it.date is None else people.reacted
        who = told(repaired(it.actor), place)
        if who != actor:
            yield act(Channel.REACTION, who, place.other, place.id, reacted_at(it, at, here.facts))


def thread(row: Thread, here: Here) -> Meaning:
    """The people of a thread: a group, or the other of two."""
    people: People = here.facts.learned["people"]
    if not row.title and not row.names:
        return None
    place = people.place(here.parts, row)
    if place.other is None:
        return Account(place.id, place.title or None, kind=Kind.GROUP, evidence="a group chat")
    if place.title in people.known.ego:
        return None
    return Account(place.other, name=place.title or None)


@dataclass(frozen=True, slots=True)
class Sealed:
    """The messages of one encrypted thread, or with *head* the one ``Thread`` itself."""

    head: bool = False

    def __call__(self, file: File, row: Any) -> Table:
        """Find the records of *file*."""
        table = under("messages", head=("participants", "threadName"))(file, row)
        listed = table.head.get("participants")
        names = tuple(it for it in listed or () if isinstance(it, str))
        name = table.head.get("threadName")
        path = name if isinstance(name, str) else ""
        group = len(names) > _TWO
        found = Thread(names, titled(path), path, group, reactions=True)
        return Table(iter(((found,),)) if self.head else table.batches, {"thread": found})


_NESTED = "|".join(
    f"{folder}/*/message_*.json"
    for folder in (
        "your_facebook_activity/messages/*",
        "your_activity_across_facebook/messages/*",
        "e2ee_cutover",
        "archived_threads",
        "filtered_threads",
    )
)
"""Threads in folders that no other platform has."""
# Instagram has the folders of old exports, too. No thread is called thread.json: older ones are
# known by what stands in Facebook's alone, and pages by what they are built of.
_LOOKS = "thread.json"
_OLDER = re.compile(
    rb'"sender_id_INTERNAL"|"thread_type"|"is_unsent"|"is_taken_down"|"bumped_message_metadata"'
)
_PAGES = "messages/*/*/message_*.html"
_PAGE = re.compile(rb'_a72d|class="(?:_3-95 )?_a6-g"|facebook', re.IGNORECASE)

RECORDS = (
    *(
        Records(files, Messages(), message, Message, like=like, floor=MINUTE)
        for files, like in ((_NESTED, None), (_PAGES, _PAGE), (_LOOKS, _OLDER))
    ),
    *(
        Records(files, Threads(), thread, Thread, like=like)
        for files, like in (
            (_NESTED.replace("message_*", "message_1"), None),
            (_PAGES.replace("message_*", "message_1"), _PAGE),
            (_LOOKS, _OLDER),
        )
    ),
    Records("end_to_end_encrypted_chat.json", Sealed(), sealed, SealedMessage, SEALED, MINUTE),
    Records("end_to_end_encrypted_chat.json", Sealed(head=True), thread, SealedMessage, SEALED),
    Records(
        "your_group_messages/*.json",
        under("messages", head=("thread_name",)),
        group_message,
        Message,
        floor=MINUTE,
    ),
)
