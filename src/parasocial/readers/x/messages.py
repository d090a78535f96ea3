"""Direct messages both ways, between two people and in groups, and the reactions to them."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from io import BytesIO
from typing import Any

from msgspec import Raw, Struct

from parasocial.reading import Broken, File, Here, Meaning, Row, Table
from parasocial.reading.halves import CutOff, NotJson
from parasocial.reading.js import script
from parasocial.reading.shapes import batches
from parasocial.reading.times import iso
from parasocial.schema import EGO, Account, Addressed, Channel, Fact, Form, Interaction, Kind

_TWO = re.compile(r"(\d+)-(\d+)")
_MESSAGE, _CHAT = Channel.MESSAGE, Form.CHAT
_NOTHING = Raw(b"[]")


class Reaction(Struct, gc=False, rename="camel"):
    """Somebody's reaction to a message."""

    sender_id: str = ""
    created_at: str = ""


class Sent(Struct, gc=False, rename="camel"):
    """One message."""

    id: str | None = None
    sender_id: str = ""
    text: str | None = None
    created_at: str = ""
    reactions: list[Reaction] | None = None


class Named(Struct, gc=False):
    """A new name for a group."""

    name: str | None = None


class Event(Struct, gc=False, rename="camel"):
    """One thing that happened in a conversation; who came and went is not read."""

    message_create: Sent | None = None
    welcome_message_create: Sent | None = None
    conversation_name_update: Named | None = None


class Conversation(Struct, rename="camel"):
    """One conversation, wrapped or not; its messages are decoded one by one."""

    dm_conversation: "Conversation | None" = None
    conversation_id: str = ""
    messages: Raw = _NOTHING


def pair(conversation: str) -> tuple[str, ...]:
    """The two people a conversation is between; nobody for a group."""
    found = _TWO.fullmatch(conversation)
    return (found[1], found[2]) if found else ()


def events(file: File, row: Any) -> Table:
    """What happened in the conversations of *file*, each with the conversation's id."""
    return Table(_events(file, row))


def _events(file: File, row: Any) -> Iterator[Sequence[Row | Broken]]:
    for found in script(file, Conversation).batches:
        for it in found:
            if isinstance(it, Broken):
                yield [it]
                continue
            talk = it.dm_conversation or it
            content = bytes(talk.messages).strip()
            if content == b"null":
                continue
            try:
                for told in batches(BytesIO(content), row):
                    yield [
                        one if type(one) is Broken else (talk.conversation_id, one) for one in told
                    ]
            except (NotJson, CutOff) as error:
                yield [Broken(type(error).__name__)]


def message(row: tuple[str, Event], here: Here) -> Meaning:
    """One message and the reactions to it; a name that a group was given; nothing else."""
    talk, event = row
    if event.conversation_name_update:
        return _group(talk, event.conversation_name_update.name)
    sent = event.message_create or event.welcome_message_create
    if sent is None:
        return None
    who, other = _ends(talk, sent.sender_id, here)
    if other is EGO:
        return None  # a note to oneself
    text = unescape(sent.text or "")
    target, addressed, group = _to(who, other, talk)
    if event.welcome_message_create and who is not EGO:
        addressed = Addressed.EVERYONE  # what a company says to whoever opens the conversation
    said = Interaction(
        _MESSAGE, who, target, iso(sent.created_at), sent.id, addressed, _CHAT, None,
        len(text.split()) or None, group, None, None, None,
        text if text and who is EGO else None,
    )  # fmt: skip
    if other and not sent.reactions:
        return said
    facts: list[Fact] = [said, *_reactions(sent, who, other, talk, here)]
    return facts if other else [*facts, _group(talk, None)]


def _ends(talk: str, sender: str, here: Here) -> tuple[str, str | None]:
    """Who sent a message, and the other of the two; None for a group.

    Raises:
        ValueError: There is no sender, or the two are not ego and the sender.
    """
    if not sender or not talk:
        raise ValueError("no sender")
    who, ends = here.who(sender), [here.who(it) for it in pair(talk)]
    if not ends:
        return who, None
    if EGO not in ends or who not in ends:
        raise ValueError("somebody else's conversation")
    ends.remove(EGO)
    return who, ends[0]


def _to(who: str, other: str | None, talk: str) -> tuple[str, Addressed, str | None]:
    if other is None:
        return talk, Addressed.GROUP, talk
    return (other if who is EGO else EGO), Addressed.PERSON, None


def _reactions(
    sent: Sent, sender: str, other: str | None, talk: str, here: Here
) -> Iterator[Interaction]:
    for it in sent.reactions or ():
        who = here.who(it.sender_id)
        if who == sender or (other and who not in (EGO, other)):
            continue
        target, addressed, group = _to(who, other, talk)
        yield Interaction(
            Channel.REACTION, who, target, iso(it.created_at), sent.id, addressed, _CHAT,
            group=group,
        )  # fmt: skip


def _group(talk: str, name: str | None) -> Account:
    return Account(talk, name=name, kind=Kind.GROUP, evidence="a group conversation")
