"""Names found by pattern, fast for many patterns over many names."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fnmatch import translate
from functools import lru_cache
from pathlib import PurePosixPath

from parasocial.export.names import spelled

_LITERAL = re.compile(r"[^*?\[]*")


class NameIndex:
    """Names by their last part, which is what sets files apart."""

    def __init__(self, names: Sequence[str]) -> None:
        self._parts = [_folded(name).split("/") for name in names]
        self._by_last: dict[str, list[int]] = {}
        for at, parts in enumerate(self._parts):
            self._by_last.setdefault(parts[-1], []).append(at)
        self._lasts = sorted(self._by_last)

    def matching(self, pattern: str) -> Iterator[int]:
        """Where the names stand whose last parts match *pattern*, letter case aside."""
        *folders, last = PurePosixPath(_folded(pattern)).parts
        for at in self._with_last(last):
            above = self._parts[at][:-1]
            if len(above) >= len(folders) and all(
                _test(folder).match(part)
                for folder, part in zip(reversed(folders), reversed(above), strict=False)
            ):
                yield at

    def _with_last(self, pattern: str) -> Iterator[int]:
        literal = _LITERAL.match(pattern)
        start = literal[0] if literal else ""
        low = bisect_left(self._lasts, start)
        for last in self._lasts[low:]:
            if not last.startswith(start):
                break
            if _test(pattern).match(last):
                yield from self._by_last[last]


@lru_cache(maxsize=4_096)
def _test(pattern: str) -> re.Pattern[str]:
    # Made when a name comes near: most of many hundred patterns never meet one.
    return re.compile(translate(pattern))


def _folded(text: str) -> str:
    return spelled(text).casefold()
