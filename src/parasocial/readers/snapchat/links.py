"""Links: friends, requests, and the accounts and publishers that ego subscribed to."""

import re
from functools import partial
from typing import Any

from msgspec import Struct, field

from parasocial.reading import Here, Meaning, Records
from parasocial.reading.shapes import Either, under
from parasocial.reading.times import iso
from parasocial.schema import EGO, Account, Channel, Interaction

_FRIENDS = re.compile(rb'"Friends"\s*:')
_SUBSCRIPTIONS = re.compile(rb'"(?:Publishers|Public Users)"\s*:')
_SHOWS = frozenset(("publishers", "public users", "stories"))


class Friend(Struct, gc=False):
    """An account in a list of friends or requests."""

    username: str = field(default="", name="Username")
    name: str | None = field(default=None, name="Display Name")
    created: str | None = field(default=None, name="Creation Timestamp")


def _link(row: Friend, here: Here, channel: Channel, *, given: bool = True) -> Meaning:
    del here
    if not row.username:
        raise ValueError("nobody is named")
    actor, target = (EGO, row.username) if given else (row.username, EGO)
    us = iso(row.created) if row.created else None
    found = Interaction(channel, actor, target, us)
    return [found, Account(row.username, row.name or None, row.username)]


def subscribed(row: tuple[str, Any], here: Here) -> Meaning:
    """A publisher or creator whom ego follows; other lists are settings.

    Raises:
        TypeError: It is not a name.
    """
    del here
    key, name = row
    if key.casefold() not in _SHOWS:
        return None
    if not isinstance(name, str):
        raise TypeError("no name")
    return Interaction(Channel.FOLLOW, EGO, name, None)


_friend = partial(_link, channel=Channel.FRIEND)
_asked = partial(_link, channel=Channel.REQUEST)
_asked_by = partial(_link, channel=Channel.REQUEST, given=False)
RECORDS = (
    *(
        Records("friends.json", under(key), meaning, Friend, like=_FRIENDS)
        for key, meaning in (
            ("Friends", _friend),
            ("Friend Requests Sent", _asked),
            ("Pending Requests", _asked_by),
            # Requests that ego left unanswered.
            ("Ignored Snapchatters", _asked_by),
        )
    ),
    Records("subscriptions.json", Either(("",), keyed=True), subscribed, like=_SUBSCRIPTIONS),
)
