"""Links: friends, requests, whom and what ego follows, groups, and pokes."""

from parasocial.readers.facebook.addresses import opened
from parasocial.readers.facebook.people import People, group_id
from parasocial.readers.facebook.rows import Row, data, listed, name_of, when
from parasocial.reading import Here, Meaning
from parasocial.reading.meta import repaired
from parasocial.schema import EGO, Account, Alias, Channel, Fact, Form, Interaction, Kind


def _link(channel: Channel, row: Row, here: Here, *, given: bool = True) -> Interaction:
    other = name_of(row)
    actor, target = (EGO, other) if given else (other, EGO)
    if not (row.date or row.timestamp):
        return Interaction(channel, actor, target, None)
    at = when(row, here)
    return Interaction(channel, actor, target, at.us, us_low=at.us_low, us_high=at.us_high)


def friend(row: Row, here: Here) -> Meaning:
    """Somebody is ego's friend."""
    return _link(Channel.FRIEND, row, here)


def asked(row: Row, here: Here) -> Meaning:
    """Ego asked somebody to be friends."""
    return _link(Channel.REQUEST, row, here)


def asked_by(row: Row, here: Here) -> Meaning:
    """Somebody asked ego to be friends, whatever ego answered."""
    return _link(Channel.REQUEST, row, here, given=False)


def followed(row: Row, here: Here) -> Meaning:
    """Ego follows an account, a person's or a page."""
    return _link(Channel.FOLLOW, row, here)


def page(row: Row, here: Here) -> Meaning:
    """Ego likes a page, which is to follow it."""
    did = _link(Channel.FOLLOW, row, here)
    name = did.target or ""
    return [did, *known_at(name, row.url or "", here, Kind.UNKNOWN, "a page")]


def known_at(
    name: str, address: str, here: Here, kind: Kind | None = None, evidence: str | None = None
) -> list[Fact]:
    """An account of which a list says both the name and the address."""
    people: People = here.facts.learned["people"]
    at = opened(address).account
    if at is None:
        return [Account(name, kind=kind, evidence=evidence)] if kind else []
    handle = at.removeprefix("facebook.com/")
    found: list[Fact] = [Account(name, name, None if handle.isdigit() else handle, kind, evidence)]
    if name in people.addressed:
        found.append(Alias(at, name, "listed with its address"))
    return found


def group(row: Row, here: Here) -> Meaning:
    """Ego joined a group."""
    people: People = here.facts.learned["people"]
    listed = next((it.name for it in data(row) if it.name), None)
    name = repaired(listed) if listed else people.group(repaired(row.title or ""))
    if not name:
        return None
    return Account(group_id(name), name=name, kind=Kind.GROUP, evidence="a group")


def poke(row: Row, here: Here) -> Meaning:
    """A poke: nothing is said, but to one person.

    Raises:
        ValueError: Ego is neither of the two.
    """
    actor, target = (here.who(repaired(it or "").strip()) for it in (row.poker, row.pokee))
    if not actor or not target or (actor is EGO) == (target is EGO):
        raise ValueError("not about ego")
    at = when(row, here)
    return Interaction(
        Channel.REACTION,
        actor,
        target,
        at.us,
        form=Form.CHAT,
        us_low=at.us_low,
        us_high=at.us_high,
    )


FRIENDS = listed(
    "your_friends|friends_and_followers/friends|friends/friends", friend, "friends_v2", "friends"
)
FOLLOWED = listed(
    "who_you?ve_followed|who_you_follow|following_and_followers/following",
    followed,
    "following_v3",
    "following_v2",
    "following",
)
PAGES_FOLLOWED = listed("pages_and_profiles_you_follow", followed, "pages_followed_v2")
PAGES_LIKED = listed(
    "pages_you?ve_liked|likes_and_reactions/pages", page, "page_likes_v2", "page_likes"
)
GROUPS = listed("your_group_membership_activity", group, "groups_joined_v2")
RECORDS = (
    FRIENDS,
    FOLLOWED,
    PAGES_FOLLOWED,
    PAGES_LIKED,
    listed("sent_friend_requests|friend_requests_sent", asked, "sent_requests_v2"),
    listed("received_friend_requests|friend_requests_received", asked_by, "received_requests_v2"),
    listed("rejected_friend_requests", asked_by, "rejected_requests_v2"),
    GROUPS,
    listed("pokes", poke, "pokes_v2"),
)
