"""What ego did about others on Bluesky: likes, reposts, follows."""

from typing import Any

from parasocial.readers.bluesky.addresses import DID, POST, author
from parasocial.readers.bluesky.clock import when
from parasocial.reading import Here, Meaning
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

# Bound once: looking up an enum's member takes as long as building the row.
_LIKE, _REPOST, _EVERYONE, _POST = Channel.REACTION, Channel.SHARE, Addressed.EVERYONE, Form.POST


def like(record: dict[str, Any], key: str, here: Here) -> Meaning:
    """Ego liked a post, or a feed or list that somebody made; one's own says nothing."""
    return _attention(_LIKE, record, key, here)


def repost(record: dict[str, Any], key: str, here: Here) -> Meaning:
    """Ego passed a post on."""
    return _attention(_REPOST, record, key, here)


def _attention(channel: Channel, record: dict[str, Any], key: str, here: Here) -> Meaning:
    address = record["subject"]["uri"]
    other = author(address)
    if other in here.facts.ego:
        return None
    form = _POST if POST in address else None
    return Interaction(channel, EGO, other, when(record, key, here), address, _EVERYONE, form)


def follow(record: dict[str, Any], key: str, here: Here) -> Meaning:
    """Ego follows somebody."""
    other = record["subject"]
    if not DID.fullmatch(other):
        raise ValueError("nobody is named")
    return Interaction(Channel.FOLLOW, EGO, other, when(record, key, here))
