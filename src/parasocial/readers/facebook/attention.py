"""Attention: reactions, saves, and what ego searched for."""

from functools import partial

from parasocial.readers.facebook.addresses import opened
from parasocial.readers.facebook.people import People
from parasocial.readers.facebook.rows import Row, data, listed, many, named, when
from parasocial.readers.facebook.sentences import Told
from parasocial.reading import Here, Meaning
from parasocial.reading.meta import Label, repaired
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

_AUTHORS = """author owner auteur eigenaar autor autore autora propietario propriétaire
    proprietario penulis pemilik pengarang forfatter eier ägare"""
_AUTHOR = frozenset(_AUTHORS.split())


def reacted(row: Row, here: Here) -> Meaning:
    """Ego reacted to content: with a sentence that tells whose, or with labels."""
    people: People = here.facts.learned["people"]
    if row.label_values:
        return _labelled(row, here, people)
    if not row.title:
        raise ValueError("no sentence")
    return _attention(Channel.REACTION, row, here, people.told(repaired(row.title)))


def _labelled(row: Row, here: Here, people: People) -> Meaning:
    if row.timestamp in people.numbered:
        return None  # the numbered files hold it, too
    labels = many(row.label_values)
    address = opened(next(filter(None, map(_address, labels)), ""))
    who = _author(labels, people) or (address.account if address.item else None)
    told = Told(who, own=who in people.known.ego, form=address.form or Form.POST)
    return _attention(Channel.REACTION, row, here, told, address.item)


def _address(label: Label) -> str | None:
    value = label.value if isinstance(label.value, str) and label.value.startswith("http") else None
    return label.href or value


def _author(labels: list[Label], people: People) -> str | None:
    """Whose content it was: under a title that we know, or the one name that a list knows."""
    for label in labels:
        if (label.title or "").casefold() in _AUTHOR and (found := named(label.inner)):
            return found[0]
    names = {name for name in named(labels) if name in people.known.people}
    return names.pop() if len(names) == 1 else None


def _attention(
    channel: Channel, row: Row, here: Here, told: Told, item: str | None = None
) -> Interaction | None:
    at = when(row, here)
    if told.own:
        return None
    return Interaction(
        channel,
        EGO,
        told.who,
        at.us,
        item,
        Addressed.EVERYONE,
        told.form,
        us_low=at.us_low,
        us_high=at.us_high,
    )


def _titled(row: Row, here: Here, channel: Channel, form: Form | None = None) -> Meaning:
    people: People = here.facts.learned["people"]
    told = people.told(repaired(row.title or ""))
    return _attention(channel, row, here, told._replace(form=form) if form else told)


def searched(row: Row, here: Here) -> Meaning:
    """Ego searched for words.

    Raises:
        ValueError: There are none.
    """
    words = next((it.text for it in data(row) if it.text), None) or row.body
    if not words:
        raise ValueError("no words")
    text = repaired(words).strip().strip('"')
    at = when(row, here)
    return Interaction(
        Channel.SEARCH,
        EGO,
        None,
        at.us,
        addressed=Addressed.EVERYONE,
        words=len(text.split()),
        us_low=at.us_low,
        us_high=at.us_high,
        text=text,
    )


REACTIONS = listed("likes_and_reactions*|posts_and_comments", reacted, "reactions_v2", "reactions")
RECORDS = (
    REACTIONS,
    listed(
        "story_reactions",
        partial(_titled, channel=Channel.REACTION, form=Form.STORY),
        "stories_feedback_v2",
    ),
    listed("your_saved_items", partial(_titled, channel=Channel.SAVE), "saves_v2"),
    listed(
        "search/your_search_history|search_history/your_search_history", searched, "searches_v2"
    ),
    listed("groups_you?ve_searched_for", searched, "group_search"),
)
