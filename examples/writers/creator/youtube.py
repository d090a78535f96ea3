"""Comments and live chat below one channel's videos, as three tools save them."""

import json
from collections.abc import Sequence
from html import escape
from typing import Any

from writers.model import Being, Beings, Deed, Files, made
from writers.shapes import as_json, iso, plain, when
from writers.youtube import comment, native, video

_PAGE = 100
_UNITS = (("year", 365 * 86_400), ("month", 30 * 86_400), ("week", 7 * 86_400),
          ("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))  # fmt: skip
Json = dict[str, Any]


def threads(deeds: Sequence[Deed]) -> dict[str, dict[str, list[Deed]]]:
    """Video → first comment → what answers it, however deep; comments of other places left out."""
    tops: dict[str, tuple[str, str]] = {}
    found: dict[str, dict[str, list[Deed]]] = {}
    for deed in deeds:
        if deed.channel == "comment" and deed.under and deed.item:
            found.setdefault(deed.under, {})[deed.item] = [deed]
            tops[deed.item] = (deed.under, deed.item)
        elif deed.channel == "reply" and deed.reply_to in tops and deed.item:
            place, top = tops[deed.item] = tops[deed.reply_to]
            found[place][top].append(deed)
    return found


def data_api(owner: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """YouTube Data API v3: ``commentThreads.list`` with replies, one file a page."""
    del exported
    out: Files = {}
    for place, below in threads(deeds).items():
        items = [_thread(owner, beings, place, said) for said in reversed(below.values())]
        for start in range(0, len(items), _PAGE):
            page = {
                "kind": "youtube#commentThreadListResponse",
                "etag": video(place),
                "pageInfo": {"totalResults": len(items), "resultsPerPage": _PAGE},
                "items": items[start : start + _PAGE],
            }
            out[f"commentThreads {video(place)} {start // _PAGE + 1}.json"] = as_json(page)
    return out


def _thread(owner: Being, beings: Beings, place: str, said: Sequence[Deed]) -> Json:
    first, *answers = said
    top = comment(first.item or "")
    body: Json = {
        "kind": "youtube#commentThread",
        "etag": top,
        "id": top,
        "snippet": {
            "channelId": native(owner),
            "videoId": video(place),
            "topLevelComment": _comment(owner, beings, place, first, ""),
            "canReply": True,
            "totalReplyCount": len(answers),
            "isPublic": True,
        },
    }
    if answers:
        replies = [_comment(owner, beings, place, deed, top) for deed in answers]
        body["replies"] = {"comments": replies}
    return body


def _comment(owner: Being, beings: Beings, place: str, deed: Deed, parent: str) -> Json:
    who, at = beings[deed.actor], iso(deed.at, "seconds")
    snippet = {
        "channelId": native(owner),
        "videoId": video(place),
        "textDisplay": escape(deed.text or ""),
        "textOriginal": deed.text or "",
        "authorDisplayName": f"@{who.handle}",
        "authorChannelId": {"value": native(who)},
        "canRate": True,
        "viewerRating": "none",
        "likeCount": 0,
        "publishedAt": at,
        "updatedAt": at,
    }
    number = comment(deed.item or "", parent)
    more = {"parentId": parent} if parent else {}
    return {"kind": "youtube#comment", "etag": number, "id": number, "snippet": snippet | more}


def yt_dlp(owner: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """yt-dlp's ``info.json`` of each video: times are guessed from how long ago it says."""
    hearts = {d.item for d in deeds if d.channel == "reaction" and d.actor == owner.key}
    out: Files = {}
    for place, below in threads(deeds).items():
        said = [
            _seen(owner, beings, deed, top, exported, hearted=deed.item in hearts)
            for top, thread in reversed(below.items())
            for deed in thread
        ]
        name = video(place)
        root = {
            "id": name,
            "title": "A video",
            "channel_id": native(owner),
            "channel": owner.name,
            "uploader_id": f"@{owner.handle}",
            "upload_date": f"{when(made(place)[1]):%Y%m%d}",
            "comment_count": len(said),
            "comments": said,
            "epoch": exported // 1_000_000,
            "extractor": "youtube",
        }
        out[f"A video [{name}].info.json"] = as_json(root)
    return out


def _seen(
    owner: Being, beings: Beings, deed: Deed, top: str, exported: int, *, hearted: bool
) -> Json:
    who, first = beings[deed.actor], deed.item == top
    text, at = ago(deed.at, exported)
    return {
        "id": comment(deed.item or "", "" if first else comment(top)),
        "parent": "root" if first else comment(top),
        "text": deed.text or "",
        "like_count": 0,
        "author_id": native(who),
        "author": f"@{who.handle}",
        "author_thumbnail": "",
        "author_is_uploader": who.key == owner.key,
        "author_is_verified": False,
        "author_url": f"https://www.youtube.com/@{who.handle}",
        "is_favorited": hearted,
        "_time_text": text,
        "timestamp": at,
        "is_pinned": False,
    }


def ago(at: int, now: int) -> tuple[str, int]:
    """How YouTube words a moment's age, rounded down, and the second that yt-dlp makes of it."""
    age = (now - at) // 1_000_000
    unit, size = next((unit for unit in _UNITS if age >= unit[1]), _UNITS[-1])
    count = age // size
    guess = now // 1_000_000 - count * size
    if size >= 86_400:
        guess -= guess % 86_400
    return f"{count} {unit}{'s' if count != 1 else ''} ago", guess


def live_chat(owner: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """yt-dlp's ``live_chat.json`` of each stream: one object a line."""
    del exported
    lines: dict[str, list[Json]] = {}
    for deed in deeds:
        if deed.channel in ("live_chat", "gift") and deed.under:
            lines.setdefault(deed.under, []).append(_action(owner, beings, deed))
    return {
        f"A stream [{video(place)}].live_chat.json": b"".join(
            json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in said
        )
        for place, said in lines.items()
    }


def _action(owner: Being, beings: Beings, deed: Deed) -> Json:
    who = beings[deed.actor]
    begun = made(deed.under or "")[1]
    item: Json = {
        "message": {"runs": [{"text": deed.text or ""}]},
        "authorName": {"simpleText": who.name},
        "id": comment(deed.item or f"{deed.actor}@{deed.at}"),
        "timestampUsec": str(deed.at),
        "authorExternalChannelId": native(who),
        "timestampText": {"simpleText": plain(max(deed.at - begun, 0))[12:]},
    }
    if who.key == owner.key:
        badge = {"icon": {"iconType": "OWNER"}, "tooltip": "Owner"}
        item["authorBadges"] = [{"liveChatAuthorBadgeRenderer": badge}]
    kind = "liveChatTextMessageRenderer"
    if deed.price:
        kind = "liveChatPaidMessageRenderer"
        item["purchaseAmountText"] = {"simpleText": f"${deed.price / 100:.2f}"}
    offset = str((deed.at - begun) // 1000)
    actions = [{"addChatItemAction": {"item": {kind: item}, "clientId": item["id"]}}]
    return {"replayChatItemAction": {"actions": actions, "videoOffsetTimeMsec": offset}}
