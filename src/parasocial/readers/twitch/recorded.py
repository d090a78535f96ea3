"""The chat of streams, as TwitchDownloader, rechat and chat-downloader save it."""

import re
from collections.abc import Iterator

from msgspec import Struct

from parasocial.errors import DamagedMember, WhoIsEgo
from parasocial.export import Export, Member
from parasocial.reading import Asked, Facts, Here, Meaning
from parasocial.reading.crowd import Crowd
from parasocial.reading.downloaded_chat import REMOVED, WRITTEN
from parasocial.reading.downloaded_chat import Author as By
from parasocial.reading.downloaded_chat import Line as Chat
from parasocial.reading.times import iso
from parasocial.schema import (
    EGO,
    GONE,
    MEMBER,
    Account,
    Addressed,
    Channel,
    Fact,
    Form,
    Interaction,
    Log,
)

COMMENTS = re.compile(rb'(?s)"content_offset_seconds"\s*:.{0,2048}?"commenter"\s*:|"streamer"\s*:')
_OWNER = re.compile(
    rb'"channel_id"\s*:\s*"(\d+)"|"streamer"\s*:\s*\{[^{}]*?"id"\s*:\s*(\d+)'
    rb'|"id"\s*:\s*"?(\d+)"?(?:[^{}]|\{[^{}]*\}){0,400}?"badges"\s*:\s*\[\s*\{\s*"name"\s*:\s*"broadcaster"'
)
_LOGIN = re.compile(
    rb'"streamer"\s*:\s*\{[^{}]*?"login"\s*:\s*"(\w+)"|"channel"\s*:\s*\{\s*"name"\s*:\s*"(\w+)"'
)
_BEGIN = 1 << 20
_WHO = (
    "These chats do not say whose channel they are from. Say it with --creator and the login name "
    "or number of the channel."
)
_SEVERAL = (
    "These chats are from several channels. Say with --creator which is yours, by its number; "
    "give it several times for several."
)
_MEMBERS = frozenset({"subscriber", "founder"})


class Commenter(Struct, gc=False, rename={"number": "_id"}):
    """Who wrote a line; bios and pictures are not read."""

    number: str | int | None = None
    name: str | None = None
    display_name: str | None = None


class Badge(Struct, gc=False, rename={"kind": "_id"}):
    """What somebody is in a channel."""

    kind: str = ""


class Message(Struct, gc=False):
    """A line's words."""

    body: str = ""
    bits_spent: int | None = None
    user_badges: list[Badge] | None = None


class Comment(Struct, gc=False, rename={"number": "_id"}):
    """One line of a recording's chat; in rechat's files the first is the recording itself."""

    number: str | None = None
    created_at: str | None = None
    channel_id: str | int | None = None
    content_id: str | None = None
    content_offset_seconds: float | None = None
    commenter: Commenter | None = None
    message: Message | None = None


def facts(export: Export, asked: Asked) -> Facts:
    """Whose channel the chats are from.

    Raises:
        WhoIsEgo: Nothing says it, or there are several and nobody said which.
    """
    told = [it for member in export.members for it in _owners(member)]
    owners = {number for number, _ in told if number}
    logins = {login for _, login in told if login}
    named = {it.removeprefix("@").casefold() for it in asked.me}
    if not named and len(owners) != 1:
        raise WhoIsEgo(_SEVERAL if owners else _WHO)
    # Where no file tells the channel's login, a login is taken for its owner's.
    unknown = not logins and not any(it.isdecimal() for it in named)
    owned = not named or bool(named & (owners | logins)) or unknown
    own = owners if owned and len(owners) == 1 else owners & named
    return Facts(
        ego=frozenset(own | named),
        account=next(iter(asked.me), min(own, default=None)),
        zone=asked.zone,
        layout="chats of streams",
        learned={
            "crowd": Crowd(),
            "owner": EGO if owned and len(owners) <= 1 else None,
        },
    )


def _owners(member: Member) -> Iterator[tuple[str | None, str | None]]:
    """The number and the login of the channel that a file is from, as far as it tells."""
    if member.path.suffix.lower() not in (".json", ".jsonl"):
        return
    try:
        head = member.head(_BEGIN)
    except DamagedMember:
        return
    found = _OWNER.search(head)
    login = _LOGIN.search(head)
    number = next((it.decode() for it in found.groups() if it), None) if found else None
    name = next((it.decode().casefold() for it in login.groups() if it), None) if login else None
    if number or name:
        yield number, name


def comment(it: Comment, here: Here) -> Meaning:
    """A line of a recording's chat."""
    if it.message is None and it.content_offset_seconds is None:
        return None  # the recording itself
    if it.message is None or it.created_at is None or it.content_id is None:
        raise ValueError("a line without words, time or stream")
    who = it.commenter or Commenter()
    kinds = {badge.kind for badge in it.message.user_badges or ()}
    number = str(who.number) if who.number is not None else None
    more = MEMBER if kinds & _MEMBERS else 0
    actor = _actor(number, who.name, here, owns="broadcaster" in kinds)
    us = iso(it.created_at)
    found = _said(actor, us, it.number, it.message.body, it.content_id, here, more)
    found += _met(actor, who.display_name, who.name, here)
    if it.message.bits_spent and actor not in (EGO, GONE):
        found.append(_gift(actor, us, it.number, it.content_id, here))
    return found


def chat(it: Chat, here: Here) -> Meaning:
    """A line of a chat that chat-downloader saved."""
    room = here.parts[-1].partition(".")[0]
    if it.message_type in REMOVED:
        return Log(room, links=False, spoken=True, step=1, removed=1)
    if it.message_type not in WRITTEN or not (it.author or it.message):
        return None
    author = it.author or By()
    number = str(author.id) if author.id is not None else None
    actor = _actor(number, author.name, here, owns=author.owns)
    text, answered = it.message or "", it.in_reply_to
    more = MEMBER if author.member else 0
    link = answered.message_id if answered else None
    found = _said(actor, it.us, it.message_id, text, room, here, more, link)
    found += _met(actor, author.display_name, author.name, here)
    if answered and answered.author and answered.author.id is not None:
        other = _actor(str(answered.author.id), answered.author.name, here, owns=False)
        if other != actor and GONE not in (actor, other):
            found.append(
                Interaction(
                    Channel.REPLY, actor, other, it.us, it.message_id, form=Form.CHAT, group=room,
                    reply_to=answered.message_id,
                )
            )  # fmt: skip
    if it.bits and actor not in (EGO, GONE):
        found.append(_gift(actor, it.us, it.message_id, room, here))
    return found


def _actor(number: str | None, login: str | None, here: Here, *, owns: bool) -> str:
    if number is None:
        return GONE
    ego = here.facts.ego
    named = login is not None and login.casefold() in ego
    mine = owns and here.facts.learned["owner"] is EGO
    return EGO if mine or number in ego or named else number


def _said(
    actor: str, us: int, item: str | None, text: str, room: str, here: Here, more: int,
    answered: str | None = None,
) -> list[Fact]:  # fmt: skip
    """A line, the log that it stands in, and whom it begins with calling by name."""
    crowd: Crowd = here.facts.learned["crowd"]
    to = None if actor in (EGO, GONE) else here.facts.learned["owner"]
    found: list[Fact] = [
        Interaction(
            Channel.LIVE_CHAT, actor, to, us, item,
            Addressed.PERSON if to else Addressed.EVERYONE, Form.LIVE,
            words=len(text.split()) or None, group=room, reply_to=answered,
            text=text if actor is EGO else None,
            marks=here.marks(actor, text, more),
        )
    ]  # fmt: skip
    found += crowd.log(here.parts, Log(room, links=False, spoken=True, step=1_000))
    called = None if answered or actor is GONE else crowd.called(text)
    if called and called not in (actor, to):
        found.append(
            Interaction(Channel.MENTION, actor, called, us, item, form=Form.LIVE, group=room)
        )
    return found


def _met(actor: str, name: str | None, login: str | None, here: Here) -> Iterator[Account]:
    crowd: Crowd = here.facts.learned["crowd"]
    yield from (it for it in crowd.met(actor, name, login) if actor is not EGO)


def _gift(actor: str, us: int, item: str | None, room: str, here: Here) -> Interaction:
    to = here.facts.learned["owner"]
    return Interaction(Channel.GIFT, actor, to, us, item, form=Form.LIVE, group=room)
