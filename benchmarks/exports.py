"""One large export for each reader, in its newest layout: where its files lie and what a record is.

Every record is invented, and none is like another: times go on and ids are their own.
"""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import records
from records import LETTERS, Maker

ME, FRIENDS, MAKERS = "nara.invented", 300, 3_000
_PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
_HOME = "https://reef.invented/users"
_META = "your_facebook_activity/messages/inbox/kiru_1/message_1.json"
_X = "twitter-2026-11-01-0a1b2c3d/data"
_DISCORD = "package/Messages/c500000000000000001"
_SMS = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"1\">\n"
_GROUP = "Direct Messages - Private - kiru [500000000000000001].json"


@dataclass(frozen=True, slots=True)
class Large:
    """A large export.

    Attributes:
        path: Of its large file.
        parts: What stands before, between and after the records of that file.
        record: Makes one.
        beside: Small files that say whose it is, by path.
        me: Who ego is, where no file says.
        oldest_first: Whether its records run forwards, as in the files that keep a chat.
    """

    path: str
    parts: tuple[str, str, str]
    record: Callable[["Dice"], str]
    beside: dict[str, str] = field(default_factory=dict)
    me: str | None = None
    oldest_first: bool = False


class Dice:
    """Whatever a record needs, newest first or oldest first."""

    def __init__(self, seed: int, *, oldest_first: bool = False) -> None:
        self._dice = random.Random(seed)
        self._step = 1 if oldest_first else -1
        self._at = datetime(2014 if oldest_first else 2026, 10, 31, tzinfo=UTC)
        self._words = ["".join(self._dice.choices(LETTERS, k=5)) for _ in range(5_000)]
        self.maker = Maker(seed)
        self.number = 10**17

    def at(self) -> datetime:
        """A moment beside the last one, a minute away on average."""
        self._at += self._step * timedelta(milliseconds=self._dice.randint(1_000, 120_000))
        return self._at

    def ms(self) -> int:
        """The same in milliseconds."""
        return int(self.at().timestamp() * 1_000)

    def next(self) -> int:
        """An id that nothing else has."""
        self.number += self._dice.randint(1, 9_999)
        return self.number

    def text(self) -> str:
        """Three to eleven words."""
        return " ".join(self._dice.choices(self._words, k=self._dice.randint(3, 11)))

    def friend(self) -> int:
        """One of the friends, some much oftener than others."""
        return min(int(self._dice.paretovariate(0.8)), FRIENDS)

    def star(self) -> int:
        """One of those who make things, some much oftener than others."""
        return min(int(self._dice.paretovariate(0.6)), MAKERS)

    def mine(self) -> bool:
        """Whether ego says this one."""
        return self._dice.random() < 0.5


def _json(it: Any) -> str:
    return json.dumps(it, indent=1)


def _around(root: Any) -> tuple[str, str, str]:
    """What stands around the list that *root* holds as ``["here"]``."""
    before, after = _json(root).split('"here"')
    return before, f",\n{before.rpartition(chr(10))[2]}", after


def _z(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1_000:03}Z"


def _utc(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"


def _chatgpt(dice: Dice) -> str:
    nodes, above, at = {}, "root", dice.at().timestamp()
    nodes["root"] = {"id": "root", "message": None, "parent": None, "children": []}
    for n in range(8):
        key = f"{dice.next():x}"
        nodes[above]["children"] = [key]
        role = "user" if n % 2 == 0 else "assistant"
        message = {
            "id": key,
            "author": {"role": role, "name": None, "metadata": {}},
            "create_time": at + n,
            "content": {"content_type": "text", "parts": [dice.text()]},
            "metadata": {},
            "recipient": "all",
        }
        nodes[key] = {"id": key, "message": message, "parent": above, "children": []}
        above = key
    found = {"title": "a talk", "create_time": at, "update_time": at + 8, "mapping": nodes}
    return _json(found | {"current_node": above, "conversation_id": f"{dice.next():x}"})


def _discord(dice: Dice) -> str:
    at = f"{dice.at():%Y-%m-%d %H:%M:%S}"
    return _json({"ID": dice.next(), "Timestamp": at, "Contents": dice.text(), "Attachments": ""})


def _exported(dice: Dice) -> str:
    number, name = (1, "nara") if dice.mine() else (2, "kiru")
    author = {"id": f"31000000000000000{number}", "name": name, "discriminator": "0000"}
    return _json(
        {
            "id": str(dice.next()),
            "type": "Default",
            "timestamp": _z(dice.at()).replace("Z", "+00:00"),
            "content": dice.text(),
            "author": author | {"nickname": name, "isBot": False},
            "attachments": [],
            "reactions": [],
            "mentions": [],
        }
    )


def _mastodon(dice: Dice) -> str:
    number, at, to = dice.next(), f"{dice.at():%Y-%m-%dT%H:%M:%SZ}", f"{_HOME}/f{dice.friend()}"
    note = f"{_HOME}/nara/statuses/{number}"
    tag = {"type": "Mention", "href": to, "name": f"@f{dice.friend()}@reef.invented"}
    said = {
        "id": note,
        "type": "Note",
        "inReplyTo": f"{to}/statuses/{number - 1}" if dice.mine() else None,
        "published": at,
        "attributedTo": f"{_HOME}/nara",
        "to": [_PUBLIC],
        "cc": [to],
        "content": f"<p>{dice.text()}</p>",
        "tag": [tag],
    }
    act = {"id": f"{note}/activity", "type": "Create", "actor": f"{_HOME}/nara", "published": at}
    return _json(act | {"to": [_PUBLIC], "cc": [to], "object": said})


def _reddit(dice: Dice) -> str:
    who = "nara_invented" if dice.mine() else (friend := f"friend_{dice.friend()}")
    room = dice.friend() if who == "nara_invented" else friend.partition("_")[2]
    at = _utc(dice.at())
    return (
        f"k{dice.next():x},{at},,{who},{dice.text()},,!room{room}:reddit.com,,friend_{room},direct"
    )


def _sms(dice: Dice) -> str:
    friend = dice.friend()
    return (
        f'  <sms protocol="0" address="+62812{friend:07}" date="{dice.ms()}" '
        f'type="{1 + dice.mine()}" subject="null" body="{dice.text()}" toa="null" read="1" '
        f'status="-1" locked="0" readable_date="a day" contact_name="Friend {friend}" />'
    )


def _snapchat(dice: Dice) -> str:
    mine, at = dice.mine(), dice.at()
    return _json(
        {
            "From": ME if mine else "kiru.invented",
            "Media Type": "TEXT",
            "Created": _utc(at),
            "Content": dice.text(),
            "Conversation Title": None,
            "IsSender": mine,
            "Created(microseconds)": int(at.timestamp() * 1_000_000),
            "IsSaved": True,
            "Media IDs": "",
        }
    )


def _spotify(dice: Dice) -> str:
    star = dice.star()
    none = ("episode_name", "episode_show_name", "spotify_episode_uri", "audiobook_title")
    return _json(
        {
            "ts": f"{dice.at():%Y-%m-%dT%H:%M:%SZ}",
            "platform": "ios",
            "ms_played": 1_000 * dice.friend(),
            "conn_country": "ID",
            "master_metadata_track_name": dice.text(),
            "master_metadata_album_artist_name": f"Maker {star}",
            "master_metadata_album_album_name": f"Album {star}",
            "spotify_track_uri": f"spotify:track:{dice.next():x}",
            **dict.fromkeys(none),
            "reason_start": "clickrow",
            "reason_end": "trackdone",
            "shuffle": False,
            "skipped": False,
            "incognito_mode": False,
        }
    )


def _telegram(dice: Dice) -> str:
    at, text = dice.at(), dice.text()
    name, number = ("Nara", 11) if dice.mine() else ("Kiru", 22)
    found = _json(
        {
            "id": dice.next() % 10**9,
            "type": "message",
            "date": f"{at:%Y-%m-%dT%H:%M:%S}",
            "date_unixtime": str(int(at.timestamp())),
            "from": name,
            "from_id": f"user{number}",
            "text": text,
            "text_entities": [{"type": "plain", "text": text}],
        }
    )
    return found.replace("\n", "\n  ")  # indented as deep as it lies: the reader goes by that


def _tiktok(dice: Dice) -> str:
    at = f"{dice.at():%Y-%m-%d %H:%M:%S}"
    return _json({"Date": at, "Link": f"https://www.tiktokv.com/share/video/{dice.next()}/"})


def _twitch(dice: Dice) -> str:
    star, at = dice.star(), dice.at()
    return f"{at:%Y-%m-%d},streamer{star},{dice.friend()},web,site,{dice.text()},live"


def _whatsapp(dice: Dice) -> str:
    at = dice.at()
    who = "Nara" if dice.mine() else "Kiru"
    return f"{at.month}/{at.day}/{at:%y}, {at:%H:%M} - {who}: {dice.text()}"


def _x(dice: Dice) -> str:
    number, friend = dice.next() * 10, dice.friend()
    mention = {"name": f"F {friend}", "screen_name": f"f{friend}", "id_str": str(10**9 + friend)}
    return _json(
        {
            "tweet": {
                "retweeted": False,
                "source": '<a href="https://x.invented">Web</a>',
                "entities": {"hashtags": [], "user_mentions": [mention], "urls": []},
                "favorite_count": "3",
                "id_str": str(number),
                "id": str(number),
                "created_at": f"{dice.at():%a %b %d %H:%M:%S +0000 %Y}",
                "full_text": f"@f{friend} {dice.text()}",
                "lang": "id",
                "in_reply_to_status_id_str": str(number - 7),
                "in_reply_to_user_id_str": str(10**9 + friend),
                "in_reply_to_screen_name": f"f{friend}",
            }
        }
    )


def _bluesky(dice: Dice) -> dict[str, Any]:
    """A record of a repository: a reply or a like."""
    other = f"at://did:plc:friend{dice.friend():018}/app.bsky.feed.post/3k{dice.next():x}"
    link, at = {"uri": other, "cid": "bafyinvented"}, _z(dice.at())
    if dice.mine():
        return {"$type": "app.bsky.feed.like", "subject": link, "createdAt": at}
    reply = {"root": link, "parent": link}
    return {
        "$type": "app.bsky.feed.post",
        "text": dice.text(),
        "reply": reply,
        "langs": ["id"],
        "createdAt": at,
    }


_BASIC = {"Basic Information": {"Username": ME, "Name": "Nara"}}
_OWNER = {"account": {"username": "nara_inv", "accountId": "999", "accountDisplayName": "Nara"}}
_PROFILE = {"profile_v2": {"name": {"full_name": records.EGO}, "username": ME}}
_USER = {"id": "310000000000000001", "username": "nara.invented", "relationships": []}
_CHANNEL = {
    "id": "500000000000000001",
    "type": "DM",
    "recipients": ["310000000000000001", "310000000000000002"],
}
_ACTOR = {"@context": [], "id": f"{_HOME}/nara", "type": "Person", "preferredUsername": "nara"}
_ROOT = {
    "Profile": {"Profile Info": {"ProfileMap": {"userName": ME}}},
    "Your Activity": {"Watch History": {"VideoList": ["here"]}},
}
_TOLD = {"name": "Kiru", "type": "personal_chat", "id": 22, "messages": ["here"]}
_SAID = {
    "guild": {"id": "0", "name": "Direct Messages"},
    "channel": {"id": "500000000000000001", "type": "DirectTextChat", "name": "kiru"},
    "messages": ["here"],
    "messageCount": 1,
}
_BOX = {"@context": [], "id": "outbox.json", "type": "OrderedCollection", "orderedItems": ["here"]}
_CHAT_COLUMNS = (
    "message_id,created_at,updated_at,username,message,thread_parent_message_id,channel_url,"
    "subreddit,channel_name,conversation_type\n"
)
_MINUTES = "day,channel_name,minutes_watched_unadjusted,platform,player,game_name,content_mode\n"

LARGE = {
    "chatgpt": Large("conversations.json", ("[", ",", "]"), _chatgpt),
    "discord": Large(
        f"{_DISCORD}/messages.json",
        ("[", ",", "]"),
        _discord,
        {
            f"{_DISCORD}/channel.json": _json(_CHANNEL),
            "package/Account/user.json": _json(_USER),
        },
    ),
    "discord-exporter": Large(_GROUP, _around(_SAID), _exported, me="nara", oldest_first=True),
    "facebook": Large(
        _META,
        records.THREAD,
        lambda dice: dice.maker.message(),
        {"personal_information/profile_information/profile_information.json": _json(_PROFILE)},
    ),
    "instagram": Large(
        "your_instagram_activity/messages/inbox/kiru_1/message_1.json",
        records.THREAD,
        lambda dice: dice.maker.message(),
        {
            "personal_information/personal_information/personal_information.json": _json(
                {
                    "profile_user": [
                        {
                            "string_map_data": {
                                "Username": {"value": ME},
                                "Name": {"value": records.EGO},
                            }
                        }
                    ]
                }
            )
        },
    ),
    "mastodon": Large("outbox.json", _around(_BOX), _mastodon, {"actor.json": _json(_ACTOR)}),
    "reddit": Large(
        "chat_history.csv",
        (_CHAT_COLUMNS, "\n", "\n"),
        _reddit,
        {"statistics.csv": "statistic,value\naccount name,nara_invented\n"},
    ),
    "sms": Large("sms-20261101100000.xml", (_SMS, "\n", "\n</smses>\n"), _sms),
    "snapchat": Large(
        "json/chat_history.json",
        _around({"kiru.invented": ["here"]}),
        _snapchat,
        {"json/account.json": _json(_BASIC)},
    ),
    "spotify": Large("Streaming_History_Audio_2025-2026_0.json", ("[", ",", "]"), _spotify),
    "telegram": Large(
        "ChatExport_2026-11-01/result.json", _around(_TOLD), _telegram, me="Nara", oldest_first=True
    ),
    "tiktok": Large("user_data_tiktok.json", _around(_ROOT), _tiktok),
    "twitch": Large("request/site_history/minute_watched.csv", (_MINUTES, "\n", "\n"), _twitch),
    "whatsapp": Large(
        "WhatsApp Chat with Kiru.txt", ("", "\n", "\n"), _whatsapp, oldest_first=True
    ),
    "x": Large(
        f"{_X}/tweets.js",
        ("window.YTD.tweets.part0 = [", ",", "]"),
        _x,
        {f"{_X}/account.js": f"window.YTD.account.part0 = {_json([_OWNER])}"},
    ),
    "youtube": Large(
        "Takeout/YouTube and YouTube Music/history/watch-history.json",
        records.JSON,
        lambda dice: dice.maker.line(),
    ),
}


def bluesky(dice: Dice, size: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records of a repository of about *size* bytes, by key."""
    taken = 0
    while taken < size:
        record = _bluesky(dice)
        taken += len(record.get("text", "")) + 420 if "text" in record else 260
        yield f"{record['$type']}/3k{dice.next():x}", record


def large_file(folder: Path, platform: str) -> Path:
    """Where the large file of *platform* lies."""
    return folder / ("repo.car" if platform == "bluesky" else LARGE[platform].path)
