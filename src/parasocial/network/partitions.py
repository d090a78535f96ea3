"""The counts of a log on one machine: scattered over partitions, each sorted, kept as it is done.

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


def count(engine: Any, checked: Checked, gap_us: int, work: Path, told: Told) -> int:
    """Define ``act_count``, ``watch_count`` and ``link_count`` from ``interaction``.

    Partitions that *work* holds already are not made again. Returns how many acts repeat another.
    """
    work.mkdir(parents=True, exist_ok=True)
    layout = _number(engine, checked)
    _scatter(engine, layout, checked, work, told)
    done = 0

    def one(part: int) -> int:
        nonlocal done
        found = _partition(engine.beside(), layout, part, gap_us, work)
        done += 1
        told("Counting", done, layout.parts)
        return found

    with ThreadPoolExecutor(min(os.cpu_count() or 1, layout.parts)) as pool:
        repeated = sum(pool.map(one, range(layout.parts)))
    _define(engine, layout, checked, work)
    return repeated


def _number(engine: Any, checked: Checked) -> Layout:
    """Define ``numbered``: a, b, channel, us; a and b are small integers in the order of ids."""
    nodes = None
    if not direct(checked):
        engine.define(
            "node",
            """SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM (
                SELECT actor_id AS id FROM interaction UNION SELECT target_id FROM interaction)""",
            keep=True,
        )
        [nodes] = (it["n"] for it in engine.rows("SELECT count(*) AS n FROM node"))
    layout = lay_out(checked, nodes)
    engine.table(
        "packing", {"kind": "INTEGER", "code": "INTEGER"}, [*enumerate(map(layout.code, ROLE))]
    )
    ends = f"i.actor_id - {layout.base} AS a, i.target_id - {layout.base} AS b"
    joins = ""
    if layout.base is None:
        ends = "a.n AS a, b.n AS b"
        joins = "JOIN node AS a ON a.id = i.actor_id JOIN node AS b ON b.id = i.target_id"
    engine.define(
        "numbered",
        f"SELECT {ends}, p.code, coalesce(i.us, {checked.first_us}) AS us"
        f" FROM interaction AS i JOIN packing AS p ON p.kind = i.code {joins}",
        keep=False,
    )
    return layout


def _scatter(engine: Any, layout: Layout, checked: Checked, work: Path, told: Told) -> None:
    """Write every row, packed, to the partition of its pair: once."""
    if (work / "scattered").exists():
        return
    told("Packing", 0, checked.total)
    for old in work.glob("rows*/**/*.parquet"):
        old.unlink()
    engine.write(layout.packed(), work / "rows", by="part")
    (work / "scattered").touch()
    told("Packing", checked.total, checked.total)


def _partition(engine: Any, layout: Layout, part: int, gap_us: int, work: Path) -> int:
    """Count one partition; the file that says how many acts repeat another is its mark."""
    mark = work / f"{part}.json"
    if mark.exists():
        return int(msgspec.json.decode(mark.read_bytes()))
    from parasocial.network.packed import chains
    from parasocial.network.unpacked import relations, repeated_acts

    rows = work / "rows" / f"part={part}"
    repeated = 0
    if rows.exists():
        it = engine.arrays(f"SELECT chain, us FROM {engine.written([rows])}")
        talk, looks = ("message" in layout.codes, "view" in layout.codes)
        of = chains(it.pop("chain"), it.pop("us"), gap_us, days=talk, weeks=looks)
        repeated = repeated_acts(layout, of)
        for role, columns in relations(layout, part, of).items():
            engine.keep_arrays(columns, work / f"{role}-{part}.parquet")
    half = mark.with_suffix(".half")
    half.write_bytes(msgspec.json.encode(repeated))
    half.replace(mark)
    return repeated


def _define(engine: Any, layout: Layout, checked: Checked, work: Path) -> None:
    """Give the counts their names, and the accounts their ids."""
    ids = f"c.ego_id + {layout.base} AS ego_id, c.alter_id + {layout.base} AS alter_id"
    joins = ""
    if layout.base is None:
        ids = "a.id AS ego_id, b.id AS alter_id"
        joins = "JOIN node AS a ON a.n = c.ego_id JOIN node AS b ON b.n = c.alter_id"
    kind = "BIGINT" if checked.ids == "integer" else "VARCHAR"
    for role, name in _NAMES.items():
        paths = sorted(work.glob(f"{role}-*.parquet"))
        columns = ", ".join(f"c.{it}" for it in _EMPTY[role])
        if not paths:
            spec = {"ego_id": kind, "alter_id": kind} | dict.fromkeys(_EMPTY[role], "BIGINT")
            engine.table(name, spec, [])
            continue
        source = engine.written(paths)
        if role == "link":
            most = ", ".join(f"max({it}) AS {it}" for it in _EMPTY[role])
            source = f"(SELECT ego_id, alter_id, {most} FROM {source} GROUP BY 1, 2)"
        engine.define(name, f"SELECT {ids}, {columns} FROM {source} AS c {joins}", keep=False)
