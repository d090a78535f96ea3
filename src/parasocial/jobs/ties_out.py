"""The ties as a plain table for other tools."""

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import msgspec

from parasocial.ledger import Ledger
from parasocial.lenses.findings import Findings, Tie

Form = Literal["csv", "json", "parquet"]
_TYPES = {
    **dict.fromkeys(("id", "name", "handle", "platforms", "kind", "kind_evidence"), "VARCHAR"),
    **dict.fromkeys(("class", "basis"), "VARCHAR"),
    **dict.fromkeys(("dormant", "keep", "private"), "BOOLEAN"),
    **dict.fromkeys(("acts_given", "turns_given", "acts_received"), "BIGINT"),
    **dict.fromkeys(("turns_received", "sessions"), "BIGINT"),
    **dict.fromkeys(("weekly_hours", "weekly_hours_low", "weekly_hours_high"), "DOUBLE"),
    **dict.fromkeys(("share_given", "share_given_low", "share_given_high"), "DOUBLE"),
    **dict.fromkeys(("first", "last"), "VARCHAR"),
}


def ties_out(found: Findings, form: Form) -> bytes:
    """One row per tie that is not hidden, as CSV, JSON or Parquet; words of nobody are in it."""
    rows = [_row(tie) for tie in found.ties if not tie.hidden]
    if form == "json":
        return msgspec.json.format(msgspec.json.encode(rows))
    return _csv(rows) if form == "csv" else _parquet(rows)


def _row(tie: Tie) -> dict[str, Any]:
    values = (
        *(tie.alter.id, tie.alter.name, tie.alter.handle, " ".join(tie.alter.platforms)),
        *(tie.alter.kind, tie.alter.kind_evidence, tie.class_, tie.basis),
        *(tie.dormant, tie.keep, tie.private),
        *(tie.given.acts, tie.given.turns, tie.received.acts),
        *(tie.received.turns, tie.attention.sessions),
        *(tie.weekly_hours.point, tie.weekly_hours.low, tie.weekly_hours.high),
        *(tie.share_given.point, tie.share_given.low, tie.share_given.high),
        *(tie.first, tie.last),
    )
    return dict(zip(_TYPES, values, strict=True))


def _csv(rows: list[dict[str, Any]]) -> bytes:
    text = io.StringIO()
    table = csv.DictWriter(text, list(_TYPES))
    table.writeheader()
    table.writerows({name: _safe(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode()


def _safe(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: names are what others chose to be called."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value


def _parquet(rows: list[dict[str, Any]]) -> bytes:
    with Ledger() as engine, TemporaryDirectory() as folder:
        path = Path(folder, "ties.parquet")
        engine.table("ties_out", dict(_TYPES), [list(row.values()) for row in rows])
        place = str(path).replace("'", "''")
        engine.execute(f"COPY ties_out TO '{place}' (FORMAT parquet)")
        return path.read_bytes()
