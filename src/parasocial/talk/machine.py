"""All phrases of all languages as one Aho-Corasick machine, which looks at one text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from string import digits
from typing import Any

from parasocial.talk.letters import bare, inside, is_vietnamese
from parasocial.talk.lists import CUES, THAI, emotes, signs, spelled, words

BIT = {cue: 1 << place for place, cue in enumerate((*CUES, "name", "digit", "emote"))}
"""The bit of each list, of the creator's name, of any digit, and of an emote that begins a text."""
MARKED, AT, NUMBER, MAIL, QUOTE, SIGN = (1 << len(BIT) + place for place in range(6))
"""What is read off the text itself: ``?``, ``@somebody``, a number, an e-mail address, quotes; and
that it has a sign for which it has to be read."""
_GROUPS = (("en", "th"), ("vi",), ("id", "ms"), ("fil",))
"""Languages whose phrases do not get into each other's way."""
WIDTH = 32
"""Bits of a group's lists in a phrase's; those of English and Thai are the lowest."""
_LISTS = (1 << len(_GROUPS) * WIDTH) - 1
_MALAY, _FILIPINO = _LISTS + 1, 2 * (_LISTS + 1)
_LEANS = {"id": _MALAY, "ms": _MALAY, "fil": _FILIPINO}
_LEANING = (0, -1, 1, 0)
"""What speaks for both speaks for neither."""
_FIELD = (1 << WIDTH) - 1
_SHORTEST = 3
"""Letters of a part of a name that may stand for the whole."""


def found(text: str, names: frozenset[str]) -> int:
    """The lists that count, of those that have phrases in a bare text.

    English and Thai always count, Vietnamese where its letters stand, and of Filipino and Malay
    (with Indonesian) the one that the other words of the text belong to: "ba" and "parang" are
    words of several languages.
    """
    fields, leans = 0, 0
    for _, (bits, lean) in machine(names).iter(text):
        fields |= bits
        leans += lean
    cues = fields & _FIELD
    if fields >> WIDTH:
        if is_vietnamese(text):
            cues |= fields >> WIDTH & _FIELD
        if leans <= 0:
            cues |= fields >> 2 * WIDTH & _FIELD
        if leans >= 0:
            cues |= fields >> 3 * WIDTH & _FIELD
    return cues


@lru_cache(maxsize=64)
def machine(names: frozenset[str]) -> Any:
    """The machine that also knows a creator's names."""
    import ahocorasick

    made = ahocorasick.Automaton()
    for phrase, value in known(names).items():
        made.add_word(phrase, value)
    made.make_automaton()
    return made


def known(names: frozenset[str]) -> dict[str, tuple[int, int]]:
    """Every phrase of every list, and a creator's names, with what ``phrases`` says of each."""
    every = phrases().copy()
    for part in {part for name in names for part in _parts(name)}:
        bits, lean = every.get(part, (0, 0))
        every[part] = (bits | BIT["name"], lean)
    return every


@lru_cache(maxsize=1)
def phrases() -> dict[str, tuple[int, int]]:
    """Every phrase of every list, as the machine sees it.

    With it go the lists that hold it, those of each group in bits of their own, and whether it
    speaks for Filipino (1) or for Malay and Indonesian (-1).
    """
    held: dict[str, int] = defaultdict(int, dict.fromkeys(digits, BIT["digit"]))
    for group, languages in enumerate(_GROUPS):
        for language in languages:
            for cue, lines in words(language).lists.items():
                bits = BIT.get(cue, 0) << group * WIDTH | _LEANS.get(language, 0)
                for phrase in _bounded([it for line in lines for it in spelled(line)]):
                    held[phrase] |= bits
    for emote in emotes():
        held[f" ^ {bare(emote).split()[1]} "] |= BIT["emote"]
    return {
        it: (bits & _LISTS, _LEANING[bits >> len(_GROUPS) * WIDTH]) for it, bits in held.items()
    }


def _bounded(spelled_: Sequence[str]) -> Iterator[str]:
    """Phrases of a list, with a space before and after each word that stands for itself."""
    for phrase, inner in zip(spelled_, inside(spelled_), strict=True):
        if phrase in signs():
            yield phrase
            continue
        if not inner:
            raise ValueError(f"no words: {phrase}")
        thai = THAI.search(phrase)
        start = " ^ " if phrase[0] == "^" else "" if thai or phrase[0] == "*" else " "
        end = " $ " if phrase[-1] == "$" else "" if thai or phrase[-1] == "*" else " "
        yield f"{start}{inner}{end}"


def _parts(name: str) -> list[str]:
    """A name, and its first and last word where no list holds them."""
    whole = bare(name)[3:-3].strip()
    parts = whole.split(" ")
    alone = [
        it for it in (parts[0], parts[-1]) if len(it) >= _SHORTEST and f" {it} " not in phrases()
    ]
    return [f" {it} " for it in {whole, *alone} if it]
