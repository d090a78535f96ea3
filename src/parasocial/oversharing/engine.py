"""Many expressions over many texts in one pass: Hyperscan where it runs, else RE2.

Expressions are written in the subset that both engines and Python share, and see bytes. Texts come
as one buffer, a line each. Which texts an expression flags is the same with either engine.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

Pairs = Iterable[tuple[int, int]]
"""A line, and the place of an expression that flags it; each pair once, ascending."""
Scan = Callable[[bytes], Pairs]
Engine = Callable[[Sequence[bytes]], Scan]


def hyperscan(expressions: Sequence[bytes]) -> Scan:
    """A scan with Hyperscan.

    Raises:
        ImportError: It is not installed, or this processor is too old for it.
    """
    import hyperscan as engine

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

    def scan(buffer: bytes) -> Pairs:
        if b"\n" in buffer:
            return _pairs(database(0), buffer, len(expressions))
        # One text, perhaps a long one: where in it an expression matches does not matter.
        which: set[int] = set()
        once = database(engine.HS_FLAG_SINGLEMATCH)
        once.scan(buffer, match_event_handler=lambda it, *_: which.add(it))
        return [(0, it) for it in sorted(which)]

    return scan


def _pairs(database: Any, buffer: bytes, number: int) -> Pairs:
    import numpy as np

    hits: list[int] = []
    ends: list[int] = []
    hit, end = hits.append, ends.append

    def on_match(which: int, _start: int, upto: int, *_more: Any) -> None:
        hit(which)
        end(upto)

    database.scan(buffer, match_event_handler=on_match)
    if not hits:
        return []
    lines = np.flatnonzero(np.frombuffer(buffer, np.uint8) == ord("\n"))
    places = np.searchsorted(lines, np.array(ends), side="left")
    pairs = np.unique(places * number + np.array(hits))
    return [divmod(pair, number) for pair in pairs.tolist()]


def re2(expressions: Sequence[bytes]) -> Scan:
    """A scan with RE2.

    Raises:
        ImportError: It is not installed.
    """
    import re2 as engine

    options = engine.Options()
    options.encoding = engine.Options.Encoding.LATIN1
    options.max_mem = 2**29
    many = engine.Set.SearchSet(options)
    for expression in expressions:
        many.Add(expression)
    many.Compile()

    def scan(buffer: bytes) -> Pairs:
        for line, text in enumerate(buffer.split(b"\n")):
            for which in sorted(many.Match(text) or ()):
                yield line, which

    return scan


def fastest(expressions: Sequence[bytes]) -> Scan:
    """A scan with the fastest engine that runs here."""
    try:
        return hyperscan(expressions)
    except ImportError:
        return re2(expressions)
