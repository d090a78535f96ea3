"""CSV as platforms write it: rows by the position or the name of their cells."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from parasocial.reading.model import UNREADABLE, Broken, File, Row, Table

_BATCH = 4_096
csv.field_size_limit(1 << 24)


@dataclass(frozen=True, slots=True)
class Csv:
    """Rows of cells after a header; the header is in the table's head, folded, as ``columns``.

    Attributes:
        width: Fewest cells that a row must have; shorter rows fail, blank ones are passed over.
    """

    width: int = 1

    def __call__(self, file: File, row: Any) -> Table:
        """Find the rows of *file*."""
        del row
        rows = self._rows(file)
        header = next(rows, [])
        columns = [cell.strip().casefold() for cell in header]
        return Table(self._batches(rows), {"columns": columns})

    def _rows(self, file: File) -> Iterator[list[str]]:
        with (
            file.member.open() as stream,
            io.TextIOWrapper(stream, "utf-8-sig", "replace", newline="") as text,
        ):
            yield from csv.reader(text)

    def _batches(self, rows: Iterator[list[str]]) -> Iterator[Sequence[Row | Broken]]:
        batch: list[Row | Broken] = []
        try:
            for cells in rows:
                if any(map(str.strip, cells)):
                    batch.append(cells if len(cells) >= self.width else Broken("ShortRow"))
                if len(batch) >= _BATCH:
                    yield batch
                    batch = []
        except UNREADABLE:
            yield batch
            raise
        yield batch
