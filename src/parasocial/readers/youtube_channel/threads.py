"""Comments as YouTube's Data API gives them: pages of threads, of replies, or a list of either."""

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

from parasocial.readers.youtube_channel.people import crowd, met, owner, who
from parasocial.reading import Here, Meaning
from parasocial.reading.times import iso
from parasocial.schema import EGO, GONE, Addressed, Channel, Fact, Form, Interaction, Log

LOOK = re.compile(rb'"youtube#comment(?:Thread)?(?:ListResponse)?"|"topLevelComment"\s*:')
_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"<br\s*/?>")


class Author(Struct, gc=False):
    """Whose comment it is."""

    value: str | None = None


class Snippet(Struct, rename="camel", gc=False):
    """What a thread or a comment says of itself."""

    channel_id: str | None = None
    video_id: str | None = None
    top_level_comment: "Item | None" = None
    total_reply_count: int | None = None
    text_original: str | None = None
    text_display: str | None = None
    author_display_name: str | None = None
    author_channel_id: Author | str | None = None
    published_at: str | None = None
    parent_id: str | None = None


class Replies(Struct, gc=False):
    """The replies that came with a thread: all of them, or some."""

    comments: "list[Item] | None" = None


class Item(Struct, gc=False):
    """A page, a thread or a comment."""

    id: str | None = None
    snippet: Snippet | None = None
    replies: Replies | None = None
    items: "list[Item] | None" = None


def item(it: Item, here: Here) -> Meaning:
    """What a page, a thread or a comment says."""
    return list(_told(it, here))


def _told(it: Item, here: Here) -> Iterator[Fact]:
    for one in it.items or ():
        yield from _told(one, here)
    said = it.snippet
    if said is None:
        if it.items is None:
            raise ValueError("neither page nor comment")
        return
    if said.top_level_comment is None:
        yield from _comment(it, said, here)
        return
    top = said.top_level_comment
    if top.snippet is None:
        raise ValueError("a thread without its comment")
    top.snippet.video_id = top.snippet.video_id or said.video_id
    top.snippet.channel_id = said.channel_id or top.snippet.channel_id
    yield from _comment(top, top.snippet, here, said.total_reply_count)
    for reply in (it.replies.comments if it.replies else None) or ():
        if reply.snippet is None:
            raise ValueError("a reply without its comment")
        reply.snippet.video_id = reply.snippet.video_id or said.video_id
        reply.snippet.channel_id = said.channel_id or reply.snippet.channel_id
        reply.snippet.parent_id = reply.snippet.parent_id or top.id
        yield from _comment(reply, reply.snippet, here)


def _comment(it: Item, said: Snippet, here: Here, replies: int | None = None) -> Iterator[Fact]:
    if it.id is None or said.published_at is None:
        raise ValueError("a comment without id or time")
    author = said.author_channel_id
    channel = author.value if isinstance(author, Author) else author
    actor = who(channel, said.author_display_name, here)
    text = said.text_original
    if text is None:
        text = unescape(_TAG.sub("", _BREAK.sub("\n", said.text_display or "")))
    parent = said.parent_id or (it.id.partition(".")[0] if "." in it.id else None)
    video = said.video_id or here.facts.learned["videos"].get(parent)
    if parent is None:
        here.facts.learned["videos"][it.id] = video
    yield comment(
        Interaction(
            Channel.REPLY if parent else Channel.COMMENT, actor, None, iso(said.published_at),
            it.id, form=Form.VIDEO, words=len(text.split()) or None, group=video, reply_to=parent,
            marks=here.marks(actor, text), replies=None if parent else replies,
        ),
        text, owner(said.channel_id, here), here,
    )  # fmt: skip
    yield from met(actor, said.author_display_name, here)
    if video:
        yield from crowd(here).log(here.parts, Log(video, exact=False))


def comment(said: Interaction, text: str, channel: str | None, here: Here) -> Interaction:
    """A comment with whom it is for: who is called by name, who is answered, or the video's own."""
    known = crowd(here)
    parent = said.reply_to
    to = (known.called(text) or known.author(parent) or channel) if parent else channel
    if to == said.actor:
        to = channel  # who goes on in their own thread goes on with its owner
    if said.item:
        known.wrote(said.item, said.actor)
    alone = to == said.actor or said.actor is GONE or to is GONE
    return Interaction(
        said.channel, said.actor, None if alone else to, said.us, said.item,
        Addressed.EVERYONE if alone else Addressed.PERSON, said.form, words=said.words,
        group=said.group, reply_to=parent, us_low=said.us_low, us_high=said.us_high,
        text=text if said.actor is EGO else None, marks=said.marks, replies=said.replies,
    )  # fmt: skip
