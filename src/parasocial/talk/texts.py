"""Many texts as one string, from which a text is cut only where somebody asks for it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from parasocial.schema import END

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.intp]

_SELDOM = 8
"""Where more than one text in so many is asked for, all are cut apart: that takes less time."""


class Texts(Sequence[str]):
    r"""Texts in one string, with ``END`` between them.

    >>> texts = Texts("good\0morning\0")
    >>> len(texts), texts[1], texts.sizes.tolist()
    (3, 'morning', [4, 7, 0])
    """

    def __init__(self, block: str) -> None:
        self.block = block

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Texts":
        """Any texts, each ``END`` inside of one as a space."""
        if isinstance(texts, cls):
            return texts
        block = END.join(texts)
        if block.count(END) >= len(texts):
            block = END.join(it.replace(END, " ") for it in texts)
        return cls(block)

    @cached_property
    def bytes(self) -> bytes:
        """The texts in UTF-8, with an ``END`` before each and after the last."""
        return f"{END}{self.block}{END}".encode("utf-8", "surrogatepass")

    @cached_property
    def edges(self) -> "Numbers":
        """Where each ``END`` of these bytes is."""
        import numpy as np

        return np.flatnonzero(np.frombuffer(self.bytes, np.uint8) == ord(END))

    @property
    def sizes(self) -> "Numbers":
        """How many bytes each text has."""
        import numpy as np

        return np.diff(self.edges) - 1

    def __len__(self) -> int:
        return len(self.edges) - 1

    def __iter__(self) -> Iterator[str]:
        return iter(self.block.split(END))

    def __getitem__(self, place: Any) -> Any:
        places = range(len(self))[place]
        return self.at([places])[0] if isinstance(places, int) else self.at(places)

    def at(self, places: Sequence[int]) -> list[str]:
        """Some of them."""
        if not places:
            return []
        if len(places) * _SELDOM > len(self):
            return [*map(self.block.split(END).__getitem__, places)]
        starts, ends = (self.edges[step:].take(places).tolist() for step in (0, 1))
        cut = (self.bytes[start + 1 : end] for start, end in zip(starts, ends, strict=True))
        return [it.decode("utf-8", "surrogatepass") for it in cut]
