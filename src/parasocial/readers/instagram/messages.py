"""Messages, calls and reactions in conversations, broadcast channels among them."""

import re
from collections.abc import Iterator

from parasocial.readers.instagram.attention import form_of
from parasocial.readers.instagram.people import People, Place
from parasocial.reading import Here, Meaning, Records
from parasocial.reading.local_times import LocalTime, local_time
from parasocial.reading.meta import code, repaired
from parasocial.reading.meta_threads import Message, Messages, Reaction, Share
from parasocial.reading.times import MINUTE, epoch
from parasocial.schema import (
    EGO,
    Account,
    Addressed,
    Alias,
    Channel,
    Fact,
    Form,
    Interaction,
)

# Lines that the app writes in a person's name. Other languages have other words for them.
_REACTION_LINE = re.compile(r"Liked a message|Reacted \S{1,16} to your message ?")
_ATTACHMENT = re.compile(r".{1,80} sent an attachment\.")
_SERVICE = re.compile(r".{1,80} (?:started|missed) an? (?:audio|video) (?:call|chat)")
_JOINED = frozenset(("Subscribe", "Unsubscribe"))
_ENDS = (" message", " message ", " call", " chat", " attachment.")


def message(row: Message, here: Here) -> Meaning:
    """One message and the reactions to it."""
    learned: People = here.facts.learned["people"]
    place = learned.place(here.parts, here.head["thread"])
    actor = learned.who(repaired(row.sender_name), place)
    if row.is_unsent or row.type in _JOINED:
        return None
    at = _time(row, here)
    content = row.content
    if content is not None:
        content = repaired(content)
        if content.endswith(_ENDS):
            if _REACTION_LINE.fullmatch(content):
                # Where reactions stand on the messages too, the line only repeats one of them.
                return None if here.head["thread"].reactions else _reaction(actor, place, at)
            if row.call_duration is None and _SERVICE.fullmatch(content):
                return None
            if _ATTACHMENT.fullmatch(content):
                content = None
    said = _said(row, content, actor, place, at)
    if row.reactions is None and row.share is None:
        return said
    return [said, *_reactions(row, actor, place, at, here), *_shares(row, actor, learned, at)]


def _time(row: Message, here: Here) -> LocalTime:
    if row.date is not None:
        return local_time(row.date, zone=here.facts.zone)
    return LocalTime(epoch(row.timestamp_ms or 0), None, None)


def _said(
    row: Message, content: str | None, actor: str, place: Place, at: LocalTime
) -> Interaction:
    target, addressed, group = _to(actor, place)
    call = row.call_duration is not None or row.type == "Call"
    words = None if call or not content else len(content.split())
    return Interaction(
        Channel.CALL if call else Channel.MESSAGE,
        actor,
        target,
        at.us,
        addressed=addressed,
        form=Form.CHAT,
        ms=round(row.call_duration * 1000) if row.call_duration is not None else None,
        words=words,
        group=group,
        us_low=at.us_low,
        us_high=at.us_high,
        text=content if words and actor is EGO else None,
    )


def _to(actor: str, place: Place) -> tuple[str | None, Addressed, str | None]:
    """Whom an act in a thread is for."""
    if place.channel:
        return (place.speaker if actor is EGO else EGO), Addressed.EVERYONE, place.id
    if place.other is None:
        return place.id, Addressed.GROUP, place.id
    return (place.other if actor is EGO else EGO), Addressed.PERSON, None


def _reaction(actor: str, place: Place, at: LocalTime) -> Interaction:
    target, addressed, group = _to(actor, place)
    return Interaction(
        Channel.REACTION,
        actor,
        target,
        at.us,
        addressed=addressed,
        form=Form.CHAT,
        group=group,
        us_low=at.us_low,
        us_high=at.us_high,
    )


def _reactions(
    row: Message, actor: str, place: Place, at: LocalTime, here: Here
) -> Iterator[Interaction]:
    people: People = here.facts.learned["people"]
    found = row.reactions
    for it in found if isinstance(found, list) else (found,) if found else ():
        if it.date is None:
            who = people.who(repaired(it.actor), place)
        else:
            who = people.reacted(it.actor, place)
        if who != actor:
            yield _reaction(who, place, _reacted_at(it, at, here))


def _reacted_at(it: Reaction, at: LocalTime, here: Here) -> LocalTime:
    if it.timestamp:
        return LocalTime(epoch(it.timestamp), None, None)
    if it.date:
        return local_time(it.date, zone=here.facts.zone)
    # Some time after the message, before the export.
    return LocalTime(at.us, at.us, here.facts.exported_us)


def _shares(row: Message, actor: str, people: People, at: LocalTime) -> Iterator[Fact]:
    share = row.share
    if share is None:
        return
    if share.profile_share_username and share.profile_share_name:
        yield _named(share, people)
    owner = share.original_content_owner or share.profile_share_username
    if owner and actor is EGO:
        yield Interaction(
            Channel.SHARE,
            EGO,
            repaired(owner),
            at.us,
            code(share.link or ""),
            Addressed.EVERYONE,
            form_of(share.link or "", Form.POST),
            us_low=at.us_low,
            us_high=at.us_high,
        )


def _named(share: Share, people: People) -> Fact:
    handle, name = share.profile_share_username or "", repaired(share.profile_share_name or "")
    if people.is_one(name, handle):
        return Alias(name, handle, "a profile shared in a thread")
    return Account(handle, name=name, handle=handle)


RECORDS = (
    Records("message_[0-9]*.json|message_[0-9]*.html", Messages(), message, Message, floor=MINUTE),
)
