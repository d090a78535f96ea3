"""The exports in a ledger, and the ledger as a file for other tools."""

from pathlib import Path

from parasocial.jobs.measure import notes_beside
from parasocial.jobs.terminal import plain
from parasocial.jobs.write import place
from parasocial.ledger import Ledger, merge
from parasocial.lenses.findings import Source
from parasocial.lenses.sources import sources
from parasocial.notes import read_notes

_AS = {
    "parquet": "FORMAT parquet, COMPRESSION zstd",
    "csv": "FORMAT csv, HEADER",
    "json": "FORMAT json, ARRAY true",
}


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
            f"{it.id}  {it.title} ({it.layout or 'one layout'})  {plain(it.ego or 'you')}  {span}  "
            f"{it.records.read:,} records read{failed}"
        )
    return "\n".join(lines)


def export_interactions(
    ledger: Ledger, notes: Path | None, output: Path, form: str, *, force: bool
) -> None:
    """Write the merged interactions to *output*; words of nobody are in them."""
    beside = notes or (notes_beside(ledger.path) if ledger.path else None)
    with place(output, force=force) as half:
        merge(ledger, read_notes(beside))
        target = str(half).replace("'", "''")
        # Into the file that is there: a new one would be for everybody's eyes.
        ledger.execute(
            f"COPY (FROM interaction ORDER BY us, actor_id) TO '{target}' "
            f"({_AS[form]}, USE_TMP_FILE false)"
        )
