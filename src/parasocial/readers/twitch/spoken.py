"""What ego wrote in chats, and what ego gave: bits, subscriptions, subscriptions for others."""

from parasocial.readers.twitch.sheets import Cells, is_true, login
from parasocial.reading import Here, Meaning
from parasocial.reading.times import iso
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

# Bound once: looking up an enum's member takes as long as building the row.
_LIVE_CHAT, _REPLY, _LIVE = Channel.LIVE_CHAT, Channel.REPLY, Form.LIVE
_PERSON, _EVERYONE = Addressed.PERSON, Addressed.EVERYONE


def chat(cells: Cells, here: Here) -> Meaning:
    """A line in a channel's chat."""
    time, channel, full, body, reply, item = cells
    return written(iso(time), channel, full or body, here, item=item or None, reply=is_true(reply))


def written(
    us: int, channel: str, text: str, here: Here, *, item: str | None = None, reply: bool = False
) -> Interaction:
    """A line in the chat of *channel*; in ego's own, everybody is spoken to.

    Raises:
        ValueError: There is no channel.
    """
    name = login(channel)
    if not name:
        raise ValueError("no channel")
    who: str | None = here.who(name)
    addressed = _EVERYONE if who is EGO else _PERSON
    # Whose line is answered is not in the file; it begins with their name.
    if who is EGO or (reply and not text.casefold().startswith(f"@{name}")):
        who = None
    return Interaction(
        _REPLY if reply else _LIVE_CHAT,
        EGO,
        who,
        us,
        item,
        addressed,
        _LIVE,
        # Chat is written while watching: the minutes watched, where there are any, hold its time.
        ms=0 if here.facts.learned["watched"] else None,
        words=len(text.split()),
        text=text,
    )


def bits(cells: Cells, here: Here) -> Meaning:
    """Bits that ego cheered a channel with."""
    time, channel = cells
    return _given(time, channel, here)


def subscription(cells: Cells, here: Here) -> Meaning:
    """A subscription of ego's, or subscriptions that ego gave away.

    One gift can be one that ego got, from somebody the file does not name; several are ego's.
    """
    start, channel, is_gift, quantity = cells
    given = int(quantity or 0) > 1
    return None if is_true(is_gift) and not given else _given(start, channel, here)


def _given(time: str, channel: str, here: Here) -> Meaning:
    name, us = login(channel), iso(time)
    if not name:
        raise ValueError("no channel")
    who = here.who(name)
    if who is EGO:
        return None
    ms = 0 if here.facts.learned["watched"] else None
    return Interaction(Channel.GIFT, EGO, who, us, form=_LIVE, ms=ms)
