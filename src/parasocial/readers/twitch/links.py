"""Whom ego follows, and what ego searched for."""

from parasocial.readers.twitch.sheets import Cells, login
from parasocial.reading import Here, Meaning
from parasocial.reading.times import iso
from parasocial.schema import EGO, Addressed, Channel, Interaction


def follow(cells: Cells, here: Here) -> Meaning:
    """A channel that ego began to follow; None if ego stopped later, or the channel is gone."""
    time, channel = cells
    return followed(iso(time), channel, here)


def followed(us: int, channel: str, here: Here) -> Meaning:
    """A follow at *us* that still stands."""
    name = login(channel)
    left: dict[str, int] = here.facts.learned["left"]
    if not name or left.get(name, us) > us:
        return None
    return Interaction(Channel.FOLLOW, EGO, name, us)


def unfollow(cells: Cells, here: Here) -> None:
    """A channel that ego stopped following: known before the first follow is read."""
    del here
    time, _ = cells
    iso(time)


def search(cells: Cells, here: Here) -> Meaning:
    """A phrase that ego searched for."""
    del here
    time, phrase = cells
    return searched(iso(time), phrase)


def searched(us: int, phrase: str) -> Interaction:
    """A search at *us*.

    Raises:
        ValueError: There is no phrase.
    """
    if not phrase.strip():
        raise ValueError("no phrase")
    words = len(phrase.split())
    return Interaction(
        Channel.SEARCH, EGO, None, us, addressed=Addressed.EVERYONE, words=words, text=phrase
    )
