"""Stories that ego watched and posted, and what ego searched for."""

import re

from msgspec import Struct, field

from parasocial.reading import Here, Meaning, Records
from parasocial.reading.shapes import either, under
from parasocial.reading.times import MINUTE, iso
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

_STORIES = re.compile(rb'"(?:Your Story Views|Friend and Public Story Views)"\s*:')
_SEARCHES = re.compile(rb'"Search Term"\s*:')
_HOUR = 60 * MINUTE


class View(Struct, gc=False):
    """A story of somebody's that ego watched."""

    who: str = field(default="", name="View")
    date: str = field(default="", name="View Date")


class Story(Struct, gc=False):
    """A story of ego's; how often it was viewed names nobody."""

    date: str = field(default="", name="Story Date")


class Search(Struct, gc=False):
    """A search; the newer files round its time to the hour."""

    term: str = field(default="", name="Search Term")
    hour: str | None = field(default=None, name="Date and time (hourly)")
    date: str | None = field(default=None, name="Date")


def watched(row: View, here: Here) -> Meaning:
    """Ego watched a story of somebody's; of who is not named, nobody is the target."""
    return Interaction(
        Channel.VIEW,
        EGO,
        here.who(row.who) if row.who else None,
        iso(row.date),
        addressed=Addressed.EVERYONE,
        form=Form.STORY,
    )


def posted(row: Story, here: Here) -> Meaning:
    """Ego put out a story."""
    del here
    return Interaction(
        Channel.POST, EGO, None, iso(row.date), addressed=Addressed.EVERYONE, form=Form.STORY
    )


def searched(row: Search, here: Here) -> Meaning:
    """Ego searched for words.

    Raises:
        ValueError: There are no words, or no time.
    """
    del here
    if not row.term:
        raise ValueError("no words")
    us = iso(row.hour or row.date or "")
    return Interaction(
        Channel.SEARCH,
        EGO,
        None,
        us,
        addressed=Addressed.EVERYONE,
        words=len(row.term.split()),
        us_low=us if row.hour else None,
        us_high=us + _HOUR - 1 if row.hour else None,
        text=row.term,
    )


RECORDS = (
    Records(
        "story_history.json", under("Friend and Public Story Views"), watched, View, like=_STORIES
    ),
    Records("story_history.json", under("Your Story Views"), posted, Story, like=_STORIES),
    Records("search_history.json", either("Search History"), searched, Search, like=_SEARCHES),
)
