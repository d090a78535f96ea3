"""Twitch's tables: of each row the cells that we read, found by heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, TypeAlias

from parasocial.reading import Broken, File, Row, Table
from parasocial.reading.cells import Csv

Cells: TypeAlias = tuple[str, ...]

CHANNEL = "channel_login|channel_name|channel"
TIME = "time_utc|time"
"""Where a table tells time twice, the zone of the other is not said."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows as the cells that are wanted, in that order.

    Attributes:
        wanted: For each cell the headings it can stand under, ``|`` between them, the best
            first. A cell without a column is empty.
    """

    wanted: tuple[str, ...]

    def __call__(self, file: File, row: Any) -> Table:
        """Find the rows of *file*."""
        table = Csv()(file, row)
        columns = table.head["columns"]
        return Table(_picked(table.batches, [_place(columns, it) for it in self.wanted]))


def _place(columns: Sequence[str], headings: str) -> int:
    return next((columns.index(it) for it in headings.split("|") if it in columns), -1)


def _picked(
    batches: Iterator[Sequence[Row | Broken]], places: Sequence[int]
) -> Iterator[Sequence[Row | Broken]]:
    pick, width = itemgetter(*places), max(places) + 1
    for batch in batches:
        found: list[Row | Broken] = []
        for cells in batch:
            if isinstance(cells, Broken):
                found.append(cells)
            elif len(cells) < width:
                found.append(Broken("ShortRow"))
            else:
                cells.append("")  # what place -1 means
                found.append(pick(cells))
        yield found


def is_true(cell: str) -> bool:
    """Whether a cell says yes: ``t``, ``true`` or ``1``."""
    return cell.strip().casefold() in {"t", "true", "1"}


def login(cell: str) -> str:
    """A channel's name as it logs in; empty where the channel is gone."""
    return cell.strip().casefold()
