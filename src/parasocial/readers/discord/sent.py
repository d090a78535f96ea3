"""What a data package says: ego's own messages, the channels they went to, friends."""

from collections.abc import Sequence

from msgspec import Struct, field

from parasocial.readers.discord.package import folder_id
from parasocial.readers.discord.places import Place
from parasocial.reading import Here, Meaning
from parasocial.reading.times import iso
from parasocial.schema import EGO, Account, Addressed, Channel, Form, Interaction

# Bound once: looking up an enum's member takes as long as building the row.
_MESSAGE, _CHAT, _PERSON = Channel.MESSAGE, Form.CHAT, Addressed.PERSON
_KINDS = {"0": "NONE", "1": "FRIEND", "2": "BLOCKED", "3": "PENDING_INCOMING",
          "4": "PENDING_OUTGOING", "5": "IMPLICIT"}  # fmt: skip
_NO_TIES = frozenset({"NONE", "BLOCKED", "IMPLICIT", "SUGGESTION"})


class Sent(Struct, gc=False):
    """One message of ego's."""

    id: str | int = field(name="ID")
    timestamp: str = field(name="Timestamp")
    contents: str | int | float | None = field(name="Contents", default=None)


def message(row: Sent, here: Here) -> Meaning:
    """A message of ego's."""
    return _message(str(row.id), row.timestamp, row.contents, here)


def old_message(cells: Sequence[str], here: Here) -> Meaning:
    """A message of ego's in a table, as packages had it until about 2024."""
    return _message(cells[0].strip(), cells[1], cells[2], here)


def _message(item: str, time: str, contents: object, here: Here) -> Interaction:
    if not item.isdigit():
        raise ValueError("no id")
    text = "" if contents is None else str(contents)
    words = len(text.split()) or None
    key = folder_id(here.parts)
    found: Place | None = here.facts.learned["places"].get(key)
    return Interaction(
        _MESSAGE,
        EGO,
        found.alter if found else None,
        iso(time),
        item,
        found.addressed if found else _PERSON,
        _CHAT,
        words=words,
        group=found.group if found else None,
        text=text if words else None,
    )


def channel(row: object, here: Here) -> Meaning:
    """What a channel is called, or who is at its other end."""
    del row
    found: Place = here.facts.learned["places"][folder_id(here.parts)]
    return found.account


class Friend(Struct, gc=False):
    """Who is at the other end of a relationship."""

    id: str | int | None = None
    username: str | None = None
    global_name: str | None = None


class Relationship(Struct, gc=False):
    """One relationship; its kind was a number until April 2024."""

    type: str | int
    id: str | int | None = None
    since: str | None = None
    user: Friend | None = None


def relationship(row: Relationship, here: Here) -> Meaning:
    """A friend, or a request to be one.

    Raises:
        ValueError: Its kind is new to us, or nobody is named.
    """
    kind = _KINDS.get(str(row.type), row.type)
    if kind in _NO_TIES:
        return None
    user = row.user or Friend()
    who = str(user.id or row.id or "")
    if not who:
        raise ValueError("nobody")
    us = iso(row.since) if row.since else None
    if here.who(who) is EGO:
        return None
    named = user.global_name or user.username
    accounts = (
        [Account(who, user.global_name or None, handle=user.username or None)] if named else []
    )
    if kind == "FRIEND":
        return [Interaction(Channel.FRIEND, EGO, who, us), *accounts]
    if kind == "PENDING_INCOMING":
        return [Interaction(Channel.REQUEST, who, EGO, us), *accounts]
    if kind == "PENDING_OUTGOING":
        return [Interaction(Channel.REQUEST, EGO, who, us), *accounts]
    raise ValueError("no kind")
