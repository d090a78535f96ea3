"""TikTok's one JSON file, in the layout of 2026.

Views of half a year, likes, saves, shares and comments, all without an author; live streams
and what ego wrote there, likewise; gifts, follows both ways and chats with names.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from .model import Being, Beings, Deed, Files, draw, made, mine, talks, theirs
from .shapes import as_json, plain

_SEEN_US = 183 * 86_400_000_000
Json = dict[str, Any]


def native(being: Being) -> str:
    """The handle; of a group chat, its name."""
    return being.name if being.kind == "group" else being.handle


def number(item: str) -> str:
    """The id of a video or a stream: the second of its making, and a number."""
    return str(made(item)[1] // 1_000_000 << 32 | draw("tiktok", item) & 0xFFFFFFFF)


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The export."""
    seen = [
        deed
        for deed in mine(me, deeds, "view")
        if deed.form != "live" and deed.at > exported - _SEEN_US
    ]
    liked = mine(me, deeds, "reaction")
    direct, groups = _chats(me, beings, deeds)
    body = {
        "Your Activity": _activity(me, beings, deeds, seen),
        "Likes and Favorites": {
            "Like List": {"App": 1, "ItemFavoriteList": _videos(liked, "date", "link")},
            "Favorite Videos": {"App": 1, "FavoriteVideoList": _videos(mine(me, deeds, "save"))},
        },
        "Profile And Settings": {
            "Profile Info": {"App": 1, "ProfileMap": {"userName": me.handle, "likesReceived": "0"}},
            "Following": {
                "App": 1,
                "Following": _people(beings, ((d, d.target) for d in mine(me, deeds, "follow"))),
            },
            "Follower": {
                "App": 1,
                "FansList": _people(beings, ((d, d.actor) for d in theirs(me, deeds, "follow"))),
            },
        },
        "Direct Message": {
            "Direct Messages": {"ChatHistory": direct},
            "Group Chat": {"GroupChat": groups},
        },
        "Comment": {"Comments": {"App": 1, "CommentsList": _comments(me, deeds)}},
        "TikTok Live": {
            "Go Live History": {"GoLiveList": None},
            "Watch Live History": {"WatchLiveMap": _lives(me, deeds)},
        },
        "Post": {"Posts": {"VideoList": _posts(mine(me, deeds, "post"))}},
    }
    return {"user_data_tiktok.json": as_json(body)}


def _video(item: str | None) -> str:
    return f"https://www.tiktokv.com/share/video/{number(item)}/" if item else ""


def _videos(deeds: Sequence[Deed], date: str = "Date", link: str = "Link") -> list[Json]:
    """Videos, newest first."""
    return [{date: plain(d.at), link: _video(d.item)} for d in reversed(deeds)]


def _activity(me: Being, beings: Beings, deeds: Sequence[Deed], seen: Sequence[Deed]) -> Json:
    """What was watched, searched, shared and given."""
    return {
        "Watch History": {"VideoList": _videos(seen)},
        "Searches": {
            "SearchList": [
                {"Date": plain(d.at), "SearchTerm": d.text or ""}
                for d in reversed(mine(me, deeds, "search"))
            ]
        },
        "Share History": {
            "ShareHistoryList": [
                {
                    "Date": plain(d.at),
                    "SharedContent": "video",
                    "Link": _video(d.item),
                    "Method": "copy",
                }
                for d in reversed(mine(me, deeds, "share"))
            ]
        },
        "Purchases": {
            "SendGifts": {
                "SendGifts": [
                    {
                        "Date": plain(d.at),
                        "GiftAmount": str(d.price or 1),
                        "UserName": beings[d.target].handle,
                    }
                    for d in reversed(mine(me, deeds, "gift"))
                    if d.target
                ]
            },
            "BuyGifts": {"BuyGifts": None},
        },
    }


def _people(beings: Beings, links: Iterable[tuple[Deed, str | None]]) -> list[Json]:
    return [
        {"Date": plain(deed.at), "UserName": beings[key].handle}
        for deed, key in reversed(list(links))
        if key
    ]


def _chats(me: Being, beings: Beings, deeds: Sequence[Deed]) -> tuple[Json, Json]:
    """Chats of two, and of groups."""
    direct: Json = {}
    groups: Json = {}
    for key, said in talks(me, deeds).items():
        them = beings[key]
        group = them.kind == "group"
        into, name = (groups, them.name) if group else (direct, them.handle)
        into[f"Chat History with {name}:"] = [
            {
                "Date": plain(deed.at),
                "From": beings[deed.actor].handle,
                "Content": deed.text or "",
            }
            for deed in said
            if deed.channel != "call"
        ]
    return direct, groups


def _comments(me: Being, deeds: Sequence[Deed]) -> list[Json]:
    return [
        {
            "date": plain(deed.at),
            "comment": deed.text or "",
            "photo": "N/A",
            "video": "N/A",
            "sticker": "N/A",
            "originalPostUrl": "",
            "original post link": _video(deed.under or deed.reply_to),
        }
        for deed in reversed(mine(me, deeds, "comment", "reply"))
    ]


def _lives(me: Being, deeds: Sequence[Deed]) -> Json | None:
    """Streams by number, each with the lines that ego wrote there."""
    found: Json = {}
    for deed in mine(me, deeds, "view"):
        if deed.form == "live" and deed.item:
            name = number(deed.item)
            found[name] = {
                "WatchTime": plain(deed.at),
                "Link": f"https://www.tiktokv.com/share/live/{name}/",
                "Comments": [],
                "Questions": None,
            }
    for deed in mine(me, deeds, "live_chat"):
        stream = found.get(number(deed.under)) if deed.under else None
        if stream is not None:
            line = {"CommentTime": plain(deed.at), "CommentContent": deed.text or ""}
            stream["Comments"].append(line | {"RawTime": deed.at // 1_000_000})
    return found or None


def _posts(deeds: Sequence[Deed]) -> list[Json] | None:
    return [
        {"Date": plain(d.at), "Link": _video(d.item), "Likes": "0", "Title": d.text or ""}
        for d in reversed(deeds)
    ] or None
