"""Plain lines of a group, many at once: text alone, by somebody with an id."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from msgspec import UNSET

from parasocial.readers.telegram.rooms import Sort, peer
from parasocial.readers.telegram.stretches import ID, Stretch
from parasocial.reading import Here, Listener
from parasocial.reading.columns import (
    END,
    NO_NUMBER,
    Columns,
    Later,
    Many,
    Plain,
    numbers,
    numbers_in,
    words_in,
)
from parasocial.reading.times import SECOND
from parasocial.schema import EGO, Account, Addressed, Channel, Form, Interaction

if TYPE_CHECKING:
    from parasocial.reading.columns import Numbers

_TEXT, _SECONDS = attrgetter("text"), attrgetter("date_unixtime")


def lines(here: Here) -> Many:
    """What members of a group write, many at once."""
    alone = here.facts.learned["repeats"] is None

    def plain(rows: Sequence[Any]) -> Plain:
        if not (type(rows) is Stretch and alone and rows.room.sort is Sort.GROUP):
            return Plain((), rows)
        if here.who(rows.room.id) is EGO:
            return Plain((), rows)
        them, rest = _sorted(rows)
        return Plain([_said(them, here)], rest, _named(them, here))

    return plain


def _sorted(rows: Stretch) -> tuple[Stretch, Sequence[Any]]:
    """The plain ones, and the rest."""
    kept = [
        place
        for place, it in enumerate(rows.messages)
        if it.type == "message"
        and it.reactions is None
        and it.id is not None
        and type(it.text) is str
        and type(it.date_unixtime) is str
        and type(it.from_id) is str
        and it.from_id
    ]
    if len(kept) == len(rows):
        return rows, ()
    return rows.only(kept), rows.only(sorted({*range(len(rows))} - {*kept}))


def _named(them: Stretch, here: Here) -> list[Account]:
    firsts = (them.messages[place] for place in sorted(them.first))
    return [
        Account(str(it.from_id), name=it.sender)
        for it in firsts
        if it.sender and it.from_id not in here.facts.ego
    ]


def _said(them: Stretch, here: Here) -> Columns:
    """What messages say.

    Raises:
        ValueError: A time is none, a number is too large, or a text has to go alone.
    """
    import numpy as np

    group, ego, said = them.room.id, here.facts.ego, them.messages
    like = Interaction(
        Channel.MESSAGE, EGO, group, None, None, Addressed.GROUP, Form.CHAT, group=group
    )
    texts: list[Any] = [*map(_TEXT, said)]
    mine = [place for place, who in enumerate(them.senders) if who in ego]
    actors, own = [*them.senders], [None] * len(said)
    block = END.join(texts)
    if block.count(END) >= len(texts):
        raise ValueError("a text that goes alone")
    for place in mine:
        actors[place] = EGO
        own[place] = None if said[place].forwarded_from is not UNSET else texts[place] or None
    answered = np.full(len(said), NO_NUMBER)
    answered[[*them.answers]] = numbers([said[place].answered for place in them.answers])
    us = numbers_in([*map(_SECONDS, said)], SECOND)
    more: dict[str, Any] = {
        "actor": actors,
        "words": Later(words_in, block),
        "item": numbers([*map(ID, said)]),
        "reply_to": answered,
        "text": own,
    }
    if here.listen is not None:
        more["marks"] = Later(partial(_marks, here.listen), block, mine)
    columns = Columns(like, us, more)
    return replace(columns, also=_answers(them, columns, here))


def _marks(listen: Listener, block: str) -> "Numbers":
    """What texts are like; where there are none, like nothing."""
    import numpy as np

    from parasocial.talk import Texts

    texts = Texts(block)
    found = np.array(listen(texts), np.int64)
    found[texts.sizes == 0] = 0
    return found


def _answers(them: Stretch, said: Columns, here: Here) -> Columns | None:
    """Whom they answer."""
    actors: Any = said.more["actor"]
    found = [
        (place, other)
        for place, it in them.answers.items()
        if (other := here.who(peer(it) or "")) and other not in (actors[place], them.room.id)
    ]
    if not found:
        return None
    places = [place for place, _ in found]
    like = Interaction(Channel.REPLY, EGO, None, None, form=Form.CHAT, group=them.room.id)
    item: Any = said.more["item"]
    return Columns(
        like,
        said.us[places],
        {
            "actor": [actors[place] for place in places],
            "target": [other for _, other in found],
            "item": item[places],
        },
    )
