"""Live chat as yt-dlp saves it: one object a line, one or several things that happened in it."""

import re
from collections.abc import Iterator

from msgspec import Struct

from parasocial.readers.youtube_channel.people import crowd, met, owner, video_of, who
from parasocial.reading import Here, Meaning
from parasocial.reading.downloaded_chat import REMOVED, WRITTEN
from parasocial.reading.downloaded_chat import Author as By
from parasocial.reading.downloaded_chat import Line as Chat
from parasocial.schema import EGO, GONE, MEMBER, Addressed, Channel, Fact, Form, Interaction, Log

LOOK = re.compile(
    rb'\A(?:\xef\xbb\xbf)?\s*\{[^\n]{0,120}?"(?:replayChatItemAction|addChatItemAction)"'
)


class Named(Struct, rename="camel", gc=False):
    """A text of the page's."""

    simple_text: str | None = None


class Emoji(Struct, rename="camel", gc=False):
    """A picture among words, by the name that it is typed with."""

    emoji_id: str | None = None


class Run(Struct, gc=False):
    """A piece of a line: words or a picture."""

    text: str | None = None
    emoji: Emoji | None = None


class Words(Struct, gc=False):
    """A line in pieces."""

    runs: list[Run] = []


class Icon(Struct, rename="camel", gc=False):
    """What a badge shows."""

    icon_type: str | None = None


class Badge(Struct, rename="camel", gc=False):
    """What an author is in this chat; a picture of its own is a member's."""

    icon: Icon | None = None
    custom_thumbnail: dict[str, object] | None = None


class Held(Struct, rename="camel", gc=False):
    """A badge as it is wrapped."""

    live_chat_author_badge_renderer: Badge | None = None


class Line(Struct, rename="camel", gc=False):
    """What was written, bought or joined."""

    id: str | None = None
    timestamp_usec: str | int | None = None
    author_external_channel_id: str | None = None
    author_name: Named | None = None
    message: Words | None = None
    author_badges: list[Held] = []
    purchase_amount_text: Named | None = None


class Added(Struct, gc=False):
    """Something new in the chat, by what draws it."""

    item: dict[str, Line] = {}


class Action(Struct, rename="camel", gc=False):
    """One thing that happened."""

    add_chat_item_action: Added | None = None
    mark_chat_item_as_deleted_action: dict[str, object] | None = None
    mark_chat_items_by_author_as_deleted_action: dict[str, object] | None = None


class Replayed(Struct, gc=False):
    """What happened at one moment of a recording."""

    actions: list[Action] = []


class Moment(Struct, rename="camel", gc=False):
    """One line of the file."""

    replay_chat_item_action: Replayed | None = None
    add_chat_item_action: Added | None = None


_WRITTEN = frozenset({"liveChatTextMessageRenderer", "liveChatPaidMessageRenderer"})
_JOINED = frozenset({"liveChatMembershipItemRenderer", "liveChatPaidStickerRenderer"})


def moment(it: Moment, here: Here) -> Meaning:
    """What was said and given at one moment, and what was taken down."""
    played = it.replay_chat_item_action
    actions = played.actions if played else [Action(it.add_chat_item_action)]
    return list(_told(actions, here)) or None


def _told(actions: list[Action], here: Here) -> Iterator[Fact]:
    log = Log(video_of(here), links=False, spoken=True, step=1)
    for it in actions:
        if it.mark_chat_item_as_deleted_action or it.mark_chat_items_by_author_as_deleted_action:
            yield Log(log.group, links=False, spoken=True, step=1, removed=1)
        for kind, line in (it.add_chat_item_action or Added()).item.items():
            if kind in _WRITTEN or kind in _JOINED:
                yield from crowd(here).log(here.parts, log)
                yield from _line(line, log.group, here, written=kind in _WRITTEN)


def _line(it: Line, video: str, here: Here, *, written: bool) -> Iterator[Fact]:
    if it.timestamp_usec is None:
        raise ValueError("a line without its time")
    held = (held.live_chat_author_badge_renderer for held in it.author_badges)
    badges = [badge for badge in held if badge]
    owns = any(badge.icon and badge.icon.icon_type == "OWNER" for badge in badges)
    actor = who(it.author_external_channel_id, None, here)
    actor = EGO if owns and here.facts.learned["owned"] else actor
    member = MEMBER if any(badge.custom_thumbnail for badge in badges) else 0
    us = int(it.timestamp_usec)
    name = it.author_name.simple_text if it.author_name else None
    yield from met(actor, name, here)
    to = None if actor in (EGO, GONE) else owner(None, here)
    if written:
        text = "".join(run.text or "" for run in (it.message or Words()).runs)
        yield from said(actor, to, us, it.id, text, video, here, member)
    if (it.purchase_amount_text or not written) and to:
        yield Interaction(
            Channel.GIFT, actor, to, us, it.id, form=Form.LIVE, group=video,
        )  # fmt: skip


def downloaded(it: Chat, here: Here) -> Meaning:
    """A line of a chat that chat-downloader saved."""
    video = video_of(here)
    log = Log(video, links=False, spoken=True, step=1)
    if it.message_type in REMOVED:
        return Log(video, links=False, spoken=True, step=1, removed=1)
    if it.message_type not in WRITTEN or not (it.author or it.message):
        return None
    author = it.author or By()
    channel = str(author.id) if author.id else None
    actor = who(channel, author.name, here)
    actor = EGO if author.owns and here.facts.learned["owned"] else actor
    to = None if actor in (EGO, GONE) else owner(None, here)
    more = MEMBER if author.member else 0
    found: list[Fact] = [*met(actor, author.name, here), *crowd(here).log(here.parts, log)]
    found += said(actor, to, it.us, it.message_id, it.message or "", video, here, more)
    if it.money and to:
        found.append(
            Interaction(Channel.GIFT, actor, to, it.us, it.message_id, form=Form.LIVE, group=video)
        )
    return found


def said(
    actor: str, to: str | None, us: int, item: str | None, text: str, video: str, here: Here,
    more: int = 0,
) -> Iterator[Interaction]:  # fmt: skip
    """A line in a chat, and whom it begins with calling by name."""
    yield Interaction(
        Channel.LIVE_CHAT, actor, to, us, item,
        Addressed.PERSON if to else Addressed.EVERYONE, Form.LIVE,
        words=len(text.split()) or None, group=video, text=text if actor is EGO else None,
        marks=here.marks(actor, text, more),
    )  # fmt: skip
    called = crowd(here).called(text)
    if called and called not in (actor, to) and actor is not GONE:
        yield Interaction(Channel.MENTION, actor, called, us, item, form=Form.LIVE, group=video)
