"""What ego keeps and follows, who follows ego, how ego rates shows and what ego writes below."""

from typing import Any

import msgspec
from msgspec import Struct

from parasocial.readers.spotify.about import LIBRARY
from parasocial.readers.spotify.makers import ARTIST, SHOW, artist, maker, show
from parasocial.reading import Here, Meaning, Records
from parasocial.reading.shapes import items, under
from parasocial.reading.times import DAY, iso
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

_PUBLIC = Addressed.EVERYONE
_KINDS = {
    "artists": (artist, ARTIST),
    "shows": (show, SHOW),
    "tracks": (artist, ARTIST),
    "albums": (artist, ARTIST),
    "episodes": (show, SHOW),
}


class Entry(Struct, gc=False):
    """One entry of the library."""

    name: str | None = None
    artist: str | None = None
    show: str | None = None
    uri: str | None = None


class Rating(Struct, gc=False, rename="camel"):
    """A show that ego rated, by name or by address."""

    show_name: str | None = None
    entity_uri: str | None = None
    rated_at: str | None = None
    rated_date: str | None = None


class Comment(Struct, gc=False, rename="camel"):
    """A comment below an episode."""

    comment_text: str
    posted_date: str
    entity_uri: str | None = None


def kept(row: tuple[str, Any], here: Here) -> Meaning:
    """An entry of the library, undated: artists and shows there are followed, the rest is kept.

    Raises:
        ValueError: Nothing says who made it.
    """
    del here
    kind, entry = row
    if kind not in _KINDS:
        return None
    made_by, evidence = _KINDS[kind]
    it = msgspec.convert(entry, Entry)
    whole = kind in ("artists", "shows")
    name = it.name if whole else it.artist if made_by is artist else it.show
    if not name:
        raise ValueError("nobody made it")
    id_ = made_by(name)
    if whole:
        return Interaction(Channel.FOLLOW, EGO, id_, None), maker(id_, evidence)
    save = Interaction(Channel.SAVE, EGO, id_, None, it.uri, _PUBLIC, Form.AUDIO)
    return save, maker(id_, evidence)


def follow(row: tuple[str, Any], here: Here) -> Meaning:
    """Somebody whom ego follows or who follows ego, undated; older files have counts alone."""
    side, who = row
    if isinstance(who, dict):
        who = who["name"]
    if not isinstance(who, str):
        return None
    learned = here.facts.learned
    if side == "userIsFollowedBy":
        return Interaction(Channel.FOLLOW, who, EGO, None)
    if side != "userIsFollowing":
        return None
    if who in learned["artists"] or who in learned["shows"]:
        return None  # the library says so, and what they are
    return Interaction(Channel.FOLLOW, EGO, who, None)


def rated(row: Rating, here: Here) -> Meaning:
    """A show that ego rated."""
    name, uri = row.show_name, row.entity_uri
    id_ = show(name) if name else here.facts.learned["uris"].get(uri)
    us, low, high = _day(row.rated_at or row.rated_date or "")
    did = Interaction(
        Channel.REACTION, EGO, id_, us, uri, _PUBLIC, Form.AUDIO, us_low=low, us_high=high
    )
    return (did, maker(id_, SHOW)) if id_ else did


def comment(row: Comment, here: Here) -> Meaning:
    """A comment below an episode; whose show it is, the library may know."""
    uri, text = row.entity_uri, row.comment_text
    us, low, high = _day(row.posted_date)
    return Interaction(
        Channel.COMMENT,
        EGO,
        here.facts.learned["uris"].get(uri),
        us,
        uri,
        form=Form.AUDIO,
        words=len(text.split()),
        us_low=low,
        us_high=high,
        text=text,
    )


def _day(time: str) -> tuple[int, int | None, int | None]:
    """A time, and its bounds where it is a day."""
    us = iso(time.removesuffix("[UTC]"))
    return (us, None, None) if ":" in time else (us, us, us + DAY - 1)


RECORDS = (
    Records(LIBRARY, items(""), kept),
    Records("Follow.json", items(""), follow),
    Records("PodcastInteractivityRatedShow.json", under("ratedShows"), rated, Rating),
    Records("PodcastInteractivityComments.json", under("comments"), comment, Comment),
)
