"""What many texts hold, found for all of them together: word by word, not letter by letter.

What a text is found to hold is what ``machine.found`` finds in it alone.
"""

from collections.abc import Sequence
from string import digits
from typing import TYPE_CHECKING, NamedTuple

from parasocial.talk.letters import ASKED, COLON, SIGNED, block
from parasocial.talk.machine import BIT, MARKED, SIGN, WIDTH, found
from parasocial.talk.steps import KEY, Part, Says, Steps, step, steps

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


class Begun(NamedTuple):
    """Phrases that may go on: the words that they begin with, the next ones, and their states."""

    at: "Numbers"
    to: "Numbers"
    states: "Numbers"

    def only(self, which: "Numbers") -> "Begun":
        """Some of them."""
        return Begun(self.at[which], self.to[which], self.states[which])


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


def _said(words: Words, known: Steps) -> Says:
    """What all phrases of a block say, each step taken for all texts at once."""
    import numpy as np

    numbers = words.numbers
    said = known.says.of(numbers)
    for part in known.lone:
        at = _with(part, words)
        said.add(at, known.says.of(np.full(len(at), part.state)))
    at = np.flatnonzero(known.goes.take(numbers[:-1]))
    begun = Begun(at, at + 1, numbers[at])
    while begun.at.size:
        _add_parts(said, known, words.keys, begun)
        rows = known.pairs.rows(step(begun.states, numbers[begun.to]))
        led = np.flatnonzero(rows)
        begun = Begun(begun.at[led], begun.to[led] + 1, rows[led] + known.deeper)
        said.add(begun.at, known.says.of(begun.states))
        begun = begun.only(np.flatnonzero(known.goes[begun.states]))
    return said


def _with(part: Part, words: Words) -> "Numbers":
    """Words that begin, or end, with a part."""
    import numpy as np

    if not part.ends:
        return np.flatnonzero(_begins(part, words.keys))
    last = words.data[words.ends - 1]
    at = np.flatnonzero(last == part.bytes[-1])
    for back, byte in enumerate(part.bytes[-2::-1], 2):
        at = at[words.data[words.ends[at] - back] == byte]
    return at


def _add_parts(said: Says, known: Steps, keys: "Bits", begun: Begun) -> None:
    """Add the phrases that end where a word begins with a part."""
    import numpy as np

    near = begun.only(np.flatnonzero(known.stars[begun.states]))
    for part in known.last if near.at.size else ():
        at = near.at[(near.states == part.after) & _begins(part, keys[near.to])]
        said.add(at, known.says.of(np.full(len(at), part.state)))


def _begins(part: Part, keys: "Bits") -> "NDArray[np.bool_]":
    import numpy as np

    mask = np.uint64((1 << 8 * len(part.bytes)) - 1)
    begins: NDArray[np.bool_] = keys & mask == int.from_bytes(part.bytes, "little")
    return begins


def _chosen(said: Says, starts: "Numbers", is_vietnamese: "NDArray[np.bool_]") -> "Numbers":
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
