"""What a message in an exported channel says: who spoke, whom they answered, who reacted."""

from collections.abc import Iterator
from typing import Any

from parasocial.readers.discord.logs import SPOKEN, Said, User
from parasocial.readers.discord.places import DELETED, Place
from parasocial.reading import File, Here, Meaning, Table
from parasocial.reading.times import micros
from parasocial.schema import (
    EGO,
    GONE,
    Account,
    Addressed,
    Alias,
    Channel,
    Fact,
    Form,
    Interaction,
    Log,
)

# Bound once: looking up an enum's member takes as long as building the row.
_MESSAGE, _CHAT = Channel.MESSAGE, Form.CHAT
_PERSON, _GROUP = Addressed.PERSON, Addressed.GROUP
_REPLY = frozenset({"Reply", "19"})
_CALL = frozenset({"Call", "3"})


def channel_of(file: File, row: Any) -> Table:
    """The channel itself, once."""
    del row
    return Table(iter([[file.member.path.parts]]))


def channel(parts: tuple[str, ...], here: Here) -> Meaning:
    """What a channel is called; between two, its id is one of the other's."""
    it: Place = here.facts.learned["places"][parts]
    if it.bot:
        return None
    if it.addressed is _PERSON and it.other is not None:
        return Alias(it.id, it.other, "a conversation of two")
    if it.addressed is _GROUP and it.account:
        return it.account, Log(it.id, whole=it.whole, step=1_000)
    return it.account


def message(said: Said, here: Here) -> Meaning:
    """A message or a call, with whom it answers and mentions, and the reactions to it.

    The app's own lines and programs say nothing.
    """
    learned = here.facts.learned
    place: Place = learned["places"][here.parts]
    author = said.author
    if author.is_bot or place.bot:
        return None
    spoken = said.type in SPOKEN
    repeats = learned["repeats"].get(place.id)
    if not (spoken or said.type in _CALL) or (repeats and repeats.again(here.parts, said.id)):
        return None
    actor = _who(author, place, here)
    us = micros(said.timestamp)
    did = _did(said, actor, us, place, here) if spoken else _call(said, actor, us, place)
    if author.id in learned["named"] and not (said.reactions or said.mentions or said.reference):
        return did
    if actor is GONE:
        return did
    return [did, *_named(author, here), *_beside(said, actor, us, place, here)]


def _who(user: User, place: Place, here: Here) -> str:
    """Ego, or the user's id; between two, who is not the other is ego.

    All who have deleted their account have one id; between two, the channel's tells them apart.
    """
    if user.id in here.facts.ego:
        return EGO
    if user.id == DELETED:
        return place.id if place.addressed is _PERSON else GONE
    two = place.addressed is _PERSON and place.other is not None
    return EGO if two and user.id != place.other and not here.facts.ego else user.id


def _did(said: Said, actor: str, us: int, place: Place, here: Here) -> Interaction:
    text = said.content
    words = len(text.split()) or None if text else None
    return Interaction(
        _MESSAGE,
        actor,
        None if actor is GONE else place.target(actor),
        us,
        said.id,
        place.addressed,
        _CHAT,
        words=words,
        group=place.group,
        reply_to=said.reference.message_id if said.reference else None,
        text=text if words and actor is EGO else None,
        marks=here.marks(actor, text),
    )


def _call(said: Said, actor: str, us: int, place: Place) -> Interaction:
    end = said.call_ended_timestamp
    ms = None if end is None else (micros(end) - us) // 1_000
    return Interaction(
        Channel.CALL, actor, place.target(actor), us, said.id, place.addressed, _CHAT, ms=ms,
        group=place.group,
    )  # fmt: skip


def _named(user: User, here: Here) -> Iterator[Account]:
    """What a user is called, told once."""
    named: set[str] = here.facts.learned["named"]
    if user.id not in named and user.id != DELETED:
        named.add(user.id)
        if user.id not in here.facts.ego:
            yield Account(user.id, user.nickname or user.name or None, handle=user.name or None)


def _beside(said: Said, actor: str, us: int, place: Place, here: Here) -> Iterator[Fact]:
    """What in a message is meant for single people, and who reacted to it."""
    found = [] if place.addressed is _PERSON else list(_answered(said))
    for did, user in found:
        who = _who(user, place, here)
        if not user.is_bot and who not in (actor, GONE):
            yield from _named(user, here)
            yield Interaction(did, actor, who, us, said.id, form=_CHAT, group=place.group)
    for user in (user for reaction in said.reactions or () for user in reaction.users or ()):
        who = _who(user, place, here)
        if not user.is_bot and who not in (actor, GONE):
            yield from _named(user, here)
            # Some time after the message, before the export.
            yield Interaction(
                Channel.REACTION, who, actor, us, said.id, form=_CHAT, group=place.group,
                us_low=us, us_high=here.facts.exported_us,
            )  # fmt: skip


def _answered(said: Said) -> Iterator[tuple[Channel, User]]:
    """Whom a message in a group answers, and whom else it mentions."""
    mentioned = {user.id: user for user in said.mentions or ()}
    if said.type in _REPLY:
        answered = said.answered
        if answered is None and len(mentioned) == 1:
            # The answered message is outside the file; a reply mentions whom it answers.
            [answered] = mentioned.values()
        if answered is not None:
            mentioned.pop(answered.id, None)
            yield Channel.REPLY, answered
    for user in mentioned.values():
        yield Channel.MENTION, user
