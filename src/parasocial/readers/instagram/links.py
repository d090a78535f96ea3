"""Links: who follows whom, who asked to, and whom ego counts among close friends."""

from parasocial.readers.instagram.lists import THREADS, listed
from parasocial.reading import Here, Meaning
from parasocial.reading.meta import Item, entries, handle, handle_in, repaired, times
from parasocial.schema import EGO, Channel, Interaction


def account(item: Item) -> str | None:
    """The handle in a follow list: since October 2025 in the title, before in the value."""
    listed = entries(item)
    value = listed[0].value if listed else None
    if isinstance(value, str) and value.strip() and "/" not in value:
        return repaired(value).strip()
    title = repaired(item.title or "").strip()
    return title or handle(item) or handle_in(listed[0].href or "" if listed else "")


def _link(channel: Channel, item: Item, here: Here, *, given: bool) -> Interaction:
    other = account(item)
    if not other:
        raise ValueError("nobody is named")
    actor, target = (EGO, other) if given else (other, EGO)
    if not (found := times(item, here)):
        return Interaction(channel, actor, target, None)
    at = found[0]
    return Interaction(channel, actor, target, at.us, us_low=at.us_low, us_high=at.us_high)


def follower(item: Item, here: Here) -> Meaning:
    """Somebody follows ego."""
    return _link(Channel.FOLLOW, item, here, given=False)


def following(item: Item, here: Here) -> Meaning:
    """Ego follows somebody."""
    return _link(Channel.FOLLOW, item, here, given=True)


def asked(item: Item, here: Here) -> Meaning:
    """Ego asked to follow somebody."""
    return _link(Channel.REQUEST, item, here, given=True)


def asked_by(item: Item, here: Here) -> Meaning:
    """Somebody asked to follow ego."""
    return _link(Channel.REQUEST, item, here, given=False)


def close_friend(item: Item, here: Here) -> Meaning:
    """Ego counts somebody among close friends."""
    return _link(Channel.FRIEND, item, here, given=True)


FOLLOWERS = listed("followers*", follower, "relationships_followers", f"{THREADS}followers")
FOLLOWING = listed("following", following, "relationships_following", f"{THREADS}following")
RECORDS = (
    FOLLOWERS,
    FOLLOWING,
    listed(
        "pending_follow_requests",
        asked,
        "relationships_follow_requests_sent",
        f"{THREADS}follow_requests_sent",
    ),
    listed(
        "recent_follow_requests",
        asked,
        "relationships_permanent_follow_requests",
        f"{THREADS}permanent_follow_requests",
    ),
    listed(
        "follow_requests_you?ve_received",
        asked_by,
        "relationships_follow_requests_received",
        f"{THREADS}follow_requests_received",
    ),
    listed("close_friends", close_friend, "relationships_close_friends"),
    # Creators whom ego pays.
    listed("subscriptions/reels", following, "subscriptions_reels"),
)
