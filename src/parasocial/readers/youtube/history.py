"""Watch history, search history and My Activity as JSON."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from parasocial.readers.youtube.activity import ITEM, LENGTH, MUSIC, VIEW, act, with_name
from parasocial.readers.youtube.addresses import WATCH, channel_of
from parasocial.reading import Broken, Here, Meaning
from parasocial.reading.columns import Columns, Many, Plain
from parasocial.reading.numbers import LIKE, micros_of
from parasocial.reading.times import micros


class Named(Struct, gc=False):
    """A channel as one line of activity names it."""

    name: str | None = None
    url: str | None = None


class Line(Struct, gc=False, rename="camel"):
    """One line of activity.

    Attributes:
        details: Present where the line is an advertisement.
    """

    time: str
    title: str | None = None
    title_url: str | None = None
    subtitles: tuple[Named, ...] | None = None
    header: str | None = None
    details: Any = None


def activity(line: Line, here: Here) -> Meaning:
    """What a line says about ego and a channel."""
    if line.details:
        return None
    named = line.subtitles[0] if line.subtitles else None
    channel = channel_of(named.url) if named else None
    us = micros(datetime.fromisoformat(line.time))
    did = act(line.title or "", line.title_url or "", channel, us, here, header=line.header)
    return with_name(did, channel, named.name, here) if named else did


def views(here: Here) -> Many:
    """Videos watched on channels that this file has named before, many at once."""
    before, after = here.facts.learned["watched"]
    known: dict[str | None, str] = {}

    def plain(lines: Sequence[Line | Broken]) -> Plain:
        targets: list[str] = []
        items: list[str] = []
        times: list[str] = []
        rest: list[Line | Broken] = []
        for line in lines:
            if type(line) is not Line or line.details or not line.subtitles:
                rest.append(line)
                continue
            named = line.subtitles[0]
            target, address, wording = known.get(named.url), line.title_url, line.title
            if (
                target is None
                or address is None
                or wording is None
                or len(address) != LENGTH
                or not address.startswith(WATCH)
                or not wording.startswith(before)
                or (after and not wording.endswith(after))
                or line.header == MUSIC
                or len(line.time) != LIKE
            ):
                rest.append(line)
                _learn(named.url, known, here)
                continue
            targets.append(target)
            items.append(address[ITEM:])
            times.append(line.time)
        seen = Columns(VIEW, micros_of(times), {"target": targets, "item": items})
        return Plain([seen], rest)

    return plain


def _learn(url: str | None, known: dict[str | None, str], here: Here) -> None:
    """Remember a channel that a line names: the next line about it need not name it again."""
    channel = channel_of(url)
    if channel is not None and channel not in here.facts.ego:
        known[url] = channel
