"""Tables as a workbook: a sheet per question, and an index with links to them."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from parasocial.errors import ParasocialError
from parasocial.study.tables import Row, Table

INDEX = "Index"
_ROWS_ABOVE = 4
"""Of a sheet: the question, its base, the way back, and an empty one."""


class NoWriter(ParasocialError):
    """What writes this kind of file is not installed."""


def write_workbook(path: Path, title: str, notes: Sequence[str], tables: Sequence[Table]) -> None:
    """Write *tables* to *path*.

    Every text is written as text: what begins like a formula or an address stays what it is.

    Args:
        path: A file that may be filled.
        title: Of the study.
        notes: How to read the tables, one line each.
        tables: One sheet each.

    Raises:
        NoWriter: XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise NoWriter(
            "XlsxWriter is not installed. `pip install 'parasocial[study]'` brings it."
        ) from None
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(str(path), options) as book:
        look = {
            "bold": book.add_format({"bold": True}),
            "wrap": book.add_format({"text_wrap": True, "valign": "top", "bold": True}),
            "percent": book.add_format({"num_format": "0.0"}),
            "small": book.add_format({"italic": True}),
        }
        index = book.add_worksheet(INDEX)
        for place, line in enumerate((title, *notes)):
            index.write_string(place, 0, line, look["bold"] if not place else None)
        first = len(notes) + 2
        for place, table in enumerate(tables):
            name = f"T{place + 1}"
            link = f"internal:'{name}'!A1"
            index.write_url(first + place, 0, link, string=f"{name}  {table.question}")
            index.write_string(first + place, 1, table.text)
            index.write_string(first + place, 2, table.base)
            _sheet(book.add_worksheet(name), table, look)
        index.set_column(0, 0, 28)
        index.set_column(1, 2, 60)


def _sheet(sheet: Any, table: Table, look: dict[str, Any]) -> None:
    sheet.write_string(0, 0, table.text, look["bold"])
    sheet.write_string(1, 0, f"Base: {table.base}")
    sheet.write_url(2, 0, f"internal:'{INDEX}'!A1", string=INDEX)
    _heads(sheet, table, look)
    place = _ROWS_ABOVE + 3
    for label, kept in (
        ("Base, unweighted", [it.base for it in table.columns]),
        ("Base, weighted", [it.weighted for it in table.columns]),
        ("Base, effective", [it.effective for it in table.columns]),
    ):
        sheet.write_string(place, 0, label, look["small"])
        for i, value in enumerate(kept):
            sheet.write_number(place, 1 + i, round(value, 1))
        place += 1
    for row in table.rows:
        place = _lines(sheet, place, row, look)
    for it in table.tests:
        said = f"By {it.group}: F({it.df1:.2f}, {it.df2:.0f}) = {it.f:.2f}, p = {it.p:.4f}"
        sheet.write_string(place + 1, 0, said, look["small"])
        place += 1
    sheet.freeze_panes(_ROWS_ABOVE + 3, 1)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, len(table.columns), 12)


def _heads(sheet: Any, table: Table, look: dict[str, Any]) -> None:
    place = 1
    for group, some in groupby(table.columns, key=lambda it: it.group):
        count = len(list(some))
        if count > 1:
            sheet.merge_range(_ROWS_ABOVE, place, _ROWS_ABOVE, place + count - 1, "", look["wrap"])
        sheet.write_string(_ROWS_ABOVE, place, group, look["wrap"])
        place += count
    for i, column in enumerate(table.columns):
        sheet.write_string(_ROWS_ABOVE + 1, 1 + i, column.label, look["wrap"])
        sheet.write_string(_ROWS_ABOVE + 2, 1 + i, f"{column.letter} {column.mark}".strip())


def _lines(sheet: Any, place: int, row: Row, look: dict[str, Any]) -> int:
    """A line of estimates, one of letters where there are any; returns the next free line."""
    unit = "" if row.kind == "mean" else " (%)"
    sheet.write_string(place, 0, row.label + unit)
    for i, cell in enumerate(row.cells):
        if cell.est is not None:
            sheet.write_number(place, 1 + i, cell.est, look["percent"])
    if not any(cell.letters for cell in row.cells):
        return place + 1
    for i, cell in enumerate(row.cells):
        if cell.letters:
            sheet.write_string(place + 1, 1 + i, cell.letters)
    return place + 2
