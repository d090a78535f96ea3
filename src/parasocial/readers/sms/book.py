"""Who is who in one backup, told once."""

from collections.abc import Iterator, Sequence
from hashlib import md5

from parasocial.readers.sms.numbers import is_service, local_and_full
from parasocial.reading.repeats import Repeats
from parasocial.schema import Account, Alias, Fact, Kind

_NAMELESS = frozenset({"", "null", "(unknown)"})


class Book:
    """The numbers that were met so far, with their names in the phone's contacts.

    Attributes:
        messages: What earlier backups of messages held; None if there is one at most.
        calls: The same for calls.
    """

    def __init__(self, messages: Repeats | None = None, calls: Repeats | None = None) -> None:
        self.messages = messages
        self.calls = calls
        self._met: set[tuple[str, str | None]] = set()
        self._numbers: dict[str, list[str]] = {}

    def meet(self, number: str, contact: str | None) -> Sequence[Fact]:
        """What a number and its *contact* name say that was not said before."""
        if (number, contact) in self._met:
            return ()
        self._met.add((number, contact))
        name = named(contact)
        if is_service(number):
            return [Account(number, name, kind=Kind.BRAND, evidence="a service number")]
        if name is None:
            return ()
        person = Account(number, name, kind=Kind.PERSON, evidence="in your contacts")
        return [person, *self._same(number, name)]

    def group(self, numbers: Sequence[str], contact: str | None) -> tuple[str, Sequence[Fact]]:
        """The id of the group of *numbers*, and what was not said of it before."""
        name = "".join(md5(it.encode()).hexdigest() for it in sorted(set(numbers)))
        group = f"group:{md5(name.encode()).hexdigest()[:16]}"
        if (group, contact) in self._met:
            return group, ()
        self._met.add((group, contact))
        account = Account(group, named(contact), kind=Kind.GROUP, evidence="a group message")
        return group, [account]

    def _same(self, number: str, name: str) -> Iterator[Alias]:
        others = self._numbers.setdefault(name, [])
        for other in others:
            if found := local_and_full(number, other):
                yield Alias(*found, "one contact's number, with and without its country")
        others.append(number)


def named(contact: str | None) -> str | None:
    """The name in the contacts; None where there is none."""
    name = (contact or "").strip()
    return None if name.casefold() in _NAMELESS else name
