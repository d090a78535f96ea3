"""A study's tables, in the files that people ask for."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from parasocial.jobs.terminal import plain
from parasocial.jobs.write import place, refuse
from parasocial.lenses.study import Comparison, beside_published
from parasocial.lenses.tabulated import Tables, notes
from parasocial.study.design import Design
from parasocial.study.field import Field
from parasocial.study.tidy import tidy, unarmed

Filled = Callable[[Path], None]


def write_tables(
    outputs: list[Path], found: Tables, field: Field, design: Design, *, force: bool
) -> None:
    """Write each of *outputs* in the form that its ending names.

    Raises:
        FileExists: One is there, and *force* was not given; nothing is written then.
        ValueError: An ending says no form.
    """
    forms = {
        ".xlsx": lambda path: _workbook(path, found),
        ".csv": lambda path: _csv(path, tidy(found.tables)),
        ".parquet": lambda path: _parquet(path, tidy(found.tables)),
        ".sav": lambda path: _sav(path, field, design),
        ".html": lambda path: _page(path, found, _beside(field, design)),
    }
    for path in outputs:
        if path.suffix.lower() not in forms:
            raise ValueError(f"a name ends in one of {', '.join(forms)}")
        refuse(path, force=force)
    for path in outputs:
        with place(path, force=force) as half:
            forms[path.suffix.lower()](half)


def _workbook(path: Path, found: Tables) -> None:
    from parasocial.study.workbook import write_workbook

    write_workbook(path, found.title, notes(found), found.tables)


def _csv(path: Path, columns: dict[str, list[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for row in zip(*columns.values(), strict=True):
            writer.writerow([unarmed(it) if isinstance(it, str) else it for it in row])


def _parquet(path: Path, columns: dict[str, list[Any]]) -> None:
    from parasocial.ledger.parquet import write_parquet

    write_parquet(path, columns)


def _sav(path: Path, field: Field, design: Design) -> None:
    from parasocial.study.sav import write_sav

    write_sav(path, field, design.weight)


def _beside(field: Field, design: Design) -> Comparison | None:
    """The same beside published figures, where the study repeats any."""
    found = beside_published(field, design)
    return found if found.rows else None


def _page(path: Path, found: Tables, beside: Comparison | None) -> None:
    from parasocial.report.study import write_study_page

    path.write_text(write_study_page(found, beside), encoding="utf-8")


def tables_text(found: Tables) -> str:
    """The totals for a terminal."""
    lines = [plain(found.title), *notes(found)]
    for table in found.tables:
        total = table.columns[0]
        lines.append(f"\n{plain(table.question)}: {table.text}")
        lines.append(
            f"  Base: {table.base}; {total.base:,} people, effective {total.effective:,.0f}"
        )
        for row in table.rows:
            cell = row.cells[0]
            said = "none answered"
            if cell.est is not None:
                said = f"{cell.est:6.1f}  [{cell.low:.1f}, {cell.high:.1f}]"
            lines.append(f"  {plain(row.label):<44}{said}")
    return "\n".join(lines)
