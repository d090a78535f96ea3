"""Small exports of invented people."""

import json
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

BEGIN = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
RADIO = "UC" + "m" * 22
SHOP = "UC" + "s" * 22
HOSTILE = "<b>Moth\u202e\x1b[31m\x9b Radio</b>"


def chat(folder: Path, other: str = "Ada", *, days: int = 20, me: str = "Nour") -> Path:
    """A chat of two in which both write every day."""
    lines = [
        f"{at.month}/{at.day}/{at:%y}, {at:%H:%M} - {who}: hello there"
        for day in range(days)
        for minute, who in enumerate((me, other, me, other))
        for at in [BEGIN + timedelta(days=day, hours=minute)]
    ]
    path = folder / f"WhatsApp Chat with {other}.txt"
    path.write_text("\n".join([*lines, ""]))
    return path


def watched(day: int, channel: str = RADIO, name: str = HOSTILE, hour: int = 0) -> dict[str, Any]:
    """One line of a watch history."""
    at = BEGIN + timedelta(days=day, hours=hour)
    return {
        "header": "YouTube",
        "title": f"Watched Episode {day}",
        "titleUrl": f"https://www.youtube.com/watch?v=episode{hour}{day:03}",
        "subtitles": [{"name": name, "url": f"https://www.youtube.com/channel/{channel}"}],
        "time": f"{at:%Y-%m-%dT%H:%M:%S}.000Z",
        "products": ["YouTube"],
    }


def takeout(folder: Path, days: Iterable[int] = range(40), *, name: str = "takeout") -> Path:
    """A watch history: one channel every day, another every fourth."""
    days = list(days)
    rows = [watched(day) for day in days]
    rows += [watched(day, SHOP, "Shop of Robots", hour=5) for day in days[::4]]
    path = folder / f"{name}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        place = "Takeout/YouTube and YouTube Music/history/watch-history.json"
        archive.writestr(place, json.dumps(rows))
    return path


def tiktok(folder: Path, handle: str = "nour.k") -> Path:
    """A TikTok file of *handle*."""
    root = {
        "Profile": {"Profile Information": {"ProfileMap": {"userName": handle}}},
        "Activity": {
            "Video Browsing History": {
                "VideoList": [
                    {
                        "Date": f"2026-03-{day:02} 08:00:00",
                        "Link": f"https://www.tiktokv.com/share/video/76100000000000000{day:02}/",
                    }
                    for day in range(1, 11)
                ]
            }
        },
    }
    path = folder / f"user_data_{handle}.json"
    path.write_text(json.dumps(root))
    return path


_SAID = ("910000000000000001", "2026-03-01T09:00:00"), ("910000000000000003", "2026-03-02T09:00:00")


def discord_package(folder: Path) -> Path:
    """What nour wrote to odo: a data package."""
    files: dict[str, Any] = {
        "Account/user.json": {"id": "11111", "username": "nour", "relationships": []},
        "Messages/index.json": {"50000": "Direct Message with odo#0"},
        "Messages/c50000/channel.json": {
            "id": "50000",
            "type": "DM",
            "recipients": ["11111", "22222"],
        },
        "Messages/c50000/messages.json": [
            {"ID": item, "Timestamp": time.replace("T", " "), "Contents": "hello"}
            for item, time in _SAID
        ],
    }
    path = folder / "package.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, json.dumps(content))
    return path


def discord_log(folder: Path) -> Path:
    """The same conversation as DiscordChatExporter saves it: both sides, to the millisecond."""
    nour, odo = (
        {"id": it, "name": name, "nickname": name, "isBot": False}
        for it, name in (("11111", "nour"), ("22222", "odo"))
    )
    spoken = [(*said, nour) for said in _SAID]
    spoken.insert(1, ("910000000000000002", "2026-03-01T20:00:00", odo))
    root = {
        "guild": {"id": "0", "name": "Direct Messages"},
        "channel": {"id": "50000", "type": "DirectTextChat", "category": "Private", "name": "odo"},
        "dateRange": {"after": None, "before": None},
        "messages": [
            {
                "id": item,
                "type": "Default",
                "timestamp": f"{time}.123+00:00",
                "content": "hello",
                "author": author,
            }
            for item, time, author in spoken
        ],
    }
    path = folder / "Direct Messages - Private - odo [50000].json"
    path.write_text(json.dumps(root))
    return path
