"""What the messages, calls, gifts and reactions of each kind of chat say about a tie."""

from collections.abc import Iterator

from msgspec import UNSET

from parasocial.readers.telegram.clocks import reacted, sent
from parasocial.readers.telegram.records import Contact, Message, Piece
from parasocial.readers.telegram.rooms import Room, Sort, peer
from parasocial.readers.telegram.stretches import Peer, Said
from parasocial.reading import Here, Meaning
from parasocial.reading.local_times import LocalTime
from parasocial.reading.repeats import Repeats
from parasocial.schema import (
    EGO,
    GONE,
    Account,
    Addressed,
    Channel,
    Fact,
    Form,
    Interaction,
    Kind,
    Log,
)

_CALLS = frozenset({"phone_call", "conference_call", "group_call"})
_GIFTS = frozenset({"send_premium_gift", "send_stars_gift", "send_star_gift", "send_ton_gift"})
_KINDS = {
    Sort.BOT: (Kind.BRAND, "a bot"),
    Sort.GROUP: (Kind.GROUP, "a group chat"),
    Sort.CHANNEL: (Kind.PERSONA, "a channel"),
}
_MESSAGE, _CHAT = Channel.MESSAGE, Form.CHAT


def told(row: Said | Room | Contact, here: Here) -> Meaning:
    """What one record says: a message, a chat, or a contact."""
    if type(row) is tuple:
        return _message(*row, here)
    if type(row) is Room:
        return _room(row, here)
    return _contact(row, here) if type(row) is Contact else None


def _contact(it: Contact, here: Here) -> Meaning:
    name = " ".join(filter(None, (it.first_name, it.last_name)))
    who = peer(it.user_id) if it.user_id else None
    if who is None or here.who(who) is EGO:
        return None
    return Account(who, name=name or None, kind=Kind.PERSON, evidence="among the contacts")


def _room(it: Room, here: Here) -> Meaning:
    """A chat as such; ego follows the channels among its chats.

    Raises:
        ValueError: A kind of chat that we do not know.
    """
    if it.sort is None:
        raise ValueError("an unknown kind of chat")
    if it.sort is Sort.OWN or here.who(it.id) is EGO:
        return None
    kind, evidence = _KINDS.get(it.sort, (None, None))
    if not (it.name or kind):
        return None
    account = Account(it.id, name=it.name, kind=kind, evidence=evidence)
    if it.sort is Sort.GROUP:
        return account, Log(it.id)
    if it.sort is Sort.CHANNEL and it.listed:
        return account, Interaction(Channel.FOLLOW, EGO, it.id, None)
    return account


def _message(place: Room, it: Message, first: bool, answered: Peer, here: Here) -> Meaning:
    sort = place.sort
    if sort is None:
        raise ValueError("an unknown kind of chat")
    if sort is Sort.OWN or it.type == "unsupported" or _again(place, it, here):
        return None
    if it.type == "service":
        return _service(place, it, here)
    at = sent(it, here)
    who = _who(place, it.from_id, it.sender, here)
    target, addressed, group = _to(place, who)
    text = it.text if type(it.text) is str else _joined(it.text)
    said = Interaction(
        Channel.POST if sort is Sort.CHANNEL else _MESSAGE,
        who,
        target,
        at.us,
        None if it.id is None else str(it.id),
        addressed,
        Form.POST if sort is Sort.CHANNEL else _CHAT,
        None,
        len(text.split()) or None,
        group,
        None if it.answered is None else str(it.answered),
        at.us_low,
        at.us_high,
        text if text and who is EGO and it.forwarded_from is UNSET else None,
        None if here.listen is None else here.marks(who, text),
    )
    named = first and sort is Sort.GROUP and it.sender and it.from_id and who is not EGO
    if not named and not it.reactions and answered is None:
        return said
    facts: list[Fact] = [said, *_answer(said, answered, here)]
    facts += _reactions(place, it, who, at, here)
    return [*facts, Account(who, name=it.sender)] if named else facts


def _answer(said: Interaction, answered: Peer, here: Here) -> Iterator[Interaction]:
    """Whom a message in a group answers; its words are counted once, with the message."""
    other = here.who(peer(answered) or "")
    if other and said.actor is not GONE and other not in (said.actor, said.target):
        yield Interaction(
            Channel.REPLY, said.actor, other, said.us, said.item, form=_CHAT, group=said.group,
            us_low=said.us_low, us_high=said.us_high,
        )  # fmt: skip


def _again(place: Room, it: Message, here: Here) -> bool:
    """Whether another file of the same chat has the message, too."""
    repeats: Repeats | None = here.facts.learned["repeats"]
    if repeats is None or it.id is None:
        return False
    return repeats.again(here.parts, (place.id, it.id))


def _joined(text: str | list[str | Piece]) -> str:
    return "".join(it if isinstance(it, str) else it.text for it in text)


def _who(place: Room, told: str | int | None, name: str | None, here: Here) -> str:
    """Who did something in a chat.

    Raises:
        ValueError: Nobody is named, or in a chat of two somebody else than the two.
    """
    if place.sort is Sort.CHANNEL:
        return here.who(place.id)  # whoever signs it
    who = peer(told)
    if who is None:
        return _by_name(place, name, here)
    if place.sort is Sort.GROUP or who == place.id:
        return here.who(who)
    if here.facts.learned["known"] and who not in here.facts.ego:
        raise ValueError("a third sender")
    return EGO  # a chat of two: who is not the other is ego


def _by_name(place: Room, name: str | None, here: Here) -> str:
    """Who did something, in an export so old that it has names alone."""
    if not name:
        if place.sort is Sort.GROUP:
            return GONE
        raise ValueError("no sender")
    if place.sort is Sort.GROUP:
        return here.who(name)
    return place.id if name == place.name else EGO


def _to(place: Room, who: str) -> tuple[str | None, Addressed, str | None]:
    """Whom something in a chat is for."""
    if place.sort is Sort.GROUP:
        return None if who is GONE else place.id, Addressed.GROUP, place.id
    if place.sort is Sort.CHANNEL:
        return None, Addressed.EVERYONE, None
    if who is EGO:
        return place.id, Addressed.PERSON, None
    # A bot answers whoever writes to it.
    return EGO, Addressed.EVERYONE if place.sort is Sort.BOT else Addressed.PERSON, None


def _service(place: Room, it: Message, here: Here) -> Meaning:
    """A call or a gift; people coming and going, pictures and pins say nothing."""
    action = it.action or ""
    call = action in _CALLS and place.sort is not Sort.CHANNEL
    if not call and not (action in _GIFTS and place.sort is Sort.PERSON):
        return None
    at = sent(it, here)
    who = _who(place, it.actor_id, it.actor, here)
    target, addressed, group = _to(place, who)
    seconds = it.duration_seconds if it.duration_seconds is not None else it.duration
    return Interaction(
        Channel.CALL if call else Channel.GIFT, who, target, at.us,
        None if it.id is None else str(it.id), addressed, _CHAT,
        ms=seconds * 1_000 if call and seconds is not None else None,
        group=group, us_low=at.us_low, us_high=at.us_high,
    )  # fmt: skip


def _reactions(
    place: Room, it: Message, author: str, at: LocalTime, here: Here
) -> Iterator[Interaction]:
    """Reactions of others than the author. In a channel only ego's own, which are attention."""
    for one in (one for reaction in it.reactions or () for one in reaction.recent or ()):
        post = place.sort is Sort.CHANNEL
        who = here.who(peer(one.from_id) or "") if post else _who(place, one.from_id, None, here)
        if who == author or (post and who is not EGO):
            continue
        target, addressed, group = _to(place, who)
        when = reacted(one, it, at, here)
        yield Interaction(
            Channel.REACTION, who, place.id if post else target, when.us,
            None if it.id is None else str(it.id), addressed, Form.POST if post else _CHAT,
            group=group, us_low=when.us_low, us_high=when.us_high,
        )  # fmt: skip
