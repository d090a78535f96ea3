"""Tables as one long table: a row per cell, for whoever goes on computing."""

from collections.abc import Iterator, Sequence
from typing import Any

from parasocial.study.tables import Table

COLUMNS = (
    "question", "base", "group", "column", "letter", "kind", "answer", "est", "se", "low", "high",
    "n", "weighted_n", "effective_n", "mark", "letters",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tidy(tables: Sequence[Table]) -> dict[str, list[Any]]:
    """One list per column of `COLUMNS`; percent, or for means the unit of the answers."""
    rows = [row for table in tables for row in _rows(table)]
    return {name: [row[i] for row in rows] for i, name in enumerate(COLUMNS)}


def _rows(table: Table) -> Iterator[tuple[Any, ...]]:
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            yield (
                table.question, table.base, column.group, column.label, column.letter, row.kind,
                row.label, cell.est, cell.error, cell.low, cell.high, column.base, column.weighted,
                column.effective, column.mark, cell.letters,
            )  # fmt: skip


def unarmed(text: str) -> str:
    """*text* as a spreadsheet shows it and does not run it.

    A label that begins like a formula gets an apostrophe in front, as spreadsheets themselves
    mark text.

    >>> unarmed("=1+1"), unarmed("Total")
    ("'=1+1", 'Total')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
