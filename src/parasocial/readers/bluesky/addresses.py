"""Addresses on Bluesky, ``at://did:plc:…/app.bsky.feed.post/3k…``: they name the author."""

import re

DID = re.compile(r"did:[a-z]+:[\w.:%-]+", re.ASCII)
POST = "/app.bsky.feed.post/"
_SCHEME = "at://"
_START = len(_SCHEME)


def author(address: str) -> str:
    """The identifier of the account whose repository holds what *address* leads to.

    Raises:
        ValueError: It leads nowhere, or names its author by a handle.
    """
    if not address.startswith("at://did:"):
        raise ValueError("no address of a record")
    return address[_START : address.index("/", _START)]
