"""What each platform's export shows of the deeds in `deeds`.

Written down from what platforms document, not from what readers do: a deed that is not named
here must leave no trace. A name leads to the rows that the deed becomes; each says in what it
differs from the deed.
"""

from typing import Any

Rows = dict[str, list[dict[str, Any]]]


def seen(names: str, **changes: Any) -> Rows:
    """Deeds that are shown, all changed alike."""
    return {name: [changes] for name in names.split()}


TWO = seen("message> message< fan> bot<")
"""Conversations of two."""
TO_ROOM = {"channel": "message", "target": "room"}
ROOM = seen("room> room< answer> answer< name>", **TO_ROOM)
"""Whom an answer or a mention in a group is for is not in the file."""
LINKED = ROOM | {name: [TO_ROOM, {}] for name in ("answer>", "answer<")}
"""There what is answered is in the file, and with it whom."""
MARKED = LINKED | {"name>": [TO_ROOM, {}]}
"""There a mention has an id, too."""
CALLS = seen("call> call<")
HEARTS = seen("heart> heart<")
FOLLOWS = seen("follow> follow<", form=None)
FRIENDS = seen("friend> request> request<", form=None)
BY_ME = seen("follow>", form=None)
UNDATED = seen("follow>", form=None, at=None)
SEARCH = seen("search>", form=None)
POST = seen("post>")
BELOW = seen("comment> reply>")
KEPT = seen("like> save>")

SHOWN: dict[str, Rows] = {
    "bluesky": POST
    | seen("comment> reply>", channel="reply", form="post")
    | {"mention>": [{}, {"channel": "post", "target": None}]}
    | seen("like> share>")
    | BY_ME,
    "chatgpt": seen("fan> bot<"),
    "discord": seen("message> fan>")
    | seen("room> answer> name>", **TO_ROOM)
    | seen("friend>", form=None)
    | seen("request> request<", form=None, at=None),
    "discord-exporter": TWO
    | MARKED
    | CALLS
    | seen("heart>", at="message<")
    | seen("heart<", at="message>"),
    "facebook": POST
    | TWO
    | ROOM
    | CALLS
    | HEARTS
    | seen("comment>")
    | seen("reply>", form="post")
    | seen("like> follow>")
    | BY_ME
    | FRIENDS,
    "instagram": POST
    | TWO
    | ROOM
    | CALLS
    | HEARTS
    | seen("view>", form="post")
    | seen("short> seen>")
    | seen("comment> reply>", channel="comment", form="post")
    | KEPT
    | SEARCH
    | FOLLOWS
    | seen("request> request<", form=None),
    "mastodon": POST
    | seen("message> fan>")
    | seen("comment> reply>", channel="reply", form="post")
    | {"mention>": [{}, {"channel": "post", "target": None}]}
    | seen("like> save>", at=None)
    | seen("share>")
    | UNDATED,
    "reddit": POST
    | TWO
    | ROOM
    | seen("comment>", form="post")
    | seen("reply>", form="post", target=None)
    | seen("gift>", form="post")
    | seen("like> save>", at=None)
    | UNDATED,
    "sms": seen("message> message<") | ROOM | CALLS,
    "snapchat": TWO | ROOM | FRIENDS | UNDATED,
    "spotify": seen("message> message<")
    | ROOM
    | seen("view> live>", channel="listen", form="audio")
    | seen("listen>")
    | SEARCH
    | seen("save>", form="audio", at=None)
    | UNDATED
    | seen("follow<", form=None, at=None),
    "spotify-extended": seen("view> live>", form="video") | seen("listen>"),
    "telegram": seen("message> message<") | LINKED | CALLS | HEARTS | seen("post<") | UNDATED,
    "telegram-chat": LINKED,
    "tiktok": seen("post>", form="short")
    | TWO
    | ROOM
    | seen("view> short> seen>", target=None, form="short")
    | seen("live> chat>", target=None)
    | seen("comment> reply>", channel="comment", form="short", target=None)
    | seen("gift> month>", form=None)
    | seen("like> save> share>", target=None, form="short")
    | SEARCH
    | FOLLOWS,
    # A day's minutes on one channel are one row, of the form that took most of it.
    "twitch": seen("view> reply> chat> gift> month>", form="live")
    | seen("view>", form="video")
    | SEARCH
    | BY_ME,
    "whatsapp": TWO | ROOM,
    "x": POST
    | TWO
    | ROOM
    | HEARTS
    | seen("comment> reply>", channel="reply", form="post")
    | {"mention>": [{}, {"channel": "post", "target": None}]}
    | seen("like>", target=None, at=None)
    | seen("share>")
    | seen("follow> follow<", form=None, at=None),
    "youtube": seen("view> short> listen>")
    | seen("live>", form="video")
    | seen("seen>", target=None)
    | seen("comment>")
    | seen("reply>", target=None)
    | seen("chat>")
    | {"gift>": [{}, {"channel": "live_chat"}]}
    | seen("like> save>", form="video", target=None)
    | SEARCH
    | UNDATED,
}
