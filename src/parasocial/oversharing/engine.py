"""Many expressions over many texts in one pass: Hyperscan where it runs, else RE2.

Expressions are written in the subset that both engines and Python share, and see bytes. Texts come
as one buffer, a line each. Which texts an expression flags is the same with either engine.
"""

from collections.abc import Callable, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]
    """Lines, and beside each the place of an expression that flags it; some perhaps twice."""


class Lines:
    """Many texts for an engine.

    Args:
        buffer: A line for each.
    """

    def __init__(self, buffer: bytes) -> None:
        self.buffer = buffer

    @cached_property
    def breaks(self) -> "NDArray[np.int64]":
        """Where each line ends but the last."""
        import numpy as np

        return np.flatnonzero(np.frombuffer(self.buffer, np.uint8) == ord("\n"))

    @property
    def longest(self) -> int:
        """Bytes of the longest line."""
        import numpy as np

        return int(np.diff(self.breaks, prepend=-1, append=len(self.buffer)).max()) - 1

    def of(self, places: "Sequence[int] | NDArray[np.int64]") -> "NDArray[np.int64]":
        """The line in which each place of the buffer lies."""
        import numpy as np

        return np.searchsorted(self.breaks, np.asarray(places, np.int64), side="left")

    def only(self, lines: "Sequence[int] | NDArray[np.int64]") -> "Lines":
        """These lines alone, in their order."""
        import numpy as np

        if len(lines) > len(self.breaks):
            return self
        low = np.concatenate(([0], self.breaks + 1))[lines].tolist()
        high = np.append(self.breaks, len(self.buffer))[lines].tolist()
        parts = [self.buffer[start:end] for start, end in zip(low, high, strict=True)]
        return Lines(b"\n".join(parts))


Scan = Callable[[Lines], "Pairs"]
Engine = Callable[[Sequence[bytes]], Scan]


def hyperscan(expressions: Sequence[bytes]) -> Scan:
    """A scan with Hyperscan.

    Raises:
        ImportError: It is not installed, or this processor is too old for it.
    """
    import hyperscan as engine

    if not expressions:
        return _nothing

    @cache
    def database(flag: int) -> Any:
        made = engine.Database()
        made.compile(
            expressions=list(expressions),
            ids=list(range(len(expressions))),
            elements=len(expressions),
            flags=[flag] * len(expressions),
        )
        return made

    try:
        database(0)
    except engine.error as failure:
        raise ImportError("this processor cannot run Hyperscan") from failure

    def scan(lines: Lines) -> "Pairs":
        which: list[int] = []
        ends: list[int] = []
        hit, end = which.append, ends.append

        def on_match(it: int, _start: int, upto: int, _flags: int, _context: Any) -> None:
            hit(it)
            end(upto)

        # In one text, perhaps a long one, it does not matter where an expression matches.
        once = 0 if b"\n" in lines.buffer else engine.HS_FLAG_SINGLEMATCH
        database(once).scan(lines.buffer, match_event_handler=on_match)
        return _pairs([0] * len(which) if once else lines.of(ends), which)

    return scan


def _nothing(_: Lines) -> "Pairs":
    return _pairs((), ())


def _pairs(lines: "Sequence[int] | NDArray[np.int64]", which: Sequence[int]) -> "Pairs":
    import numpy as np

    return np.asarray(lines, np.int64), np.asarray(which, np.int64)


def re2(expressions: Sequence[bytes]) -> Scan:
    """A scan with RE2.

    Raises:
        ImportError: It is not installed.
    """
    import re2 as engine

    if not expressions:
        return _nothing
    options = engine.Options()
    options.encoding = engine.Options.Encoding.LATIN1
    options.max_mem = 2**29
    many = engine.Set.SearchSet(options)
    for expression in expressions:
        many.Add(expression)
    many.Compile()

    def scan(lines: Lines) -> "Pairs":
        found = [
            (line, which)
            for line, text in enumerate(lines.buffer.split(b"\n"))
            for which in many.Match(text) or ()
        ]
        return _pairs([line for line, _ in found], [which for _, which in found])

    return scan


def fastest(expressions: Sequence[bytes]) -> Scan:
    """A scan with the fastest engine that runs here."""
    try:
        return hyperscan(expressions)
    except ImportError:
        return re2(expressions)
