"""The exports in a ledger, and the ledger as a file for other tools."""

from pathlib import Path

from parasocial.jobs.measure import notes_beside
from parasocial.jobs.write import refuse
from parasocial.ledger import Ledger, merge
from parasocial.lenses.findings import Source
from parasocial.lenses.sources import sources
from parasocial.notes import read_notes

_AS = {"parquet": "(FORMAT parquet, COMPRESSION zstd)", "csv": "(HEADER)", "json": "(ARRAY true)"}


def listed(ledger: Ledger) -> list[Source]:
    """Every source with its files, records and windows."""
    return sources(ledger, "UTC")


def table(found: list[Source]) -> str:
    """The same for a terminal."""
    if not found:
        return "The ledger is empty."
    lines = []
    for it in found:
        starts = [covered.start for covered in it.coverage if covered.start]
        ends = [covered.end for covered in it.coverage if covered.end]
        span = f"{min(starts)} to {max(ends)}" if starts else "no dates"
        failed = f", {it.records.failed:,} failed" if it.records.failed else ""
        lines.append(
            f"{it.id}  {it.title} ({it.layout or 'one layout'})  {it.ego or 'you'}  {span}  "
            f"{it.records.read:,} records read{failed}"
        )
    return "\n".join(lines)


def export_interactions(
    ledger: Ledger, notes: Path | None, output: Path, form: str, *, force: bool
) -> None:
    """Write the merged interactions to *output*; words of nobody are in them."""
    refuse(output, force=force)
    beside = notes or (notes_beside(ledger.path) if ledger.path else None)
    merge(ledger, read_notes(beside))
    half = output.with_name(f".{output.name}.half")
    try:
        target = str(half).replace("'", "''")
        ledger.execute(f"COPY (FROM interaction ORDER BY us, actor_id) TO '{target}' {_AS[form]}")
        half.replace(output)
    finally:
        half.unlink(missing_ok=True)
