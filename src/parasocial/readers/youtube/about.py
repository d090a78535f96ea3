"""What is known about a Takeout before its first record: whose, when, in which language."""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from html import unescape

from parasocial.errors import DamagedMember
from parasocial.export import Export, Member
from parasocial.readers.youtube.locales import named, watched
from parasocial.readers.youtube.sheets import CHANNEL
from parasocial.reading import Asked, Facts
from parasocial.reading.times import iso

HISTORY = named("watch", "json", "html").split("|")
COMMENTS = named("comments", "csv")
LIVE_CHATS = named("live chats", "csv")
SUBSCRIPTIONS = named("subscriptions", "csv")

_FOLDERS = ("YouTube/*.json", "YouTube/*.html", "*YouTube*/*/*.html", "*YouTube*/hist*/*.json")
_OTHERS = f"{COMMENTS}|{LIVE_CHATS}|{SUBSCRIPTIONS}".split("|")
_FEW = 8
_ENOUGH = 4  # My Activity holds likes and shares too; words of another language are rarer
_HEAD = 1 << 20  # a page begins with a long style sheet
_MADE = re.compile(r"takeout-(\d{8}T\d{6}Z)", re.IGNORECASE)
_ADDED_BY = re.compile(rb'"snippet"\s*:\s*\{\s*"channelId"\s*:\s*"(UC[\w-]{22})"')
_ROW = re.compile(rb"(?m)^(?:[\w.-]{20,},)?(UC[\w-]{22}),\d{4}-\d\d-\d\dT")
_CHANNELS = named("channel", "csv").split("|")
_WRITTEN = f"{COMMENTS}|{LIVE_CHATS}|*YouTube*/*/*.csv".split("|")
_KEPT = ("likes.json", "playlists/*.json", "subscriptions.json")
_JSON_TITLE = re.compile(
    rb'"title"\s*:\s*("(?:[^"\\]|\\.)*"),\s*"titleUrl"\s*:\s*"[^"]*/(?:watch\?|shorts/)'
)
_PAGE_TITLE = re.compile(
    rb'body-1">([^<]*)<a href="[^"]*/(?:watch\?|shorts/)[^>]*>([^<]*)</a>([^<]*)<br>'
)
_ZONES_SINCE = iso("2018-07-01")
_NEW_LANGUAGE = (
    "The language of this watch history is new to us: videos that were only liked or shared "
    "may be counted as watched."
)
_NO_HISTORY = (
    "There is no watch history in this Takeout: choose history among the YouTube data, or "
    "look whether it is switched off or deleted by itself."
)


def facts(export: Export, asked: Asked) -> Facts:
    """Ego's channels, and how this export words watching and tells time."""
    own = list(_channels(export))
    channels = sorted({channel for channel, _ in own})
    title = next((title for _, title in own if title), None)
    made = _made(export.title)
    history = export.matching(*HISTORY, *_FOLDERS) or export.matching("*.json", "*.html")[:_FEW]
    worded = [(member, it) for member in history for it in _wordings(member)]
    wording, warnings = _wording([it for _, it in worded])
    if not worded and export.matching(*_OTHERS):
        warnings = (_NO_HISTORY,)
    # Pages without a zone are from before 2018, when Takeout told times in UTC.
    old = (made or export.modified_us or _ZONES_SINCE) < _ZONES_SINCE
    formats = sorted({member.path.suffix[1:].upper() for member, _ in worded})
    return Facts(
        ego=frozenset({*asked.me, *channels}),
        account=title or next(iter((*asked.me, *channels)), None),
        exported_us=made,
        zone=asked.zone,
        layout=" and ".join(formats) or "no watch history",
        learned={"watched": wording, "zone": "UTC" if old else asked.zone},
        warnings=warnings,
    )


def _channels(export: Export) -> Iterator[tuple[str, str]]:
    """Ids of ego's own channels, each with its title where the file has that."""
    for member in export.matching(*_CHANNELS):
        text = _head(member).decode("utf-8-sig", "replace")
        with suppress(csv.Error):
            yield from ((row[0], row[1]) for row in csv.reader(text.splitlines()) if _is_own(row))
    for patterns, look in ((_WRITTEN, _ROW), (_KEPT, _ADDED_BY)):
        for member in export.matching(*patterns):
            yield from ((channel.decode(), "") for channel in look.findall(_head(member)))


def _is_own(row: Sequence[str]) -> bool:
    return len(row) > 1 and CHANNEL.fullmatch(row[0]) is not None


def _made(title: str) -> int | None:
    found = _MADE.search(title)
    if found is None:
        return None
    with suppress(ValueError):
        return iso(found[1])
    return None


def _wordings(member: Member) -> Iterator[str]:
    """How the newest lines about videos are worded: "Watched A video"."""
    head = _head(member)
    for title in _JSON_TITLE.findall(head):
        with suppress(ValueError):
            yield json.loads(title)
    for parts in _PAGE_TITLE.findall(head):
        yield unescape(b"".join(parts).decode("utf-8", "replace")).replace("\u00a0", " ").strip()


def _wording(found: Sequence[str]) -> tuple[tuple[str, str], tuple[str, ...]]:
    """What lines about watching begin and end with, if we know it; else nothing, which all do."""
    counts = {
        known: sum(it.startswith(known[0]) and it.endswith(known[1]) for it in found)
        for known in watched()
    }
    best = max(counts, key=lambda known: counts[known])
    if counts[best] * _ENOUGH >= max(len(found), 1):
        return best, ()
    return ("", ""), (_NEW_LANGUAGE,) if found else ()


def _head(member: Member) -> bytes:
    try:
        return member.head(_HEAD)
    except DamagedMember:
        return b""
