"""Comments as yt-dlp and youtube-comment-downloader save them: their times are worded ages."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from parasocial.readers.youtube_channel.ages import written
from parasocial.readers.youtube_channel.people import crowd, met, owner, video_of, who
from parasocial.readers.youtube_channel.threads import comment
from parasocial.reading import Here, Meaning
from parasocial.reading.times import SECOND, micros
from parasocial.schema import EGO, GONE, Channel, Fact, Form, Interaction, Log

HEAD = ("id", "channel_id", "epoch", "comment_count", "upload_date", "extractor")
_BARE = rb"\A(?:\xef\xbb\xbf)?\s*\[\s*\{[^{}]*"
BARE = re.compile(_BARE + rb'"(?:author_id"\s*:[^{}]*"parent|parent"\s*:[^{}]*"author_id)"\s*:')
DOWNLOADED = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{[^{}]*"cid"\s*:[^{}]*"votes"\s*:')


class Comment(Struct, gc=False, rename={"time_text": "_time_text"}):
    """One comment of yt-dlp's."""

    id: str | int
    parent: str | int | None = None
    text: str | None = None
    author_id: str | None = None
    author: str | None = None
    author_is_uploader: bool | None = None
    is_favorited: bool | None = None
    is_pinned: bool | None = None
    time_text: str | None = None
    timestamp: int | float | None = None


class Downloaded(Struct, gc=False):
    """One comment of youtube-comment-downloader's."""

    cid: str
    text: str | None = None
    time: str | None = None
    time_parsed: float | None = None
    author: str | None = None
    channel: str | None = None
    replies: str | int | None = None
    heart: bool | None = None


def saved(it: Comment, here: Here) -> Meaning:
    """A comment in an ``info.json``, or in a bare list of them."""
    head = here.head
    if str(head.get("extractor") or "youtube").partition(":")[0].lower() != "youtube":
        return None
    channel = EGO if it.author_is_uploader and here.facts.learned["owned"] else it.author_id
    actor = channel if channel is EGO else who(channel, it.author, here)
    parent = None if it.parent in (None, "root") else str(it.parent)
    video = _text(head.get("id")) or video_of(here)
    guess = None if it.timestamp is None else int(it.timestamp)
    at = written(it.time_text, guess, _seen(head), _put_up(head))
    said = Interaction(
        Channel.REPLY if parent else Channel.COMMENT, actor, None, at.us, str(it.id),
        form=Form.VIDEO, words=len((it.text or "").split()) or None, group=video, reply_to=parent,
        us_low=at.low, us_high=at.high, marks=here.marks(actor, it.text),
    )  # fmt: skip
    whole = None if "comment_count" not in head else head["comment_count"] is not None
    log = Log(video, exact=False, whole=whole, step=None)
    to = owner(_text(head.get("channel_id")), here)
    heart = bool(it.is_favorited or it.is_pinned)
    return list(_beside(said, it.text, it.author, to, log, here, heart=heart))


def downloaded(it: Downloaded, here: Here) -> Meaning:
    """A comment of youtube-comment-downloader's, whose parent stands in its number."""
    actor = who(it.channel, it.author, here)
    parent = it.cid.partition(".")[0] if "." in it.cid else None
    video = video_of(here)
    guess = None if it.time_parsed is None else int(it.time_parsed)
    at = written(it.time, guess, None, None)
    count = str(it.replies or "")
    said = Interaction(
        Channel.REPLY if parent else Channel.COMMENT, actor, None, at.us, it.cid,
        form=Form.VIDEO, words=len((it.text or "").split()) or None, group=video, reply_to=parent,
        us_low=at.low, us_high=at.high, marks=here.marks(actor, it.text),
        replies=int(count) if count.isdecimal() and not parent else None,
    )  # fmt: skip
    log = Log(video, exact=False, step=None)
    return list(
        _beside(said, it.text, it.author, owner(None, here), log, here, heart=bool(it.heart))
    )


def _beside(
    said: Interaction, text: str | None, handle: str | None, to: str | None, log: Log, here: Here,
    *, heart: bool,
) -> Iterator[Fact]:  # fmt: skip
    """A comment, its author's name, its log, and the heart or pin of the video's owner."""
    yield comment(said, text or "", to, here)
    yield from met(said.actor, handle, here)
    yield from crowd(here).log(here.parts, log)
    if heart and to is not None and said.actor not in (to, GONE):
        yield Interaction(
            Channel.REACTION, to, said.actor, None, said.item, form=Form.VIDEO, group=said.group,
        )  # fmt: skip


def _text(told: Any) -> str | None:
    return told if isinstance(told, str) and told else None


def _seen(head: Any) -> int | None:
    epoch = head.get("epoch")
    return int(epoch) * SECOND if isinstance(epoch, int | float) else None


def _put_up(head: Any) -> int | None:
    day = head.get("upload_date")
    try:
        return micros(datetime.strptime(str(day), "%Y%m%d").replace(tzinfo=UTC))
    except ValueError:
        return None
