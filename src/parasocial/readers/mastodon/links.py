"""Favourites and bookmarks, of which only the posts' addresses are kept, and follows."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from parasocial.readers.mastodon.addresses import address, author
from parasocial.reading import Broken, File, Here, Meaning, Row, Table
from parasocial.reading.cells import Csv
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

_HEADING = "account address"


def favourite(post: str, here: Here) -> Meaning:
    """Ego liked a post; one's own says nothing."""
    return _marked(Channel.REACTION, post, here)


def bookmark(post: str, here: Here) -> Meaning:
    """Ego keeps a post to come back to."""
    return _marked(Channel.SAVE, post, here)


def _marked(channel: Channel, post: str, here: Here) -> Meaning:
    if not post:
        raise ValueError("no post")
    made = author(post)
    who = here.who(made) if made else None
    if who is EGO:
        return None
    return Interaction(channel, EGO, who, None, post, Addressed.EVERYONE, Form.POST)


def follows(file: File, row: Any) -> Table:
    """The rows of a list of accounts; the oldest have no heading."""
    table = Csv()(file, row)
    columns = table.head["columns"]
    if columns and columns[0] != _HEADING:
        return Table(_with(columns, table.batches))
    return table


def _with(
    first: Sequence[str], rest: Iterator[Sequence[Row | Broken]]
) -> Iterator[Sequence[Row | Broken]]:
    return chain(([first],), rest)


def followed(cells: Sequence[str], here: Here) -> Meaning:
    """Ego follows somebody.

    Raises:
        ValueError: Nobody is named.
    """
    who = address(cells[0], here.facts.learned["home"])
    if who is None:
        raise ValueError("nobody is named")
    return Interaction(Channel.FOLLOW, EGO, who, None)
