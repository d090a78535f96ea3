"""Instagram's export: one zip of JSON files as nested since 2024, Threads among them."""

from pathlib import Path

from writers.shapes import meta_json

from . import acts, meta
from .acts import RECENT, Act
from .almanac import EXPORTED, dice, end_ms
from .archive import write_zip
from .cast import EGO, PEOPLE
from .creators import CREATORS
from .inbox import STRANGER, threads

_LINKS = "connections/followers_and_following/"
_MINE = "your_instagram_activity/"
_SEEN = "ads_information/ads_and_topics/"
_ME = "personal_information/personal_information/"
Json = dict[str, object]


def write(folder: Path) -> None:
    """Writes the one zip."""
    files: dict[str, str | bytes] = {
        name: meta_json(body, 1)
        for part in (_links(), _activity(), _own(), _seen(), _threads_app(), _self(), threads())
        for name, body in part.items()
    }
    files["your_instagram_activity/events/no-data.txt"] = ""
    files["media/posts/202605/18000000000000001.jpg"] = b"\xff\xd8\xff\xd9"
    files["media/stories/202610/18000000000000002.jpg"] = b"\xff\xd8\xff\xd9"
    write_zip(folder / f"instagram-{EGO.instagram}-{EXPORTED:%Y-%m-%d}-Qk7vXz2T.zip", files)


def _links() -> dict[str, object]:
    """Follow lists."""
    out, back = acts.follows(), acts.followers()
    close = [p.ids["instagram"] for p in PEOPLE if p.key in ("dimas", "intan", "laras", "tika")]
    return {
        _LINKS + "followers_1.json": [meta.value_link(*pair) for pair in meta.newest_first(back)],
        _LINKS + "following.json": {
            "relationships_following": [meta.title_link(*pair) for pair in meta.newest_first(out)]
        },
        _LINKS + "close_friends.json": {
            "relationships_close_friends": [
                meta.value_link(handle, out[handle]) for handle in close
            ]
        },
        **_lone("pending_follow_requests", "follow_requests_sent", "akun.gembok.sunyi"),
        **_lone("follow_requests_you've_received", "follow_requests_received", STRANGER[0]),
        **_lone("recently_unfollowed_profiles", "unfollowed_users", "diet.kilat.tiga.hari"),
    }


def _lone(name: str, key: str, handle: str) -> dict[str, object]:
    """A follow list of one, three days old."""
    entry = meta.value_link(handle, end_ms() - 3 * 86_400_000)
    return {f"{_LINKS}{name}.json": {f"relationships_{key}": [entry]}}


def _activity() -> dict[str, object]:
    """Likes, comments, stories, saved posts and searches."""
    rng = dice("stories")
    emoji = [a for a in acts.story_likes() if rng.random() < 0.2]
    return {
        _MINE + "likes/liked_posts.json": {
            "likes_media_likes": [meta.like(a) for a in _down(acts.likes())]
        },
        _MINE + "comments/post_comments_1.json": [meta.comment(a) for a in _down(acts.comments())],
        _MINE + "story_interactions/story_likes.json": {
            "story_activities_story_likes": [meta.story(a) for a in _down(acts.story_likes())]
        },
        _MINE + "story_interactions/emoji_story_reactions.json": {
            "story_activities_emoji_quick_reactions": [meta.story(a, "😍") for a in reversed(emoji)]
        },
        _MINE + "saved/saved_posts.json": [meta.labelled(a) for a in _down(acts.saves())],
        "logged_information/recent_searches/profile_searches.json": {
            "searches_user": [meta.profile_search(c.handle, i) for i, c in enumerate(CREATORS[::4])]
        },
        "logged_information/recent_searches/word_or_phrase_searches.json": {
            "searches_keyword": [
                meta.cells(
                    {"Search": {"value": a.target}, "Time": {"timestamp": meta.seconds(a.at)}}
                )
                for a in reversed(acts.searches("instagram", 40, acts.HALF_YEAR))
            ]
        },
    }


def _down(found: list[Act]) -> list[Act]:
    """The acts, newest first."""
    return found[::-1]


def _own() -> dict[str, object]:
    """Ego's own posts and stories."""
    return {
        _MINE + "content/posts_1.json": [
            {"media": [meta.picture(act, "posts")]} for act in _down(acts.posts())
        ],
        _MINE + "content/stories.json": {
            "ig_stories": [meta.picture(act, "stories") for act in _down(acts.stories())]
        },
    }


def _seen() -> dict[str, object]:
    """What was shown, and files about advertising."""
    ads = [meta.view(Act(a.at, "payung.kilat.promo")) for a in acts.views("ads", 0.02)]
    return {
        _SEEN + "posts_viewed.json": {
            "impressions_history_posts_seen": [
                meta.view(a) for a in _down(acts.views("posts seen", 0.7))
            ]
        },
        _SEEN + "videos_watched.json": [
            meta.labelled(a) for a in _down(acts.views("videos seen", 0.5))
        ],
        _SEEN + "ads_viewed.json": {"impressions_history_ads_seen": ads},
        "ads_information/instagram_ads_and_businesses/"
        "advertisers_using_your_activity_or_information.json": {
            "ig_custom_audiences_all_types": [
                {
                    "advertiser_name": "Payung Kilat",
                    "has_data_file_custom_audience": True,
                    "has_remarketing_custom_audience": False,
                    "has_in_person_store_visit": False,
                }
            ]
        },
    }


def _threads_app() -> dict[str, object]:
    """The Threads app's folder."""
    place, key = _MINE + "threads/", "text_post_app_text_post_app_"
    out, back = acts.follows(), acts.followers()
    close = [p.ids["instagram"] for p in PEOPLE if p.likes > 20]
    both = {handle: out[handle] for handle in [*close, "dapurbulankesiangan"] if handle in out}
    seen = acts.views("threads seen", 0.06)
    return {
        place + "following.json": {
            key + "following": [meta.value_link(*p) for p in meta.newest_first(both)]
        },
        place + "followers.json": {
            key + "followers": [
                meta.value_link(h, t) for h, t in meta.newest_first(back) if h in close
            ]
        },
        place + "liked_threads.json": {
            "text_post_app_media_likes": [meta.like(a) for a in seen[::9]]
        },
        place + "threads_viewed.json": {
            key + "posts_seen": [
                {"title": "", "media_map_data": {}, **meta.view(act)} for act in seen
            ]
        },
        place + "threads_and_replies.json": {
            "text_post_app_text_posts": [
                {"media": [meta.picture(act, "posts")]} for act in _down(acts.posts()[-6:])
            ]
        },
    }


def _self() -> dict[str, object]:
    """Ego's profile, and two files that no reader can know yet."""
    mine = {
        "Email": "nara@contoh.invalid",
        "Username": EGO.instagram,
        "Name": EGO.name,
        "Date of birth": "2002-04-01",
        "Private Account": "True",
    }
    profile = meta.cells({k: {"href": "", "value": v, "timestamp": 0} for k, v in mine.items()})
    now = f"{RECENT:%Y-%m-%d}"
    return {
        _ME + "personal_information.json": {"profile_user": [{**profile, "title": "User"}]},
        "preferences/settings/comments_allowed_from.json": {
            "settings_allow_comments_from": [
                meta.cells(
                    {"Comments Allowed From": {"href": "", "value": "Everyone", "timestamp": 0}}
                )
            ]
        },
        _MINE + "orbit/orbit_rooms_joined.json": {"orbit_rooms": [{"room": "1", "day": now}]},
        _MINE + "daydreams/daydream_cards.json": [{"card": {"mood": "calm"}, "day": now}],
    }
