"""All phrases of all languages as one Aho-Corasick machine, and texts as it sees them.

A text becomes its words in lower case with one space around each, ``^`` before the first and ``$``
after the last, so that a phrase is a plain string. One pass finds every phrase, in one text or in
many that stand one after the other.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from parasocial.talk.lists import CUES, THAI, emotes, spelled, words

BIT = {cue: 1 << place for place, cue in enumerate((*CUES, "name", "digit"))}
"""The bit of each list, of the creator's name, and of any digit."""
MARKED, AT, NUMBER, MAIL, QUOTE = (1 << len(BIT) + place for place in range(5))
"""What is read off the text itself: ``?``, ``@somebody``, a number, an e-mail address, quotes."""
_GROUPS = (("en", "th"), ("vi",), ("id", "ms"), ("fil",))
"""Languages whose phrases do not get into each other's way."""
_LEANS = {"id": -1, "ms": -1, "fil": 1}
_WIDTH = 40
_FIELD = (1 << _WIDTH) - 1
_VIETNAMESE = re.compile("[ăđơư\u1ea0-\u1ef9]")
_END = "\0"
"""What ends each of many texts: no phrase holds it."""
_SHORTEST = 3
"""Letters of a part of a name that may stand for the whole."""


def bare(text: str) -> str:
    """The words of *text*, as the machine sees them.

    >>> bare("It's PART 2!!")
    ' ^ it s part 2 $ '
    """
    return f" ^ {' '.join(_letters(text.replace(_END, ' ')).split())} $ "


def found(text: str, names: frozenset[str]) -> int:
    """The lists that have phrases in a bare text."""
    fields, leans = 0, 0
    for _, (bits, lean) in machine(names).iter(text):
        fields |= bits
        leans += lean
    return chosen(fields, leans, vietnamese=_is_vietnamese(text))


def found_in_each(texts: Sequence[str], names: frozenset[str]) -> list[tuple[int, int]]:
    """For each of many texts what ``chosen`` asks for: the lists of all groups, and the leaning."""
    each: list[tuple[int, int]] = []
    fields, leans = 0, 0
    for _, value in machine(names).iter(_block(texts)):
        if value is None:
            each.append((fields, leans))
            fields, leans = 0, 0
        else:
            fields |= value[0]
            leans += value[1]
    return each


def chosen(fields: int, leans: int, *, vietnamese: bool) -> int:
    """The lists that count, of those that have phrases in a text.

    English and Thai always count, Vietnamese where its letters stand, and of Filipino and Malay
    (with Indonesian) the one that the other words of the text belong to: "ba" and "parang" are
    words of several languages.
    """
    cues = fields & _FIELD
    if fields >> _WIDTH:
        if vietnamese:
            cues |= fields >> _WIDTH & _FIELD
        if leans <= 0:
            cues |= fields >> 2 * _WIDTH & _FIELD
        if leans >= 0:
            cues |= fields >> 3 * _WIDTH & _FIELD
    return cues


def _letters(text: str) -> str:
    """A text in lower case, its signs as spaces; what ends texts stays."""
    if text.isascii():
        return text.encode().translate(_PLAIN).decode()
    return unicodedata.normalize("NFC", text).lower().translate(_LETTERS)


def _block(texts: Sequence[str]) -> str:
    """Many texts as the machine sees them, each with its end."""
    joined = f" {_END} ".join((*texts, ""))
    if joined.count(_END) > len(texts):
        joined = f" {_END} ".join((*(it.replace(_END, " ") for it in texts), ""))
    plain = _letters(joined)
    while "  " in plain:
        plain = plain.replace("  ", " ")
    return f" ^ {plain.lstrip()}".replace(_END, f"$ {_END} ^")


def _is_vietnamese(text: str) -> bool:
    return not text.isascii() and _VIETNAMESE.search(text) is not None


def is_emotes(text: str) -> bool:
    """Whether a text is nothing but emotes: known ones, or written ``:so:``."""
    known = emotes()
    for it in text.split():
        if it not in known and not (len(it) > _SHORTEST and it[0] == it[-1] == ":"):
            return False
    return True


@lru_cache(maxsize=64)
def machine(names: frozenset[str]) -> Any:
    """The machine that also knows a creator's names."""
    import ahocorasick

    made = ahocorasick.Automaton()
    known = phrases()
    for phrase, value in known.items():
        made.add_word(phrase, value)
    made.add_word(_END, None)
    for part in sorted({part for name in names for part in _parts(name)}):
        bits, lean = known.get(part, (0, 0))
        made.add_word(part, (bits | BIT["name"], lean))
    made.make_automaton()
    return made


@lru_cache(maxsize=1)
def phrases() -> dict[str, tuple[int, int]]:
    """Every phrase of every list, as the machine sees it.

    With it go the lists that hold it, those of each group in bits of their own, and whether it
    speaks for Filipino (1) or for Malay and Indonesian (-1).
    """
    bits: dict[str, int] = defaultdict(int)
    leans: dict[str, set[int]] = defaultdict(set)
    for group, languages in enumerate(_GROUPS):
        for language in languages:
            for cue, lines in words(language).lists.items():
                for phrase in (_bounded(it) for line in lines for it in spelled(line)):
                    bits[phrase] |= BIT.get(cue, 0) << group * _WIDTH
                    leans[phrase].add(_LEANS.get(language, 0))
    for digit in "0123456789":
        bits[digit] |= BIT["digit"]
    return {it: (bits[it], sum(leans[it])) for it in bits}


def _bounded(phrase: str) -> str:
    if len(phrase) == 1 and not phrase.isalnum():
        _LETTERS[ord(phrase)] = f" {phrase} "
        return phrase
    inner = bare(phrase.strip("^$ "))[2:-2]
    if not inner.strip():
        raise ValueError(f"no words: {phrase}")
    if THAI.search(phrase):
        inner = inner.strip() + " " * phrase.endswith("$")
    if phrase.startswith("*"):
        inner = inner[1:]
    if phrase.endswith("*"):
        inner = inner[:-1]
    return f"{' ^' * phrase.startswith('^')}{inner}{'$ ' * phrase.endswith('$')}"


def _parts(name: str) -> list[str]:
    """A name, and its first and last word where no list holds them."""
    whole = bare(name)[3:-3].strip()
    parts = whole.split(" ")
    alone = [
        it for it in (parts[0], parts[-1]) if len(it) >= _SHORTEST and f" {it} " not in phrases()
    ]
    return [f" {it} " for it in {whole, *alone} if it]


class _Letters(dict[int, int | str]):
    """What a character is to the machine: itself, or a space; filled as characters come."""

    def __missing__(self, code: int) -> int:
        kept = code if unicodedata.category(chr(code))[0] in "LMN" else ord(" ")
        self[code] = kept
        return kept


_LETTERS = _Letters({0: _END})
_PLAIN = bytes(
    ord(chr(it).lower()) if chr(it).isalnum() or chr(it) == _END else ord(" ") for it in range(256)
)
