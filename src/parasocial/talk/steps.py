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

KEY = 8
"""Bytes by which words are looked up; what is longer is looked at once more."""
SHIFT = 32
"""The key of a step is a state so many bits up, and a word."""
_STAR = b"*"


class Part(NamedTuple):
    """A phrase in which a part of a word stands for the whole.

    Attributes:
        part: The word's beginning, or its end.
        ends: Which of the two.
        after: The state before the word; 0 where it is the only one.
        state: The state with it.
    """

    part: bytes
    ends: bool
    after: int
    state: int


@dataclass(frozen=True, slots=True)
class Steps:
    """The phrases of every list and a creator's names.

    Attributes:
        words: The beginnings of all words, as little-endian numbers; a row is a word's number.
        longer: Words that are longer than that, by their numbers.
        edge: The number of what stands between texts.
        pairs: The keys of all steps, by their rows.
        deeper: What makes such a row the state that it leads to.
        goes: Whether a state goes on.
        low: The lists that hold a state's phrase, of the first two groups of languages.
        high: Those of the other two.
        leans: For which of these it speaks.
        parts: What the steps cannot tell.
    """

    words: Table
    longer: dict[bytes, int]
    edge: int
    pairs: Table
    deeper: int
    goes: "NDArray[np.bool_]"
    low: "NDArray[np.uint64]"
    high: "NDArray[np.uint64]"
    leans: "NDArray[np.int64]"
    parts: tuple[Part, ...]


@lru_cache(maxsize=64)
def steps(names: frozenset[str]) -> Steps:
    """The steps that also know a creator's names."""
    every = known(names)
    phrases = {it: _words(it) for it in every if it not in digits and not THAI.search(it)}
    numbers, longer, words = _numbered({word for them in phrases.values() for word in them})
    pairs: dict[int, int] = {}
    said: dict[int, tuple[int, int]] = {}
    parts: list[Part] = []
    for phrase, them in phrases.items():
        after, state = 0, numbers[them[0]]
        for word in them[1:]:
            key = state << SHIFT | numbers[word]
            after, state = state, pairs.setdefault(key, len(numbers) + len(pairs) + 1)
        bits, lean = every[phrase]
        had, leant = said.get(state, (0, 0))
        said[state] = (had | bits, leant + lean)
        if _STAR in them[0] or _STAR in them[-1]:
            parts.append(_part(them, after, state))
    return Steps(
        words,
        longer,
        numbers[EDGE],
        table(list(pairs)),
        len(numbers),
        *_by_state(len(numbers) + len(pairs) + 1, pairs, said),
        tuple(parts),
    )


def _numbered(words: set[bytes]) -> tuple[dict[bytes, int], dict[bytes, int], Table]:
    """Words and their beginnings by number, the longer of them again, and all beginnings."""
    numbers = {it: number for number, it in enumerate({it[:KEY] for it in words}, 1)}
    beginnings = table([int.from_bytes(it, "little") for it in numbers])
    longer = {it: number for number, it in enumerate(words - numbers.keys(), len(numbers) + 1)}
    return numbers | longer, longer, beginnings


def _by_state(
    states: int, pairs: dict[int, int], said: dict[int, tuple[int, int]]
) -> "tuple[NDArray[np.bool_], NDArray[np.uint64], NDArray[np.uint64], NDArray[np.int64]]":
    """Which states go on, and what they say: lists of either half, and a leaning."""
    import numpy as np

    goes = np.zeros(states, np.bool_)
    goes[[key >> SHIFT for key in pairs]] = True
    low, high = np.zeros((2, states), np.uint64)
    leans = np.zeros(states, np.int64)
    places, half = list(said), (1 << 2 * WIDTH) - 1
    low[places] = [bits & half for bits, _ in said.values()]
    high[places] = [bits >> 2 * WIDTH for bits, _ in said.values()]
    leans[places] = [lean for _, lean in said.values()]
    return goes, low, high, leans


def _words(phrase: str) -> list[bytes]:
    """The words of a phrase, with a star for the rest of one."""
    words = phrase.replace("$", "^").encode().split()
    if phrase[0] != " " and phrase not in signs():
        words[0] = _STAR + words[0]
    if phrase[-1] != " " and phrase not in signs():
        words[-1] += _STAR
    return words


def _part(words: list[bytes], after: int, state: int) -> Part:
    starred = words[-1] if _STAR in words[-1] else words[0]
    part, ends = starred.strip(_STAR), starred.startswith(_STAR)
    if len(part) > KEY or b" ".join(words).count(_STAR) > 1 or (ends and after):
        raise ValueError(f"no such star: {words}")
    return Part(part, ends, after, state)
