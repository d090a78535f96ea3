"""Who and what Reddit's names, links and ids stand for."""

import re
from dataclasses import dataclass

_PREFIX = re.compile(r"/?(u|user|r)/(?=.)", re.IGNORECASE)
_GONE = frozenset({"", "[deleted]", "[removed]"})
_PROFILE = re.compile(r"(?:^|/)(?:r/)?(?:u_|u/|user/)([\w-]+)(?:/|$)")
_CONTENT = re.compile(r"/comments/(\w+)(?:/[^/?]*/(\w+))?")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a message.

    Attributes:
        is_community: Its moderators write under it, or are written to.
    """

    id: str
    is_community: bool = False


def name_of(written: str) -> Name | None:
    """Who is written as ``name``, ``/u/name``, ``r/name`` or ``#name``; None if deleted."""
    text = written.strip()
    if text in _GONE:
        return None
    if text.startswith("#"):
        return Name(f"r/{text[1:]}", is_community=True)
    found = _PREFIX.match(text)
    if found is None:
        return Name(text)
    rest = text[found.end() :].strip("/")
    community = found[1] in "rR"
    if community and rest.casefold().startswith("u_"):
        return Name(rest[2:])
    return Name(f"r/{rest}", is_community=True) if community else Name(rest)


def profile_of(place: str) -> str | None:
    """Whose own page a community's name (``u_name``) or a link leads to; None if nobody's."""
    found = _PROFILE.search(place)
    return found[1] if found else None


def author_of(link: str) -> str | None:
    """Who made what a link leads to: a post on a person's own page is theirs, a comment may not."""
    found = _CONTENT.search(link)
    return profile_of(link) if found and found[2] is None else None


def content_of(link: str) -> str | None:
    """The id of the comment, else of the post, that a link leads to."""
    found = _CONTENT.search(link)
    return (found[2] or found[1]) if found else None
