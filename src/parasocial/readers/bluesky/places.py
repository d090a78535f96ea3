"""Where a repository keeps what: one file, or a folder of JSON files with the same names."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from parasocial.readers.bluesky.about import REPOSITORY, UNPACKED
from parasocial.readers.bluesky.others import follow, like, repost
from parasocial.readers.bluesky.posts import post
from parasocial.reading import Broken, File, Here, Meaning, Records, Row, Table
from parasocial.reading.car import Entry, repository
from parasocial.reading.shapes import either

_CAR = re.compile(rb"\A.{1,2}\xa2eroots", re.DOTALL)
_MEANINGS = {
    "app.bsky.feed.like": like,
    "app.bsky.feed.post": post,
    "app.bsky.feed.repost": repost,
    "app.bsky.graph.follow": follow,
}
"""What the others hold is no tie: the profile, lists, blocks, gates, and what other apps keep."""


def record(entry: Entry, here: Here) -> Meaning:
    """What one record says."""
    kind, _, key = entry.key.partition("/")
    meaning = _MEANINGS.get(kind)
    return meaning(entry.value, key, here) if meaning else None


def unpacked(file: File, row: Any) -> Table:
    """The one record that a file of an unpacked repository is; its path is its key."""
    path = file.member.path
    key = f"{path.parent.name}/{path.stem}"
    return Table(_keyed(either()(file, row).batches, key))


def _keyed(batches: Iterator[Sequence[Row | Broken]], key: str) -> Iterator[Sequence[Row | Broken]]:
    for batch in batches:
        yield [it if isinstance(it, Broken) else Entry(key, it) for it in batch]


RECORDS = (
    Records(REPOSITORY, repository, record, like=_CAR),
    Records(UNPACKED, unpacked, record),
)
