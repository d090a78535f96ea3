"""Who follows whom, and what ego put out."""

from collections.abc import Mapping
from typing import Any

from parasocial.readers.tiktok.fields import field, linked, named, when
from parasocial.reading import Here, Meaning
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

_HIDDEN = frozenset({"only me", "private", "alleen ik"})


def followed(row: Mapping[str, Any], here: Here) -> Meaning:
    """An account that ego follows."""
    del here
    return Interaction(Channel.FOLLOW, EGO, named(row), when(row))


def follower(row: Mapping[str, Any], here: Here) -> Meaning:
    """An account that follows ego."""
    del here
    return Interaction(Channel.FOLLOW, named(row), EGO, when(row))


def posted(row: Mapping[str, Any], here: Here) -> Meaning:
    """A video of ego's; one that only ego can see says nothing."""
    del here
    if (field(row, "WhoCanView") or "").casefold() in _HIDDEN:
        return None
    link = linked(field(row, "Link"))
    return _post(when(row), link.item, link.form, field(row, "Title"))


def streamed(row: Mapping[str, Any], here: Here) -> Meaning:
    """A live stream of ego's."""
    del here
    us = when(row, "LiveStartTime")
    return _post(us, field(row, "RoomId"), Form.LIVE, field(row, "RoomTitle"))


def _post(us: int | None, item: str | None, form: Form | None, text: str | None) -> Interaction:
    if us is None:
        raise ValueError("no time")
    return Interaction(
        Channel.POST,
        EGO,
        None,
        us,
        item=item,
        addressed=Addressed.EVERYONE,
        form=form,
        words=None if text is None else len(text.split()),
        text=text,
    )
