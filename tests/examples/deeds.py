"""One of each deed between four invented people, and what each platform's export shows of it.

What is shown is written down from what platforms document, not from what readers do. A deed
that a platform is not named with here must leave no trace.
"""

from typing import Any

from writers import Being, Deed, item

SECOND, MINUTE, DAY = 1_000_000, 60_000_000, 86_400_000_000
EXPORTED = 1_793_588_400_000_000  # 2026-11-02 03:00 UTC
_BEGIN = EXPORTED - 3 * DAY + 7_123_456


def beings(platform: str) -> dict[str, Being]:
    """Ego, a friend, somebody with an audience, and the room they share."""
    host = "@layar.example" if platform == "mastodon" else ""
    maker = "artist" if platform.startswith("spotify") else f"bo_bakes{host}"
    room = "Kettle & Co" if platform.startswith("discord") else ""
    people = (
        Being("me", "Mila Orr", f"mila_orr{host}", number="+99910001", zone="Asia/Jakarta"),
        Being("ada", "Ada Ruiz 🌱", f"ada.ruiz{host}", number="+99910002"),
        Being("bo", "Bo <b>Bakes</b>", maker, "companion" if platform == "chatgpt" else "persona"),
        Being("room", "teatime", room, "group", members=("me", "ada", "cai")),
        Being("dee", "Dee", f"dee{host}"),
        Being("cai", "Cai", f"cai{host}", number="+99910003"),
    )
    return {being.key: being for being in people}


def scene() -> dict[str, Deed]:
    """The deeds by a name; ``>`` is given by ego, ``<`` is received."""
    video, post, mine = item("bo", _BEGIN - DAY), item("bo", _BEGIN - DAY + 1), item("me", _BEGIN)
    chat: dict[str, Any] = {"form": "chat"}
    room = chat | {"room": "room", "addressed": "group"}
    bo: dict[str, Any] = {"target": "bo", "addressed": "everyone"}
    below = {"target": "bo", "under": video, "form": "video"}
    found = {
        "post>": ("post", "me", {"form": "post", "addressed": "everyone"}),
        "post<": ("post", "bo", {"form": "post", "addressed": "everyone"}),
        "message>": ("message", "me", chat | {"target": "ada"}),
        "message<": ("message", "ada", chat | {"target": "me"}),
        "fan>": ("message", "me", chat | {"target": "bo"}),
        "bot<": ("message", "bo", chat | {"target": "me"}),
        "room>": ("message", "me", room),
        "room<": ("message", "ada", room),
        "answer>": ("reply", "me", room | {"target": "ada", "reply_to": "room<"}),
        "answer<": ("reply", "ada", room | {"target": "me", "reply_to": "room>"}),
        "name>": ("mention", "me", room | {"target": "ada"}),
        "call>": ("call", "me", chat | {"target": "ada", "ms": 65_000}),
        "call<": ("call", "ada", chat | {"target": "me", "ms": 125_000}),
        "heart>": ("reaction", "me", chat | {"target": "ada", "item": "message<"}),
        "heart<": ("reaction", "ada", chat | {"target": "me", "item": "message>"}),
        "view>": ("view", "me", bo | {"item": video, "form": "video", "ms": 600_000}),
        "short>": ("view", "me", bo | {"item": item("bo", _BEGIN - 9), "form": "short"}),
        "live>": (
            "view",
            "me",
            bo | {"item": item("bo", _BEGIN - 8), "form": "live", "ms": 60_000},
        ),
        "seen>": ("view", "me", bo | {"item": post, "form": "post"}),
        "listen>": ("listen", "me", bo | {"item": video, "form": "audio", "ms": 180_000}),
        "comment>": ("comment", "me", below),
        "comment<": ("comment", "ada", {"target": "me", "under": mine, "form": "post"}),
        "reply>": ("reply", "me", below | {"reply_to": item("bo", _BEGIN - 7)}),
        "reply<": ("reply", "bo", {"target": "me", "under": mine, "form": "post"}),
        "mention>": ("mention", "me", {"target": "bo", "form": "post"}),
        "chat>": (
            "live_chat",
            "me",
            {"target": "bo", "under": item("bo", _BEGIN - 8), "form": "live"},
        ),
        "gift>": (
            "gift",
            "me",
            {"target": "bo", "under": item("bo", _BEGIN - 8), "form": "live", "price": 200},
        ),
        "month>": ("gift", "me", {"target": "bo", "form": "live"}),
        "like>": ("reaction", "me", bo | {"item": post, "form": "post"}),
        "like<": ("reaction", "ada", {"target": "me", "item": mine, "form": "post"}),
        "save>": ("save", "me", bo | {"item": post, "form": "post"}),
        "share>": ("share", "me", bo | {"item": post, "form": "post"}),
        "search>": ("search", "me", {"addressed": "everyone"}),
        "follow>": ("follow", "me", {"target": "bo"}),
        "follow<": ("follow", "ada", {"target": "me"}),
        "friend>": ("friend", "me", {"target": "ada"}),
        "request>": ("request", "me", {"target": "cai"}),
        "request<": ("request", "dee", {"target": "me"}),
    }
    at = {name: _BEGIN + 137 * SECOND * n for n, name in enumerate(found, 1)}
    items = {name: item(actor, at[name]) for name, (_, actor, _) in found.items()}
    return {
        name: Deed(
            at[name],
            channel,
            actor,
            **{"item": items[name], "text": f"{name[:-1]} one two"}
            | {key: items.get(value, value) for key, value in more.items()},
        )
        for name, (channel, actor, more) in found.items()
    }
