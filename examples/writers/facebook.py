"""Facebook with Messenger: the JSON files of ``your_facebook_activity`` (2024 on).

Names only, no ids. Whose post was liked or commented stands inside an English sentence. Both
sides of chats with their reactions; friends and requests both ways; no followers, and nothing
that others did to one's own posts.
"""

from collections.abc import Sequence
from typing import Any

from .model import Being, Beings, Deed, Files, draw, mine, on_messages, talks, theirs
from .shapes import meta_json

_MINE = "your_facebook_activity/"
Rows = list[dict[str, Any]]


def native(being: Being) -> str:
    """The name, which is all that Facebook gives; of a group, the number of its thread."""
    return _number(being) if being.kind == "group" else being.name


def _number(*beings: Being) -> str:
    return str(10**15 + draw("facebook", *(being.key for being in beings)) % 10**16)


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The export."""
    del exported
    bodies: dict[str, Any] = {
        "personal_information/profile_information/profile_information.json": {
            "profile_v2": {"name": {"full_name": me.name, "first_name": me.name.split()[0]}}
        },
        **_links(me, beings, deeds),
        _MINE + "comments_and_reactions/likes_and_reactions_1.json": [
            _liked(me, beings, deed) for deed in reversed(mine(me, deeds, "reaction"))
        ],
        _MINE + "comments_and_reactions/comments.json": {
            "comments_v2": [
                _comment(me, beings, deed) for deed in reversed(mine(me, deeds, "comment", "reply"))
            ]
        },
        _MINE + "posts/your_posts__check_ins__photos_and_videos_1.json": [
            {
                "timestamp": deed.at // 1_000_000,
                "data": [{"post": deed.text or ""}],
                "title": f"{me.name} updated their status.",
            }
            for deed in reversed(mine(me, deeds, "post"))
        ],
        **_threads(me, beings, deeds),
    }
    return {name: meta_json(body) for name, body in bodies.items() if _filled(body)}


def _filled(body: Any) -> bool:
    """Facebook leaves out what is empty."""
    return bool(next(iter(body.values())) if isinstance(body, dict) else body)


def _links(me: Being, beings: Beings, deeds: Sequence[Deed]) -> dict[str, Any]:
    """Friends, requests both ways, and whom ego follows."""
    friends = [*mine(me, deeds, "friend"), *theirs(me, deeds, "friend")]
    place = "connections/friends/"

    def listed(found: Sequence[Deed]) -> Rows:
        rows: dict[str, int] = {}
        for deed in found:
            who = deed.target if deed.actor == me.key else deed.actor
            rows.setdefault(beings[who or me.key].name, deed.at // 1_000_000)
        return [
            {"name": name, "timestamp": at}
            for name, at in sorted(rows.items(), key=lambda row: -row[1])
        ]

    return {
        place + "your_friends.json": {"friends_v2": listed(friends)},
        place + "sent_friend_requests.json": {
            "sent_requests_v2": listed(mine(me, deeds, "request"))
        },
        place + "received_friend_requests.json": {
            "received_requests_v2": listed(theirs(me, deeds, "request"))
        },
        "connections/followers/who_you've_followed.json": {
            "following_v3": listed(mine(me, deeds, "follow"))
        },
    }


def _whose(beings: Beings, deed: Deed) -> str:
    return beings[deed.target].name + "'s" if deed.target else "a"


def _thing(deed: Deed) -> str:
    return "video" if deed.form in ("video", "short") else "post"


def _liked(me: Being, beings: Beings, deed: Deed) -> dict[str, Any]:
    return {
        "timestamp": deed.at // 1_000_000,
        "data": [{"reaction": {"reaction": "LIKE", "actor": me.name}}],
        "title": f"{me.name} likes {_whose(beings, deed)} {_thing(deed)}.",
    }


def _comment(me: Being, beings: Beings, deed: Deed) -> dict[str, Any]:
    said = {"timestamp": deed.at // 1_000_000, "comment": deed.text or "", "author": me.name}
    did = "commented on" if deed.channel == "comment" else "replied to"
    what = _thing(deed) if deed.channel == "comment" else "comment"
    where = f" in {beings[deed.room].name}" if deed.room else ""
    return {
        "timestamp": deed.at // 1_000_000,
        "data": [{"comment": {**said, **({"group": beings[deed.room].name} if deed.room else {})}}],
        "title": f"{me.name} {did} {_whose(beings, deed)} {what}{where}.",
    }


def _threads(me: Being, beings: Beings, deeds: Sequence[Deed]) -> dict[str, Any]:
    """One file a conversation, newest first."""
    hearts, out = on_messages(deeds), {}
    for key, said in talks(me, deeds).items():
        them = beings[key]
        letters = "".join(
            letter for letter in them.name.lower() if letter.isascii() and letter.isalnum()
        )
        group = them.kind == "group"
        folder = f"{letters}_{_number(them) if group else _number(me, them)}"
        members = [beings[member] for member in them.members] if group else [them, me]
        body = {
            "participants": [{"name": member.name} for member in members],
            "messages": [_message(beings, deed, hearts) for deed in reversed(said)],
            "title": them.name,
            "is_still_participant": True,
            "thread_path": f"inbox/{folder}",
            "magic_words": [],
        }
        if group:
            body["joinable_mode"] = {"mode": 1, "link": ""}
        out[f"{_MINE}messages/inbox/{folder}/message_1.json"] = body
    return out


def _message(beings: Beings, deed: Deed, hearts: dict[str, list[Deed]]) -> dict[str, Any]:
    who = beings[deed.actor].name
    body: dict[str, Any] = {"sender_name": who, "timestamp_ms": deed.at // 1000}
    if deed.channel == "call":
        body |= {"content": f"{who} started a call.", "call_duration": (deed.ms or 0) // 1000}
    else:
        body["content"] = deed.text or ""
    if likes := hearts.get(deed.item or ""):
        body["reactions"] = [
            {
                "reaction": like.text or "❤",
                "actor": beings[like.actor].name,
                "timestamp": like.at // 1_000_000,
            }
            for like in likes
        ]
    return body | {
        "is_geoblocked_for_viewer": False,
        "is_unsent_image_by_messenger_kid_parent": False,
    }
