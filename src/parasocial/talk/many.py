"""What many texts hold, found for all of them together: word by word, not letter by letter.

What a text is found to hold is what ``machine.found`` finds in it alone.
"""

from collections.abc import Sequence
from string import digits
from typing import TYPE_CHECKING, NamedTuple

from parasocial.talk.letters import ASKED, COLON, SIGNED, block
from parasocial.talk.machine import BIT, MARKED, SIGN, WIDTH, found
from parasocial.talk.steps import KEY, SHIFT, Part, Steps, steps

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.intp]
    Bits = NDArray[np.uint64]

_FIELD = (1 << WIDTH) - 1
_SPACE = 32
_ALPHABET = 26
_PAD = b" " * KEY


class Words(NamedTuple):
    """The words of a block: where they start and end, their first bytes, and their numbers."""

    data: "NDArray[np.uint8]"
    starts: "Numbers"
    ends: "Numbers"
    keys: "Bits"
    numbers: "Numbers"


class Said(NamedTuple):
    """What phrases say, at the words that they begin with."""

    low: "Bits"
    high: "Bits"
    leans: "Numbers"

    def add(self, known: Steps, at: "Numbers", states: "Numbers | int") -> None:
        """What *states* say, each of another word."""
        self.low[at] |= known.low[states]
        self.high[at] |= known.high[states]
        self.leans[at] += known.leans[states]


def found_in_each(texts: Sequence[str], names: frozenset[str]) -> "tuple[Numbers, Numbers]":
    """For each text the lists that count, with ``MARKED`` and ``SIGN``; and its bytes."""
    import numpy as np

    known = steps(names)
    data, thai, vietnamese = block(texts)
    words = _words(data + _PAD, known)
    edges = np.flatnonzero(words.numbers == known.edge)
    is_vietnamese = np.zeros(len(texts), np.bool_)
    is_vietnamese[vietnamese] = True
    cues = _chosen(_said(words, known), edges[:-1], is_vietnamese)
    for place, text in thai.items():
        cues[place] = found(text, names)
    return cues | _signs(data, words, edges), np.diff(words.starts[edges])


def _words(data: bytes, known: Steps) -> Words:
    import numpy as np

    seen = np.frombuffer(data, np.uint8)
    parted = seen <= _SPACE
    bounds = np.flatnonzero(parted[1:] != parted[:-1]) + 1
    starts, ends = bounds[::2], bounds[1::2]
    sizes = ends - starts
    masks = np.array([(1 << 8 * size) - 1 for size in range(KEY + 1)], np.uint64)
    eights = np.ndarray((len(data) - KEY + 1,), "<u8", data, strides=(1,))
    keys = eights[starts] & masks.take(sizes, mode="clip")
    numbers = known.words.rows(keys)
    long = np.flatnonzero((sizes > KEY) & (numbers != 0))
    if long.size:
        spans = zip(starts[long].tolist(), ends[long].tolist(), strict=True)
        numbers[long] = [known.longer.get(data[start:end], 0) for start, end in spans]
    return Words(seen, starts, ends, keys, numbers)


def _said(words: Words, known: Steps) -> Said:
    """What all phrases of a block say, each step taken for all texts at once."""
    import numpy as np

    numbers = words.numbers
    said = Said(known.low.take(numbers), known.high.take(numbers), known.leans.take(numbers))
    lone = [it for it in known.parts if not it.after]
    later = [it for it in known.parts if it.after]
    for it in lone:
        said.add(known, np.flatnonzero(_fits(it, words)), it.state)
    at = here = np.flatnonzero(known.goes.take(numbers[:-1]))
    states = numbers[at]
    while at.size:
        here = here + 1
        for it in later:
            fit = np.flatnonzero(states == it.after)
            said.add(known, at[fit][_begins(it.part, words.keys[here[fit]])], it.state)
        rows = known.pairs.rows((states << SHIFT | numbers[here]).view(np.uint64))
        led = np.flatnonzero(rows)
        at, here, states = at[led], here[led], rows[led] + known.deeper
        said.add(known, at, states)
        on = np.flatnonzero(known.goes[states])
        at, here, states = at[on], here[on], states[on]
    return said


def _fits(part: Part, words: Words) -> "NDArray[np.bool_]":
    """Which words begin, or end, with a part."""
    if not part.ends:
        return _begins(part.part, words.keys)
    import numpy as np

    ends = np.ones(len(words.ends), np.bool_)
    for back, byte in enumerate(reversed(part.part), 1):
        ends &= words.data[words.ends - back] == byte
    return ends


def _begins(part: bytes, keys: "Bits") -> "NDArray[np.bool_]":
    import numpy as np

    mask = np.uint64((1 << 8 * len(part)) - 1)
    begins: NDArray[np.bool_] = keys & mask == int.from_bytes(part, "little")
    return begins


def _chosen(said: Said, starts: "Numbers", is_vietnamese: "NDArray[np.bool_]") -> "Numbers":
    """The lists that count of each text, which are told as ``machine.found`` tells them."""
    import numpy as np

    low = np.bitwise_or.reduceat(said.low, starts)
    high = np.bitwise_or.reduceat(said.high, starts)
    leans = np.add.reduceat(said.leans, starts)
    cues = low & _FIELD
    cues |= np.where(is_vietnamese, low >> WIDTH, 0)
    cues |= np.where(leans <= 0, high & _FIELD, 0)
    cues |= np.where(leans >= 0, high >> WIDTH, 0)
    return cues.view(np.intp)


def _signs(data: bytes, words: Words, edges: "Numbers") -> "Numbers":
    """What is read off a text: signs, digits, and whether it may be without words."""
    import numpy as np

    places = words.starts[edges]
    first = words.keys[edges[:-1] + 1].astype(np.uint8)
    signs = np.where(first - ord("a") < _ALPHABET, 0, BIT["emote"])
    for sign, bit in ((ASKED, MARKED), (SIGNED, SIGN), (COLON, BIT["emote"])):
        if sign in data:
            signs[_texts(words.data == sign[0], places)] |= bit
    signs[_texts(words.data - ord("0") < len(digits), places)] |= BIT["digit"]
    return signs


def _texts(here: "NDArray[np.bool_]", places: "Numbers") -> "Numbers":
    """In which of the texts that stand at *places* there are such bytes."""
    import numpy as np

    return np.searchsorted(places, np.flatnonzero(here)) - 1
