"""Live chats as chat-downloader saves them, of any platform: one list, or one object a line."""

import re

from msgspec import Struct

_BEGIN = rb'\A(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{(?=.{0,8192}?"(?:message_type|time_in_seconds)"\s*:)'
_CHANNEL = rb'.{0,8192}?"id"\s*:\s*"UC[\w-]{22}"'
OF_YOUTUBE = re.compile(_BEGIN + rb"(?=" + _CHANNEL + rb")", re.DOTALL)
"""How a file from YouTube begins: accounts are channels there."""
OF_OTHERS = re.compile(_BEGIN + rb"(?!" + _CHANNEL + rb")", re.DOTALL)
"""How a file from elsewhere begins."""

_MEMBERS = ("member", "subscriber", "founder", "sponsor")


class Title(Struct, gc=False):
    """A badge."""

    name: str | None = None
    title: str | None = None


class Author(Struct, gc=False):
    """Who wrote a line."""

    id: str | int | None = None
    name: str | None = None
    display_name: str | None = None
    is_subscriber: bool | None = None
    badges: list[Title] | None = None

    @property
    def owns(self) -> bool:
        """Whether it is the channel's own."""
        return any((it.name or it.title or "").lower() in ("broadcaster", "owner")
                   or (it.title or "").lower() == "owner" for it in self.badges or ())  # fmt: skip

    @property
    def member(self) -> bool:
        """Whether they pay the channel."""
        words = ((it.name or it.title or "").lower() for it in self.badges or ())
        return bool(self.is_subscriber) or any(it.startswith(_MEMBERS) for it in words)


class Answered(Struct, gc=False):
    """The line that another answers."""

    message_id: str | None = None
    author: Author | None = None


class Line(Struct, gc=False):
    """One line of a chat."""

    message_id: str | None = None
    message: str | None = None
    message_type: str | None = None
    timestamp: int | float | None = None
    author: Author | None = None
    in_reply_to: Answered | None = None
    bits: int | None = None
    money: dict[str, object] | None = None

    @property
    def us(self) -> int:
        """When it was written, which the tool gives in microseconds.

        Raises:
            ValueError: It does not say.
        """
        if self.timestamp is None:
            raise ValueError("a line without its time")
        return int(self.timestamp)


WRITTEN = frozenset(
    {None, "text_message", "paid_message", "resubscription", "highlighted_message"}
    | {"send_message_in_subscriber_only_mode", "animated_message", "skip_subs_mode_message"}
)
"""The kinds of lines that somebody wrote."""
REMOVED = frozenset(
    {"ban_user", "delete_message", "remove_chat_item", "remove_chat_item_by_author"}
)
"""What moderators did."""
