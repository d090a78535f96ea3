"""Reddit's tables: rows by heading."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from parasocial.reading import Broken, File, Row, Table
from parasocial.reading.cells import Csv

Cells: TypeAlias = Mapping[str, str]

_CSV = Csv()


def sheet(file: File, row: Any) -> Table:
    """The rows of a table, each as heading to cell."""
    table = _CSV(file, row)
    return Table(_named(table.batches, table.head["columns"]))


def _named(
    batches: Iterator[Sequence[Row | Broken]], columns: Sequence[str]
) -> Iterator[Sequence[Row | Broken]]:
    for batch in batches:
        yield [
            cells if isinstance(cells, Broken) else dict(zip(columns, cells, strict=False))
            for cells in batch
        ]
