"""How wide a text will be, how to shorten it, and where it may stand.

A drawing is made without a browser, so widths are estimated from classes of characters,
on the generous side.
"""

import unicodedata
from dataclasses import dataclass, field

_THIN = frozenset("ijltfI.,:;'|!()[] ")
_WIDE = frozenset("mwMW@%—…")
_JOINER = "\u200d"


def _em(character: str) -> float:
    if character in _THIN:
        return 0.34
    if character in _WIDE or character.isupper():
        return 0.76 if character.isascii() else 0.8
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.25
    return 0.6


def width(text: str, size: float = 13) -> float:
    """Pixels that *text* takes at a font size, estimated."""
    return sum(map(_em, text)) * size


def shorten(text: str, room: float, size: float = 13) -> str:
    """*text*, cut with an ellipsis where it does not fit into *room* pixels."""
    if width(text, size) <= room:
        return text
    left = room - width("…", size)
    end = 0
    while end < len(text) and left >= _em(text[end]) * size:
        left -= _em(text[end]) * size
        end += 1
    while end and (unicodedata.combining(text[end]) or _JOINER in text[end - 1 : end + 1]):
        end -= 1
    return text[:end].rstrip() + "…"


def lines(text: str, room: float, size: float = 13) -> list[str]:
    """*text* on one line, else broken at its commas, else between words, none wider than *room*."""
    if width(text, size) < room:
        return [text]
    parts = text.replace(", ", ",\n").split("\n")
    if max(width(part, size) for part in parts) >= room:
        parts = _filled(text.split(" "), room, size)
    return [shorten(part, room, size) for part in parts]


def _filled(words: list[str], room: float, size: float) -> list[str]:
    found = [words[0]]
    for word in words[1:]:
        longer = f"{found[-1]} {word}"
        if width(longer, size) < room:
            found[-1] = longer
        else:
            found.append(word)
    return found


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in a drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: "Box") -> bool:
        """Whether this one lies inside the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


@dataclass(slots=True)
class Room:
    """Free space in a drawing: what is taken stays taken."""

    inside: Box
    taken: list[Box] = field(default_factory=list)

    def take(self, box: Box) -> bool:
        """Takes *box* if it lies inside and touches nothing that is taken."""
        if not box.within(self.inside) or any(box.meets(other) for other in self.taken):
            return False
        self.taken.append(box)
        return True
