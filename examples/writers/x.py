"""X: the archive of ``data/*.js``.

Own posts, replies, mentions and reposts; direct messages both ways; likes without author or
date, newest first; followed and followers as bare ids without a date. No views.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

from .model import Being, Beings, Deed, Files, draw, made, mine, on_messages, talks, theirs
from .shapes import as_json, iso, when

_FIRST_MS = 1_288_834_974_657
Rows = list[dict[str, Any]]


def native(being: Being) -> str:
    """The numeric id of an account."""
    return str(10**18 + draw("x", being.key) % 10**18)


def snowflake(item: str) -> str:
    """The id of a post or message: its moment, and a number."""
    at = max(made(item)[1] // 1000 - _FIRST_MS, 0)
    return str(at << 22 | draw("x", item) & 0x3FFFFF)


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The archive."""
    parts: dict[str, Rows] = {
        "account": [{"account": _account(me)}],
        "follower": [
            {"follower": _link(beings[deed.actor])}
            for deed in reversed(theirs(me, deeds, "follow"))
        ],
        "following": [
            {"following": _link(beings[deed.target])}
            for deed in reversed(mine(me, deeds, "follow"))
            if deed.target
        ],
        "like": [
            {"like": _like(deed)} for deed in reversed(mine(me, deeds, "reaction")) if deed.item
        ],
        "tweets": [{"tweet": body} for body in _posts(me, beings, deeds)],
        **_messages(me, beings, deeds),
        "block": [],
    }
    out = {
        f"data/{name}.js": f"window.YTD.{name.replace('-', '_')}.part0 = ".encode() + as_json(rows)
        for name, rows in parts.items()
    }
    out["data/manifest.js"] = b"window.__THAR_CONFIG = " + as_json(_manifest(me, parts, exported))
    return out


def _account(me: Being) -> dict[str, str]:
    return {
        "email": f"{me.handle}@example.invalid",
        "createdVia": "web",
        "username": me.handle,
        "accountId": native(me),
        "createdAt": "2015-01-01T00:00:00.000Z",
        "accountDisplayName": me.name,
    }


def _manifest(me: Being, parts: dict[str, Rows], exported: int) -> dict[str, Any]:
    """Whose archive it is, and what is in it."""
    return {
        "userInfo": {"accountId": native(me), "userName": me.handle, "displayName": me.name},
        "archiveInfo": {
            "sizeBytes": "0",
            "generationDate": iso(exported),
            "isPartialArchive": False,
            "maxPartSizeBytes": "53687091200",
        },
        "dataTypes": {
            name: {
                "files": [
                    {
                        "fileName": f"data/{name}.js",
                        "globalName": f"YTD.{name.replace('-', '_')}.part0",
                        "count": str(len(rows)),
                    }
                ]
            }
            for name, rows in parts.items()
        },
    }


def _link(being: Being) -> dict[str, str]:
    link = f"https://twitter.com/intent/user?user_id={native(being)}"
    return {"accountId": native(being), "userLink": link}


def _like(deed: Deed) -> dict[str, str]:
    number = snowflake(deed.item or "")
    link = f"https://twitter.com/i/web/status/{number}"
    return {"tweetId": number, "fullText": "a post", "expandedUrl": link}


def _posts(me: Being, beings: Beings, deeds: Sequence[Deed]) -> Rows:
    """Own posts, newest first. Several deeds with one item are one post."""
    found: dict[str, dict[str, Any]] = {}
    for deed in mine(me, deeds, "post", "reply", "comment", "mention", "share"):
        whose = beings[deed.target] if deed.target else None
        name = deed.item or ""
        if deed.channel == "share":  # a repost is a post of its own, dated to itself
            name = f"{me.key}@{deed.at}"
        body = found.setdefault(name, _post(name, deed))
        if whose is None:
            continue
        if deed.channel == "share":
            body["full_text"] = f"RT @{whose.handle}: {body['full_text']}"
        elif f"@{whose.handle}" not in body["full_text"]:
            body["full_text"] = f"@{whose.handle} {body['full_text']}"
        body["entities"]["user_mentions"].append(_mention(whose, body["full_text"]))
        if deed.channel in ("reply", "comment"):
            body |= {
                "in_reply_to_status_id_str": snowflake(deed.reply_to or deed.under or name),
                "in_reply_to_user_id_str": native(whose),
                "in_reply_to_screen_name": whose.handle,
            }
    return list(reversed(found.values()))


def _post(name: str, deed: Deed) -> dict[str, Any]:
    number = snowflake(name)
    return {
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
        "favorite_count": "0",
        "id_str": number,
        "truncated": False,
        "retweet_count": "0",
        "id": number,
        "created_at": f"{when(deed.at):%a %b %d %H:%M:%S +0000 %Y}",
        "favorited": False,
        "full_text": escape(deed.text or "", quote=False),
        "lang": "in",
    }


def _mention(whose: Being, text: str) -> dict[str, Any]:
    start = text.index(f"@{whose.handle}")
    return {
        "name": whose.name,
        "screen_name": whose.handle,
        "indices": [str(start), str(start + 1 + len(whose.handle))],
        "id_str": native(whose),
        "id": native(whose),
    }


def _messages(me: Being, beings: Beings, deeds: Sequence[Deed]) -> dict[str, Rows]:
    """Direct messages of two, and of groups; newest first."""
    hearts = on_messages(deeds)
    out: dict[str, Rows] = {"direct-messages": [], "direct-messages-group": []}
    for key, said in talks(me, deeds).items():
        them = beings[key]
        group = them.kind == "group"
        pair = sorted((native(me), native(them)), key=int)
        rows = [
            {"messageCreate": _message(me, beings, deed, hearts, group=group)}
            for deed in reversed(said)
            if deed.channel != "call"
        ]
        if group:
            ids = [native(beings[member]) for member in them.members]
            begun = {"initiatingUserId": ids[0], "participantsSnapshot": ids}
            rows.append({"joinConversation": {**begun, "createdAt": iso(said[0].at - 1_000_000)}})
        name = native(them) if group else "-".join(pair)
        talk = {"dmConversation": {"conversationId": name, "messages": rows}}
        out["direct-messages-group" if group else "direct-messages"].append(talk)
    return out


def _message(
    me: Being, beings: Beings, deed: Deed, hearts: dict[str, list[Deed]], *, group: bool
) -> dict[str, Any]:
    likes = [
        {
            "senderId": native(beings[like.actor]),
            "reactionKey": "like",
            "eventId": snowflake(f"{like.actor}@{like.at}"),
            "createdAt": iso(like.at),
        }
        for like in hearts.get(deed.item or "", ())
    ]
    to = {} if group else {"recipientId": native(beings[deed.target or me.key])}
    return to | {
        "reactions": likes,
        "urls": [],
        "text": deed.text or "",
        "mediaUrls": [],
        "senderId": native(beings[deed.actor]),
        "id": snowflake(deed.item or f"{deed.actor}@{deed.at}"),
        "createdAt": iso(deed.at),
    }
