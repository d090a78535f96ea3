"""TikTok's one JSON file, in the layout of 2026."""

import json
from collections.abc import Iterable
from pathlib import Path
from random import Random

from . import acts, talk
from .acts import HALF_YEAR, Act
from .almanac import FIRST_DAY, days, dice, moment, utc, watching
from .archive import write_zip
from .cast import CAST, EGO, TT, on
from .chat import thread
from .creators import GIFTED

Json = dict[str, object]


def write(folder: Path) -> None:
    """Writes the file, zipped as the download comes."""
    text = json.dumps(_export(), ensure_ascii=False, indent=1)
    write_zip(folder / f"TikTok_Data_{EGO.tiktok}.zip", {"user_data_tiktok.json": text})


def _export() -> Json:
    """The whole file."""
    friends = [person.ids[TT] for person in on(TT)]
    profile = {"userName": EGO.tiktok, "bioDescription": "", "likesReceived": "41"}
    return {
        "Your Activity": _activity(),
        "Likes and Favorites": {
            "Like List": {"App": 1, "ItemFavoriteList": _dated(likes(), "date", "link")},
            "Favorite Videos": {"App": 1, "FavoriteVideoList": _dated(likes()[::9])},
            "Favorite Hashtags": {"FavoriteHashtagList": None},
        },
        "Profile And Settings": {
            "Profile Info": {"App": 1, "ProfileMap": profile},
            "Following": {"App": 1, "Following": _people([*CAST["tiktok"]["followed"], *friends])},
            "Follower": {"App": 1, "FansList": _people([*friends, "akun.kosong.tiga"])},
            "Block List": {"App": 1, "BlockList": None},
        },
        "Direct Message": {"Direct Messages": {"ChatHistory": _chats()}},
        "Comment": {
            "Comments": {
                "App": 1,
                "CommentsList": [
                    {"date": _date(act.at), "comment": act.text, "photo": "N/A", "url": ""}
                    for act in comments()
                ],
            }
        },
        "Tiktok Live": {
            "Go Live History": {"GoLiveList": None},
            "Watch Live History": {"WatchLiveMap": _lives()},
        },
        "Post": {"Posts": {"VideoList": None}},
        "Ads and data": {"Ad Interests": {"AdInterestCategories": "Snacks|Umbrellas"}},
    }


def _activity() -> Json:
    """The section with what was watched, searched, shared and given."""
    shared = [
        {"Date": _date(a.at), "SharedContent": "video", "Link": a.item, "Method": "chat_head"}
        for a in watched()[::70]
    ]
    gifts = [
        {"Date": _date(act.at), "GiftAmount": str(1 + n % 5), "UserName": act.target}
        for n, act in enumerate(acts.gifts())
    ]
    found = acts.searches("tiktok", 60, HALF_YEAR)
    return {
        "Activity Summary": {
            "ActivitySummaryMap": {
                "videosWatchedToTheEndSinceAccountRegistration": 9120,
            }
        },
        "Watch History": {"VideoList": _dated(watched())},
        "Searches": {
            "SearchList": [
                {"Date": _date(act.at), "SearchTerm": act.target} for act in reversed(found)
            ]
        },
        "Share History": {"ShareHistoryList": shared[::-1]},
        "Purchases": {"SendGifts": {"SendGifts": gifts[::-1]}, "BuyGifts": {"BuyGifts": None}},
        "Login History": {"LoginHistoryList": None},
    }


def _date(ms: int) -> str:
    """The time as TikTok writes it: UTC, seconds, no zone."""
    return f"{utc(ms):%Y-%m-%d %H:%M:%S}"


def _dated(items: list[Act], date: str = "Date", link: str = "Link") -> list[Json]:
    """Videos, newest first."""
    return [{date: _date(act.at), link: act.item} for act in reversed(items)]


def _link(at: int, rng: Random) -> str:
    """The address of a video put up in the month before it was watched."""
    uploaded = at // 1000 - rng.randrange(3600, 30 * 86400)
    return f"https://www.tiktokv.com/share/video/{(uploaded << 32) + rng.randrange(1 << 32)}/"


def watched() -> list[Act]:
    """Half a year of videos in scrolls of some minutes, oldest first; no author is in the file."""
    rng = dice("tiktok")
    seen: list[Act] = []
    for day in days(HALF_YEAR):
        if rng.random() < 0.8 * min(1.2, watching(day)):
            at = moment(day, rng.choice((6.9, 12.6, 17.8, 22.6)) + rng.random(), rng)
            for _ in range(rng.randrange(6, 40)):
                seen.append(Act(at, "", _link(at, rng)))
                at += rng.randrange(4_000, 75_000)
    return seen


def likes() -> list[Act]:
    """Liked videos, one in fourteen of those watched."""
    rng = dice("tiktok likes")
    return [Act(a.at + 2_000, "", a.item) for a in watched() if rng.random() < 1 / 14]


def comments() -> list[Act]:
    """Comments under videos; the file does not say whose."""
    rng = dice("tiktok comments")
    return [Act(act.at + 900_000, "", "", talk.comment(rng)) for act in likes()[::16]]


def _people(names: Iterable[str]) -> list[Json]:
    """A follow list."""
    rng = dice("tiktok follows")
    return [
        {"Date": _date(moment(FIRST_DAY, 24 * rng.randrange(600) + 9, rng)), "UserName": name}
        for name in names
    ]


def _chats() -> Json:
    """Private chats, both sides, by partner."""
    out: Json = {}
    for person in on(TT):
        out[f"Chat History with {person.ids[TT]}:"] = [
            {
                "Date": _date(m.at),
                "From": EGO.tiktok if m.sender == EGO.name else m.sender,
                "Content": m.text,
            }
            for m in thread(person, TT)
        ]
    return out


def lives() -> list[tuple[Act, list[Act]]]:
    """Streams that ego watched, each with the lines that ego wrote there."""
    rng = dice("tiktok lives")
    out = []
    for day in days(HALF_YEAR):
        if day.weekday() == 4 and rng.random() < 0.5:
            at = moment(day, 20.5 + rng.random(), rng)
            room = str((at // 1000 << 32) + rng.randrange(1 << 32))
            lines = [
                Act(at + rng.randrange(60_000, 2_400_000), "", room, talk.comment(rng))
                for _ in range(rng.randrange(4))
            ]
            out.append((Act(at, rng.choice(GIFTED), room), sorted(lines, key=lambda a: a.at)))
    return out


def _lives() -> Json:
    """Watched streams by room; an ended one is filed under -1."""
    out: Json = {}
    for n, (live, lines) in enumerate(lives()):
        out["-1" if n == 0 else live.item] = {
            "WatchTime": _date(live.at),
            "Link": f"https://www.tiktok.com/share/live/{live.item}/",
            "Comments": [
                {
                    "CommentTime": _date(act.at),
                    "CommentContent": act.text,
                    "RawTime": act.at // 1000,
                }
                for act in lines
            ]
            or None,
            "Questions": None,
        }
    return out
