"""What was said between ego and the program."""

from typing import Any

from msgspec import Struct

from parasocial.readers.chatgpt.branches import Message
from parasocial.reading import Here, Meaning
from parasocial.reading.times import epoch, iso
from parasocial.schema import EGO, Account, Channel, Form, Interaction, Kind

PROGRAM = "chatgpt"

_ACCOUNT = Account(
    PROGRAM, name="ChatGPT", kind=Kind.COMPANION, evidence="a program that always answers"
)
_TALK = frozenset({"text", "multimodal_text"})
_ALOUD = frozenset({None, "", "all"})
_FINAL = frozenset({None, "", "final"})


def message(row: Message, here: Here) -> Meaning:
    """A message that stands in the conversation; not what the program tells itself or a tool.

    Raises:
        ValueError: Nothing says when it was written.
    """
    del here
    said = _said(row)
    return ((_ACCOUNT, said) if said else _ACCOUNT) if row.first else said


def _said(row: Message) -> Interaction | None:
    role, content, about = row.author.role, row.content, row.metadata
    if role not in ("user", "assistant") or content is None:
        return None
    if content.content_type not in _TALK or (about and (about.hidden or about.of_system)):
        return None
    if row.recipient not in _ALOUD or row.channel not in _FINAL:
        return None
    mine = role == "user"
    text = "\n".join(filter(None, map(_words, content.parts or ())))
    if not text and not any(isinstance(it, dict) for it in content.parts or ()):
        return None  # an answer that was stopped before its first word
    words = len(text.split())
    at = row.create_time
    return Interaction(
        Channel.MESSAGE,
        EGO if mine else PROGRAM,
        PROGRAM if mine else EGO,
        epoch(at or row.since or 0),
        row.id,
        form=Form.CHAT,
        words=words or None,
        us_low=None if at else epoch(row.since or 0),
        us_high=None if at else epoch(row.until or row.since or 0),
        text=text if mine and words else None,
    )


class Rating(Struct, gc=False):
    """A thumb up or down for an answer; older exports do not say when."""

    id: str | None = None
    create_time: str | float | None = None


def rating(row: Rating, here: Here) -> Meaning:
    """Ego's reaction to one message of the program's."""
    del here
    at = row.create_time
    us = iso(at) if isinstance(at, str) else epoch(at) if at else None
    return Interaction(Channel.REACTION, EGO, PROGRAM, us, row.id, form=Form.CHAT)


def _words(part: Any) -> str:
    """The words of a part: written, or spoken and put down."""
    text = part.get("text") if isinstance(part, dict) else part
    return text if isinstance(text, str) else ""
