"""Plain lines of a group, many at once: text alone, by somebody with an id."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec import UNSET

from parasocial.readers.telegram.members import Members
from parasocial.readers.telegram.rooms import Sort
from parasocial.readers.telegram.stretches import Stretch
from parasocial.reading import Here, Listener
from parasocial.reading.columns import (
    NO_NUMBER,
    NOWHERE,
    Columns,
    Drawn,
    Later,
    Many,
    Plain,
)
from parasocial.reading.numbers import numbers, numbers_in, words_in
from parasocial.reading.times import SECOND
from parasocial.schema import EGO, END, Account, Addressed, Channel, Form, Interaction

if TYPE_CHECKING:
    from parasocial.reading.columns import Numbers


def lines(here: Here) -> Many:
    """What members of a group write, many at once."""
    alone = here.facts.learned["repeats"] is None
    members = Members(here)

    def plain(rows: Sequence[Any]) -> Plain:
        if not (type(rows) is Stretch and alone and rows.room.sort is Sort.GROUP):
            return Plain((), rows)
        if here.who(rows.room.id) is EGO:
            return Plain((), rows)
        members.learn(rows.senders)
        them, rest = _parted(rows, _quiet(rows))
        try:
            said = _said(them, members, here)
        except TypeError:  # a text in pieces, say
            them, rest = _parted(rows, [*filter(partial(_is_plain, rows), _quiet(rows))])
            said = _said(them, members, here)
        return Plain([said], rest, _named(them, here))

    return plain


def _quiet(rows: Stretch) -> Sequence[int]:
    """Places of messages with a number that nobody reacted to."""
    said, services = rows.messages, {*rows.services}
    untouched = [it.reactions for it in said].count(None) == len(said)
    if untouched and not services and rows.rising is not None:
        return range(len(said))
    return [
        place
        for place, it in enumerate(said)
        if place not in services and it.reactions is None and it.id is not None
    ]


def _is_plain(rows: Stretch, place: int) -> bool:
    it = rows.messages[place]
    return {type(it.text), type(it.date_unixtime), type(it.from_id)} == {str} and it.from_id != ""


def _parted(rows: Stretch, kept: Sequence[int]) -> tuple[Stretch, Sequence[Any]]:
    """Those at some places, and the rest."""
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


def _said(them: Stretch, members: Members, here: Here) -> Columns:
    """What messages say.

    Raises:
        TypeError: A text, a time or a sender is no text.
        ValueError: A time is none, a number is too large, or a text has to go alone.
    """
    import numpy as np

    group, said = them.room.id, them.messages
    like = Interaction(
        Channel.MESSAGE, EGO, group, None, None, Addressed.GROUP, Form.CHAT, group=group
    )
    texts: list[Any] = [it.text for it in said]
    seconds: list[Any] = [it.date_unixtime for it in said]
    block = END.join(texts)
    if block.count(END) >= len(texts):
        raise ValueError("a text that goes alone")
    answered = np.full(len(said), NO_NUMBER)
    answered[[*them.answers]] = numbers([said[place].answered for place in them.answers])
    if not members.are_named(them.whose):
        raise TypeError("a sender without a text for an id")
    mine = members.mine(them.whose)
    more: dict[str, Any] = {
        "actor": members.drawn(them.whose),
        "words": Later(words_in, block),
        "item": numbers([it.id for it in said]) if them.rising is None else them.rising,
        "reply_to": answered,
        "text": _own(them, mine),
    }
    if here.listen is not None:
        more["marks"] = Later(partial(_marks, here.listen), block, mine)
    columns = Columns(like, numbers_in(seconds, SECOND), more)
    return replace(columns, also=_answers(them, columns, members))


def _own(them: Stretch, mine: Sequence[int]) -> Drawn:
    """Ego's own words."""
    import numpy as np

    said = [(place, them.messages[place]) for place in mine]
    own: dict[int, Any] = {
        place: it.text for place, it in said if it.text and it.forwarded_from is UNSET
    }
    places = np.full(len(them), NOWHERE, np.int32)
    places[[*own]] = range(len(own))
    return Drawn([*own.values()], places)


def _marks(listen: Listener, block: str) -> "Numbers":
    """What texts are like; where there are none, like nothing."""
    import numpy as np

    from parasocial.talk import Texts

    texts = Texts(block)
    found = np.array(listen(texts), np.int64)
    found[texts.sizes == 0] = 0
    return found


def _answers(them: Stretch, said: Columns, members: Members) -> Columns | None:
    """Whom they answer."""
    import numpy as np

    texts, room = members.texts, them.room.id
    whose = them.whose[[*them.answers]].tolist()
    found = {
        place: other
        for (place, other), own in zip(them.answers.items(), whose, strict=True)
        # Somebody may be there under two names: ego, or who has had an older id.
        if other not in (own, NOWHERE) and texts[other] not in ("", texts[own], room)
    }
    if not found:
        return None
    places = [*found]
    like = Interaction(Channel.REPLY, EGO, None, None, form=Form.CHAT, group=them.room.id)
    item: Any = said.more["item"]
    more = {
        "actor": members.drawn(them.whose[places]),
        "target": members.drawn(np.array([*found.values()], np.int32)),
        "item": item[places],
    }
    return Columns(like, said.us[places], more)
