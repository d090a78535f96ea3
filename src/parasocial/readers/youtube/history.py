"""Watch history, search history and My Activity as JSON."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from parasocial.readers.youtube.activity import act, with_name
from parasocial.readers.youtube.addresses import channel_of
from parasocial.reading import Broken, File, Here, Meaning, Row, Table
from parasocial.reading.shapes import either
from parasocial.reading.times import micros


class Named(Struct, gc=False):
    """A channel as one line of activity names it."""

    name: str | None = None
    url: str | None = None


class Line(Struct, gc=False, rename="camel"):
    """One line of activity.

    Attributes:
        details: Present where the line is an advertisement.
        first: Whether this is the file's first line about its channel, advertisements aside.
    """

    time: datetime
    title: str | None = None
    title_url: str | None = None
    subtitles: tuple[Named, ...] | None = None
    header: str | None = None
    details: Any = None
    first: bool = False


def lines(file: File, row: Any) -> Table:
    """Lines of activity; the first about each channel is marked, so that it is named once."""
    return Table(_marked(either()(file, row).batches))


def _marked(batches: Iterator[Sequence[Row | Broken]]) -> Iterator[Sequence[Row | Broken]]:
    seen: set[str | None] = set()
    for batch in batches:
        for line in batch:
            if type(line) is Line and line.subtitles and not line.details:
                url = line.subtitles[0].url
                line.first = url not in seen
                seen.add(url)
        yield batch


def activity(line: Line, here: Here) -> Meaning:
    """What a line says about ego and a channel."""
    if line.details:
        return None
    named = line.subtitles[0] if line.subtitles else None
    channel = channel_of(named.url) if named else None
    us = micros(line.time)
    did = act(line.title or "", line.title_url or "", channel, us, here, header=line.header)
    return with_name(did, channel, named.name, here) if line.first and named else did
