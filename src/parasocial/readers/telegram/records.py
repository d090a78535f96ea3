"""The records of an export, typed, so that most of what is in a file is never decoded."""

from msgspec import UNSET, Raw, Struct, UnsetType


class Contact(Struct):
    """Somebody in ego's contacts."""

    user_id: int | None = None
    first_name: str | None = None
    last_name: str | None = None


class Contacts(Struct):
    """Ego's contacts."""

    list: Raw = Raw(b"[]")


class Piece(Struct, gc=False):
    """A part of a text: a link, a mention, bold words."""

    text: str = ""


class Reactor(Struct, gc=False):
    """Somebody who reacted."""

    from_id: str | int | None = None
    date: str = ""


class Reaction(Struct, gc=False):
    """One emoji, and the last of those who reacted with it."""

    recent: list[Reactor] | None = None


class Message(Struct, gc=False, rename={"sender": "from"}):
    """One message, or one thing that happened in a chat."""

    id: int | None = None
    type: str = "message"
    date: str = ""
    date_unixtime: str | int | None = None
    sender: str | None = None
    from_id: str | int | None = None
    actor: str | None = None
    actor_id: str | int | None = None
    action: str | None = None
    text: str | list[str | Piece] = ""
    reply_to_message_id: int | None = None
    reply_to_peer_id: str | int | None = None
    forwarded_from: str | UnsetType | None = UNSET
    duration_seconds: int | None = None
    duration: int | None = None
    reactions: list[Reaction] | None = None

    @property
    def answered(self) -> int | None:
        """The message of the same chat that this one answers."""
        return None if self.reply_to_peer_id else self.reply_to_message_id
