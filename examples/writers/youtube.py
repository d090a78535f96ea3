"""YouTube, as Google Takeout hands it out: histories as JSON, the rest as tables.

Only what ego did, and no durations: watching with its channel, searches, comments and live chat
by video alone, subscriptions without a date. Nothing that reached ego.
"""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote_plus

from .model import Being, Beings, Deed, Files, mine, spell
from .shapes import as_json, iso, sheet, when

_ROOT = "Takeout/YouTube and YouTube Music/"
Json = dict[str, Any]


def native(being: Being) -> str:
    """The channel's id."""
    return "UC" + spell(22, "youtube", being.key)


def video(item: str) -> str:
    """The id of a video."""
    return spell(11, "youtube", item)


def comment(item: str, parent: str = "") -> str:
    """The id of a comment; a reply's begins with the one it stands below."""
    own = "Ug" + spell(24, "youtube", item)
    return f"{parent}.{own[2:]}" if parent else own


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The export."""
    del exported
    own = sheet(
        "Channel ID,Channel Title (Original),Channel Visibility",
        [(native(me), me.name, "Public")],
    )
    followed = [beings[d.target] for d in mine(me, deeds, "follow") if d.target]
    tables = {
        "channels/channel.csv": own,
        "subscriptions/subscriptions.csv": sheet(
            "Channel Id,Channel Url,Channel Title",
            [(native(b), _channel(b), b.name) for b in followed],
        ),
        "comments/comments.csv": _comments(me, deeds),
        "live chats/live chats.csv": _live_chats(me, deeds),
        "playlists/Liked videos.csv": _playlist(mine(me, deeds, "reaction")),
        "playlists/Watch later-videos.csv": _playlist(mine(me, deeds, "save")),
        "history/watch-history.json": as_json(
            [_watched(beings, d) for d in reversed(mine(me, deeds, "view", "listen"))]
        ),
        "history/search-history.json": as_json(
            [_searched(d) for d in reversed(mine(me, deeds, "search"))]
        ),
    }
    return {_ROOT + name: body for name, body in tables.items()}


def _channel(being: Being) -> str:
    return f"https://www.youtube.com/channel/{native(being)}"


def _entry(title: str, url: str, at: int, header: str = "YouTube") -> Json:
    return {
        "header": header,
        "title": title,
        "titleUrl": url,
        "time": iso(at),
        "products": ["YouTube"],
        "activityControls": ["YouTube watch history"],
    }


def _watched(beings: Beings, deed: Deed) -> Json:
    """One thing seen. What is gone has no channel, nor has a post."""
    number, music = video(deed.item or ""), deed.channel == "listen"
    if deed.form == "post":
        return _entry("Viewed a post", f"https://www.youtube.com/post/{number}", deed.at)
    site = "https://music.youtube.com/" if music else "https://www.youtube.com/"
    url = site + ("shorts/" if deed.form == "short" else "watch?v=") + number
    title = deed.text or ("a video" if deed.target else url)
    entry = _entry(f"Watched {title}", url, deed.at, "YouTube Music" if music else "YouTube")
    if deed.target:
        whose = beings[deed.target]
        entry["subtitles"] = [{"name": whose.name, "url": _channel(whose)}]
    return entry


def _searched(deed: Deed) -> Json:
    words = deed.text or ""
    url = f"https://www.youtube.com/results?search_query={quote_plus(words)}"
    return _entry(f"Searched for {words}", url, deed.at)


def _price(deed: Deed) -> str:
    return f"{(deed.price or 0) / 100:.2f}" if deed.price else "0"


def _comments(me: Being, deeds: Sequence[Deed]) -> bytes:
    """Own comments; a gift under a video that is no stream is a paid one."""
    rows = []
    for deed in mine(me, deeds, "comment", "reply", "gift"):
        if deed.form == "live" or (deed.channel == "gift" and not deed.price):
            continue
        parent = comment(deed.reply_to) if deed.channel == "reply" and deed.reply_to else ""
        row = (
            native(me),
            when(deed.at).isoformat(timespec="microseconds"),
            _price(deed),
            comment(deed.item or f"{deed.actor}@{deed.at}", parent),
            parent,
            "",
            video(deed.under or deed.item or ""),
            json.dumps({"text": deed.text or ""}, ensure_ascii=False),
            parent,
        )
        rows.append(row)
    header = (
        "Channel ID,Comment Create Timestamp,Price,Comment ID,Parent Comment ID,Post ID,"
        "Video ID,Comment Text,Top-Level Comment ID"
    )
    return sheet(header, rows)


def _live_chats(me: Being, deeds: Sequence[Deed]) -> bytes:
    """Own lines in live chats, the paid ones among them."""
    rows = [
        (
            spell(26, "youtube", deed.item or f"{deed.actor}@{deed.at}"),
            native(me),
            when(deed.at).isoformat(timespec="microseconds"),
            _price(deed),
            video(deed.under or deed.item or ""),
            json.dumps({"text": deed.text or ""}, ensure_ascii=False),
        )
        for deed in mine(me, deeds, "live_chat", "gift")
        if deed.channel == "live_chat" or (deed.form == "live" and deed.price)
    ]
    header = "Live Chat ID,Channel ID,Live Chat Create Timestamp,Price,Video ID,Live Chat Text"
    return sheet(header, rows)


def _playlist(deeds: Sequence[Deed]) -> bytes:
    rows = [(video(d.item or ""), when(d.at).isoformat(timespec="seconds")) for d in deeds]
    return sheet("Video ID,Playlist Video Creation Timestamp", rows)
