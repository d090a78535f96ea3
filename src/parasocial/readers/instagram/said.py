"""What ego said in public: comments, answers in stories, posts, stories, reels and threads."""

import re
from functools import partial
from typing import Any

from parasocial.readers.instagram.attention import form_of
from parasocial.readers.instagram.lists import listed
from parasocial.reading import Here, Meaning
from parasocial.reading.local_times import LocalTime
from parasocial.reading.meta import (
    Item,
    code,
    handle,
    like_a_handle,
    link,
    pairs,
    repaired,
    time,
    times,
)
from parasocial.reading.times import epoch
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

_WORDS = frozenset(("comment", "opmerking", "reactie", "comentario", "commentaire", "kommentar"))
_OWNER = frozenset(("media owner", "media-eigenaar"))
_NUMBER = re.compile(r"(\d{12,})(?:\.\w+)?$")
_BOTH = 2


def comment(item: Item, here: Here, form: Form = Form.POST) -> Meaning:
    """A comment on somebody's post; on ego's own it is for everyone."""
    text, owner = _parts(item)
    if not text and not item.media:
        raise ValueError("no comment")
    target = here.who(owner) if owner else None
    at = time(item, here)
    return Interaction(
        Channel.COMMENT,
        EGO,
        None if target is EGO else target,
        at.us,
        addressed=Addressed.EVERYONE if target in (None, EGO) else Addressed.PERSON,
        form=form_of(link(item), form),
        words=len(text.split()) if text else None,
        us_low=at.us_low,
        us_high=at.us_high,
        text=text,
    )


def _parts(item: Item) -> tuple[str | None, str | None]:
    """The comment and whose post it is on; in a language we do not know, in this order."""
    found = [(label, value) for label, value in pairs(item) if not value.startswith("http")]
    text = next((value for label, value in found if label in _WORDS), None)
    owner = next((value for label, value in found if label in _OWNER), None)
    if text is None and owner is None and found:
        text = found[0][1]
        second = found[1][1] if len(found) >= _BOTH else ""
        owner = second if like_a_handle(second) else None
    return text, owner


def answer(item: Item, here: Here) -> Meaning:
    """Ego's answer to a question that somebody asked in a story."""
    owner = handle(item)
    if not owner:
        raise ValueError("nobody is named")
    at = time(item, here)
    return Interaction(
        Channel.COMMENT,
        EGO,
        owner,
        at.us,
        form=Form.STORY,
        us_low=at.us_low,
        us_high=at.us_high,
    )


def post(item: Item, here: Here, form: Form = Form.POST) -> Meaning:
    """A post of ego's. A post of several pictures has its words and time above them."""
    first = next((it for it in _media(item)), {})
    at = time(item, here) if times(item, here) else LocalTime(_made(first), None, None)
    text = repaired(item.title or first.get("title") or "").strip() or None
    return Interaction(
        Channel.POST,
        EGO,
        None,
        at.us,
        _number(item.uri or first.get("uri") or ""),
        Addressed.EVERYONE,
        form,
        words=len(text.split()) if text else None,
        us_low=at.us_low,
        us_high=at.us_high,
        text=text,
    )


def _media(item: Item) -> list[dict[str, Any]]:
    found = item.media if isinstance(item.media, list) else [item.media]
    return [it for it in found if isinstance(it, dict)]


def _made(media: dict[str, Any]) -> int:
    return epoch(media.get("creation_timestamp") or 0)


def _number(uri: str) -> str | None:
    """The number at the end of a media file's name."""
    found = _NUMBER.search(uri)
    return found[1] if found else None


def repost(item: Item, here: Here) -> Meaning:
    """Somebody's post that ego passed on; the file does not say whose."""
    at = time(item, here)
    return Interaction(
        Channel.SHARE,
        EGO,
        None,
        at.us,
        code(link(item)),
        Addressed.EVERYONE,
        form_of(link(item), Form.POST),
        us_low=at.us_low,
        us_high=at.us_high,
    )


_reel_comment = partial(comment, form=Form.SHORT)
_story_comment = partial(comment, form=Form.STORY)
_story = partial(post, form=Form.STORY)
_reel = partial(post, form=Form.SHORT)
_video = partial(post, form=Form.VIDEO)

RECORDS = (
    listed("post_comments*", comment, "comments_media_comments"),
    listed("reels_comments", _reel_comment, "comments_reels_comments"),
    listed("hype", _story_comment, "comments_story_comments"),
    listed("questions", answer, "story_activities_questions"),
    listed("posts_[0-9]*", post, "ig_posts_media"),
    listed("archived_posts", post, "ig_archived_post_media"),
    listed("stories", _story, "ig_stories"),
    # Subscriptions keep a list of that name too.
    listed("media/reels", _reel, "ig_reels_media"),
    listed("content/reels", _reel, "ig_reels_media"),
    listed("igtv_videos", _video, "ig_igtv_media"),
    listed("reposts", repost, "profile_media_reposts"),
    listed("threads_and_replies", post, "text_post_app_text_posts"),
)
