"""The words of the world as small numbers, and the rows that everything is kept in."""

from collections import namedtuple
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Rows: TypeAlias = NDArray[Any]
"""A structured array; the type `Any` stands for its fields."""
Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]

PLATFORMS = (
    "youtube", "tiktok", "instagram", "twitch", "spotify", "whatsapp", "telegram", "discord",
    "bluesky", "facebook", "snapchat", "reddit", "sms", "chatgpt", "x", "mastodon",
)  # fmt: skip
PLATFORM = {name: code for code, name in enumerate(PLATFORMS)}
CHANNELS = (
    "message", "comment", "reply", "live_chat", "gift", "reaction", "view", "listen", "save",
    "post", "follow", "friend",
)  # fmt: skip
CHANNEL = {name: code for code, name in enumerate(CHANNELS)}
FORMS = ("", "live", "video", "short", "audio", "post", "story", "chat")
FORM = {name: code for code, name in enumerate(FORMS)}
ADDRESSED = ("person", "group", "everyone")
PERSON, GROUP, EVERYONE = range(3)
KINDS = ("person", "persona", "brand", "companion")

NOBODY = -1
NEVER = 0

DEED = np.dtype(
    [
        ("at", "i8"),  # microseconds, UTC
        ("about", "i8"),  # when the post or video was made that this is about or stands under
        ("answers", "i8"),  # when the message or comment was made that this answers
        ("actor", "i4"),
        ("target", "i4"),
        ("owner", "i4"),  # who made what `about` names
        ("whose", "i4"),  # who made what `answers` names
        ("room", "i4"),
        ("price", "i4"),
        ("platform", "u1"),
        ("channel", "u1"),
        ("form", "u1"),
        ("addressed", "u1"),
    ]
)
"""One act. Nobody and no room are -1, no moment and no price 0."""

Act = namedtuple("Act", DEED.names)  # noqa: PYI024  (its types are those of the row)
"""A row of `DEED` as Python numbers."""

WATCH = np.dtype(
    [
        ("at", "i8"),
        ("about", "i8"),
        ("actor", "i4"),
        ("target", "i4"),
        ("ms", "i4"),
        ("platform", "u1"),
        ("form", "u1"),
        ("served", "?"),  # by the feed, not chosen by the person
    ]
)
"""One view or listen, with how long it lasted."""

Look = namedtuple("Look", WATCH.names)  # noqa: PYI024
"""A row of `WATCH` as Python numbers."""


class Log(NamedTuple):
    """Who did what to whom on one platform, both sides, in order of time.

    Attributes:
        actor: Number of the being that acted.
        target: Number of the being it was addressed to.
        us: Microseconds since the epoch, UTC.
        channel: Index into `CHANNELS`.
    """

    actor: NDArray[np.int32]
    target: NDArray[np.int32]
    us: NDArray[np.int64]
    channel: NDArray[np.uint8]


def deeds(count: int, **columns: Any) -> Rows:
    """That many acts with these columns; the rest says nobody, never, message, in a chat."""
    rows = np.zeros(count, DEED)
    for name in ("target", "owner", "whose", "room"):
        rows[name] = NOBODY
    rows["form"] = FORM["chat"]
    for name, values in columns.items():
        rows[name] = values
    return rows


def joined(parts: Iterable[Rows], kind: np.dtype[Any]) -> Rows:
    """One after the other; moved as bytes, since NumPy would copy field by field."""
    whole = [np.zeros(0, kind), *parts]
    return np.concatenate([part.view(f"V{kind.itemsize}") for part in whole]).view(kind)


def in_order(parts: Iterable[Rows], kind: np.dtype[Any]) -> Rows:
    """All the rows by time; those of one moment as they came."""
    whole = joined(parts, kind)
    return whole.take(np.argsort(whole["at"], kind="stable"))


class Diary:
    """Rows that come day by day, each day reaching into the next, kept in order of time."""

    def __init__(self, kind: np.dtype[Any]) -> None:
        """Nothing is in it yet."""
        self._kind, self._done = kind, list[Rows]()
        self._open = np.zeros(0, kind)

    def add(self, rows: Rows, before: int) -> None:
        """Takes rows; nothing that comes later will be earlier than the moment *before*."""
        rows = in_order([self._open, rows], self._kind)
        settled = np.searchsorted(rows["at"], before)
        self._done.append(rows[:settled])
        self._open = rows[settled:]

    def whole(self) -> Rows:
        """All the rows by time; those of one moment as they came."""
        return joined([*self._done, self._open], self._kind)
