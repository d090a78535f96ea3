"""Columns that wait until there are enough of one shape: a statement for a few rows is dear."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from parasocial.reading import Batch
from parasocial.reading.columns import Columns
from parasocial.reading.loop import LETTERS

_ENOUGH = 16_384
"""Rows of one shape that are worth a statement; of all shapes, twice as many do not wait."""


@dataclass(slots=True)
class Held:
    """Columns of one shape.

    Attributes:
        where: The batch they are from, without what it said.
        letters: How long the texts are that wait in them.
    """

    where: Batch
    columns: list[Columns] = field(default_factory=list)
    rows: int = 0
    letters: int = 0


class Waiting:
    """The columns of one import that are not written yet."""

    def __init__(self) -> None:
        self._held: dict[tuple[Any, ...], Held] = {}
        self._rows = 0
        self._letters = 0

    def take(self, batch: Batch) -> Iterator[Held]:
        """Keep the columns of a batch; give back what is to be written by now."""
        where = Batch(batch.number, batch.records, batch.file)
        for it in batch.columns:
            shape = (batch.number, batch.file, *it.shape)
            held = self._held.setdefault(shape, Held(where))
            held.columns.append(it)
            held.rows += len(it)
            held.letters += it.letters
            self._rows += len(it)
            self._letters += it.letters
            if held.rows >= _ENOUGH or held.letters >= LETTERS:
                yield self._let_go(shape)
        if self._rows >= 2 * _ENOUGH or self._letters >= LETTERS:
            yield from self.rest()

    def rest(self) -> Iterator[Held]:
        """Give back all that is left."""
        for shape in [*self._held]:
            yield self._let_go(shape)

    def _let_go(self, shape: tuple[Any, ...]) -> Held:
        held = self._held.pop(shape)
        self._rows -= held.rows
        self._letters -= held.letters
        return held
