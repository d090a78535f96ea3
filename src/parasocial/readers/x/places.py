"""Where an X archive keeps what: one script per kind of data, numbered where it is large."""

import re
from collections.abc import Callable
from typing import Any

from parasocial.readers.x.grok import Item, item
from parasocial.readers.x.links import Followed, Like, follower, following, like
from parasocial.readers.x.manifest import Note
from parasocial.readers.x.messages import Event, events, message
from parasocial.readers.x.posts import Post, post
from parasocial.reading import Here, Meaning, Records
from parasocial.reading.js import script
from parasocial.reading.model import Rows
from parasocial.reading.times import DAY, SECOND

_BOM = rb"\A(?:\xef\xbb\xbf)?\s*"


def _kind(
    names: str,
    meaning: Callable[[Any, Here], Meaning],
    row: Any,
    rows: Rows = script,
    floor: int = SECOND,
) -> Records:
    """One kind of data under its names, the present one first."""
    files = "|".join(f"{name}.js|{name}-part*.js" for name in names.split("|"))
    keys = names.replace("-", "_").encode()
    like = re.compile(_BOM + rb"window\.YTD\.(?:" + keys + rb")\.part\d+\s*=")
    return Records(files, rows, meaning, row, like, floor)


def long_post(row: Note, here: Here) -> Meaning:
    """The words of a long post; the post itself stands with the others, and takes them there."""
    del row, here
    return None


# Archives of one file per month give old posts the day alone.
RECORDS = (
    _kind("tweets|tweet", post, Post, floor=DAY),
    _kind("community-tweet", post, Post, floor=DAY),
    Records(
        "tweets/[0-9][0-9][0-9][0-9]_[0-9][0-9].js",
        script,
        post,
        Post,
        re.compile(_BOM + rb"Grailbird\.data\.tweets_\d{4}_\d\d\s*="),
        floor=DAY,
    ),
    _kind("note-tweet", long_post, Note),
    _kind("direct-messages|direct-message", message, Event, events),
    _kind("direct-messages-group|direct-message-group", message, Event, events),
    _kind("like", like, Like),
    _kind("following", following, Followed),
    _kind("follower", follower, Followed),
    _kind("grok-chat-item", item, Item),
)
