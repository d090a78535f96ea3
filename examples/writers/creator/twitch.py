"""The chat of one channel's streams, as TwitchDownloader and chat-downloader save it.

A stream begins at the moment in its item. No reply links: who is answered stands only in the
``@name`` that a line begins with.
"""

from collections.abc import Sequence
from typing import Any

from writers.model import Being, Beings, Deed, Files, draw, made, spell
from writers.shapes import as_json, iso
from writers.twitch import number

Json = dict[str, Any]


def stream(item: str) -> str:
    """The id of a recording."""
    return str(10**9 + draw("twitch", item) % 10**9)


def _streams(deeds: Sequence[Deed]) -> dict[str, list[Deed]]:
    """What was typed in each stream, cheers among it."""
    found: dict[str, list[Deed]] = {}
    for deed in deeds:
        if deed.channel in ("live_chat", "reply", "gift") and deed.under and deed.form == "live":
            found.setdefault(deed.under, []).append(deed)
    return found


def _words(owner: Being, beings: Beings, deed: Deed) -> str:
    """The line as it was typed: whoever answers another begins with the name."""
    text = f"Cheer{deed.price} {deed.text or ''}" if deed.price else deed.text or ""
    if deed.target in (None, owner.key):
        return text
    return f"@{beings[deed.target].handle} {text}"


def downloader(owner: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """TwitchDownloader's JSON of each recording."""
    out: Files = {}
    for name, said in _streams(deeds).items():
        begun = made(name)[1]
        lasted = max(said[-1].at - begun, 0) // 1_000_000 + 60
        root = {
            "FileInfo": {
                "Version": {"Major": 1, "Minor": 4, "Patch": 0},
                "CreatedAt": iso(exported),
                "UpdatedAt": "0001-01-01T00:00:00",
            },
            "streamer": {"name": owner.name, "login": owner.handle, "id": int(number(owner))},
            "video": {
                "title": "A stream",
                "id": stream(name),
                "created_at": iso(begun, "seconds"),
                "start": 0,
                "end": lasted,
                "length": lasted,
                "viewCount": 0,
                "game": "",
                "chapters": [],
            },
            "comments": [_comment(owner, beings, deed, name) for deed in said],
            "embeddedData": None,
        }
        out[f"{stream(name)}.json"] = as_json(root)
    return out


def _comment(owner: Being, beings: Beings, deed: Deed, name: str) -> Json:
    who, text = beings[deed.actor], _words(owner, beings, deed)
    badges = [{"_id": "broadcaster", "version": "1"}] if who.key == owner.key else []
    return {
        "_id": spell(36, deed.item or str(deed.at), letters="0123456789abcdef"),
        "created_at": iso(deed.at),
        "channel_id": number(owner),
        "content_type": "video",
        "content_id": stream(name),
        "content_offset_seconds": (deed.at - made(name)[1]) // 1_000_000,
        "commenter": {
            "display_name": who.name,
            "_id": number(who),
            "name": who.handle,
            "bio": None,
            "created_at": "2020-01-01T00:00:00Z",
            "updated_at": "2020-01-01T00:00:00Z",
            "logo": "",
        },
        "message": {
            "body": text,
            "bits_spent": deed.price or 0,
            "fragments": [{"text": text, "emoticon": None}],
            "user_badges": badges,
            "user_color": None,
            "emoticons": [],
        },
    }


def chat_downloader(owner: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """chat-downloader's JSON of each recording: one list, times in microseconds."""
    del exported
    return {
        f"{stream(name)}.json": as_json([_line(owner, beings, deed, name) for deed in said])
        for name, said in _streams(deeds).items()
    }


def _line(owner: Being, beings: Beings, deed: Deed, name: str) -> Json:
    who, offset = beings[deed.actor], (deed.at - made(name)[1]) // 1_000_000
    body: Json = {
        "message_id": spell(36, deed.item or str(deed.at), letters="0123456789abcdef"),
        "message": _words(owner, beings, deed),
        "message_type": "text_message",
        "timestamp": deed.at,
        "time_in_seconds": offset,
        "time_text": f"{offset // 3600}:{offset // 60 % 60:02}:{offset % 60:02}",
        "author": {"id": number(who), "name": who.handle, "display_name": who.name},
    }
    if deed.price:
        body["bits"] = deed.price
    if who.key == owner.key:
        body["author"]["badges"] = [{"name": "broadcaster", "title": "Broadcaster"}]
    return body
