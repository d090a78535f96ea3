"""Who is who in the threads of one export: messages carry display names, all else handles."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from parasocial.reading.meta import like_a_handle
from parasocial.reading.meta_threads import Thread
from parasocial.schema import EGO

_FOLDER = re.compile(r"(?P<name>.*)_(?P<number>[^_]+)")
_GONE = "instagramuser"  # the folder of everybody who has deleted their account
_AUDIENCE = 10  # more could join than in a quiet group of friends


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message stands.

    Attributes:
        id: The thread's own number: its folder's name changes with its title.
        other: The id of the other, between two people; None in a group.
        channel: One speaks there to everybody who joined.
        speaker: Who that is, where the file shows it.
        handle: The other's handle, where the folder's name is certain to be one.
    """

    id: str
    title: str
    other: str | None
    channel: bool
    handle: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class People:
    """The names and handles of an export, known before its first message is read.

    Attributes:
        ego: Names and handles that are ego.
        handles: Handles in the follow lists.
        names: Display names of the others in threads, and in threads of two the folders' names.
        channels: Threads in which ego answered a broadcast.
    """

    ego: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    channels: frozenset[str] = frozenset()
    places: dict[tuple[str, ...], Place] = field(default_factory=dict)

    def place(self, path: tuple[str, ...], thread: Thread) -> Place:
        """The place of a thread's file, worked out once."""
        if path not in self.places:
            self.places[path] = self._place(path[-2] if path[1:] else "", thread)
        return self.places[path]

    def _place(self, folder: str, thread: Thread) -> Place:
        name, number = parts(thread.path.rpartition("/")[2] or folder)
        if thread.group or number in self.channels:
            lone = thread.only if thread.only not in self.ego else None
            crowd = len(thread.names) >= _AUDIENCE
            channel = number in self.channels or (lone is not None and crowd)
            return Place(number, thread.title, None, channel, speaker=lone)
        others = [it for it in thread.names if it not in self.ego]
        title = others[0] if len(others) == 1 else thread.title
        if name == _GONE or not title:
            return Place(number, title, number, channel=False)
        handle = name if self._certain(name, title) else None
        alone = title if len(self.names.get(title, ())) <= 1 else number
        return Place(number, title, handle or alone, channel=False, handle=handle)

    def _certain(self, name: str, title: str) -> bool:
        """Whether the folder's *name* is a handle, and not the display name in plain letters."""
        if not like_a_handle(name):
            return False
        return name in self.handles or not _made_of(name, title)

    def is_one(self, name: str, handle: str) -> bool:
        """Whether the display name *name* is, for all we know, the account *handle* and no other.

        A display name that could be a handle may be somebody else's handle.
        """
        folders = self.names.get(name)
        if folders is None or len(folders) > 1 or like_a_handle(name) or name in self.ego:
            return False
        return all(
            parts(it)[0] == handle or not self._certain(parts(it)[0], name) for it in folders
        )

    def who(self, name: str, place: Place) -> str:
        """The id of who is called *name* in a thread.

        Raises:
            ValueError: Ego and the other have the same name, or there is none.
        """
        if not name:
            raise ValueError("no sender")
        if name in self.ego:
            if name == place.title and place.other is not None:
                raise ValueError("two people of one name")
            return EGO
        if place.other is None:
            return name
        return place.other if self.ego or name == place.title else EGO

    def reacted(self, text: str, place: Place) -> str:
        """The id of who reacted, where a page puts the emoji right before the name."""
        for name in sorted({place.title, *self.ego}, key=len, reverse=True):
            if name and text.endswith(name):
                return self.who(name, place)
        return self.who(re.sub(r"^\W+", "", text), place)


def parts(folder: str) -> tuple[str, str]:
    """The name and the number that a thread's folder is made of."""
    found = _FOLDER.fullmatch(folder)
    return (found["name"], found["number"]) if found else (folder, folder)


def _made_of(name: str, title: str) -> bool:
    """Whether the letters of *name* stand in *title* in this order."""
    left = iter(unicodedata.normalize("NFKD", title).casefold())
    return all(letter in left for letter in name.casefold())
