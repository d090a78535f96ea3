"""What ego watched, liked, saved, passed on and searched for.

TikTok names a video by its number and leaves out who made it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from parasocial.readers.tiktok.fields import field, linked, when
from parasocial.reading import Here, Meaning
from parasocial.schema import EGO, Addressed, Author, Channel, Form, Interaction

_LONGEST_MS = 600_000


def watched(row: Mapping[str, Any], here: Here) -> Meaning:
    """A video shown to ego."""
    del here
    return _video(Channel.VIEW, row, _watched_ms(row.get("timepertiktok")))


def liked(row: Mapping[str, Any], here: Here) -> Meaning:
    """A like."""
    del here
    return _video(Channel.REACTION, row)


def saved(row: Mapping[str, Any], here: Here) -> Meaning:
    """A bookmark, which TikTok calls a favourite."""
    del here
    return _video(Channel.SAVE, row)


def shared(row: Mapping[str, Any], here: Here) -> Meaning:
    """A share or a repost; to whom is not said."""
    del here
    return _video(Channel.SHARE, row)


def watched_live(row: tuple[str, Mapping[str, Any]], here: Here) -> Meaning:
    """A live stream that ego joined."""
    del here
    key, live = row
    us = when(live, "WatchTime")
    address = field(live, "Link")
    if us is None and address is None:
        return None  # TikTok writes such an entry for streams it no longer knows
    link = linked(address)
    return Interaction(
        Channel.VIEW,
        EGO,
        link.author,
        us,
        item=stream(key) or link.item,
        addressed=Addressed.EVERYONE,
        form=Form.LIVE,
    )


def visited_live(row: Mapping[str, Any], here: Here) -> Meaning:
    """A live stream that ego joined, as the text export lists it."""
    return watched_live(("", {"WatchTime": row.get("Date"), "Link": row.get("Link")}), here)


def searched(row: Mapping[str, Any], here: Here) -> Meaning:
    """A search: for an account where it begins with ``@``, else for words."""
    del here
    term = field(row, "SearchTerm")
    if term is None:
        return None
    name = term[1:] if term.startswith("@") and " " not in term else None
    return Interaction(
        Channel.SEARCH,
        EGO,
        name,
        when(row),
        addressed=Addressed.EVERYONE,
        words=None if name else len(term.split()),
        text=None if name else term,
    )


def author(row: Sequence[str], here: Here) -> Meaning:
    """Who made a video, by a list that the person keeps."""
    del here
    return Author(row[0].strip(), row[1].strip().removeprefix("@"), "your own list of authors")


def stream(key: str) -> str | None:
    """A live stream's number, from its key; TikTok writes -1 where it has none."""
    return key if key.isdigit() else None


def _video(channel: Channel, row: Mapping[str, Any], ms: int | None = None) -> Interaction:
    link = linked(field(row, "Link", "VideoLink"))
    us = when(row)
    if us is None and link.item is None:
        raise ValueError("neither a time nor a video")
    return Interaction(
        channel,
        EGO,
        link.author,
        us,
        item=link.item,
        addressed=Addressed.EVERYONE,
        form=link.form,
        ms=ms,
    )


def _watched_ms(seconds: float | None) -> int | None:
    # Some files carry this key. Tools that add it write the gap to the next video, so a value
    # longer than any ordinary TikTok is a pause and no measurement; zero is the last entry's.
    if not seconds:
        return None
    ms = round(float(seconds) * 1_000)
    return ms if 0 < ms <= _LONGEST_MS else None
