"""What many texts hold, found for all of them together: word by word, not letter by letter.

What a text is found to hold is what ``machine.found`` finds in it alone.
"""

from string import digits
from typing import TYPE_CHECKING, NamedTuple

from parasocial.talk.letters import ASKED, COLON, EDGE, SIGNED, block
from parasocial.talk.machine import BIT, MARKED, SIGN, found
from parasocial.talk.steps import KEY, Part, Steps, kind, step, steps
from parasocial.talk.texts import Texts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.intp]
    Bits = NDArray[np.uint64]

_SPACE = 32
_ALPHABET = 26
_PAD = b" " * KEY


class Words(NamedTuple):
    """The words of a block.

    Attributes:
        data: The block.
        starts: Where they start.
        ends: Where they end.
        keys: Their first bytes.
        numbers: Which ones they are.
        texts: Which text each stands in; the edge that begins a text stands in it.
    """

    data: "NDArray[np.uint8]"
    starts: "Numbers"
    ends: "Numbers"
    keys: "Bits"
    numbers: "Numbers"
    texts: "Numbers"


class Said(NamedTuple):
    """Phrases that stand in a block: the words that they begin or end with, and their states."""

    at: "Numbers"
    states: "Numbers"


class Begun(NamedTuple):
    """Phrases that may go on: the words that they begin with, the next ones, and their states."""

    at: "Numbers"
    to: "Numbers"
    states: "Numbers"

    def only(self, which: "Numbers") -> "Begun":
        """Some of them."""
        return Begun(self.at[which], self.to[which], self.states[which])


def found_in_each(texts: Texts, names: frozenset[str]) -> "tuple[Numbers, Numbers]":
    """For each text the lists that count, with ``MARKED`` and ``SIGN``; and its bytes."""
    import numpy as np

    known = steps(names)
    data, thai, vietnamese = block(texts)
    words = _words(data + _PAD, known)
    edges = np.flatnonzero(words.numbers == known.edge)
    is_vietnamese = np.zeros(len(texts), np.bool_)
    is_vietnamese[vietnamese] = True
    said = _said(words, known)
    kinds = kind(is_vietnamese, _leans(said, words, known, len(texts)))
    counted = _counted(said, words, known, kinds)
    cues = np.bitwise_or.reduceat(counted, edges[:-1]).astype(np.intp)
    for place, text in thai.items():
        cues[place] = found(text, names)
    return cues | _signs(data, words, edges), np.diff(words.starts[edges])


def _words(data: bytes, known: Steps) -> Words:
    import numpy as np

    seen = np.frombuffer(data, np.uint8)
    starts, ends = _spans(seen)
    sizes = ends - starts
    masks = np.array([(1 << 8 * size) - 1 for size in range(KEY + 1)], np.uint64)
    eights = np.ndarray((len(data) - KEY + 1,), "<u8", data, strides=(1,))
    keys = eights.take(starts) & masks.take(sizes, mode="clip")
    numbers = known.words.rows(keys)
    long = np.flatnonzero((sizes > KEY) & (numbers != 0))
    if long.size:
        spans = zip(starts[long].tolist(), ends[long].tolist(), strict=True)
        numbers[long] = [known.longer.get(data[start:end], 0) for start, end in spans]
    return Words(seen, starts, ends, keys, numbers, np.cumsum(numbers == known.edge) - 1)


def _spans(seen: "NDArray[np.uint8]") -> "tuple[Numbers, Numbers]":
    """Where words start and end; what stands between two texts is a word, with no space around."""
    import numpy as np

    starts = seen > _SPACE
    inside = starts & (seen != EDGE[0])
    goes_on = inside[:-1] & inside[1:]
    ends = np.zeros_like(starts)
    ends[1:] = starts[:-1] ^ goes_on
    starts[1:] ^= goes_on
    return np.flatnonzero(starts), np.flatnonzero(ends)


def _said(words: Words, known: Steps) -> list[Said]:
    """All phrases of a block, each step taken for all texts at once."""
    import numpy as np

    numbers = words.numbers
    at = np.flatnonzero(known.speaks.take(numbers))
    said = [Said(at, numbers.take(at))]
    said += [_said_by(part, _with(part, words)) for part in known.lone]
    near = known.opens.take(numbers[:-1]) & known.follows.take(numbers[1:])
    at = np.flatnonzero(near != 0)
    begun = Begun(at, at + 1, numbers.take(at))
    while begun.at.size:
        said += _said_in_part(known, words.keys, begun)
        rows = known.pairs.rows(step(begun.states, numbers[begun.to]))
        led = np.flatnonzero(rows)
        begun = Begun(begun.at[led], begun.to[led] + 1, rows[led] + known.deeper)
        said.append(Said(begun.at, begun.states))
        begun = begun.only(np.flatnonzero(known.goes[begun.states]))
    return said


def _with(part: Part, words: Words) -> "Numbers":
    """Words that begin, or end, with a part."""
    import numpy as np

    if not part.ends:
        return np.flatnonzero(_begins(part, words.keys))
    last = words.data.take(words.ends - 1)
    at = np.flatnonzero(last == part.bytes[-1])
    for back, byte in enumerate(part.bytes[-2::-1], 2):
        at = at[words.data[words.ends[at] - back] == byte]
    return at


def _said_in_part(known: Steps, keys: "Bits", begun: Begun) -> list[Said]:
    """The phrases that end where a word begins with a part."""
    import numpy as np

    near = begun.only(np.flatnonzero(known.stars[begun.states]))
    return [
        _said_by(it, near.at[(near.states == it.after) & _begins(it, keys[near.to])])
        for it in (known.last if near.at.size else ())
    ]


def _said_by(part: Part, at: "Numbers") -> Said:
    import numpy as np

    return Said(at, np.full(len(at), part.state))


def _begins(part: Part, keys: "Bits") -> "NDArray[np.bool_]":
    import numpy as np

    mask = np.uint64((1 << 8 * len(part.bytes)) - 1)
    begins: NDArray[np.bool_] = keys & mask == int.from_bytes(part.bytes, "little")
    return begins


def _leans(said: list[Said], words: Words, known: Steps, size: int) -> "Numbers":
    """The sign of what the phrases of each text lean to, all in all."""
    import numpy as np

    leans = np.zeros(size)
    for at, states in said:
        lean = known.leans.take(states)
        leaning = np.flatnonzero(lean)
        texts = words.texts.take(at.take(leaning))
        leans += np.bincount(texts, lean.take(leaning), size)
    return np.sign(leans).astype(np.intp)


def _counted(
    said: list[Said], words: Words, known: Steps, kinds: "Numbers"
) -> "NDArray[np.uint32]":
    """The lists that count at each word, which are told as ``machine.found`` tells them."""
    import numpy as np

    cues = np.zeros(len(words.numbers), np.uint32)
    for at, states in said:
        cues[at] |= known.cues[kinds.take(words.texts.take(at)), states]
    return cues


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
