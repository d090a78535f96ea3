"""Whom ego follows, and what ego voted for and kept: none of it with a date."""

from parasocial.readers.reddit.names import author_of, name_of, profile_of
from parasocial.readers.reddit.sheets import Cells
from parasocial.reading import Here, Meaning
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

_UP = "up"
_OTHER_VOTES = frozenset({"down", "none", "removed"})


def followed(row: Cells, here: Here) -> Meaning:
    """Somebody whom ego follows."""
    who = name_of(row["username"])
    if who is None:
        raise ValueError("no name")
    return None if here.who(who.id) is EGO else Interaction(Channel.FOLLOW, EGO, who.id, None)


def subscribed(row: Cells, here: Here) -> Meaning:
    """A person's own page that ego subscribed to; communities are no ties."""
    name = row["subreddit"].strip()
    if not name:
        raise ValueError("no name")
    who = profile_of(name)
    if who is None or here.who(who) is EGO:
        return None
    return Interaction(Channel.FOLLOW, EGO, who, None)


def paid(row: Cells, here: Here) -> Meaning:
    """What ego pays Reddit for, which says nothing of a tie."""
    del row, here
    return None


def voted(row: Cells, here: Here) -> Meaning:
    """A vote for a post or comment; votes against, and taken back, say nothing of a tie."""
    if row["direction"] in _OTHER_VOTES:
        return None
    if row["direction"] != _UP:
        raise ValueError("no direction")
    return _kept(Channel.REACTION, row, here)


def saved(row: Cells, here: Here) -> Meaning:
    """A post or comment that ego saved."""
    return _kept(Channel.SAVE, row, here)


def _kept(did: Channel, row: Cells, here: Here) -> Interaction:
    owner = author_of(row.get("permalink") or "")
    if owner is not None and here.who(owner) is EGO:
        owner = None
    return Interaction(did, EGO, owner, None, row["id"], Addressed.EVERYONE, Form.POST)
