"""Creator-side logs: every deed of the channel stands there once, its writer and parent with it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from examples.deeds import DAY, EXPORTED, MINUTE
from writers import Being, Deed, Files, item
from writers.creator import LOGS
from writers.creator.youtube import ago

CAST = {
    being.key: being
    for being in (
        Being("me", "Mila Bakes", "mila_bakes"),
        Being("ada", "Ada Ruiz 🌱", "ada.ruiz"),
        Being("cai", "Cai", "cai"),
        Being("room", "teatime", "Kettle & Co", "group", members=("me", "ada", "cai")),
    )
}
VIDEO = item("me", EXPORTED - 3 * DAY)


def said(minutes: int, channel: str, actor: str, target: str, answers: int = 0) -> Deed:
    """Something said so many minutes into the video, in answer to what was said at another."""
    at = EXPORTED - 3 * DAY + minutes * MINUTE
    first = {3: "ada", 5: "me", 9: "cai"}.get(answers)
    parent = item(first, EXPORTED - 3 * DAY + answers * MINUTE) if first else None
    words = f"{actor} <at> {minutes}"
    return Deed(at, channel, actor, target, words, item(actor, at), parent, VIDEO)


SAID = [
    said(3, "comment", "ada", "me"),
    said(5, "reply", "me", "ada", answers=3),
    said(7, "reply", "ada", "me", answers=5),
    said(9, "comment", "cai", "me"),
]


def everywhere(tool: str) -> list[Deed]:
    if tool in ("discord-exporter", "telegram"):
        changes: dict[str, Any] = {"room": "room", "form": "chat", "under": None}
        return [
            deed._replace(channel="message" if deed.channel == "comment" else "reply", **changes)
            for deed in SAID
        ]
    if "tw" in tool or tool in ("chat-downloader", "yt-dlp-live"):
        return [deed._replace(channel="live_chat", form="live") for deed in SAID]
    return SAID


Told = list[tuple[str, str, Any, Any]]


def data_api(root: Any) -> Told:
    comments = []
    for it in root["items"]:
        comments += [it["snippet"]["topLevelComment"], *it.get("replies", {}).get("comments", ())]
    return [
        (
            c["snippet"]["textOriginal"],
            c["snippet"]["authorDisplayName"],
            c["id"],
            c["snippet"].get("parentId"),
        )
        for c in comments
    ]


READ: dict[str, Callable[[Any], Told]] = {
    "chat-downloader": lambda root: [
        (m["message"], m["author"]["name"], m["message_id"], None) for m in root
    ],
    "discord-exporter": lambda root: [
        (m["content"], m["author"]["name"], m["id"], m.get("reference", {}).get("messageId"))
        for m in root["messages"]
    ],
    "reddit": lambda rows: [
        (m["body"], m["author"], "t1_" + m["id"], m["parent_id"]) for m in rows
    ],
    "telegram": lambda root: [
        (m["text"], m["from"], m["id"], m.get("reply_to_message_id")) for m in root["messages"]
    ],
    "twitch-downloader": lambda root: [
        (m["message"]["body"], m["commenter"]["name"], m["_id"], None) for m in root["comments"]
    ],
    "youtube-api": data_api,
    "yt-dlp": lambda root: [
        (m["text"], m["author"], m["id"], m["parent"]) for m in root["comments"]
    ],
    "yt-dlp-live": lambda rows: [
        (it["message"]["runs"][0]["text"], it["authorName"]["simpleText"], it["id"], None)
        for row in rows
        for it in row["replayChatItemAction"]["actions"][0]["addChatItemAction"]["item"].values()
    ],
}


def opened(files: Files) -> Any:
    [(name, content)] = files.items()
    if name.endswith((".ndjson", ".live_chat.json")):
        return [json.loads(line) for line in content.splitlines()]
    return json.loads(content)


@pytest.mark.parametrize("tool", LOGS)
def test_everything_said_is_there_once(tool: str) -> None:
    told = READ[tool](opened(LOGS[tool](CAST["me"], CAST, everywhere(tool), exported=EXPORTED)))
    told.sort(key=lambda row: int(row[0].rpartition(" ")[2]))
    for (text, name, _, _), deed in zip(told, SAID, strict=True):
        assert text.endswith(deed.text or "")
        assert name.lstrip("@") in (CAST[deed.actor].handle, CAST[deed.actor].name)
    numbers = [number for _, _, number, _ in told]
    assert len(set(numbers)) == len(numbers)
    parents = [parent if parent in numbers else None for *_, parent in told]
    if tool in ("youtube-api", "yt-dlp"):
        assert parents == [None, numbers[0], numbers[0], None]
    elif tool in ("discord-exporter", "reddit", "telegram"):
        assert parents == [None, numbers[0], numbers[1], None]


@pytest.mark.parametrize(
    ("age", "words", "guess"),
    [
        (30, "30 seconds ago", 30),
        (3_590, "59 minutes ago", 3_540),
        (90_000, "1 day ago", 86_400 + 10_800),  # from a day on, its beginning
        (70_000_000, "2 years ago", 2 * 365 * 86_400 + 10_800),
    ],
)
def test_how_long_ago_is_rounded_down(age: int, words: str, guess: int) -> None:
    now = EXPORTED // 1_000_000
    assert ago(EXPORTED - age * 1_000_000, EXPORTED) == (words, now - guess)
