"""The shape of a file: which keys, of which kinds, how often; and no value."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

from msgspec import Struct, field

from parasocial.jobs.skeleton.kinds import number_kind, text_kind
from parasocial.reading.words import folded

KEY = "<key>"
MANY = 5
_KEYS, _NODES, _FORMS = 64, 20_000, 12
_IDENTIFIER = re.compile(r"[A-Za-z]\w{0,47}", re.ASCII)
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class Shape(Struct, omit_defaults=True):
    """What stands at one place of a file.

    Attributes:
        kinds: How often which kind of value stands there.
        keys: What stands under the keys of the objects there, in the order of the file.
        items: What the lists there hold, all items as one.
    """

    kinds: dict[str, int] = field(default_factory=dict)
    keys: dict[str, "Shape"] = field(default_factory=dict)
    items: "Shape | None" = None


class Node:
    """A shape while it is being seen, its keys as the file has them; bounded in size.

    Keys that no reader knows are kept apart up to 64 at one place; where there are more, they
    are names, and what is under them is one shape.
    """

    __slots__ = ("items", "keys", "kinds", "names", "room")

    def __init__(self, room: Iterator[int] | None = None) -> None:
        self.kinds: Counter[str] = Counter()
        self.keys: dict[str, Node] = {}
        self.items: Node | None = None
        self.names: Node | None = None
        self.room = room or count()

    def add(self, kind: str) -> None:
        """Count one value."""
        kinds = self.kinds
        if kind in kinds:
            kinds[kind] += 1
        else:
            kinds[kind if len(kinds) < _FORMS else kind.partition(" ")[0]] += 1

    def item(self) -> "Node":
        """Where the items of a list here are counted."""
        if self.items is None:
            self.items = self._new()
        return self.items

    def under(self, key: str, known: frozenset[str]) -> "Node":
        """Where what stands under *key* is counted."""
        if (node := self.keys.get(key)) is not None:
            return node
        if folded(key) not in known:
            if self.names is None and len(self.keys) >= _KEYS:
                self._join(known)
            if self.names is not None:
                return self.names
        return self.keys.setdefault(key, self._new())

    def _new(self) -> "Node":
        # A file of endless new places is hostile: from some size on, all new ones are one.
        return Node(self.room) if next(self.room) < _NODES else self

    def _join(self, known: frozenset[str]) -> None:
        self.names = self._new()
        for key in [key for key in self.keys if folded(key) not in known]:
            self.names.take(self.keys.pop(key), known)

    def take(self, other: "Node", known: frozenset[str]) -> None:
        """Add what another place has."""
        if other is self:
            return
        self.kinds += other.kinds
        if other.items is not None:
            self.item().take(other.items, known)
        if other.names is not None:
            if self.names is None:
                self._join(known)
            if self.names is not None:
                self.names.take(other.names, known)
        for key, node in other.keys.items():
            self.under(key, known).take(node, known)


def walk(value: Any, node: Node, known: frozenset[str]) -> None:
    """Count a decoded value, and what is in it, at *node*."""
    match value:
        case dict():
            node.add("object")
            for key, inner in value.items():
                walk(inner, node.under(str(key), known), known)
        case list():
            node.add("list")
            for inner in value:
                walk(inner, node.item(), known)
        case str():
            node.add(text_kind(value))
        case None | bool():
            node.add("null" if value is None else "true or false")
        case int() | float():
            node.add(number_kind(str(value)))
        case _:
            node.add("bytes")


def masked(node: Node, shown: Callable[[str, Node, Node], str | None]) -> Shape:
    """The shape at *node*, with every key that *shown* gives no word for as ``<key>``."""
    words: dict[str, Node] = {}
    hidden = [(KEY, node.names)] if node.names is not None else []
    for word, inner in [
        *((shown(key, it, node) or KEY, it) for key, it in node.keys.items()),
        *hidden,
    ]:
        words.setdefault(word, Node(node.room)).take(inner, frozenset())
    return Shape(
        dict(sorted(node.kinds.items())),
        {word: masked(inner, shown) for word, inner in words.items()},
        masked(node.items, shown) if node.items else None,
    )


class Vocabulary:
    """Which keys are words of a layout, and which may be somebody's name.

    A key is shown if it is a word that a reader declares. A new one is shown if it looks like an
    identifier, is there in at least five records and in at least half of those beside each
    other, and each of its parts is part of a word that a reader declares: a layout's new words
    are mostly made of its old ones, and names are not.
    """

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        self._parts = frozenset(part for word in known for part in word.split() if part.isascii())

    def shown(self, key: str, node: Node, above: Node) -> str | None:
        """*key* where it may be shown, else None."""
        if folded(key.removeprefix("@")) in self.known:
            return key
        there, beside = sum(node.kinds.values()), above.kinds["object"]
        often = there >= MANY and 2 * there >= beside > 0
        return key if often and self.made_of_known(key) else None

    def made_of_known(self, key: str) -> bool:
        """Whether *key* looks like an identifier made of words that readers use."""
        parts = [part.lower() for part in _PARTS.findall(key)]
        return bool(_IDENTIFIER.fullmatch(key)) and all(part in self._parts for part in parts)
