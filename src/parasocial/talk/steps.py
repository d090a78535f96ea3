"""All phrases as steps from word to word, for many texts at once.

Words are numbers, and so are states: what has been read of a phrase. A word that begins a phrase
is a state itself.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import product
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
_WORD = (1 << _SHIFT) - 1
_STAR = "*"
_ANY = 63
"""The bit of words that any word may come after; others have one below."""
_FIELD = (1 << WIDTH) - 1


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
        opens: A bit for each word from which phrases go on; several words may have the same one.
        follows: The bits of the words that it may come after in a phrase, by the same numbers.
        goes: Whether a state goes on.
        speaks: Whether it is a whole phrase.
        leans: Whether it then speaks for Filipino (1) or for Malay and Indonesian (-1).
        cues: The lists that hold it, of those that count in each kind of text.
        lone: Parts of words that are phrases.
        last: Parts of words that end a phrase.
        stars: Whether one of these comes after a state.
    """

    words: Table
    longer: dict[bytes, int]
    edge: int
    pairs: Table
    deeper: int
    opens: "Keys"
    follows: "Keys"
    goes: "NDArray[np.bool_]"
    speaks: "NDArray[np.bool_]"
    leans: "Numbers"
    cues: "NDArray[np.uint32]"
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
    stars = _marked(size, np.array([it.after for it in parts if it.after], np.intp))
    opens, follows = _neighbours(pairs, stars[: len(numbers) + 1])
    leans, cues = _says(size, states, [it for _, it in of_words])
    return Steps(
        words=table([int.from_bytes(it, "little") for it in beginnings]),
        longer=longer,
        edge=numbers[EDGE],
        pairs=table(pairs),
        deeper=len(numbers),
        opens=opens,
        follows=follows,
        goes=_marked(size, (pairs >> _SHIFT).astype(np.intp)),
        speaks=_marked(size, states),
        leans=leans,
        cues=cues,
        lone=[it for it in parts if not it.after],
        last=[it for it in parts if it.after],
        stars=stars,
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


def _neighbours(pairs: "Keys", stars: "NDArray[np.bool_]") -> "tuple[Keys, Keys]":
    """The bit of each word from which phrases go on, and those of the words that it may come after.

    Args:
        pairs: The keys of all steps.
        stars: For each word, whether any word may come after it.
    """
    import numpy as np

    states = (pairs >> _SHIFT).astype(np.intp)
    begin = states < len(stars)
    firsts, seconds = states[begin], (pairs[begin] & _WORD).astype(np.intp)
    opens, follows = np.zeros(len(stars), np.uint64), np.zeros(len(stars), np.uint64)
    opens[firsts] = np.uint64(1) << (firsts % _ANY).astype(np.uint64)
    np.bitwise_or.at(follows, seconds, opens[firsts])
    opens[stars] |= np.uint64(1 << _ANY)
    follows |= np.uint64(1 << _ANY)
    return opens, follows


def kind(is_vietnamese: "NDArray[np.bool_]", leans: "Numbers") -> "Numbers":
    """Of which kind texts are: the lists of a language count in some kinds alone.

    Args:
        is_vietnamese: Whether they have letters that only Vietnamese has.
        leans: The sign of what speaks for Filipino rather than for Malay and Indonesian.
    """
    return is_vietnamese * 3 + leans + 1


def _says(
    size: int, states: "Numbers", values: list[tuple[int, int]]
) -> "tuple[Numbers, NDArray[np.uint32]]":
    """What states lean to, and the lists that count for each, by kind of text."""
    import numpy as np

    leans = np.zeros(size, np.intp)
    np.add.at(leans, states, [lean for _, lean in values])
    fields = np.zeros((4, size), np.uint32)
    for group, field in enumerate(fields):
        bits = [it >> group * WIDTH & _FIELD for it, _ in values]
        np.bitwise_or.at(field, states, np.array(bits, np.uint32))
    always, vietnamese, malay, filipino = fields
    cues = [
        always | vietnamese * is_vietnamese | malay * (lean <= 0) | filipino * (lean >= 0)
        for is_vietnamese, lean in product((False, True), (-1, 0, 1))
    ]
    return leans, np.array(cues, np.uint32)


def _marked(size: int, places: "Numbers") -> "NDArray[np.bool_]":
    import numpy as np

    marked = np.zeros(size, np.bool_)
    marked[places] = True
    return marked
