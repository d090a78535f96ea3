"""What an address on Facebook leads to: an account, a group, or something that can be seen."""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from parasocial.schema import Form

_VANITY = re.compile(r"[A-Za-z0-9.-]{2,}", re.ASCII)
_NUMBER = re.compile(r"\d{5,}", re.ASCII)
_OLD_PAGES = ("people", "pages")
_OF_AN_ACCOUNT = frozenset(("profile.php", "permalink.php", "story.php"))
# What can stand where an account's name stands, and is none.
_WORDS = """ads bookmarks dyi events fundraisers gaming groups hashtag help l.php legal login.php
    marketplace media messages notes notifications permalink.php photo photo.php photos
    policies posts privacy reel reels search settings share sharer story.php stories video.php
    videos watch"""
_PLACES = frozenset(_WORDS.split())
_FORMS = {
    "videos": Form.VIDEO,
    "video.php": Form.VIDEO,
    "watch": Form.VIDEO,
    "reel": Form.SHORT,
    "stories": Form.STORY,
}
_NOTHING = frozenset(("events", "marketplace", "dyi", "l.php", "ads"))


class Address(NamedTuple):
    """What an address says.

    Attributes:
        account: The account's own address, where the platform keeps no other id of it.
        item: The number of the post or video.
        form: What kind of content it leads to, None for an account's own page.
        group: Whether it leads into a group.
        nothing: Whether it leads to what nobody in particular made: events, goods, redirects.
    """

    account: str | None = None
    item: str | None = None
    form: Form | None = None
    group: bool = False
    nothing: bool = False


@lru_cache(maxsize=1 << 16)
def opened(address: str) -> Address:
    """What *address* says; nothing is known of addresses outside Facebook."""
    split = urlsplit(address)
    host = split.hostname or ""
    if host != "facebook.com" and not host.endswith(".facebook.com"):
        return Address(nothing=True)
    parts = [part for part in split.path.split("/") if part]
    query = {key: values[0] for key, values in parse_qs(split.query).items()}
    if not parts or parts[0] in _NOTHING:
        return Address(nothing=True)
    form = next((_FORMS[part] for part in parts if part in _FORMS), None)
    item = None if parts[0] in _OLD_PAGES else _item(parts[1:], query)
    if form is None and item is not None:
        form = Form.POST
    return Address(_account(parts, query), item, form, parts[0] == "groups")


def _item(parts: list[str], query: dict[str, str]) -> str | None:
    asked = next((query[key] for key in ("v", "story_fbid", "fbid") if key in query), None)
    if asked:
        return asked
    return next((it for it in reversed(parts) if _NUMBER.fullmatch(it)), None)


def _account(parts: list[str], query: dict[str, str]) -> str | None:
    first = parts[0]
    if first in _OF_AN_ACCOUNT:
        return _id(query.get("id", ""))
    if first in (*_OLD_PAGES, "stories"):
        return _id(next((it for it in parts[1:] if _NUMBER.fullmatch(it)), ""))
    return None if first in _PLACES else _id(first)


def _id(name: str) -> str | None:
    return f"facebook.com/{name.casefold()}" if _VANITY.fullmatch(name) else None
