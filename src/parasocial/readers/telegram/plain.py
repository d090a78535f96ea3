"""Plain lines of a group, many at once: text alone, in answer to nothing, by somebody known."""

from collections.abc import Sequence
from typing import Any

from parasocial.readers.telegram.records import Message
from parasocial.readers.telegram.rooms import Room, Sort
from parasocial.reading import Here
from parasocial.reading.columns import Columns, Many
from parasocial.reading.times import SECOND
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction


def lines(here: Here) -> Many:
    """Messages of members that this file has named before, many at once."""
    ego, alone = here.facts.ego, here.facts.learned["repeats"] is None

    def plain(rows: Sequence[Any]) -> tuple[Columns, Sequence[Any]]:
        place = rows[0][0] if rows and type(rows[0]) is tuple and alone else None
        if type(place) is not Room or place.sort is not Sort.GROUP or here.who(place.id) is EGO:
            return _nothing(), rows
        kept = [it for it in rows if type(it) is tuple and _is_plain(it, place, ego)]
        if len(kept) == len(rows):
            return _columns(place, [it[1] for it in kept], here), ()
        known = set(map(id, kept))
        rest = [it for it in rows if id(it) not in known]
        return _columns(place, [it[1] for it in kept], here), rest

    return plain


def _is_plain(row: tuple[Room, Message, bool, Any], place: Room, ego: frozenset[str]) -> bool:
    room, it, first, answered = row
    return (
        room is place
        and not first
        and answered is None
        and it.reply_to_message_id is None
        and it.reactions is None
        and it.type == "message"
        and it.id is not None
        and type(it.text) is str
        and type(it.date_unixtime) is str
        and type(it.from_id) is str
        and it.from_id != ""
        and it.from_id not in ego
    )


def _nothing() -> Columns:
    import numpy as np

    return Columns(Interaction(Channel.MESSAGE, EGO, None, None), (), (), np.empty(0, np.int64))


def _columns(place: Room, said: Sequence[Message], here: Here) -> Columns:
    """What they say, in columns.

    Raises:
        ValueError: A time is none.
    """
    import numpy as np

    texts: list[Any] = [it.text for it in said]
    more: dict[str, Sequence[Any]] = {
        "actor": [it.from_id for it in said],
        "words": [len(text.split()) or None for text in texts],
    }
    if here.listen is not None:
        listen = here.listen
        more["marks"] = [listen(text) if text else 0 for text in texts]
    like = Interaction(
        Channel.MESSAGE, EGO, place.id, None, None, Addressed.GROUP, Form.CHAT, group=place.id
    )
    try:
        us = np.array([int(it.date_unixtime or "") for it in said], dtype=np.int64) * SECOND
    except OverflowError:
        raise ValueError("no time") from None
    return Columns(like, (), [str(it.id) for it in said], us, more)
