"""Where Takeout keeps what, by name in the languages we know and by look in all others."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from parasocial.readers.youtube.about import COMMENTS, LIVE_CHATS, SUBSCRIPTIONS
from parasocial.readers.youtube.history import Line, activity, views
from parasocial.readers.youtube.links import (
    kept,
    old_kept,
    old_subscription,
    published,
    subscription,
)
from parasocial.readers.youtube.locales import named
from parasocial.readers.youtube.pages import cell, cells
from parasocial.readers.youtube.sheets import sheet
from parasocial.readers.youtube.spoken import (
    comment,
    entries,
    live_chat,
    old_comment,
    old_live_chat,
)
from parasocial.reading import Here, Meaning, Records
from parasocial.reading.cells import Csv
from parasocial.reading.columns import Many
from parasocial.reading.model import Rows
from parasocial.reading.shapes import either

_ID = rb"Ug[\w-]{18}AaABAg"
_WRITTEN = rb"UC[\w-]{22},\d{4}-\d\d-\d\dT[^,\n]*,[\d.]*,"
_JSON = rb'\A\s*\[\s*\{\s*"header"\s*:\s*"YouTube'
_PAGE = rb"(?s)\A\s*<html><head><title>[^<]*</title><style[^>]*>.*\bmdl-"
_COMMENT = rb"(?m)^(?:" + _ID + rb"[\w.-]*," + _WRITTEN + rb"|" + _WRITTEN + _ID + rb")"
_LIVE_CHAT = rb"(?m)^(?!" + _ID + rb")[\w.%-]{20,}," + _WRITTEN + rb"[\w-]{11},"
_SUBSCRIPTION = rb"(?m)^UC[\w-]{22},https?://www\.youtube\.com/channel/UC"
_OLD_SUBSCRIPTION = rb'"kind"\s*:\s*"youtube#subscription"'
_OLD_KEPT = rb'"kind"\s*:\s*"youtube#playlistItem"'
_KEPT = rb"(?m)^[\w-]{11}, ?\d{4}-\d\d-\d\d[T ]\d\d:"


def _by_name_and_look(
    files: str,
    copies: str,
    look: bytes,
    rows: Rows,
    meaning: Callable[[Any, Any], Meaning],
    row: Any = Any,
    many: Callable[[Here], Many] | None = None,
) -> Iterator[Records]:
    """One kind of file under its known names; and copies of it, or names we do not know."""
    yield Records(files, rows, meaning, row, many=many)
    yield Records(copies, rows, meaning, row, re.compile(look), many=many)


# Watching stands in the history and in My Activity: apart, so that row ids merge the two.
RECORDS = (
    *_by_name_and_look(
        f"{named('watch', 'json')}|{named('search', 'json')}", "*-history (*).json", _JSON,
        either(), activity, Line, many=views,
    ),
    *_by_name_and_look(
        f"{named('watch', 'html')}|{named('search', 'html')}", "*-history (*).html", _PAGE,
        cells, cell,
    ),
    Records("YouTube/*.json", either(), activity, Line, many=views),
    Records("YouTube/*.html", cells, cell),
    *_by_name_and_look(COMMENTS, "comments (*).csv", _COMMENT, sheet, comment),
    *_by_name_and_look(LIVE_CHATS, "live chats (*).csv", _LIVE_CHAT, sheet, live_chat),
    Records("my-comments.html", entries, old_comment),
    Records("my-live-chat-messages.html", entries, old_live_chat),
    *_by_name_and_look(
        SUBSCRIPTIONS, "subscriptions (*).csv", _SUBSCRIPTION, Csv(width=3), subscription
    ),
    *_by_name_and_look(
        "subscriptions.json", "subscriptions (*).json", _OLD_SUBSCRIPTION, either(),
        old_subscription,
    ),
    *_by_name_and_look(
        f"playlists/*.csv|{named('playlist', 'csv')}|{named('liked', 'csv')}",
        "playlist (*).csv", _KEPT, Csv(), kept,
    ),
    *_by_name_and_look(
        "playlists/*.json|likes.json", "playlist (*).json", _OLD_KEPT, either(), old_kept
    ),
    Records(named("videos", "csv"), sheet, published),
)  # fmt: skip
