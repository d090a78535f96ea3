"""The one table that every reader fills and every measure reads."""

from enum import StrEnum
from typing import Final

from msgspec import Struct


class Channel(StrEnum):
    """What the actor did. Acts, attention and links are never added as counts."""

    MESSAGE = "message"
    COMMENT = "comment"
    REPLY = "reply"
    MENTION = "mention"
    LIVE_CHAT = "live_chat"
    CALL = "call"
    GIFT = "gift"
    REACTION = "reaction"  #: an act inside a conversation, attention under public content
    VIEW = "view"
    LISTEN = "listen"
    SAVE = "save"
    SHARE = "share"
    SEARCH = "search"
    POST = "post"
    FOLLOW = "follow"
    FRIEND = "friend"
    REQUEST = "request"


class Addressed(StrEnum):
    """To whom an interaction speaks. What speaks to everyone is exposure, never an answer."""

    PERSON = "person"
    GROUP = "group"
    EVERYONE = "everyone"


class Form(StrEnum):
    """What kind of content an interaction is with."""

    LIVE = "live"
    VIDEO = "video"
    SHORT = "short"
    AUDIO = "audio"
    POST = "post"
    STORY = "story"
    CHAT = "chat"


class Kind(StrEnum):
    """What an account is."""

    PERSON = "person"
    PERSONA = "persona"
    GROUP = "group"
    BRAND = "brand"
    COMPANION = "companion"
    UNKNOWN = "unknown"


class Direction(StrEnum):
    """Which way an interaction of a tie runs, seen from ego."""

    GIVEN = "given"
    RECEIVED = "received"


EGO: Final = "\x01ego"
"""The person whose ledger this is, in a reader's rows. No account can be called that:
an id with a control character is a failed record."""

GONE: Final = "\x01gone"
"""Whoever deleted their account, where a file has no other name for them: nobody's one person.
What they wrote to ego has no target, so that no tie is made of it."""

END: Final = "\0"
"""What stands between texts that go together as one; a text that holds it goes alone."""

MEMBER: Final = 1 << 48
"""In ``marks``: the author pays the channel, as a subscriber or member. Lower bits are of words."""


class Interaction(Struct, frozen=True, gc=False):
    """One directed act: *actor* did *channel* to *target* at *us*.

    Ids are the platform's own (an id or a handle), or ``EGO``.

    Attributes:
        us: Microseconds since the epoch, UTC. None where the export has no time.
        target: None for ego's own public post and for content without a known author.
        item: The platform's id of the video, post or message.
        ms: Duration in milliseconds. None when the export does not measure it.
        words: Number of words. None where there is no text.
        us_low: Earliest possible time, where ``us`` is coarse or estimated.
        us_high: Latest possible time, likewise.
        text: The words themselves, only where ego wrote them.
        marks: What others' words are like, as bits, where somebody listened while reading.
        replies: How many answers it has, as the platform counts them. None where it does not.
    """

    channel: Channel
    actor: str
    target: str | None
    us: int | None
    item: str | None = None
    addressed: Addressed = Addressed.PERSON
    form: Form | None = None
    ms: int | None = None
    words: int | None = None
    group: str | None = None
    reply_to: str | None = None
    us_low: int | None = None
    us_high: int | None = None
    text: str | None = None
    marks: int | None = None
    replies: int | None = None


class Account(Struct, frozen=True, gc=False):
    """What an export says about one account. Later words add to earlier ones.

    Attributes:
        kind: Only what the platform itself says (a show, a group, a contact); never a guess.
        evidence: Why that kind, in our words.
    """

    id: str
    name: str | None = None
    handle: str | None = None
    kind: Kind | None = None
    evidence: str | None = None


class Alias(Struct, frozen=True, gc=False):
    """Two ids of one account, as one file knows it: a display name and its handle."""

    was: str
    now: str
    evidence: str


class Author(Struct, frozen=True, gc=False):
    """Who made an item, where a file knows that and another only has the item's id."""

    item: str
    account: str
    evidence: str


class Log(Struct, frozen=True, gc=False):
    """What one conversation in a file can show: below a video, in a stream's chat, in a room.

    Attributes:
        group: Which, as in its interactions.
        links: Whether what answers something says what.
        exact: Whether it says just what, and not only the first comment of its thread.
        spoken: Whether its owner may answer by voice.
        whole: Whether all that was said is there. None where nothing tells.
        step: How fine its times are, in microseconds. None where they are guessed.
        removed: How many messages were taken down by moderators. None where it is not told.
    """

    group: str
    links: bool = True
    exact: bool = True
    spoken: bool = False
    whole: bool | None = None
    step: int | None = 1_000_000
    removed: int | None = None


Fact = Interaction | Account | Alias | Author | Log
