"""Whom ego listens to: artists, shows and writers, apart from people by the beginning of their id.

The histories hold names and no ids, and a show may be called like an artist.
"""

from hashlib import md5

from parasocial.schema import Account, Kind

ARTIST, SHOW, WRITER = "an artist", "a show", "an author"
"""The evidence that such an account is a persona."""


def artist(name: str) -> str:
    """The id of an artist."""
    return f"artist:{name}"


def show(name: str) -> str:
    """The id of a show."""
    return f"show:{name}"


def writer(name: str) -> str:
    """The id of who wrote an audiobook."""
    return f"author:{name}"


def book(title: str) -> str:
    """What stands for an audiobook as an item: no id of it is in both histories."""
    return "audiobook:" + md5(title.encode(), usedforsecurity=False).hexdigest()


def maker(id_: str, evidence: str) -> Account:
    """The account of an artist, a show or a writer."""
    return Account(id_, name=id_.partition(":")[2], kind=Kind.PERSONA, evidence=evidence)
