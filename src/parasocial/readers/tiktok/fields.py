"""What one entry of a TikTok list says, whatever the case of its keys."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from parasocial.reading.times import SECOND
from parasocial.schema import Form

_NOTHING = frozenset({"", "N/A", "n/a", "None", "N.v.t.", "n.v.t."})
_LINK = re.compile(
    r"//(?:\w+\.)?tiktokv?\.[a-z]+/(?:share/|@([^/?#\s]+)/?)?"
    r"(?:(video|photo|live|story|user|v)(?:/|$))?(\d{5,})?"
)
_VIDEO = "https://www.tiktokv.com/share/video/"
_EPOCH = datetime.fromisoformat("1970-01-01")
_FORMS = {"photo": Form.POST, "live": Form.LIVE, "story": Form.STORY}


class Link(NamedTuple):
    """What an address names: an item, its author, both or neither."""

    item: str | None = None
    author: str | None = None
    form: Form | None = Form.SHORT


NO_LINK = Link()


def field(row: Mapping[str, Any], *names: str) -> str | None:
    """The first of *names*, in either case, that says something.

    Raises:
        TypeError: What stands there is not text.
    """
    for name in names:
        value = row.get(name)
        if value is None:
            value = row.get(name.lower())
        if value is None:
            continue
        if type(value) is not str:
            raise TypeError("not text")
        if value not in _NOTHING:
            return value
    return None


def when(row: Mapping[str, Any], name: str = "Date") -> int | None:
    """A time of an entry, in microseconds; TikTok writes UTC, with or without saying so."""
    text = field(row, name)
    if text is None:
        return None
    since = datetime.fromisoformat(text.removesuffix(" UTC")) - _EPOCH
    return (since.days * 86_400 + since.seconds) * SECOND


def linked(address: str | None) -> Link:
    """What *address* names. Most addresses of videos do not name their author."""
    if address is None:
        return NO_LINK
    if address.startswith(_VIDEO) and (number := address[len(_VIDEO) :].rstrip("/")).isdigit():
        return Link(number)  # nearly all are like this, and there are very many
    found = _LINK.search(address)
    if found is None:
        return NO_LINK
    author, kind, number = found.groups()
    if kind == "user" or (author and not kind):
        return Link(author=author or number, form=None)
    return Link(number, author, _FORMS.get(kind, Form.SHORT))


def named(row: Mapping[str, Any]) -> str:
    """The account that an entry is about.

    Raises:
        ValueError: It names none.
    """
    name = field(row, "UserName", "Username")
    if name is None:
        raise ValueError("no account")
    return name
