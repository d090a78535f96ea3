"""What tools save of the channel: threads of the Data API, live chats, comments, and a group."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from invented.almanac import EXPORTED, utc
from invented.archive import write_zip

from .people import HOST, TEAM_ID, fans
from .said import DAY, Said, everything

_PAGE, _CUT = 100, 3
_HOST_NUMBER, _TEAM_NUMBER, _GROUP = 399_999_999, 399_999_998, 1_900_000_123
Json = dict[str, Any]


def write(folder: Path) -> None:
    """Writes the exports of the channel: what stands on YouTube, and the group's chat."""
    folder.mkdir(parents=True, exist_ok=True)
    write_zip(folder / f"channel_{EXPORTED:%Y%m%d}.zip", {**_threads(), **_lives(), **_hearts()})
    write_zip(folder / f"ChatExport_{EXPORTED:%Y-%m-%d}.zip", {"result.json": _dump(_group())})


def _dump(it: object) -> str:
    return json.dumps(it, ensure_ascii=False, indent=1) + "\n"


def _who(it: Said) -> str:
    return HOST.id if it.who == "host" else it.who


def threads() -> dict[str, list[list[Said]]]:
    """Video → threads, each with its first comment first."""
    found: dict[str, dict[str, list[Said]]] = defaultdict(dict)
    for it in everything():
        if it.place == "video":
            found[it.under].setdefault(it.top or it.id, []).append(it)
    return {
        video: [sorted(them, key=lambda it: (bool(it.top), it.at)) for them in below.values()]
        for video, below in found.items()
    }


def hidden(thread: list[Said], number: int) -> bool:
    """Whether a thread comes without its replies, as where a page was asked for without them."""
    return number % 40 == _CUT and len(thread) > 1


def _threads() -> dict[str, str]:
    out = {}
    for video, below in threads().items():
        items = [_thread(them, cut=hidden(them, n)) for n, them in enumerate(below)]
        for start in range(0, len(items), _PAGE):
            page = {
                "kind": "youtube#commentThreadListResponse",
                "pageInfo": {"totalResults": len(items), "resultsPerPage": _PAGE},
                "items": items[start : start + _PAGE],
            }
            out[f"commentThreads {video} {start // _PAGE + 1}.json"] = _dump(page)
    return out


def _thread(them: list[Said], *, cut: bool) -> Json:
    first, *answers = them
    said: Json = {
        "channelId": HOST.id,
        "videoId": first.under,
        "topLevelComment": _comment(first),
        "totalReplyCount": len(answers),
    }
    body: Json = {"kind": "youtube#commentThread", "id": first.id, "snippet": said}
    if answers and not cut:
        body["replies"] = {"comments": [_comment(it) for it in answers]}
    return body


def _comment(it: Said) -> Json:
    said: Json = {
        "channelId": HOST.id,
        "videoId": it.under,
        "textOriginal": it.text,
        "authorDisplayName": it.handle,
        "authorChannelId": {"value": _who(it)},
        "publishedAt": utc(it.at).isoformat(timespec="seconds").replace("+00:00", "Z"),
    }
    if it.top:
        said["parentId"] = it.top
    return {"kind": "youtube#comment", "id": it.id, "snippet": said}


def _lives() -> dict[str, str]:
    lines: dict[str, list[str]] = defaultdict(list)
    for it in everything():
        if it.place == "live":
            lines[it.under].append(json.dumps(_line(it), ensure_ascii=False))
    return {f"Siaran [{it}].live_chat.json": "\n".join(said) + "\n" for it, said in lines.items()}


def _line(it: Said) -> Json:
    said: Json = {
        "message": {"runs": [{"text": it.text}]},
        "authorName": {"simpleText": it.handle},
        "id": it.id,
        "timestampUsec": str(it.at * 1000),
        "authorExternalChannelId": _who(it),
    }
    badge: Json = {"icon": {"iconType": "OWNER"}} if it.who == "host" else {}
    badge |= {"customThumbnail": {"thumbnails": []}} if it.member else {}
    if badge:
        said["authorBadges"] = [{"liveChatAuthorBadgeRenderer": badge}]
    kind = "liveChatTextMessageRenderer"
    if it.price:
        kind = "liveChatPaidMessageRenderer"
        said["purchaseAmountText"] = {"simpleText": f"IDR {it.price}"}
    actions = [{"addChatItemAction": {"item": {kind: said}}}]
    return {"replayChatItemAction": {"actions": actions, "videoOffsetTimeMsec": "0"}}


def _hearts() -> dict[str, str]:
    """The last video's comments once more, by yt-dlp, which alone knows of hearts."""
    video, below = list(threads().items())[-1]
    rows = [_seen(it, n) for n, them in enumerate(below) for it in them]
    root = {
        "id": video,
        "channel_id": HOST.id,
        "comment_count": len(rows),
        "comments": rows,
        "epoch": int(EXPORTED.timestamp()),
        "extractor": "youtube",
    }
    return {f"Video [{video}].info.json": _dump(root)}


def _seen(it: Said, number: int) -> Json:
    days = (int(EXPORTED.timestamp() * 1000) - it.at) // DAY
    return {
        "id": it.id,
        "parent": it.top or "root",
        "text": it.text,
        "author_id": _who(it),
        "author": it.handle,
        "author_is_uploader": it.who == "host",
        "is_favorited": not it.top and number % 5 == 0,
        "_time_text": f"{days} day{'s' * (days != 1)} ago",
        "timestamp": int(EXPORTED.timestamp()) - days * DAY // 1000,
        "is_pinned": False,
    }


def _group() -> Json:
    numbers = {it.id: it.number for it in fans()} | {"host": _HOST_NUMBER, TEAM_ID: _TEAM_NUMBER}
    said = []
    for it in everything():
        if it.place == "room":
            row: Json = {
                "id": int(it.id),
                "type": "message",
                "date": utc(it.at).isoformat(timespec="seconds").removesuffix("+00:00"),
                "date_unixtime": str(it.at // 1000),
                "from": "Kapten Panci" if it.who == "host" else it.handle.removeprefix("@"),
                "from_id": f"user{numbers[it.who]}",
            }
            if it.answers:
                row["reply_to_message_id"] = int(it.answers)
            said.append(row | {"text": it.text})
    return {"name": "Dapur Panci", "type": "public_supergroup", "id": _GROUP, "messages": said}


def truth() -> dict[tuple[str, str], str]:
    """What is true of each message of a fan that the files hold, by place and id."""
    last = list(threads())[-1]
    found = {(it.under, it.id): it.true for it in everything() if it.true}
    for video, below in threads().items():
        for number, them in enumerate(below):
            if video != last and hidden(them, number):
                found[video, them[0].id] = "cannot_be_told"
                for it in them[1:]:
                    found.pop((video, it.id), None)
    return found


CREATOR = (HOST.id, f"user{_HOST_NUMBER}")
"""What the creator says to ``--creator``."""
TEAM = (TEAM_ID,)
"""What they say to ``--team``."""
