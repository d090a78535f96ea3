"""What ego wrote and passed on: to everyone, to one person, or to those whom a post names."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from msgspec import Struct, field

from parasocial.readers.mastodon.addresses import FOLLOWERS, PUBLIC, actor, address, author
from parasocial.reading import Here, Meaning
from parasocial.reading.times import iso
from parasocial.schema import (
    EGO,
    Account,
    Addressed,
    Alias,
    Author,
    Channel,
    Fact,
    Form,
    Interaction,
)

_BREAK = re.compile(r"<br\s*/?>|</p>\s*<p>")
_TAG = re.compile(r"<[^>]*>")
_NAMED_FIRST = re.compile(r"(?:@[\w.-]+(?:@[\w.:-]+)?\s+)+")
_MENTION = "a mention"

Pages = str | list[str] | None


class Tag(Struct, gc=False):
    """An account or a word that a post names."""

    type: str = ""
    href: str | None = None
    name: str | None = None


class Note(Struct, gc=False):
    """One post of ego's."""

    id: str = ""
    published: str | None = None
    answered: str | None = field(name="inReplyTo", default=None)
    content: str | None = None
    tag: list[Tag] | Tag | None = None


class Activity(Struct, gc=False):
    """One thing that ego did: wrote a post (Create), or passed one on (Announce)."""

    type: str = ""
    published: str | None = None
    to: Pages = None
    cc: Pages = None
    object: Note | str | None = None


def activity(row: Activity, here: Here) -> Meaning:
    """A post or a boost; whatever else an outbox holds says nothing.

    Raises:
        ValueError: It has no time, or its post is not there.
    """
    if row.type == "Announce":
        return _boost(row, here)
    if row.type != "Create":
        return None
    note = row.object
    if not isinstance(note, Note) or not note.id:
        raise ValueError("no post")
    us = iso(note.published or row.published or "")
    named = {actor(it.href): it.name for it in _mentions(note) if it.href}
    others = [who for who in named if here.who(who) is not EGO]
    text = _text(note.content or "")
    direct = not any(page in PUBLIC or page.endswith(FOLLOWERS) for page in _audience(row))
    said = _direct(note, us, others, text) if direct else _open(note, us, others, text, here)
    return [*said, *_names(named, others, here)]


def _boost(row: Activity, here: Here) -> Meaning:
    """Somebody's post that ego passed on; the server names who wrote it first among the readers."""
    post = row.object if isinstance(row.object, str) else row.object.id if row.object else ""
    if not post:
        raise ValueError("no post")
    us = iso(row.published or "")
    told = [it for it in _listed(row.cc) if it not in PUBLIC and not it.endswith(FOLLOWERS)]
    made = actor(told[0]) if told else author(post)
    who = here.who(made) if made else None
    if who is EGO:
        return None
    share = Interaction(Channel.SHARE, EGO, who, us, post, Addressed.EVERYONE, Form.POST)
    return [share, Author(post, who, "ego's boost of it")] if who else share


def _direct(note: Note, us: int, others: Sequence[str], text: str) -> Iterator[Interaction]:
    """A post that only those see whom it names; one to nobody is a note to oneself."""
    for number, who in enumerate(others):
        first = number == 0  # the words are counted once
        yield Interaction(
            Channel.MESSAGE,
            EGO,
            who,
            us,
            note.id,
            form=Form.CHAT,
            words=len(text.split()) or None if first else None,
            reply_to=note.answered,
            text=text or None if first else None,
        )


def _open(note: Note, us: int, others: Sequence[str], text: str, here: Here) -> Iterator[Fact]:
    """A post for everyone, or for all who follow ego."""
    answered = note.answered
    made = author(answered) if answered else None
    if answered and made is None and len(others) == 1:
        [made] = others  # an answer names whom it answers
    who = here.who(made) if made else None
    person = who is not None and who is not EGO
    yield Interaction(
        Channel.REPLY if person else Channel.POST,
        EGO,
        who if person else None,
        us,
        note.id,
        Addressed.PERSON if person else Addressed.EVERYONE,
        Form.POST,
        words=len(text.split()) or None,
        reply_to=answered,
        text=text or None,
    )
    for other in others:
        if other != who:
            yield Interaction(Channel.MENTION, EGO, other, us, note.id, form=Form.POST)


def _names(named: dict[str, str | None], others: Sequence[str], here: Here) -> Iterator[Fact]:
    """The addresses of accounts whose pages are elsewhere than their addresses say."""
    for who in others:
        told = address(named[who] or "", here.facts.learned["home"])
        if told:
            yield Account(told, handle=told, evidence=_MENTION)
            if told != who:
                yield Alias(who, told, _MENTION)


def _mentions(note: Note) -> Iterator[Tag]:
    tags = note.tag if isinstance(note.tag, list) else [note.tag] if note.tag else []
    return (it for it in tags if it.type == "Mention")


def _audience(row: Activity) -> list[str]:
    return [*_listed(row.to), *_listed(row.cc)]


def _listed(pages: Pages) -> list[str]:
    return [pages] if isinstance(pages, str) else pages or []


def _text(content: str) -> str:
    """A post as ego typed it, without the names that an answer begins with."""
    text = unescape(_TAG.sub("", _BREAK.sub("\n", content))).strip()
    return _NAMED_FIRST.sub("", text, count=1) if text.startswith("@") else text
