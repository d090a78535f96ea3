"""Who writes below a video or in a stream's chat: by channel id, and the handle beside it."""

import re
from collections.abc import Iterator

from parasocial.reading import Here
from parasocial.reading.crowd import Crowd
from parasocial.schema import EGO, GONE, Account

_VIDEO = re.compile(r"\[([\w-]{11})\]", re.ASCII)
_NAME = re.compile(r"[\w-]{11}", re.ASCII)
CHANNEL = re.compile(r"UC[\w-]{22}", re.ASCII)


def who(channel: str | None, handle: str | None, here: Here) -> str:
    """The id of an author; nobody's where their channel is gone."""
    if not channel:
        return GONE
    ego = here.facts.ego
    return EGO if channel in ego or (handle and handle.casefold() in ego) else channel


def owner(channel: str | None, here: Here) -> str | None:
    """Whom what stands below a video is for: ego, where nothing says whose it is."""
    if channel is None:
        return EGO if here.facts.learned["owned"] else None
    return here.who(channel)


def crowd(here: Here) -> Crowd:
    """Who has written in this export so far."""
    found: Crowd = here.facts.learned["crowd"]
    return found


def met(actor: str, handle: str | None, here: Here) -> Iterator[Account]:
    """What an author is called, once."""
    name = (handle or "").removeprefix("@") or None
    handled = handle if handle and handle.startswith("@") else None
    for it in crowd(here).met(actor, name, handled):
        if actor is not EGO:
            yield it


def video_of(here: Here) -> str:
    """The video, by what tools call its file; else the file's own name stands for it."""
    stem = here.parts[-1].partition(".")[0]
    if found := _VIDEO.search(here.parts[-1]):
        return found[1]
    return stem if not _NAME.fullmatch(stem[-11:]) else stem[-11:]
