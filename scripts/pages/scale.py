"""What a whole log costs, as `benchmarks/scale.py` measured it."""

import json
import math
from typing import Any

from pages.markdown import ROOT, table

MEASURED = ROOT / "benchmarks" / "scale.json"
NAMES = {
    "scan": "DuckDB reads and adds up the four columns: the limit",
    "act": "**parasocial, acts**: checked, packed, counted, kept",
    "turn": "**parasocial, turns**: the same, in turns",
    "whole": "the whole command: every tie from both sides with its class, every ego, written",
    "sql": "DuckDB, one GROUP BY: acts both ways, first, last, messages",
    "polars": "Polars, streaming: the same",
    "pandas": "pandas: acts both ways, first, last; columns in memory",
    "igraph": "igraph: reciprocity alone; columns in memory",
    "networkit": "NetworKit: edges and those returned; columns in memory",
    "networkx": "networkx: reciprocity alone; columns in memory",
    "spark": "the whole command on Spark, local[2], without its start",
}


def _known() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(MEASURED.read_text(encoding="utf-8"))
    return found


def scale() -> str:
    """Every subject at every size: seconds, times the scan, memory."""
    known = _known()
    parts = []
    for rows, runs in known["sizes"].items():
        limit = runs["scan"]["seconds"]
        lines = [
            (
                NAMES[name],
                f"{it['seconds']:.2f}",
                f"{it['seconds'] / limit:.1f}",
                f"{it['cpu']:.1f}",
                f"{it['cpu'] / runs['scan']['cpu']:.1f}",
                f"{it['peak_mb']:,.0f}",
            )
            for name, it in ((name, runs[name]) for name in NAMES if name in runs)
        ]
        head = ("Who", "s", "× the scan", "CPU s", "× the scan's", "peak MB")
        loads = [it["load"] for it in runs.values()]
        parts.append(
            f"**{int(rows):,} rows**, load {min(loads):.1f} to {max(loads):.1f}\n\n"
            f"{table(head, lines)}"
        )
    machine = ", ".join(f"{name} {value}" for name, value in known["machine"].items())
    return "\n\n".join([*parts, f"{machine}."])


def sizing() -> str:
    """Slopes between the smallest and the largest log, and what they come to."""
    sizes = {int(rows): runs for rows, runs in _known()["sizes"].items()}
    lines = []
    for name, what in (("scan", "the scan"), ("act", "acts"), ("turn", "turns")):
        has = sorted(rows for rows, runs in sizes.items() if name in runs)
        if len(has) < 2:  # noqa: PLR2004
            continue
        low, high = has[0], has[-1]
        took = [sizes[rows][name]["seconds"] for rows in (low, high)]
        slope = math.log(took[1] / took[0]) / math.log(high / low)
        per = took[1] / high * 1e6
        lines.append((what, f"{low:,} to {high:,}", f"{slope:.2f}", f"{per:.2f}"))
    if not lines:
        return "One size alone was measured so far."
    return table(("What", "Rows", "Growth exponent", "s a million rows, at the largest"), lines)
