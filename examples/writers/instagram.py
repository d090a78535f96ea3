"""Instagram: JSON nested as since 2024, likes and views in the lists of labels of 2026.

Both sides of chats with their reactions; follows and requests both ways, dated; what ego liked,
saved, commented; views of the last two weeks. Nothing that others did to one's own posts.
Chats carry display names, all else handles.
"""

from collections.abc import Sequence
from typing import Any

from .model import Being, Beings, Deed, Files, draw, mine, on_messages, spell, talks, theirs
from .shapes import meta_json

_MINE = "your_instagram_activity/"
_LINKS = "connections/followers_and_following/"
_SEEN = "ads_information/ads_and_topics/"
_SEARCHED = "logged_information/recent_searches/"
_MADE = "security_and_login_information/login_and_profile_creation/"
_SEEN_US = 14 * 86_400_000_000
Json = dict[str, Any]


def native(being: Being) -> str:
    """The handle; of a group, the number of its thread."""
    return _number(being) if being.kind == "group" else being.handle


def _number(*beings: Being) -> str:
    return str(10**16 + draw("instagram", *(being.key for being in beings)) % 10**16)


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The export."""
    seen = [
        deed
        for deed in reversed(mine(me, deeds, "view"))
        if deed.at > exported - _SEEN_US and deed.form != "live"
    ]
    bodies: dict[str, Any] = {
        "personal_information/personal_information/personal_information.json": {
            "profile_user": [_cells("User", Username=_cell(me.handle), Name=_cell(me.name))]
        },
        **_signup(me, deeds),
        **_links(me, beings, deeds),
        **_likes(me, beings, deeds),
        **_comments(me, beings, deeds),
        **_searches(me, beings, deeds),
        _SEEN + "posts_viewed.json": {
            "impressions_history_posts_seen": [
                {"string_map_data": {"Author": {"value": _whose(beings, d)}, "Time": _time(d)}}
                for d in seen
                if d.form == "post"
            ]
        },
        _SEEN + "videos_watched.json": [_labelled(beings, d) for d in seen if d.form != "post"],
        _MINE + "content/posts_1.json": [
            {"media": [_picture(d)]} for d in reversed(mine(me, deeds, "post")) if d.form != "story"
        ],
        _MINE + "content/stories.json": {
            "ig_stories": [
                _picture(d) for d in reversed(mine(me, deeds, "post")) if d.form == "story"
            ]
        },
        **_threads(me, beings, deeds),
    }
    return {name: meta_json(body) for name, body in bodies.items()}


def _whose(beings: Beings, deed: Deed) -> str:
    return beings[deed.target].handle if deed.target else ""


def _seconds(deed: Deed) -> int:
    return deed.at // 1_000_000


def _time(deed: Deed) -> Json:
    return {"timestamp": _seconds(deed)}


def _cell(value: str) -> Json:
    return {"href": "", "value": value, "timestamp": 0}


def _cells(title: str = "", /, **cells: Json) -> Json:
    return {"title": title, "media_map_data": {}, "string_map_data": cells}


def _signup(me: Being, deeds: Sequence[Deed]) -> Json:
    """When the account was made: an hour before anything happened to it."""
    if not deeds:
        return {}
    first = min(deed.at for deed in deeds) // 1_000_000 - 3600
    made = _cells(Username=_cell(me.handle), Time=_cell("") | {"timestamp": first})
    return {_MADE + "signup_details.json": {"account_history_registration_info": [made]}}


def _links(me: Being, beings: Beings, deeds: Sequence[Deed]) -> Json:
    """Follow lists: the name of a follower in ``value``, of a followed account in ``title``."""

    def valued(who: str, deed: Deed) -> Json:
        handle = beings[who].handle
        link = {"href": f"https://www.instagram.com/{handle}", "value": handle, **_time(deed)}
        return {"title": "", "media_list_data": [], "string_list_data": [link]}

    out, back = mine(me, deeds, "follow"), theirs(me, deeds, "follow")
    sent, got = mine(me, deeds, "request"), theirs(me, deeds, "request")
    following = [
        {
            "title": _whose(beings, deed),
            "string_list_data": [
                {"href": f"https://www.instagram.com/_u/{_whose(beings, deed)}", **_time(deed)}
            ],
        }
        for deed in reversed(out)
    ]
    return {
        _LINKS + "followers_1.json": [valued(d.actor, d) for d in reversed(back)],
        _LINKS + "following.json": {"relationships_following": following},
        _LINKS + "pending_follow_requests.json": {
            "relationships_follow_requests_sent": [
                valued(d.target, d) for d in reversed(sent) if d.target
            ]
        },
        _LINKS + "follow_requests_you've_received.json": {
            "relationships_follow_requests_received": [valued(d.actor, d) for d in reversed(got)]
        },
    }


def _labelled(beings: Beings, deed: Deed) -> Json:
    """A record in the shape of 2026: a list of labels, the owner nested."""
    place = {"short": "reel", "story": f"stories/{_whose(beings, deed)}"}.get(deed.form or "", "p")
    link = f"https://www.instagram.com/{place}/{spell(11, 'instagram', deed.item or '')}/"
    labels: list[Json] = [{"label": "URL", "value": link, "href": link}]
    if deed.target:
        whose = beings[deed.target]
        owner = [
            {"label": "URL", "value": f"https://www.instagram.com/{whose.handle}"},
            {"label": "Name", "value": whose.name},
            {"label": "Username", "value": whose.handle},
        ]
        labels.append({"title": "Owner", "dict": [{"dict": owner, "title": ""}]})
    number = str(draw("fbid", deed.item or "") % 10**16)
    return {"timestamp": _seconds(deed), "media": [], "label_values": labels, "fbid": number}


def _likes(me: Being, beings: Beings, deeds: Sequence[Deed]) -> Json:
    """What ego liked and saved."""
    liked = mine(me, deeds, "reaction")[::-1]
    return {
        _MINE + "likes/liked_posts.json": [
            _labelled(beings, d) for d in liked if d.form != "story"
        ],
        _MINE + "story_interactions/story_likes.json": {
            "story_activities_story_likes": [
                {"title": _whose(beings, d), "string_list_data": [_time(d)]}
                for d in liked
                if d.form == "story"
            ]
        },
        _MINE + "saved/saved_posts.json": [
            _labelled(beings, d) for d in reversed(mine(me, deeds, "save"))
        ],
    }


def _comments(me: Being, beings: Beings, deeds: Sequence[Deed]) -> Json:
    """What ego wrote under posts and reels."""

    def row(deed: Deed) -> Json:
        said = {"Comment": {"value": deed.text or ""}}
        owner = {"Media Owner": {"value": _whose(beings, deed)}}
        cells = {**said, **owner, "Time": _time(deed)}
        return {"media_list_data": [{"uri": ""}], "string_map_data": cells}

    said = mine(me, deeds, "comment", "reply")
    return {
        _MINE + "comments/post_comments_1.json": [
            row(d) for d in reversed(said) if d.form != "short"
        ],
        _MINE + "comments/reels_comments.json": {
            "comments_reels_comments": [row(d) for d in reversed(said) if d.form == "short"]
        },
    }


def _searches(me: Being, beings: Beings, deeds: Sequence[Deed]) -> Json:
    """Searches for profiles and for words."""
    found = list(reversed(mine(me, deeds, "search")))
    return {
        _SEARCHED + "profile_searches.json": {
            "searches_user": [
                _cells("", Search=_cell(_whose(beings, d)), Time=_cell("") | _time(d))
                for d in found
                if d.target
            ]
        },
        _SEARCHED + "word_or_phrase_searches.json": {
            "searches_keyword": [
                _cells("", Search={"value": d.text or ""}, Time=_time(d))
                for d in found
                if not d.target
            ]
        },
    }


def _picture(deed: Deed) -> Json:
    folder = "stories" if deed.form == "story" else "posts"
    return {
        "uri": f"media/{folder}/{10**16 + draw('instagram', deed.item or '') % 10**16}.jpg",
        "creation_timestamp": _seconds(deed),
        "media_metadata": {"camera_metadata": {"has_camera_metadata": False}},
        "title": deed.text or "",
        "cross_post_source": {"source_app": "FB"},
    }


def _threads(me: Being, beings: Beings, deeds: Sequence[Deed]) -> Json:
    """One file a conversation, newest first."""
    hearts, out = on_messages(deeds), {}
    for key, said in talks(me, deeds).items():
        them = beings[key]
        group = them.kind == "group"
        letters = "".join(
            letter for letter in them.name.lower() if letter.isascii() and letter.isalnum()
        )
        folder = f"{letters}_{_number(them)}" if group else f"{them.handle}_{_number(me, them)}"
        members = [beings[member] for member in them.members] if group else [them, me]
        body: Json = {
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


def _message(beings: Beings, deed: Deed, hearts: dict[str, list[Deed]]) -> Json:
    body: Json = {"sender_name": beings[deed.actor].name, "timestamp_ms": deed.at // 1000}
    if deed.channel == "call":
        body |= {"content": "Video chat ended", "call_duration": (deed.ms or 0) // 1000}
    else:
        body["content"] = deed.text or ""
    if likes := hearts.get(deed.item or ""):
        body["reactions"] = [
            {
                "reaction": like.text or "❤",
                "actor": beings[like.actor].name,
                "timestamp": _seconds(like),
            }
            for like in likes
        ]
    return body | {
        "is_geoblocked_for_viewer": False,
        "is_unsent_image_by_messenger_kid_parent": False,
    }
