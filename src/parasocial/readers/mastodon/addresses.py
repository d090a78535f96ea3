"""Accounts and posts as servers of the fediverse address them: pages, and names like e-mail's."""

import re

PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})
FOLLOWERS = "/followers"

_PERSON = (
    r"https?://(?P<host>[\w.-]+(?::\d+)?)/"
    r"(?:users/|@|u/|profile/|accounts/|author/|video-channels/)(?P<name>[\w.-]+)"
)
_ACTOR = re.compile(rf"{_PERSON}/?", re.ASCII)
_POST = re.compile(rf"{_PERSON}/[^?#]+", re.ASCII)
_PICTURE = re.compile(r"https?://(?P<host>[\w.-]+)/p/(?P<name>[\w.-]+)/\d+", re.ASCII)
# Servers that let people change their names number them instead.
_NUMBERED = re.compile(r"(?P<actor>https?://[\w.:-]+/ap/users/\d+)/statuses/\d+", re.ASCII)
_NAME = re.compile(r"@?([\w.-]+)(?:@([\w.:-]+))?")


def actor(page: str) -> str:
    """The id of the account at *page*: its address where the page tells it, or else the page.

    Raises:
        ValueError: It is no address of a page.
    """
    if found := _ACTOR.fullmatch(page):
        return f"{found['name']}@{found['host']}".lower()
    if not page.startswith(("https://", "http://")):
        raise ValueError("no page")
    return page


def author(post: str) -> str | None:
    """The id of the account that wrote a post; None where its page does not say."""
    if found := _POST.fullmatch(post) or _PICTURE.fullmatch(post):
        return f"{found['name']}@{found['host']}".lower()
    numbered = _NUMBERED.fullmatch(post)
    return numbered["actor"] if numbered else None


def address(name: str, home: str | None) -> str | None:
    """A name as an address; one without a server is of ego's own. None where that is unknown."""
    found = _NAME.fullmatch(name.strip())
    if found is None or not (server := found[2] or home):
        return None
    return f"{found[1]}@{server}".lower()


def server(page: str) -> str | None:
    """The server that *page* is on."""
    found = re.match(r"https?://([^/]+)/", page)
    return found[1].lower() if found else None
