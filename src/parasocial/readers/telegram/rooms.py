"""Chats and peers as Telegram numbers them."""

from enum import Enum
from typing import Final

from msgspec import Struct

_OLD = ("user", "chat", "channel")
_SHIFT: Final = 32
_CHANNEL: Final = len(_OLD) - 1


class Sort(Enum):
    """What kind of conversation a chat is."""

    PERSON = "person"
    BOT = "bot"
    GROUP = "group"
    CHANNEL = "channel"
    OWN = "own"  #: with oneself, or with Telegram


_SORTS = {
    "personal_chat": (Sort.PERSON, "user"),
    "bot_chat": (Sort.BOT, "user"),
    "private_group": (Sort.GROUP, "chat"),
    "private_supergroup": (Sort.GROUP, "channel"),
    "public_supergroup": (Sort.GROUP, "channel"),
    "private_channel": (Sort.CHANNEL, "channel"),
    "public_channel": (Sort.CHANNEL, "channel"),
    "saved_messages": (Sort.OWN, "user"),
    "replies": (Sort.OWN, "user"),
    "verification_codes": (Sort.OWN, "user"),
}
SORTS = "|".join(_SORTS)


class Head(Struct):
    """What stands before the messages of a chat."""

    name: str | None = None
    type: str | None = None
    id: int | None = None


class Room(Struct, frozen=True):
    """One chat.

    Attributes:
        sort: None for a kind of chat that we do not know.
        listed: Stands among the chats that ego is in.
    """

    id: str = ""
    name: str | None = None
    sort: Sort | None = None
    listed: bool = False


def room(head: Head, *, listed: bool) -> Room:
    """The chat that *head* stands before."""
    sort, prefix = _SORTS.get(head.type or "", (None, ""))
    number = head.id
    if sort is None or number is None:
        return Room()
    if prefix == "channel" and number >> _SHIFT == _CHANNEL:
        number &= (1 << _SHIFT) - 1  # until 2021 a channel's number said that it was one
    return Room(f"{prefix}{number}", head.name or None, sort, listed)


def peer(told: str | int | None) -> str | None:
    """The id of who wrote or did something; until 2021 the number said of what kind they are."""
    if not isinstance(told, int):
        return told or None
    kind = told >> _SHIFT
    if 0 <= kind < len(_OLD):
        return f"{_OLD[kind]}{told & ((1 << _SHIFT) - 1)}"
    return f"user{told}"
