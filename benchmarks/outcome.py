"""What came out: printed, and kept in `results.json` and `RESULTS.md` beside this file."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from processes import Run

JSON = Path(__file__).with_name("results.json")
PAGE = Path(__file__).with_name("RESULTS.md")
_WITH = ("parasocial", "duckdb", "msgspec", "numpy", "selectolax", "orjson")


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast one file was read.

    Attributes:
        mb: Its size, in MB of 1,000,000 bytes.
        mb_s: Megabytes a second, from the first import to the closed ledger file.
        ratio: Seconds, as a multiple of what the bare parse of the same bytes took.
        peak_mb: The most memory that the process held.
        peer: A peer's seconds as a multiple of ours; None where there is none.
    """

    what: str
    mb: float
    mb_s: float
    ratio: float
    peak_mb: float
    peer: float | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that was promised.

    Attributes:
        what: In words, with its unit.
        value: What was measured.
        limit: What it must not pass, or must reach where *least* is true.
    """

    what: str
    value: float
    limit: float
    least: bool = False

    @property
    def met(self) -> bool:
        """Whether the promise is kept."""
        return self.value >= self.limit if self.least else self.value <= self.limit


_PARTS = (
    *("reading", "report", "platforms", "world", "oversharing", "app", "collector"),
    *("study tables", "creator", "a larger creator"),
)


def keep(
    part: str, runs: Mapping[str, Run], targets: list[Target], speeds: Sequence[Speed] = ()
) -> None:
    """Print one part of the results and write it down; the other parts stay."""
    known = json.loads(JSON.read_text()) if JSON.exists() else {}
    known["machine"] = _machine()
    known[part] = {
        "runs": {name: _rounded(asdict(run)) for name, run in runs.items()},
        "targets": [{**_rounded(asdict(it)), "met": it.met} for it in targets],
        "speeds": [_rounded(asdict(it)) for it in speeds],
    }
    JSON.write_text(json.dumps(known, indent=2) + "\n")
    PAGE.write_text("\n".join(_page(known)) + "\n")
    print("\n".join(_part(known[part])))


def _machine() -> dict[str, Any]:
    return {
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        **{name: version(name) for name in _WITH if find_spec(name)},
    }


def _rounded(it: Any) -> Any:
    if isinstance(it, float):
        return float(f"{it:.3g}") if abs(it) < 100 else round(it)
    return {key: _rounded(value) for key, value in it.items()} if isinstance(it, dict) else it


def _page(known: dict[str, Any]) -> list[str]:
    machine = ", ".join(f"{name} {value}" for name, value in known["machine"].items())
    lines = ["# What was measured", "", f"{machine}.", "What each number means: README.md."]
    for part in _PARTS:
        if part in known:
            lines += ["", f"## {part.title()}", *_part(known[part])]
    return lines


def _part(known: dict[str, Any]) -> list[str]:
    lines = ["", "| target | measured | limit | met |", "|---|---|---|---|"]
    for it in known["targets"]:
        sign = "≥" if it["least"] else "≤"
        met = "yes" if it["met"] else "**no**"
        lines.append(f"| {it['what']} | {it['value']:g} | {sign} {it['limit']:g} | {met} |")
    if known.get("speeds"):
        lines += ["", "| file | MB | MB/s | × bare parse | peak MB | a peer's time, × ours |"]
        lines += ["|---|---|---|---|---|---|"]
    for it in known.get("speeds", ()):
        peer = "" if it["peer"] is None else f"{it['peer']:g}"
        lines.append(
            f"| {it['what']} | {it['mb']:g} | {it['mb_s']:g} | {it['ratio']:g} "
            f"| {it['peak_mb']:g} | {peer} |"
        )
    if known["runs"]:
        lines += [
            "",
            "| subject | s | whole process s | CPU s | peak MB | records | stages | load |",
        ]
        lines += ["|---|---|---|---|---|---|---|---|"]
    for name, it in known["runs"].items():
        parts = ", ".join(f"{stage} {seconds:g}" for stage, seconds in it["stages"].items())
        lines.append(
            f"| {name} | {it['seconds']:g} | {it['wall']:g} | {it['cpu']:g} "
            f"| {it['peak_mb']:g} | {it['rows']:,} | {parts} | {it['load']:g} |"
        )
    return lines
