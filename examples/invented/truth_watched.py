"""What is true of those who are watched: creators, brands, channels, hosts, acquaintances."""

from collections.abc import Iterable, Iterator

from . import acts, inbox, youtube
from .acts import Act
from .almanac import utc
from .attention import watches
from .cast import IG, PEOPLE, TT, YT, acquaintances
from .creators import CREATORS, GIFTED, Channel, Creator, channels, strays
from .verdict import OPEN, by_attention, chains

_POSTS, _VIDEOS = ("posts seen", 0.7), ("videos seen", 0.5)
Json = dict[str, object]


def ties() -> Iterator[Json]:
    """Every tie of those who are watched."""
    yield from map(_creator, CREATORS)
    for handle in acquaintances():
        tie = _tie(IG, handle, handle, "person", ["sparse", *OPEN])
        yield {**tie, **public(handle), **_sessions(_instagram(handle))}
    stranger = _tie(IG, inbox.STRANGER[0], "stranger", "unknown", ["sparse"])
    yield {**stranger, **public(inbox.STRANGER[0]), "messages": {"given": 0, "received": 1}}
    for channel in (*channels(), *strays()):
        if any(watch.channel == channel for watch in watches()):
            yield _channel(channel)
    for host in GIFTED:
        tie = _tie(TT, host, _known_as(host), "persona", OPEN)
        yield {**tie, "gifts": _count(acts.gifts(), host)}


def _known_as(host: str) -> str:
    """The title of a TikTok host's YouTube channel, else the host's own name."""
    titles = {channel.title.replace(" ", "").lower(): channel.title for channel in channels()}
    return titles.get(host, host)


def public(handle: str) -> Json:
    """What ego left in public with one Instagram account, and who follows whom."""
    return {
        "likes": _count(acts.likes(), handle),
        "comments": _count(acts.comments(), handle),
        "story_likes": _count(acts.story_likes(), handle),
        "viewed": sum(_count(acts.views(*what), handle) for what in (_POSTS, _VIDEOS)),
        "follows": handle in acts.follows(),
        "followed_back": handle in acts.followers(),
    }


def _tie(platform: str, native: str, being: str, kind: str, may_be: Iterable[str]) -> Json:
    """The head of one tie; what nobody may say of it is in `never`."""
    never = ["parasocial"] if kind == "person" else ["reciprocal", "inbound"]
    if kind == "brand":
        may_be = [*may_be, "unattributed"]
    return {
        "platform": platform,
        "id": native,
        "being": being,
        "kind": kind,
        "knows_ego": kind == "person",
        "may_be": list(may_be),
        "never": never,
    }


def _count(found: Iterable[Act], target: str) -> int:
    """How many of the acts went to the target."""
    return sum(act.target == target for act in found)


def _instagram(handle: str) -> list[int]:
    """When ego liked, saved or was shown something of the account, in ms at whole seconds."""
    found = (
        acts.likes(),
        acts.story_likes(),
        acts.saves(),
        acts.views(*_POSTS),
        acts.views(*_VIDEOS),
    )
    return [act.at // 1000 * 1000 for kind in found for act in kind if act.target == handle]


def _sessions(times: list[int]) -> Json:
    """Sessions of attention, and the ISO weeks that they fall in."""
    weeks = {utc(at).isocalendar()[:2] for at in times}
    return {"sessions": chains(times), "weeks": len(weeks)}


def _creator(creator: Creator) -> Json:
    """A creator or brand on Instagram."""
    seen = _sessions(_instagram(creator.handle))
    liked = chains(act.at for act in acts.likes() if act.target == creator.handle)
    words = len(inbox.written_to()) if creator.handle == inbox.WRITTEN_TO[0] else 0
    left = _count(acts.comments(), creator.handle)
    may_be = by_attention((liked, int(str(seen["sessions"]))), int(str(seen["weeks"])), left)
    tie = _tie(IG, creator.handle, creator.channel or creator.handle, creator.kind, may_be)
    if creator.follows_back:
        tie |= {"may_be": list(OPEN), "never": ["parasocial", "reciprocal", "inbound"]}
    if words:
        tie["messages"] = {"given": words, "received": 0}
    return {**tie, **public(creator.handle), **seen, **_note(creator.kind)}


def _channel(channel: Channel) -> Json:
    """A YouTube channel."""
    times = [watch.at for watch in watches() if watch.channel == channel]
    seen = _sessions(times)
    said = _count(acts.video_comments(), channel.id) + _count(acts.live_chats(), channel.id)
    may_be = by_attention((chains(times),), int(str(seen["weeks"])), said)
    being = channel.owner or channel.title
    tie = _tie(YT, channel.id, being, channel.kind, OPEN if channel.owner else may_be)
    return {
        **tie,
        "title": channel.title,
        "watched": len(times),
        **seen,
        "comments": _count(acts.video_comments(), channel.id),
        "live_chats": _count(acts.live_chats(), channel.id),
        "paid": sum(
            a.price > 0
            for a in (*acts.video_comments(), *acts.live_chats())
            if a.target == channel.id
        ),
        "subscribed": channel.id in {row[0] for row in youtube.subscriptions()},
        **_note(channel.kind, channel.owner),
    }


def _note(kind: str, owner: str = "") -> Json:
    """What no file says and only a note of ego's can: a brand, or a friend's own channel."""
    if owner:
        friend = next(person for person in PEOPLE if person.key == owner)
        return {"note": {"same_as": "whatsapp:" + friend.ids["whatsapp"]}}
    if kind == "brand":
        return {"note": {"kind": "brand"}}
    return {}
