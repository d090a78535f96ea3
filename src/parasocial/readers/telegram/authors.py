"""Who wrote the messages that others answer."""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from parasocial.readers.telegram.records import Message
from parasocial.reading.columns import NOWHERE
from parasocial.reading.numbers import numbers

if TYPE_CHECKING:
    from parasocial.reading.columns import Numbers, Places

_REMEMBERED = 1_000_000
"""Messages that are enough: once there are more, half as many are kept."""


class Authors:
    """Who wrote each message of a room so far, by its number; of many messages, the latest.

    Numbers that rise, as Telegram gives them, stand in arrays; any others in a dictionary.
    """

    def __init__(self) -> None:
        import numpy as np

        self._numbers: Numbers = np.zeros(0, np.int64)
        self._whose: Places = np.zeros(0, np.int32)
        self._count = 0
        self._loose: dict[int | None, int] | None = None

    def answered(
        self,
        messages: Sequence[Message],
        whose: "Places",
        services: Sequence[int],
        rising: "Numbers | None",
    ) -> dict[int, int]:
        """Who wrote what the next messages answer, by the places of the answers.

        In the order of the file: an answer to what comes later is none, wherever a stretch ends.

        Args:
            messages: What comes next.
            whose: Who wrote each.
            services: Places of those that nobody wrote.
            rising: Their numbers, where each is higher than the one before.
        """
        replies = [it.reply_to_message_id for it in messages]
        for place in services:
            replies[place] = None
        places = [place for place, number in enumerate(replies) if number is not None]
        try:
            sought = numbers([messages[place].answered for place in places])
        except ValueError:
            rising = None
        if rising is None or self._loose is not None or not self._goes_on(rising):
            return self._one_by_one(messages, whose, services)
        self._add(whose, services, rising)
        found = self._of(sought, rising[places]) if places else sought
        return dict(zip(places, found.tolist(), strict=True))

    def _goes_on(self, rising: "Numbers") -> bool:
        return not self._count or bool((rising[:1] > self._numbers[self._count - 1]).all())

    def _add(self, whose: "Places", services: Sequence[int], rising: "Numbers") -> None:
        import numpy as np

        if services:
            whose = whose.copy()
            whose[[*services]] = NOWHERE
        if self._count + len(rising) > len(self._numbers):
            first = self._count - _REMEMBERED // 2 if self._count > _REMEMBERED else 0
            kept = slice(first, self._count)
            self._count -= first
            free = np.zeros(self._count + len(rising), np.int32)
            self._numbers = np.append(self._numbers[kept], free.astype(np.int64))
            self._whose = np.append(self._whose[kept], free)
        new = slice(self._count, self._count + len(rising))
        self._numbers[new], self._whose[new] = rising, whose
        self._count = new.stop

    def _of(self, sought: "Numbers", own: "Numbers") -> "Places":
        """Who wrote the messages of such numbers, if they are lower than one's *own*."""
        import numpy as np

        known, whose = self._numbers[: self._count], self._whose[: self._count]
        at = np.where(sought < own, np.searchsorted(known, sought), 0)
        found: Places = np.where((sought < own) & (known[at] == sought), whose[at], NOWHERE)
        return found

    def _one_by_one(
        self, messages: Sequence[Message], whose: "Places", services: Sequence[int]
    ) -> dict[int, int]:
        if self._loose is None:
            last = slice(max(0, self._count - _REMEMBERED), self._count)
            known: list[Any] = [it[last].tolist() for it in (self._numbers, self._whose)]
            self._loose = dict(zip(*known, strict=True))
        loose, unsaid = self._loose, {*services}
        answers: dict[int, int] = {}
        for place, (it, who) in enumerate(zip(messages, whose.tolist(), strict=True)):
            if place in unsaid:
                continue
            if it.reply_to_message_id is not None:
                answers[place] = loose.get(it.answered, NOWHERE)
            if it.id is not None:
                loose[it.id] = who
        if len(loose) > _REMEMBERED:
            self._loose = dict(islice(loose.items(), len(loose) // 2, None))
        return answers
