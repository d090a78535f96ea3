"""What happened between invented people, before any platform wrote it down."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias


class Being(NamedTuple):
    """Somebody or something that deeds run between, as one platform knows it.

    A person with two names on two platforms is two beings with one key, in two mappings.

    Attributes:
        key: Name inside the world, the same everywhere; native ids are derived from it.
        name: Display name: of a person, persona, group, show, server's channel or subreddit.
        handle: User name, without ``@``. Of a Discord channel: the name of its server,
            empty for a chat outside any server.
        kind: A value of parasocial's ``schema.Kind``. On Telegram a *persona* that is a room
            is a channel that speaks to everyone; a *group* is a room where all may speak.
        number: Telephone number with country code (``+99912345``); empty where none is known.
        zone: IANA zone of the device, where a platform writes local times.
        members: Keys of those in a group, ego among them.
    """

    key: str
    name: str
    handle: str = ""
    kind: str = "person"
    number: str = ""
    zone: str = "UTC"
    members: tuple[str, ...] = ()


class Deed(NamedTuple):
    """One directed act as it happened, both ends known, whether or not an export shows it.

    Attributes:
        at: Microseconds since the epoch, UTC. For a view with a duration: when it began.
        channel: A value of parasocial's ``schema.Channel``.
        actor: Key of the being that did it.
        target: Key of whom it reached; the maker for views. None for one's own post, for what
            is said to a whole room, and for a search.
        text: The words, where something is written, and the emoji of a reaction. A title for
            views and listening. Words looked for, in a search.
        item: What it makes (message, comment, post) or what it looks at (view, listen,
            reaction, save, share). Made by `item`, so that its maker and moment can be read.
        reply_to: The item that it answers.
        under: The video, post or stream below which a comment or reply stands.
        room: Key of the group, server channel, subreddit or Telegram channel where it was said.
        ms: How long it lasted, for views, listening and calls.
        form: A value of parasocial's ``schema.Form``: ``chat`` for everything inside
            conversations and rooms, calls and reactions to messages among them.
        addressed: A value of parasocial's ``schema.Addressed``.
        price: What it cost in hundredths of a dollar; on Twitch bits, on TikTok coins.
    """

    at: int
    channel: str
    actor: str
    target: str | None = None
    text: str | None = None
    item: str | None = None
    reply_to: str | None = None
    under: str | None = None
    room: str | None = None
    ms: int | None = None
    form: str | None = None
    addressed: str = "person"
    price: int | None = None


Beings: TypeAlias = Mapping[str, Being]
Files: TypeAlias = dict[str, bytes]
Writer: TypeAlias = Callable[..., Files]
"""``files(me, beings, deeds, *, exported)``: *deeds* are all those of one platform in which *me*
is actor, target or member of the room, in order of time; *exported* is microseconds, UTC. What
the platform's export does not show is left out. Paths are relative to the export's root."""


def item(maker: str, at: int) -> str:
    """The name of what *maker* made at *at*: one per maker and microsecond."""
    return f"{maker}@{at}"


def made(name: str) -> tuple[str, int]:
    """The maker's key and the moment of an `item`."""
    maker, _, at = name.rpartition("@")
    return maker, int(at)


@lru_cache(maxsize=1 << 16)
def draw(*parts: str) -> int:
    """A number of 64 bits that is always the same for the same *parts*."""
    return int.from_bytes(hashlib.md5("\x1f".join(parts).encode()).digest()[:8], "big")


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@lru_cache(maxsize=1 << 16)
def spell(length: int, *parts: str, letters: str = _LETTERS) -> str:
    """A word of *length* letters that is always the same for the same *parts*."""
    number = int.from_bytes(hashlib.sha256("\x1f".join(parts).encode()).digest(), "big")
    out = []
    for _ in range(length):
        number, at = divmod(number, len(letters))
        out.append(letters[at])
    return "".join(out)


SAID = ("message", "reply", "mention", "call")
"""What can be said in a conversation."""


def other(me: Being, deed: Deed) -> str | None:
    """Key of the room or the person that a deed is between *me* and."""
    return deed.room or (deed.target if deed.actor == me.key else deed.actor)


def talks(me: Being, deeds: Iterable[Deed]) -> dict[str, list[Deed]]:
    """What was said in conversations, by `other`, in order of time."""
    found: dict[str, list[Deed]] = {}
    for deed in deeds:
        if deed.form == "chat" and deed.channel in SAID and (who := other(me, deed)):
            found.setdefault(who, []).append(deed)
    return found


def mine(me: Being, deeds: Iterable[Deed], *channels: str) -> list[Deed]:
    """What *me* did through *channels* outside conversations."""
    return [
        deed
        for deed in deeds
        if deed.actor == me.key and deed.channel in channels and deed.form != "chat"
    ]


def theirs(me: Being, deeds: Iterable[Deed], *channels: str) -> list[Deed]:
    """What reached *me* through *channels* outside conversations."""
    return [
        deed
        for deed in deeds
        if deed.target == me.key and deed.channel in channels and deed.form != "chat"
    ]


def on_messages(deeds: Iterable[Deed]) -> dict[str, list[Deed]]:
    """Reactions inside conversations, by the message they are to."""
    found: dict[str, list[Deed]] = {}
    for deed in deeds:
        if deed.channel == "reaction" and deed.form == "chat" and deed.item:
            found.setdefault(deed.item, []).append(deed)
    return found
