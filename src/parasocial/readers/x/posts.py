"""Ego's posts: answers, mentions, what was passed on, and what was said to everyone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from msgspec import Struct

from parasocial.readers.x.accounts import account, at, moment, posted
from parasocial.reading import Here, Meaning
from parasocial.reading.local_times import LocalTime
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

_PASSED_ON = re.compile(r"RT @(\w+)", re.ASCII)
_THREAD = re.compile(r"(?:@\w+\s+)+", re.ASCII)
_BEGINNING = 60
_EVERYONE, _POST = Addressed.EVERYONE, Form.POST


class Mention(Struct, gc=False):
    """An account that a post names."""

    id_str: str | int | None = None
    screen_name: str = ""
    name: str | None = None
    indices: tuple[int | str, ...] = ()


class Link(Struct, gc=False):
    """An address in a post."""

    expanded_url: str | None = None


class Media(Struct, gc=False):
    """A picture in a post, and the post it comes from."""

    source_status_id_str: str | None = None
    source_user_id_str: str | None = None


class Entities(Struct, gc=False):
    """What X found in a post."""

    user_mentions: list[Mention] | None = None
    urls: list[Link] | None = None
    media: list[Media] | None = None


class Post(Struct, gc=False):
    """One post. ``tweet`` is the post itself where it is wrapped, as it has been since 2019."""

    tweet: "Post | None" = None
    id_str: str | int = ""
    created_at: str = ""
    full_text: str | None = None
    text: str | None = None
    in_reply_to_user_id_str: str | int | None = None
    in_reply_to_screen_name: str | None = None
    in_reply_to_status_id_str: str | int | None = None
    community_id_str: str | None = None
    entities: Entities | None = None


_NO_ENTITIES = Entities()


def post(row: Post, here: Here) -> Meaning:
    """What ego did with one post."""
    it = row.tweet or row
    text = it.full_text if it.full_text is not None else it.text
    if text is None or not it.id_str:
        raise ValueError("no post")
    at_ = moment(it.created_at, str(it.id_str))
    found = _PASSED_ON.match(text)
    said = _passed_on(it, found[1], at_, here) if found else _said(it, text, at_, here)
    return [*said, *_names(it, here), *_pictures(it)]


def beginning(text: str) -> str:
    """What a long post and its short form have in common."""
    return _THREAD.sub("", text, count=1)[:_BEGINNING]


def _passed_on(it: Post, handle: str, at_: LocalTime, here: Here) -> Iterator[Fact]:
    """Somebody's post that ego passed on; ego's own says nothing."""
    who = at(handle)
    numbers = (account(one.id_str, None) for one in _named(it) if at(one.screen_name) == who)
    who = here.who(next(filter(None, numbers), who))
    if who is not EGO:
        yield _share(who, str(it.id_str), at_)


def _share(who: str | None, item: str, at_: LocalTime) -> Interaction:
    return Interaction(
        Channel.SHARE, EGO, who, at_.us, item, _EVERYONE, _POST,
        us_low=at_.us_low, us_high=at_.us_high,
    )  # fmt: skip


def _said(it: Post, text: str, at_: LocalTime, here: Here) -> Iterator[Fact]:
    answered = account(it.in_reply_to_user_id_str, it.in_reply_to_screen_name)
    who = here.who(answered) if answered else EGO
    to = str(it.in_reply_to_status_id_str or "") or None
    # X begins an answer with the handles of everybody in the thread; ego did not write them.
    thread = _THREAD.match(text) if to else None
    start = thread.end() if thread else 0
    text = _whole(unescape(text[start:]), here)
    words = len(text.split())
    public = who is EGO
    yield Interaction(
        Channel.POST if public else Channel.REPLY,
        EGO,
        None if public else who,
        at_.us,
        str(it.id_str),
        _EVERYONE if public else Addressed.PERSON,
        _POST,
        words=words,
        group=it.community_id_str,
        reply_to=to,
        us_low=at_.us_low,
        us_high=at_.us_high,
        text=text,
    )
    if to and answered and not public:
        yield Author(to, answered, "ego's answer to it")
    for other in _mentioned(it, start, here):  # the words are counted once, with the post
        if other != who:
            yield Interaction(
                Channel.MENTION, EGO, other, at_.us, str(it.id_str), form=_POST,
                us_low=at_.us_low, us_high=at_.us_high,
            )  # fmt: skip
    yield from _quoted(it, at_, here)


def _whole(text: str, here: Here) -> str:
    """A long post in full: X cuts it short, and keeps the whole in a file of its own."""
    notes: Mapping[str, str] = here.facts.learned["notes"]
    return notes.get(beginning(text), text) if notes else text


def _mentioned(it: Post, start: int, here: Here) -> Iterator[str]:
    """Whom ego names, each once, past the handles that X put in front."""
    written = (one for one in _named(it) if not one.indices or int(one.indices[0]) >= start)
    found = (account(one.id_str, one.screen_name) for one in written)
    for who in dict.fromkeys(here.who(other) for other in found if other):
        if who is not EGO:
            yield who


def _quoted(it: Post, at_: LocalTime, here: Here) -> Iterator[Fact]:
    """Somebody's post that ego's own one links to."""
    for link in (it.entities or _NO_ENTITIES).urls or ():
        found = posted(link.expanded_url or "")
        if found is None:
            continue
        handle, item = found
        who = here.who(handle) if handle else None
        if who is not EGO:
            yield _share(who, item, at_)
        if handle and who is not EGO:
            yield Author(item, handle, "its address")


def _names(it: Post, here: Here) -> Iterator[Fact]:
    """The handles of the accounts that a post names by number."""
    told = [(one.id_str, one.screen_name, one.name) for one in _named(it)]
    told.append((it.in_reply_to_user_id_str, it.in_reply_to_screen_name or "", None))
    seen = set(here.facts.ego)
    for number, handle, name in told:
        who = account(number, None)
        if who is not None and handle and who not in seen:
            seen.add(who)
            yield Account(who, name=name or None, handle=handle)
            yield Alias(at(handle), who, "a post names both")


def _pictures(it: Post) -> Iterator[Fact]:
    for one in (it.entities or _NO_ENTITIES).media or ():
        if one.source_status_id_str and (who := account(one.source_user_id_str, None)):
            yield Author(one.source_status_id_str, who, "a picture from it")


def _named(it: Post) -> Sequence[Mention]:
    return (it.entities or _NO_ENTITIES).user_mentions or ()
