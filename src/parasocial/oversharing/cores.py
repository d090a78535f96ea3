"""Very many texts, on every core: a process for each, with the same findings as one alone."""

from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Self

from msgspec import msgpack

from parasocial.oversharing.found import Found
from parasocial.oversharing.names import Listed
from parasocial.oversharing.scan import Scanner

MANY = 500_000
"""Texts from which several processes pay: each takes about a second to begin."""
_CHUNK = 20_000
_AHEAD = 2  # chunks of each other process: one that it looks through, one that waits for it
_own: list[Scanner] = []  # of a process of the pool, once it has begun


class Scanners:
    """A scanner here, and one in each of several processes, which end with the context.

    Processes are begun anew, so whoever asks for them must be importable without side effects.

    Args:
        names: Names to look for beside the patterns, by whose they are.
        processes: How many, with this one.
    """

    def __init__(self, names: Mapping[str, Sequence[str]], processes: int) -> None:
        self._here = _scanner(names)
        self._others = processes - 1
        self._pool = ProcessPoolExecutor(
            max(self._others, 1),
            get_context("spawn"),
            initializer=_begin,
            initargs=(dict(names),),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def scan(self, texts: Sequence[str]) -> list[Sequence[Found]]:
        """What each text gives away, in the order of its words."""
        found: list[Sequence[Found]] = [()] * len(texts)
        away: deque[tuple[int, Future[dict[int, Sequence[Found]]]]] = deque()

        def keep(start: int, there: Mapping[int, Sequence[Found]]) -> None:
            for place, them in there.items():
                found[start + place] = them

        # This process looks too: texts that stay here need no sending.
        for start in range(0, len(texts), _CHUNK):
            chunk = texts[start : start + _CHUNK]
            while away and away[0][1].done():
                first, them = away.popleft()
                keep(first, them.result())
            if len(away) < _AHEAD * self._others and (packed := _packed(chunk)):
                away.append((start, self._pool.submit(_scan, packed)))
            else:
                keep(start, self._here.given(chunk))
        for start, it in away:
            keep(start, it.result())
        return found


def scan_all(
    texts: Sequence[str], names: Mapping[str, Sequence[str]], processes: int = 1
) -> list[Sequence[Found]]:
    """What each text gives away, by several processes where there are enough texts to pay."""
    if processes == 1 or len(texts) < MANY:
        return _scanner(names).scan(texts)
    with Scanners(names, processes) as scanners:
        return scanners.scan(texts)


def _begin(names: Mapping[str, Sequence[str]]) -> None:
    _own.append(_scanner(names))


def _scanner(names: Mapping[str, Sequence[str]]) -> Scanner:
    return Scanner(Listed(names) if names else None)


def _packed(texts: Sequence[str]) -> bytes | None:
    """Texts to be sent, faster than by pickle; None where one holds half a character."""
    try:
        return msgpack.encode(texts)
    except UnicodeEncodeError:
        return None


def _scan(packed: bytes) -> dict[int, Sequence[Found]]:
    return _own[0].given(msgpack.decode(packed, type=list[str]))
