"""Whom ego subscribed to, what ego kept and liked, and what ego published."""

from pathlib import PurePosixPath
from typing import Any

from parasocial.readers.youtube.locales import said
from parasocial.readers.youtube.sheets import CHANNEL, VIDEO, Cells
from parasocial.reading import Here, Meaning
from parasocial.reading.times import iso
from parasocial.schema import EGO, Account, Addressed, Channel, Form, Interaction

_PUBLIC = frozenset(map(str.casefold, said("public")))
_HIDDEN = frozenset(map(str.casefold, said("hidden")))
_LIKED = frozenset(map(str.casefold, (*said("liked"), "likes")))


def subscription(cells: list[str], here: Here) -> Meaning:
    """A subscription; the table has no dates."""
    del here
    channel, _, title = cells
    if not CHANNEL.fullmatch(channel):
        raise ValueError("no channel id")
    return Interaction(Channel.FOLLOW, EGO, channel, None), Account(channel, name=title or None)


def old_subscription(row: dict[str, Any], here: Here) -> Meaning:
    """A subscription as JSON had it until about 2020, with its date."""
    del here
    about = row["snippet"]
    channel = about["resourceId"]["channelId"]
    us = iso(about["publishedAt"])
    title = (about.get("title") or "").strip()
    return Interaction(Channel.FOLLOW, EGO, channel, us), Account(channel, name=title or None)


def kept(cells: list[str], here: Here) -> Meaning:
    """A video in a playlist; rows of the playlist's own description say nothing."""
    if not VIDEO.fullmatch(cells[0].strip()):
        return None
    return _kept(_is_liked(here), cells[0].strip(), cells[1].strip(), None)


def old_kept(row: dict[str, Any], here: Here) -> Meaning:
    """A video in a playlist as JSON had it until about 2020."""
    if row["kind"] != "youtube#playlistItem":
        return None
    about = row["snippet"]
    maker = about.get("videoOwnerChannelId")
    liked = about.get("playlistId", "").startswith("LL") or _is_liked(here)
    return _kept(liked, row["contentDetails"]["videoId"], about["publishedAt"], maker)


def _is_liked(here: Here) -> bool:
    return PurePosixPath(here.parts[-1]).stem.casefold() in _LIKED


def _kept(liked: bool, video: str, time: str, maker: str | None) -> Interaction:
    did = Channel.REACTION if liked else Channel.SAVE
    return Interaction(did, EGO, maker, iso(time), video.strip(), Addressed.EVERYONE, Form.VIDEO)


def published(cells: Cells, here: Here) -> Meaning:
    """A video of ego's own that everybody can see."""
    del here
    privacy = cells["privacy"].strip().casefold()
    if privacy in _HIDDEN:
        return None
    if privacy not in _PUBLIC:
        raise ValueError("nothing says who can see it")
    title = cells.get("title", "")
    return Interaction(
        Channel.POST,
        EGO,
        None,
        iso(cells.get("published") or cells["created"]),
        cells["video"],
        Addressed.EVERYONE,
        Form.VIDEO,
        words=len(title.split()),
        text=title,
    )
