"""Google Takeout of YouTube: watch and search history as JSON, the rest as CSV."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote_plus

from . import acts, talk
from .almanac import EXPORTED, FIRST_DAY, dice, utc
from .archive import write_zip
from .attention import Watch, watches
from .cast import EGO
from .creators import channels, code

_ROOT = "Takeout/YouTube and YouTube Music/"
_CONTROLS = ["YouTube watch history"]
_COMMENT_HEADER = (
    "Channel ID",
    "Comment Create Timestamp",
    "Price",
    "Comment ID",
    "Parent Comment ID",
    "Video ID",
    "Comment Text",
)
_LIVE_HEADER = (
    "Live Chat ID",
    "Channel ID",
    "Live Chat Create Timestamp",
    "Price",
    "Video ID",
    "Live Chat Text",
)
_PLAYLIST_HEADER = ("Video ID", "Playlist Video Creation Timestamp")
Row = Iterable[object]


def write(folder: Path) -> None:
    """Writes the one zip."""
    files = {
        "history/watch-history.json": _json(_history()),
        "history/search-history.json": _json(_searches()),
        "subscriptions/subscriptions.csv": _csv(
            ("Channel Id", "Channel Url", "Channel Title"), subscriptions()
        ),
        "comments/comments.csv": _csv(_COMMENT_HEADER, _comments()) + "\n\n",
        "live chats/live chats.csv": _csv(_LIVE_HEADER, _live_chats()),
        "channels/channel.csv": _csv(
            ("Channel ID", "Channel Title (Original)", "Channel Visibility"),
            [(EGO.channel_id, EGO.name, "Public")],
        ),
        **_playlists(),
    }
    everything = {_ROOT + name: text for name, text in files.items()}
    everything["Takeout/archive_browser.html"] = "<!DOCTYPE html><title>Archive</title>\n"
    write_zip(folder / f"takeout-{EXPORTED:%Y%m%dT%H%M%SZ}-001.zip", everything)


def _json(items: object) -> str:
    """JSON as Takeout writes it: two spaces, no escapes but the needed ones."""
    return json.dumps(items, ensure_ascii=False, indent=2)


def _csv(header: Row, rows: Iterable[Row]) -> str:
    """CSV with a header."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return out.getvalue()


def _time(ms: int) -> str:
    """ISO time in UTC with milliseconds."""
    return utc(ms).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _stamp(ms: int) -> str:
    """The time as comments.csv writes it."""
    return utc(ms).isoformat(timespec="microseconds")


def _history() -> list[dict[str, object]]:
    """The watch history, newest first, with a few things in it that are no watching."""
    items = [(w.at, _item(w)) for w in watches()]
    rng = dice("mixed in")
    for watch in watches():
        if watch.how == "video" and rng.random() < 0.004:
            url = f"https://www.youtube.com/watch?v={watch.video}"
            other = _entry(f"Shared {watch.title}", url, watch.at + 60_000)
            items.append((watch.at + 60_000, other))
    return [item for _, item in sorted(items, key=lambda pair: pair[0], reverse=True)]


def _entry(title: str, url: str, at: int, header: str = "YouTube") -> dict[str, object]:
    """One thing done on YouTube."""
    return {
        "header": header,
        "title": title,
        "titleUrl": url,
        "time": _time(at),
        "products": ["YouTube"],
        "activityControls": _CONTROLS,
    }


def _item(watch: Watch) -> dict[str, object]:
    """One entry of the watch history."""
    url = f"https://www.youtube.com/watch?v={watch.video}"
    if watch.how == "removed":
        return _entry(f"Watched {url}", url, watch.at)
    if watch.how == "post":
        return _entry("Viewed a post", f"https://www.youtube.com/post/{watch.video}", watch.at)
    if watch.how == "ad":
        return {
            **_entry(f"Watched {watch.title}", url, watch.at),
            "details": [{"name": "From Google Ads"}],
        }
    header = "YouTube"
    if watch.how == "short":
        url = f"https://www.youtube.com/shorts/{watch.video}"
    elif watch.how == "music":
        header, url = "YouTube Music", f"https://music.youtube.com/watch?v={watch.video}"
    item = _entry(f"Watched {watch.title}", url, watch.at, header)
    if watch.channel:
        item["subtitles"] = [{"name": watch.channel.title, "url": watch.channel.url}]
    return item


def _searches() -> list[dict[str, object]]:
    """The search history, newest first."""
    found = acts.searches("youtube", 260, FIRST_DAY)
    url = "https://www.youtube.com/results?search_query="
    return [
        _entry(f"Searched for {act.target}", url + quote_plus(act.target), act.at)
        for act in reversed(found)
    ]


def subscriptions() -> list[tuple[str, str, str]]:
    """Id, address and title of the channels that ego subscribed to: most of the first twenty."""
    rng = dice("subscriptions")
    kept = [c for c in channels()[:20] if not c.music and rng.random() < 0.85]
    return [(c.id, c.url, c.title) for c in kept]


def _comments() -> Iterable[Row]:
    """Ego's comments; long ones come as several pieces with a line break between them."""
    rng = dice("comment ids")
    for n, act in enumerate(acts.video_comments()):
        pieces = [act.text, "\n", talk.comment(rng)] if n % 7 == 0 else [act.text]
        text = ",".join('{"text":"' + piece + '"}' for piece in pieces)
        parent = "Ugx" + code(rng, 23) if n % 9 == 4 else ""
        own = "Ugy" + code(rng, 23)
        yield EGO.channel_id, _stamp(act.at), act.price, own, parent, act.item, text


def _live_chats() -> Iterable[Row]:
    """Ego's lines in live chats."""
    rng = dice("live chat ids")
    for act in acts.live_chats():
        text = json.dumps({"takeoutSegments": [{"text": act.text}]}, ensure_ascii=False)
        yield code(rng, 26), EGO.channel_id, _stamp(act.at), act.price, act.item, text


def _playlists() -> dict[str, str]:
    """Three playlists of videos that were watched."""
    rng = dice("playlists")
    seen = [w for w in watches() if w.how == "video"]
    out = {}
    for name in ("Watch later", "masak minggu ini", "Liked"):
        kept = sorted(rng.sample(seen, 24), key=lambda watch: watch.at)
        rows = [(w.video, utc(w.at + 90_000).isoformat(timespec="seconds")) for w in kept]
        out[f"playlists/{name}{' videos' if name == 'Liked' else '-videos'}.csv"] = _csv(
            _PLAYLIST_HEADER, rows
        )
    return out
