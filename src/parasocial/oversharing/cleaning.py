"""A text as the patterns see it: tricks of writing undone, every character's origin known."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

_HIDDEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe00-\ufe0f\ufeff"
_MARKS = "\u0300-\u036f"
HIDDEN = re.compile(f"[{_HIDDEN}]")
"""Characters that nobody sees."""
MARKS = re.compile(f"[{_MARKS}]")
"""Accents that stand apart from their letters."""
_SCRIPTS = (
    range(0x80, 0x3100),
    range(0xA600, 0xAC00),
    range(0xFE30, 0xFE70),
    range(0x1D7CE, 0x1D800),
)
_UNEVEN = re.compile(f"[{_HIDDEN}]|[^{_MARKS}][{_MARKS}]+|\u0130")
_ALIKE = {
    "‘": "'",
    "’": "'",
    "ʼ": "'",
    "`": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "ſ": "s",
    "ı": "i",
}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """One text for the patterns.

    Attributes:
        text: The same words: decimal digits of every script as 0 to 9, full-width letters as plain
            ones, spaces, dashes and quotation marks of one kind, accents joined to their letters,
            invisible characters and changes of direction left out.
        origin: Where each character of ``text`` stands in what was written, and at the end its
            length; None where the two run in step.
    """

    text: str
    origin: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place of ``text[start:end]`` in what was written."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1 if end > start else self.origin[start]


def clean(text: str) -> Cleaned:
    """*text* for the patterns, in linear time."""
    if text.isascii() or not _odd().search(text):
        return Cleaned(text)
    plain = text.translate(even())
    if not _UNEVEN.search(plain):
        return Cleaned(plain)
    parts: list[str] = []
    origin: list[int] = []
    at = 0
    for found in _UNEVEN.finditer(plain):
        start, end = found.span()
        parts.append(plain[at:start])
        origin.extend(range(at, start))
        joined = _joined(found[0])
        parts.append(joined)
        origin.extend([start] * len(joined))
        at = end
    parts.append(plain[at:])
    origin.extend(range(at, len(plain) + 1))
    return Cleaned("".join(parts), origin)


def _joined(cluster: str) -> str:
    if len(cluster) > 1:
        whole = unicodedata.normalize("NFC", cluster[:8])
        return whole[:1]
    return "I" if cluster == "\u0130" else ""


@lru_cache(maxsize=1)
def _odd() -> re.Pattern[str]:
    """Any character that cleaning changes."""
    alike = re.escape("".join(map(chr, even())))
    return re.compile(f"[{_HIDDEN}{_MARKS}\u0130{alike}]")


@lru_cache(maxsize=1)
def even() -> dict[int, str]:
    """Characters that one other character stands for."""
    table = {ord(it): plain for it, plain in _ALIKE.items()}
    table |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for it in map(chr, chain(*_SCRIPTS)):
        code = ord(it)
        kind = unicodedata.category(it)
        if kind == "Nd":
            table[code] = str(unicodedata.digit(it))
        elif kind in ("Zs", "Zl", "Zp"):
            table[code] = " "
        elif kind == "Pd":
            table[code] = "-"
    return table
