"""Twitch: the tables of ``request/``.

Only what ego did: minutes watched by channel and day, chat, bits, subscriptions, follows,
searches. Nothing that reached ego.
"""

from collections.abc import Sequence
from typing import Any

from .model import Being, Beings, Deed, Files, draw, mine, spell
from .shapes import as_json, iso, local, plain, sheet, when

_ZONE = "America/Los_Angeles"
"""In the columns called ``time``, where ``time_utc`` stands beside it."""
_HEX = "0123456789abcdef"
_MINUTE_MS = 60_000


def native(being: Being) -> str:
    """The login."""
    return being.handle


def number(being: Being) -> str:
    """The numeric id."""
    return str(10_000_000 + draw("twitch", being.key) % 900_000_000)


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The export."""
    parts = {
        "site_history/minute_watched": _watched(me, beings, deeds),
        "site_history/chat_messages": _chat(me, beings, deeds),
        "site_history/search_query": sheet(
            "time,query", [(_micro(d.at), d.text) for d in mine(me, deeds, "search")]
        ),
        "community/follows/follow": sheet(
            "time,channel,login,time_utc",
            [
                (_pacific(d.at), beings[d.target].handle, me.handle, _micro(d.at))
                for d in mine(me, deeds, "follow")
                if d.target
            ],
        ),
        "commerce/bits/bits_cheered": sheet(
            "time,channel_login,used_total,used_free",
            [
                (_micro(d.at), beings[d.target].handle, d.price, 0)
                for d in mine(me, deeds, "gift")
                if d.target and d.price
            ],
        ),
        "commerce/subs/subscriptions": _subscriptions(me, beings, deeds),
    }
    about = {
        "Username": me.handle,
        "UserID": number(me),
        "RequestID": spell(8, "twitch request", me.key, letters=_HEX),
        "StartTime": iso(exported - 3_600_000_000, "seconds"),
        "EndTime": iso(exported, "seconds"),
    }
    out = {f"request/{name}.csv": body for name, body in parts.items()}
    return {"request/metadata.json": as_json(about), **out}


def _micro(us: int) -> str:
    """UTC to the microsecond, without a zone."""
    return when(us).replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")


def _pacific(us: int) -> str:
    return f"{local(us, _ZONE):%Y-%m-%d %H:%M:%S}"


def _watched(me: Being, beings: Beings, deeds: Sequence[Deed]) -> bytes:
    """Minutes by day, channel and what it was, rounded to whole ones."""
    found: dict[tuple[str, str, str], int] = {}
    for deed in mine(me, deeds, "view"):
        if deed.target and deed.ms:
            mode = "live" if deed.form == "live" else "vod"
            key = (f"{when(deed.at):%Y-%m-%d}", beings[deed.target].handle, mode)
            found[key] = found.get(key, 0) + deed.ms
    header = (
        "day,channel_name,minutes_watched_unadjusted,platform,player,game_name,"
        "content_mode,user_login"
    )
    return sheet(
        header,
        [
            (day, channel, minutes, "web", "site", "", mode, me.handle)
            for (day, channel, mode), ms in found.items()
            if (minutes := round(ms / _MINUTE_MS))
        ],
    )


def _chat(me: Being, beings: Beings, deeds: Sequence[Deed]) -> bytes:
    """Lines in chats; one that answers another starts with the other's name."""
    rows: list[tuple[Any, ...]] = []
    for deed in mine(me, deeds, "live_chat", "reply"):
        channel = deed.room or deed.target
        if channel is None:
            continue
        answers, text = deed.channel == "reply", deed.text or ""
        if answers and deed.target:
            text = f"@{beings[deed.target].handle} {text}"
        rows.append(
            (
                _pacific(deed.at),
                beings[channel].handle,
                text,
                text,
                str(answers).lower(),
                "false",
                "",
                spell(32, deed.item or str(deed.at), letters=_HEX),
                me.handle,
                _micro(deed.at),
            )
        )
    header = (
        "time,channel,body,body_full,is_reply,is_mention,"
        "channel_points_modification,msg_id,login,time_utc"
    )
    return sheet(header, rows)


def _subscriptions(me: Being, beings: Beings, deeds: Sequence[Deed]) -> bytes:
    """Months paid for: gifts without a price."""
    month = 30 * 86_400_000_000
    header = (
        "channel_login,access_start,access_end,is_paid,is_recurring,"
        "is_prime_sub,is_gift,is_community_gift,is_anonymous_gift,gift_quantity,"
        "promotion_name"
    )
    return sheet(
        header,
        [
            (beings[d.target].handle, plain(d.at), plain(d.at + month), *"ttffff", "", "")
            for d in mine(me, deeds, "gift")
            if d.target and not d.price
        ],
    )
