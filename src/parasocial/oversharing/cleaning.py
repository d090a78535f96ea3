"""A text as the patterns see it: tricks of writing undone, every character's origin known."""

import re
import unicodedata
from bisect import bisect
from functools import lru_cache
from itertools import chain

from msgspec import Struct

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
_APART = re.compile(f"[{_HIDDEN}{_MARKS}\u0130]")
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


class Cleaned(Struct, frozen=True, gc=False):
    """One text for the patterns.

    Attributes:
        text: The same words: decimal digits of every script as 0 to 9, full-width letters as plain
            ones, spaces, dashes and quotation marks of one kind, accents joined to their letters,
            invisible characters and changes of direction left out.
        runs: Where stretches that run in step with what was written begin: in ``text``, and beside
            it in what was written. None where all of it runs in step.
    """

    text: str
    runs: tuple[list[int], list[int]] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place of ``text[start:end]`` in what was written."""
        first = self._origin(start)
        return first, self._origin(end - 1) + 1 if end > start else first

    def _origin(self, place: int) -> int:
        if self.runs is None:
            return place
        cleaned, written = self.runs
        run = bisect(cleaned, place) - 1
        return written[run] + place - cleaned[run]


def clean(text: str) -> Cleaned:
    """*text* for the patterns, in linear time."""
    if text.isascii() or not _odd().search(text):
        return Cleaned(text)
    table = _plain()
    plain = _odd().sub(lambda odd: table.get(odd[0], odd[0]), text)
    if not _APART.search(plain):
        return Cleaned(plain)
    parts: list[str] = []
    cleaned, written = [0], [0]
    at = length = 0
    for found in _UNEVEN.finditer(plain):
        start, end = found.span()
        joined = _joined(found[0])
        parts += (plain[at:start], joined)
        length += start - at
        cleaned += (length, length + len(joined))
        written += (start, end)
        length += len(joined)
        at = end
    parts.append(plain[at:])
    return Cleaned("".join(parts), (cleaned, written))


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
def _plain() -> dict[str, str]:
    return {chr(code): plain for code, plain in even().items()}


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
