"""Who is who in an export that knows people by their names alone."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from parasocial.readers.facebook.sentences import Known, Told, group_of, told
from parasocial.reading.meta_threads import Thread
from parasocial.schema import EGO

_FOLDER = re.compile(r"(?P<name>.*)_(?P<number>[^_]+)")
_GONE = frozenset(("facebookuser", "facebookuserdeleted"))  # everybody who deleted their account


class Place(NamedTuple):
    """Where a message stands.

    Attributes:
        id: The thread's own id.
        title: Its name; between two people, the other's.
        other: The id of the other, between two people; None in a group.
    """

    id: str
    title: str
    other: str | None


@dataclass(frozen=True, slots=True)
class People:
    """The names of an export, known before its first record is read.

    Attributes:
        known: Names in its lists.
        twins: Names that more than one account has, as far as threads tell.
        addressed: Names that stand in its lists with one address, and no other.
        numbered: Seconds at which the numbered files have a reaction.
    """

    known: Known
    twins: frozenset[str] = frozenset()
    addressed: frozenset[str] = frozenset()
    numbered: frozenset[int] = frozenset()
    places: dict[tuple[str, ...], Place] = field(default_factory=dict)
    sentences: dict[str, Told] = field(default_factory=dict)

    def told(self, sentence: str) -> Told:
        """What a sentence says, read once however often it stands there."""
        if sentence not in self.sentences:
            self.sentences[sentence] = told(sentence, self.known)
        return self.sentences[sentence]

    def group(self, sentence: str) -> str | None:
        """The group that a sentence names."""
        return group_of(sentence, self.known)

    def place(self, path: tuple[str, ...], thread: Thread) -> Place:
        """The place of a thread's file, worked out once."""
        if path not in self.places:
            self.places[path] = self._place(path[-2] if path[1:] else "", thread)
        return self.places[path]

    def _place(self, folder: str, thread: Thread) -> Place:
        name, number = parts(thread.path.rpartition("/")[2] or folder)
        if thread.path and "/" not in thread.path:
            number = thread.path  # an encrypted one: the number alone is small
        if thread.group:
            return Place(number, thread.title, None)
        others = [it for it in thread.names if it not in self.known.ego]
        title = others[0] if len(others) == 1 else thread.title
        if not title or name in _GONE or title in self.twins:
            return Place(number, title, number)
        return Place(number, title, title)

    def who(self, name: str, place: Place) -> str:
        """The id of who is called *name* in a thread.

        Raises:
            ValueError: Ego and the other have the same name, or there is none.
        """
        if not name:
            raise ValueError("no sender")
        if name in self.known.ego:
            if name == place.title and place.other is not None:
                raise ValueError("two people of one name")
            return EGO
        if place.other is None:
            return name
        return place.other if self.known.ego or name == place.title else EGO

    def reacted(self, text: str, place: Place) -> str:
        """The id of who reacted, where a page puts the emoji right before the name."""
        for name in sorted({place.title, *self.known.ego}, key=len, reverse=True):
            if name and text.endswith(name):
                return self.who(name, place)
        return self.who(re.sub(r"^\W+", "", text), place)


def parts(folder: str) -> tuple[str, str]:
    """The name and the number that a thread's folder is made of."""
    found = _FOLDER.fullmatch(folder)
    return (found["name"], found["number"]) if found else (folder, folder)


def group_id(name: str) -> str:
    """The id of a group, which no file tells by more than its name."""
    return f"group:{name}"
