"""What a message in one of Meta's conversations means, once it is known who speaks to whom."""

from collections.abc import Iterator

from parasocial.reading.local_times import LocalTime, local_time
from parasocial.reading.meta_threads import Message, Reaction
from parasocial.reading.model import Facts
from parasocial.reading.times import epoch
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

# Bound once: looking up an enum's member takes as long as building the row.
_PERSON, _GROUP, _CHAT = Addressed.PERSON, Addressed.GROUP, Form.CHAT


def moment(row: Message, facts: Facts) -> LocalTime:
    """When a message was sent.

    Raises:
        ValueError: It does not say.
    """
    if row.date is not None:
        return local_time(row.date, zone=facts.zone)
    return LocalTime(epoch(row.timestamp_ms or 0), None, None)


def act(
    channel: Channel, actor: str, other: str | None, room: str, at: LocalTime, **more: object
) -> Interaction:
    """An act in a conversation.

    Args:
        channel: What was done.
        actor: By whom.
        other: The other of two, None in a group.
        room: The id of the conversation.
        at: When.
        more: What else is known of the act.
    """
    alone = other is not None
    return Interaction(
        channel,
        actor,
        (other if actor is EGO else EGO) if alone else room,
        at.us,
        addressed=_PERSON if alone else _GROUP,
        form=_CHAT,
        group=None if alone else room,
        us_low=at.us_low,
        us_high=at.us_high,
        **more,  # type: ignore[arg-type]
    )


def reactions(row: Message) -> Iterator[Reaction]:
    """The reactions to a message."""
    found = row.reactions
    if found is not None:
        yield from found if isinstance(found, list) else (found,)


def reacted_at(it: Reaction, at: LocalTime, facts: Facts) -> LocalTime:
    """When somebody reacted to a message sent *at*."""
    if it.timestamp:
        return LocalTime(epoch(it.timestamp), None, None)
    if it.date:
        return local_time(it.date, zone=facts.zone)
    # Some time after the message, before the export.
    return LocalTime(at.us, at.us, facts.exported_us)
