"""All phrases as steps from word to word, for many texts at once.

Words are numbers, and so are states: what has been read of a phrase. A word that begins a phrase
is a state itself.
"""

from dataclasses import dataclass
from functools import lru_cache
from string import digits
from typing import TYPE_CHECKING, NamedTuple

from parasocial.talk.letters import EDGE
from parasocial.talk.lists import THAI, signs
from parasocial.talk.machine import WIDTH, known
from parasocial.talk.table import Table, table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.intp]
    Keys = NDArray[np.uint64]

KEY = 8
"""Bytes by which words are looked up; what is longer is looked at once more."""
_SHIFT = 32
"""The key of a step is a state so many bits up, and a word."""
_STAR = "*"


class Says(NamedTuple):
    """What phrases say, by state or by word.

    Attributes:
        low: The lists that hold them, of the first two groups of languages.
        high: Those of the other two.
        leans: For which of these two they speak.
    """

    low: "Keys"
    high: "Keys"
    leans: "Numbers"

    def of(self, which: "Numbers") -> "Says":
        """What some of them say, each as often as it is asked for."""
        return Says(self.low.take(which), self.high.take(which), self.leans.take(which))

    def add(self, at: "Numbers", more: "Says") -> None:
        """What is said *at* some places, none of them twice, as well."""
        self.low[at] |= more.low
        self.high[at] |= more.high
        self.leans[at] += more.leans


class Part(NamedTuple):
    """A phrase in which a part of a word stands for the whole.

    Attributes:
        bytes: The word's beginning, or its end.
        ends: Which of the two.
        after: The state before the word; 0 where it is the only one.
        state: The state with it.
    """

    bytes: bytes
    ends: bool
    after: int
    state: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The phrases of every list and a creator's names.

    Attributes:
        words: The beginnings of all words, as little-endian numbers; a row is a word's number.
        longer: Words that are longer than that, by their numbers.
        edge: The number of what stands between texts.
        pairs: The keys of all steps, by their rows.
        deeper: What makes such a row the state that it leads to.
        goes: Whether a state goes on.
        says: What it says.
        lone: Parts of words that are phrases.
        last: Parts of words that end a phrase.
        stars: Whether one of these comes after a state.
    """

    words: Table
    longer: dict[bytes, int]
    edge: int
    pairs: Table
    deeper: int
    goes: "NDArray[np.bool_]"
    says: Says
    lone: list[Part]
    last: list[Part]
    stars: "NDArray[np.bool_]"


@lru_cache(maxsize=64)
def steps(names: frozenset[str]) -> Steps:
    """The steps that also know a creator's names."""
    import numpy as np

    of_words = [it for it in known(names).items() if it[0] not in digits and not THAI.search(it[0])]
    phrases = [_spaced(it) for it, _ in of_words]
    words = " ".join(phrases).encode().split()
    beginnings, longer = _numbered(set(words))
    numbers = beginnings | longer
    pairs, after, states = _led(
        np.array([numbers[it] for it in words]),
        np.array([it.count(" ") + 1 for it in phrases]),
        len(numbers),
    )
    parts = [
        _part(phrase, *reached)
        for phrase, *reached in zip(phrases, after.tolist(), states.tolist(), strict=True)
        if _STAR in phrase
    ]
    size = len(numbers) + len(pairs) + 1
    return Steps(
        words=table([int.from_bytes(it, "little") for it in beginnings]),
        longer=longer,
        edge=numbers[EDGE],
        pairs=table(pairs),
        deeper=len(numbers),
        goes=_marked(size, (pairs >> _SHIFT).astype(np.intp)),
        says=_says(size, states, [it for _, it in of_words]),
        lone=[it for it in parts if not it.after],
        last=[it for it in parts if it.after],
        stars=_marked(size, np.array([it.after for it in parts if it.after], np.intp)),
    )


def _spaced(phrase: str) -> str:
    """A phrase's words, with a star for the rest of one."""
    if phrase[0] == phrase[-1] == " ":
        return phrase[1:-1].replace("$", "^")
    if phrase in signs():
        return phrase
    return f"{_STAR * (phrase[0] != ' ')}{phrase.strip()}{_STAR * (phrase[-1] != ' ')}"


def _numbered(words: set[bytes]) -> tuple[dict[bytes, int], dict[bytes, int]]:
    """The beginnings of words by number, and the words that are longer."""
    beginnings = {it: number for number, it in enumerate({it[:KEY] for it in words}, 1)}
    longer = words - beginnings.keys()
    return beginnings, {it: number for number, it in enumerate(longer, len(beginnings) + 1)}


def _led(words: "Numbers", lengths: "Numbers", last: int) -> "tuple[Keys, Numbers, Numbers]":
    """The keys of all steps; of each phrase the state before its last word, and with it.

    Args:
        words: Those of all phrases.
        lengths: How many words each phrase has.
        last: The highest number of a word, from which states go on.
    """
    import numpy as np

    firsts = np.cumsum(lengths) - lengths
    after, states = np.zeros_like(lengths), words[firsts]
    pairs = [np.zeros(0, np.uint64)]
    for depth in range(1, lengths.max()):
        long = np.flatnonzero(lengths > depth)
        after[long] = states[long]
        keys = step(states[long], words[firsts[long] + depth])
        distinct, rows = np.unique(keys, return_inverse=True)
        states[long] = last + 1 + rows
        last += len(distinct)
        pairs.append(distinct)
    return np.concatenate(pairs), after, states


def step(states: "Numbers", words: "Numbers") -> "Keys":
    """The keys of steps, each from a state by a word."""
    import numpy as np

    return (states << _SHIFT | words).view(np.uint64)


def _part(phrase: str, after: int, state: int) -> Part:
    words = phrase.split()
    ends = phrase.startswith(_STAR)
    part = words[0 if ends else -1].strip(_STAR).encode()
    if len(part) > KEY or phrase.count(_STAR) > 1 or (ends and after):
        raise ValueError(f"no such star: {phrase}")
    return Part(part, ends, after, state)


def _says(size: int, states: "Numbers", values: list[tuple[int, int]]) -> Says:
    import numpy as np

    said = Says(np.zeros(size, np.uint64), np.zeros(size, np.uint64), np.zeros(size, np.intp))
    half = (1 << 2 * WIDTH) - 1
    np.bitwise_or.at(said.low, states, np.array([it & half for it, _ in values], np.uint64))
    np.bitwise_or.at(said.high, states, np.array([it >> 2 * WIDTH for it, _ in values], np.uint64))
    np.add.at(said.leans, states, [lean for _, lean in values])
    return said


def _marked(size: int, places: "Numbers") -> "NDArray[np.bool_]":
    import numpy as np

    marked = np.zeros(size, np.bool_)
    marked[places] = True
    return marked
