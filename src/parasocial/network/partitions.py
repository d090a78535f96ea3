"""The counts of a log on one machine, partition by partition: sorted, counted, kept.

What is made equals ``plain.count``, row for row; the tests hold the two against each other.
"""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec

from parasocial.network.checked import Checked
from parasocial.network.layout import Layout, direct, lay_out
from parasocial.network.log import ROLE

Told = Callable[[str, int, int], None]
"""Is told what is being done, and how much of how much is."""
_EMPTY = {
    "act": (
        *("acts_given", "acts_received", "turns_given", "turns_received"),
        *("days_spoken", "days_answered", "first_us", "last_us"),
    ),
    "attention": ("sessions", "weeks", "first_us", "last_us"),
    "link": ("follows", "followed_by", "friends"),
}
_NAMES = {"act": "act_count", "attention": "watch_count", "link": "link_count"}


def count(
    engine: Any, checked: Checked, gap_us: int, work: Path, told: Told, *, kept: bool = False
) -> int:
    """Define ``act_count``, ``watch_count`` and ``link_count`` from ``judged``.

    Partitions that *work* holds already are not made again. Rows that are not *kept* by the engine
    are first written to their partitions. Returns how many acts repeat another.
    """
    work.mkdir(parents=True, exist_ok=True)
    layout, packed = _pack(engine, checked)
    if not kept:
        _scatter(engine, packed, checked, work, told)
    done = 0

    def one(part: int) -> int:
        nonlocal done
        rows: str | None = f"(SELECT * FROM ({packed}) WHERE part = {part})"
        if not kept:
            rows = _written(engine, work / "rows" / f"part={part}")
        found = _partition(engine.beside(), layout, part, rows, gap_us, work)
        done += 1
        told("Counting", done, layout.parts)
        return found

    with ThreadPoolExecutor(min(os.cpu_count() or 1, layout.parts)) as pool:
        repeated = sum(pool.map(one, range(layout.parts)))
    _define(engine, layout, checked, work, gap_us)
    return repeated


def _pack(engine: Any, checked: Checked) -> tuple[Layout, str]:
    """How rows are packed, and a SELECT of them all; accounts that need it are numbered."""
    nodes = None
    if not direct(checked):
        engine.define(
            "node",
            """SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM (
                SELECT actor_id AS id FROM judged WHERE why = 0
                UNION SELECT target_id FROM judged WHERE why = 0)""",
            keep=True,
        )
        [nodes] = (it["n"] for it in engine.rows("SELECT count(*) AS n FROM node"))
    layout = lay_out(checked, nodes)
    codes = {kind: layout.code(name) for kind, name in enumerate(ROLE) if name in checked.kept}
    code = " ".join(f"WHEN {kind} THEN {code}" for kind, code in codes.items())
    ends = f"i.actor_id - {layout.base} AS a, i.target_id - {layout.base} AS b"
    joins = ""
    if layout.base is None:
        ends = "a.n AS a, b.n AS b"
        joins = "JOIN node AS a ON a.id = i.actor_id JOIN node AS b ON b.id = i.target_id"
    return layout, layout.packed(
        f"SELECT {ends}, CASE i.code {code} END AS code, coalesce(i.us, {checked.first_us}) AS us"
        f" FROM judged AS i {joins} WHERE i.why = 0"
    )


def _scatter(engine: Any, packed: str, checked: Checked, work: Path, told: Told) -> None:
    """Write every row, packed, to the partition of its pair: once."""
    if (work / "scattered").exists():
        return
    told("Packing", 0, checked.total)
    for old in work.glob("rows*/**/*.parquet"):
        old.unlink()
    engine.write(packed, work / "rows", by="part")
    (work / "scattered").touch()
    told("Packing", checked.total, checked.total)


def _written(engine: Any, folder: Path) -> str | None:
    return str(engine.written([folder])) if folder.exists() else None


def _partition(
    engine: Any, layout: Layout, part: int, packed: str | None, gap_us: int, work: Path
) -> int:
    """Count one partition; the file that says how many acts repeat another is its mark."""
    mark = work / f"{part}.json"
    if mark.exists():
        return int(msgspec.json.decode(mark.read_bytes()))
    from parasocial.network.unpacked import blocks, joined, relations, repeated

    again, found = 0, []
    for rows in blocks(layout, engine.arrays(layout.ordered(packed))) if packed else ():
        again += repeated(layout, rows)
        found.append(relations(layout, part, rows, gap_us))
    for role, columns in joined(found).items():
        engine.keep_arrays(columns, work / f"{role}-{part}.parquet")
    half = mark.with_suffix(".half")
    half.write_bytes(msgspec.json.encode(again))
    half.replace(mark)
    return again


def _define(engine: Any, layout: Layout, checked: Checked, work: Path, gap_us: int) -> None:
    """Give the counts their names, and the accounts their ids."""
    ids = f"c.ego_id + {layout.base} AS ego_id, c.alter_id + {layout.base} AS alter_id"
    joins = ""
    if layout.base is None:
        ids = "a.id AS ego_id, b.id AS alter_id"
        joins = "JOIN node AS a ON a.n = c.ego_id JOIN node AS b ON b.n = c.alter_id"
    kind = "BIGINT" if checked.ids == "integer" else "VARCHAR"
    for role, name in _NAMES.items():
        paths = sorted(work.glob(f"{role}-*.parquet"))
        columns = ", ".join(_kept(layout, it, gap_us) for it in _EMPTY[role])
        if not paths:
            spec = {"ego_id": kind, "alter_id": kind} | dict.fromkeys(_EMPTY[role], "BIGINT")
            engine.table(name, spec, [])
            continue
        source = engine.written(paths)
        if role == "link":
            most = ", ".join(f"max({it}) AS {it}" for it in _EMPTY[role])
            source = f"(SELECT ego_id, alter_id, {most} FROM {source} GROUP BY 1, 2)"
        engine.define(name, f"SELECT {ids}, {columns} FROM {source} AS c {joins}", keep=False)


def _kept(layout: Layout, name: str, gap_us: int) -> str:
    """A column as the views have it, from what was kept of it."""
    stem, _, unit = name.rpartition("_")
    if unit == "us":
        return f"CAST(c.{stem} AS BIGINT) * {layout.unit} + {layout.zero_us} AS {name}"
    kept = name if gap_us else name.replace("turns", "acts")  # each act is a turn
    return f"CAST(c.{kept} AS BIGINT) AS {name}"
