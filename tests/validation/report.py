"""What was measured, as it goes into docs/validation.json."""

import json
from typing import Any

import msgspec
from msgspec import Struct

from parasocial.ties.beta import quantile


class Row(Struct, frozen=True, kw_only=True):
    """One figure.

    Attributes:
        section: Under which heading of the page it stands.
        low: The least that is allowed; None where there is no such limit.
        high: The most that is allowed, likewise.
        ok: Whether the value lies within.
    """

    section: str
    name: str
    value: float
    low: float | None = None
    high: float | None = None
    ok: bool = True


class Report:
    """Figures and tables in the order in which they were measured."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.tables: dict[str, list[dict[str, Any]]] = {}

    def row(
        self,
        section: str,
        name: str,
        value: float,
        low: float | None = None,
        high: float | None = None,
    ) -> bool:
        """Note a figure; whether it lies within its limits."""
        ok = (low is None or value >= low) and (high is None or value <= high)
        self.rows.append(
            Row(section=section, name=name, value=_short(value), low=low, high=high, ok=ok)
        )
        return ok

    def near(self, section: str, name: str, value: float, known: float, within: float) -> bool:
        """Note a figure that is known beforehand."""
        return self.row(section, name, value, known - within, known + within)

    def line(self, table: str, **cells: Any) -> None:
        """Add a line to a table."""
        self.tables.setdefault(table, []).append(
            {name: _short(it) if isinstance(it, float) else it for name, it in cells.items()}
        )

    def text(self) -> str:
        """All of it as JSON, a line for each figure and each line of a table."""
        parts = {"rows": [msgspec.to_builtins(row) for row in self.rows], **self.tables}
        lists = (
            f"{json.dumps(name)}: [\n"
            + ",\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
            + "\n]"
            for name, lines in parts.items()
        )
        return "{\n" + ",\n".join(lists) + "\n}\n"


def _short(value: float) -> float:
    return float(f"{value:.6g}")


def at_most(found: int, among: int) -> float:
    """The one-sided 95 % bound of a share (Clopper & Pearson)."""
    return quantile(0.95, found + 1, among - found) if found < among else 1.0
