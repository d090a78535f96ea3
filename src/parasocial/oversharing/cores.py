"""Very many texts, on every core: a process for each, with the same findings as one alone."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from multiprocessing import get_context
from typing import Self

from parasocial.oversharing.found import Found
from parasocial.oversharing.names import Listed
from parasocial.oversharing.scan import Scanner

MANY = 500_000
"""Texts from which several processes pay: each takes about a second to begin."""
_CHUNK = 20_000
_own: list[Scanner] = []  # of a process of the pool, once it has begun


class Scanners:
    """A scanner in each of several processes, which end with the context.

    Processes are begun anew, so whoever asks for them must be importable without side effects.

    Args:
        names: Names to look for beside the patterns, by whose they are.
        processes: How many.
    """

    def __init__(self, names: Mapping[str, Sequence[str]], processes: int) -> None:
        self._pool = ProcessPoolExecutor(
            processes, get_context("spawn"), initializer=_begin, initargs=(dict(names),)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def scan(self, texts: Sequence[str]) -> list[Sequence[Found]]:
        """What each text gives away, in the order of its words."""
        # Texts wait in memory once, as they are: the pool's own queue is short.
        found: list[Sequence[Found]] = [()] * len(texts)
        for start, them in zip(count(0, _CHUNK), self._pool.map(_scan, _chunks(texts))):
            for place, there in them.items():
                found[start + place] = there
        return found


def scan_all(
    texts: Sequence[str], names: Mapping[str, Sequence[str]], processes: int = 1
) -> list[Sequence[Found]]:
    """What each text gives away, by several processes where there are enough texts to pay."""
    if processes == 1 or len(texts) < MANY:
        return _scanner(names).scan(texts)
    with Scanners(names, processes) as scanners:
        return scanners.scan(texts)


def _chunks(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    return (texts[start : start + _CHUNK] for start in range(0, len(texts), _CHUNK))


def _begin(names: Mapping[str, Sequence[str]]) -> None:
    _own.append(_scanner(names))


def _scanner(names: Mapping[str, Sequence[str]]) -> Scanner:
    return Scanner(Listed(names) if names else None)


def _scan(texts: Sequence[str]) -> dict[int, Sequence[Found]]:
    return _own[0].given(texts)
