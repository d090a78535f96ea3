"""The senders in a file by what the ledger calls them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from parasocial.readers.telegram.rooms import peer
from parasocial.readers.telegram.stretches import Peer
from parasocial.reading import Here
from parasocial.reading.columns import Drawn
from parasocial.schema import EGO

if TYPE_CHECKING:
    from parasocial.reading.columns import Places

_MANY = 16_384
"""Senders that are too many to go with every stretch; or a hundred times as many letters."""


class Members:
    """The senders of a file as the ledger has them.

    Attributes:
        texts: What each is called; ego is ``EGO``, and nobody ``""``.
    """

    def __init__(self, here: Here) -> None:
        self.texts: list[str] = []
        self._here = here
        self._letters = 0
        self._mine: list[int] = []
        self._nameless: list[int] = []

    def learn(self, senders: Sequence[Peer]) -> None:
        """Those who came since."""
        for place in range(len(self.texts), len(senders)):
            who = senders[place]
            text = self._here.who(peer(who) or "")
            if not (text and isinstance(who, str)):
                self._nameless.append(place)
            if text is EGO:
                self._mine.append(place)
            self.texts.append(text)
            self._letters += len(text)

    def mine(self, whose: "Places") -> list[int]:
        """Places of ego's own messages."""
        import numpy as np

        return [place for it in self._mine for place in np.flatnonzero(whose == it).tolist()]

    def are_named(self, whose: "Places") -> bool:
        """Whether all of them have a text for an id."""
        import numpy as np

        return not (self._nameless and np.isin(whose, self._nameless).any())

    def drawn(self, whose: "Places") -> Drawn:
        """Some of them, as a column."""
        import numpy as np

        if len(self.texts) <= _MANY and self._letters <= 100 * _MANY:
            return Drawn(self.texts, whose)
        few, places = np.unique(whose, return_inverse=True)
        return Drawn([self.texts[place] for place in few.tolist()], places.astype(np.int32))
