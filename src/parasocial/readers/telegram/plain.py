"""Plain lines of a group, many at once: text alone, by somebody who has been named before."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from parasocial.readers.telegram.records import Message
from parasocial.readers.telegram.rooms import Room, Sort, peer
from parasocial.reading import Here
from parasocial.reading.columns import Columns, Many
from parasocial.reading.times import SECOND
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

Row: TypeAlias = tuple[Room, Message, bool, Any]


def lines(here: Here) -> Many:
    """Messages of members that this file has named before, many at once."""
    ego, alone = here.facts.ego, here.facts.learned["repeats"] is None

    def plain(rows: Sequence[Any]) -> tuple[Columns, Sequence[Any]]:
        place = rows[0][0] if rows and type(rows[0]) is tuple and alone else None
        if type(place) is not Room or place.sort is not Sort.GROUP or here.who(place.id) is EGO:
            return _nothing(), rows
        kept: list[Row] = []
        rest: list[Any] = []
        for row in rows:
            fits = type(row) is tuple and row[0] is place and _is_plain(row[1], row[2], ego)
            (kept if fits else rest).append(row)
        return _columns(place, kept, here), rest

    return plain


def _is_plain(it: Message, first: bool, ego: frozenset[str]) -> bool:
    who = it.from_id
    return (
        not first
        and it.type == "message"
        and it.reactions is None
        and it.id is not None
        and type(it.text) is str
        and type(it.date_unixtime) is str
        and type(who) is str
        and who != ""
        and who not in ego
    )


def _nothing() -> Columns:
    import numpy as np

    return Columns(Interaction(Channel.MESSAGE, EGO, None, None), (), (), np.empty(0, np.int64))


def _columns(place: Room, rows: Sequence[Row], here: Here) -> Columns:
    """What they say, in columns.

    Raises:
        ValueError: A time is none.
    """
    import numpy as np

    said = [it for _, it, _, _ in rows]
    texts: list[Any] = [it.text for it in said]
    answered = [
        None if it.reply_to_message_id is None or it.reply_to_peer_id else str(it.answered)
        for it in said
    ]
    more: dict[str, Sequence[Any]] = {
        "actor": [it.from_id for it in said],
        "words": [len(text.split()) or None for text in texts],
        "reply_to": answered,
    }
    if here.listen is not None:
        heard = zip(here.listen(texts), texts, strict=True)
        more["marks"] = [noticed if text else 0 for noticed, text in heard]
    like = Interaction(
        Channel.MESSAGE, EGO, place.id, None, None, Addressed.GROUP, Form.CHAT, group=place.id
    )
    try:
        us = np.fromiter((int(it.date_unixtime or "") * SECOND for it in said), np.int64)
    except OverflowError:
        raise ValueError("no time") from None
    columns = Columns(like, (), [str(it.id) for it in said], us, more)
    return replace(columns, also=_answers(place, rows, columns, here))


def _answers(place: Room, rows: Sequence[Row], said: Columns, here: Here) -> Columns | None:
    """Whom they answer."""
    them = [(nth, peer(other)) for nth, (_, _, _, other) in enumerate(rows) if other is not None]
    found = [
        (nth, here.who(other))
        for nth, other in them
        if other and other not in (rows[nth][1].from_id, place.id)
    ]
    if not found:
        return None
    places = [nth for nth, _ in found]
    who = said.more["actor"]
    return Columns(
        Interaction(Channel.REPLY, EGO, None, None, form=Form.CHAT, group=place.id),
        [other for _, other in found],
        [said.item[nth] for nth in places],
        said.us[places],
        {"actor": [who[nth] for nth in places]},
    )
