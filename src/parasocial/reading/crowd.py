"""What a log of many people says once for all of its lines: who writes, and what it can show."""

import re
from collections.abc import Iterator

from parasocial.reading.programs import EVIDENCE, program
from parasocial.schema import GONE, Account, Fact, Interaction, Kind, Log

_CALL = re.compile(r"\s*@(\S+(?: \S+){0,3})")
_REMEMBERED = 2_000_000


class Crowd:
    """Who has written so far, by the names that lines call them by; and which logs were named."""

    def __init__(self) -> None:
        self._by_name: dict[str, str] = {}
        self._told: set[object] = set()
        self._wrote: dict[str, str] = {}

    def met(self, who: str, name: str | None, handle: str | None) -> Iterator[Account]:
        """An account, the first time that it writes."""
        if who in self._told or who is GONE:
            return
        self._told.add(who)
        for called in (handle, name):
            if called:
                self._by_name.setdefault(called.casefold().removeprefix("@"), who)
        if program(handle) or program(name):
            yield Account(who, name, handle, Kind.BRAND, EVIDENCE)
        elif name or handle:
            yield Account(who, name, handle)

    def log(self, parts: tuple[str, ...], log: Log) -> Iterator[Log]:
        """A log, the first time that a line of it comes up in a file."""
        if (parts, log) not in self._told:
            self._told.add((parts, log))
            yield log

    def called(self, text: str) -> str | None:
        """Whom a line begins with calling by name; None if nobody who wrote before."""
        found = _CALL.match(text) if "@" in text else None
        words = found[1].casefold().split(" ") if found else []
        for end in range(len(words), 0, -1):
            name = " ".join(words[:end])
            if who := self._by_name.get(name) or self._by_name.get(name.rstrip(",:;!?.")):
                return who
        return None

    def wrote(self, item: str, who: str) -> None:
        """Remember who wrote *item*."""
        if len(self._wrote) >= _REMEMBERED:
            self._wrote.clear()
        self._wrote[item] = who

    def author(self, item: str | None) -> str | None:
        """Who wrote *item*, where it came before."""
        return self._wrote.get(item) if item else None


def beside(said: Interaction, *more: Iterator[Fact]) -> list[Fact]:
    """A line, and what is said with it."""
    return [said, *(fact for it in more for fact in it)]
