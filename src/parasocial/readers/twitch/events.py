"""The older export: one table of events, each with its kind, time, channel and context."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from parasocial.readers.twitch.links import followed, searched
from parasocial.readers.twitch.spoken import written
from parasocial.readers.twitch.watched import summed
from parasocial.reading import Broken, File, Here, Meaning, Row, Table
from parasocial.reading.cells import Csv
from parasocial.reading.times import iso

_KIND, _TIME, _CHANNEL, _CONTEXT = 0, 1, 5, 6
_WORDS = re.compile(r"[a-z]+")
_SILENT = frozenset(
    {"pageview", "page", "video", "play", "unfollow", "login", "logout", "ad", "broadcast"}
)
"""Kinds that say nothing about a tie, or say again what another says."""

LOOK = re.compile(
    rb"(?m)^(?:pageview|page[-_]view|minute[-_]watched|video[-_]play|(?:un)?follow|"
    rb"(?:server[-_])?chat[-_]?\w*|search[-_]?\w*),\d{4}-\d\d-\d\d[T ]\d\d:\d\d"
)


def minutes(file: File, row: Any) -> Table:
    """The minutes that were watched, by channel and day. Each event stands for one."""
    return Table(summed(_minutes(_rows(file, row))))


def others(file: File, row: Any) -> Table:
    """All other events."""
    return Table(_others(_rows(file, row)))


def _rows(file: File, row: Any) -> Iterator[Sequence[Row | Broken]]:
    return Csv(width=_CONTEXT + 1)(file, row).batches


def _minutes(batches: Iterator[Sequence[Row | Broken]]) -> Iterator[Sequence[Row | Broken]]:
    for batch in batches:
        yield [
            ("", cells[_TIME], cells[_CHANNEL], "1", "", "")
            for cells in batch
            if not isinstance(cells, Broken) and _is_minute(cells)
        ]


def _others(batches: Iterator[Sequence[Row | Broken]]) -> Iterator[Sequence[Row | Broken]]:
    for batch in batches:
        yield [cells for cells in batch if isinstance(cells, Broken) or not _is_minute(cells)]


def _is_minute(cells: Sequence[str]) -> bool:
    return cells[_KIND][:6].casefold() == "minute"


def event(cells: Sequence[str], here: Here) -> Meaning:
    """What one event says, by the words of its kind.

    Raises:
        ValueError: The kind is new to us.
    """
    words = frozenset(_WORDS.findall(cells[_KIND].casefold()))
    us = iso(cells[_TIME])
    channel, context = cells[_CHANNEL], cells[_CONTEXT]
    if "chat" in words:
        return written(us, channel, context, here)
    if "search" in words:
        return searched(us, context)
    if "follow" in words:
        return followed(us, channel, here)
    if words.isdisjoint(_SILENT):
        raise ValueError("a kind of event that is new to us")
    return None


def unfollows(file: File) -> Iterator[tuple[str, str]]:
    """Time and channel of each follow that was taken back."""
    for batch in _rows(file, None):
        for cells in batch:
            if not isinstance(cells, Broken) and cells[_KIND].casefold() == "unfollow":
                yield cells[_TIME], cells[_CHANNEL]
