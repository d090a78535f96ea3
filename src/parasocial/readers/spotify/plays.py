"""Plays: what ego listened to and watched, how long, and who made it.

The account data tells the last year to the minute, the extended history all years to the second,
and both tell when a play ended. A play begins at the minute of its end less the time it was
played, in both, so that they merge.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from msgspec import Struct

from parasocial.readers.spotify.makers import (
    ARTIST,
    SHOW,
    WRITER,
    artist,
    book,
    maker,
    show,
    writer,
)
from parasocial.reading import Broken, File, Here, Meaning, Records, Row, Table
from parasocial.reading.shapes import either
from parasocial.reading.times import MINUTE, iso
from parasocial.schema import EGO, Addressed, Author, Channel, Fact, Form, Interaction

# Bound once: looking up an enum's member takes as long as building the row.
_LISTEN, _VIEW, _EVERYONE = Channel.LISTEN, Channel.VIEW, Addressed.EVERYONE
_AUDIO, _VIDEO = Form.AUDIO, Form.VIDEO
_NOBODY = frozenset({None, "", "Unknown Artist"})

_EITHER = "an artist or a show"


class Play(Struct, gc=False):
    """One play of the extended history.

    Attributes:
        ts: When it ended.
        first: Whether this is the file's first play of its maker.
    """

    ts: str
    ms_played: int
    master_metadata_album_artist_name: str | None = None
    episode_show_name: str | None = None
    audiobook_title: str | None = None
    first: bool = False


class Brief(Struct, gc=False, rename="camel"):
    """One play of the account data."""

    end_time: str
    ms_played: int
    artist_name: str | None = None
    podcast_name: str | None = None
    audiobook_name: str | None = None
    author_name: str | None = None
    first: bool = False


def _named_once(name: Callable[[Any], Any], file: File, row: Any) -> Table:
    """Plays; the first of each maker is marked, so that it is named once."""
    return Table(_marked(name, either()(file, row).batches))


def _marked(
    name: Callable[[Any], Any], batches: Iterator[Sequence[Row | Broken]]
) -> Iterator[Sequence[Row | Broken]]:
    seen: set[Any] = set()
    for batch in batches:
        for row in batch:
            if not isinstance(row, Broken) and (it := name(row)) not in seen:
                seen.add(it)
                row.first = True
        yield batch


def _of_play(row: Play) -> tuple[str | None, str | None]:
    return row.episode_show_name, row.master_metadata_album_artist_name


def _of_brief(row: Brief) -> tuple[str | None, str | None, str | None]:
    return row.podcast_name, row.artist_name, row.audiobook_name


def _play(channel: Channel, form: Form, row: Play, here: Here) -> Meaning:
    """A play that ended at a second. Nothing is said by one that was over at once."""
    del here
    name = row.episode_show_name
    if name:
        target, evidence = f"show:{name}", SHOW
    elif (name := row.master_metadata_album_artist_name) not in _NOBODY:
        target, evidence = f"artist:{name}", ARTIST
    elif row.audiobook_title:
        target, evidence = None, ""
    else:
        return None
    made = maker(target, evidence) if row.first and target else None
    ms = row.ms_played
    if not ms:
        return made
    over = iso(row.ts)
    past = over % MINUTE
    us = over - past - ms * 1_000
    low, high = (us, us + past) if past else (None, None)
    item = None if target else book(row.audiobook_title or "")
    did = Interaction(channel, EGO, target, us, item, _EVERYONE, form, ms, us_low=low, us_high=high)
    return (did, made) if made else did


def _brief(row: Brief, here: Here) -> Meaning:
    """A play that ended at some second of a minute."""
    target, evidence = _maker(row, here)
    title = row.audiobook_name
    if target is None and not title:
        return None
    named = tuple(_named(row, target, evidence)) if row.first else ()
    if not row.ms_played:
        return named or None
    us = iso(row.end_time) - row.ms_played * 1_000
    did = Interaction(
        _LISTEN,
        EGO,
        target,
        us,
        book(title) if title else None,
        _EVERYONE,
        _AUDIO,
        row.ms_played,
        us_low=us,
        us_high=us + MINUTE - 1,
    )
    return (did, *named) if named else did


def _maker(row: Brief, here: Here) -> tuple[str | None, str]:
    """Who made what was played. Until 2022 shows stood among the artists."""
    if row.podcast_name:
        return show(row.podcast_name), SHOW
    name = row.artist_name
    if name is None or name in _NOBODY:
        return None, ""
    if "_music" in here.parts[-1].casefold():
        return artist(name), ARTIST
    is_show = name in here.facts.learned["shows"]
    return (show(name), SHOW) if is_show else (artist(name), _EITHER)


def _named(row: Brief, target: str | None, evidence: str) -> Iterator[Fact]:
    if target:
        yield maker(target, evidence)
    elif row.author_name:
        # The extended history has books without their writers: they are joined by the title.
        who = writer(row.author_name)
        yield maker(who, WRITER)
        yield Author(book(row.audiobook_name or ""), who, "the account data's audiobooks")


_LOOK = re.compile(rb'"ms_played"\s*:')
_BRIEF_LOOK = re.compile(rb'"msPlayed"\s*:')

RECORDS = (
    Records(
        "Streaming_History_Audio_*.json|endsong*.json",
        partial(_named_once, _of_play),
        partial(_play, _LISTEN, _AUDIO),
        Play,
        _LOOK,
        floor=MINUTE,
    ),
    Records(
        "Streaming_History_Video_*.json|endvideo*.json",
        partial(_named_once, _of_play),
        partial(_play, _VIEW, _VIDEO),
        Play,
        floor=MINUTE,
    ),
    Records(
        "StreamingHistory*.json",
        partial(_named_once, _of_brief),
        _brief,
        Brief,
        _BRIEF_LOOK,
        floor=MINUTE,
    ),
)
