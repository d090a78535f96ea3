"""What a partition's chains say of its ties, under the names of ``ties/sql``."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from parasocial.network import packed
from parasocial.network.layout import Layout
from parasocial.network.log import ROLE
from parasocial.network.packed import Chains, Ints, Keys, Mask, Rows, begins, periods
from parasocial.ties.thresholds import DAY

Columns = dict[str, Any]
_WEEK = 7 * DAY
_BLOCK = 1 << 17


def blocks(layout: Layout, ordered: Columns) -> Iterator[Rows]:
    """A partition in stretches that stay inside a processor's cache; no pair is in two."""
    first = ordered["word" if layout.one_word else "chain"]
    if layout.one_word:
        first.sort()
    for some in packed.blocks(first, layout.below_pair, _BLOCK):
        if layout.one_word:
            yield packed.split(first[some], layout.time_bits, layout.time_type)
        else:
            yield Rows(first[some], ordered["time"][some].astype(layout.time_type))


def relations(layout: Layout, part: int, rows: Rows, gap_us: int) -> dict[str, Columns]:
    """The columns of ``act_count``, ``watch_count`` and ``link_count`` in one partition."""
    of = packed.chains(rows, -(-gap_us // layout.unit))
    found = {}
    for role, make in (("act", _acts), ("attention", _watches), ("link", _links)):
        here = among(layout, of.key, [name for name in layout.codes if ROLE[name] == role])
        if here.any():
            time = _times(rows, of, here)
            found[role] = make(layout, part, of if here.all() else of.of(here), time)
    return found


def joined(found: list[dict[str, Columns]]) -> dict[str, Columns]:
    """The relations of several stretches as one."""
    many: dict[str, list[Columns]] = {}
    for relation in found:
        for role, columns in relation.items():
            many.setdefault(role, []).append(columns)
    return {
        role: {name: np.concatenate([it[name] for it in parts]) for name in parts[0]}
        for role, parts in many.items()
    }


def among(layout: Layout, key: Keys, names: list[str]) -> Mask:
    """Which chains are of those channels."""
    if len(names) == len(layout.codes):
        return np.ones(len(key), bool)
    wanted = np.uint64(sum(1 << layout.codes.index(name) for name in names))
    return (wanted >> _bits(key, 0, layout.code_bits) & np.uint64(1)).astype(bool)


def repeated(layout: Layout, rows: Rows) -> int:
    """How many acts repeat another."""
    acts = [name for name in layout.codes if ROLE[name] == "act"]
    return int(among(layout, packed.repeated(rows), acts).sum())


def _times(rows: Rows, of: Chains, here: Mask) -> Any:
    """The times of the rows of some chains."""
    return rows.time if here.all() else rows.time[np.repeat(here, of.rows)]


def _bits(key: Keys, at: int, count: int) -> Keys:
    return key >> np.uint64(at) & np.uint64((1 << count) - 1)


def _given(layout: Layout, key: Keys) -> Mask:
    return _bits(key, layout.code_bits, 1).astype(bool)


def _ends(layout: Layout, part: int, key: Keys) -> tuple[Ints, Ints]:
    """The lesser and the greater of the two that each chain joins."""
    at = layout.code_bits + 1
    greater = _bits(key, at, layout.node_bits)
    above = key >> np.uint64(at + layout.node_bits)
    low = (np.uint64(layout.parts + part) - greater) & np.uint64(layout.parts - 1)
    lesser = above << np.uint64(layout.part_bits) | low
    return lesser.astype(layout.node_type), greater.astype(layout.node_type)


def _acts(layout: Layout, part: int, of: Chains, time: Any) -> Columns:
    new = begins(of.key >> np.uint64(layout.code_bits + 1))
    start = np.flatnonzero(new)
    lesser, greater = _ends(layout, part, of.key[start])
    # Sides, two to a pair: what the greater did, then what the lesser did.
    side = 2 * (np.cumsum(new) - 1) + _given(layout, of.key)
    sides = 2 * len(start)

    def total(amount: Ints) -> Ints:
        return np.bincount(side, amount, sides).astype(np.int32)

    private = [name for name in layout.codes if name in ("message", "call")]
    talk = among(layout, of.key, private)
    spoken = time if talk.all() else time[np.repeat(talk, of.rows)]
    talking = np.repeat(side[talk], of.rows[talk])
    days = periods(talking, spoken, DAY // layout.unit, sides).astype(np.int32)
    acts = total(of.rows)
    found = {"acts_given": acts[1::2], "acts_received": acts[::2]}
    if of.turns is not None:
        turns = total(of.turns)
        found |= {"turns_given": turns[1::2], "turns_received": turns[::2]}
    return found | {
        "ego_id": lesser,
        "alter_id": greater,
        "days_spoken": days[1::2],
        "days_answered": days[::2],
        "first": np.minimum.reduceat(of.first, start),
        "last": np.maximum.reduceat(of.last, start),
    }


def _watches(layout: Layout, part: int, of: Chains, time: Any) -> Columns:
    lesser, greater = _ends(layout, part, of.key)
    given = _given(layout, of.key)
    group = np.repeat(np.arange(len(of.key)), of.rows)
    return {
        "ego_id": np.where(given, lesser, greater),
        "alter_id": np.where(given, greater, lesser),
        "sessions": of.rows if of.turns is None else of.turns,
        "weeks": periods(group, time, _WEEK // layout.unit, len(of.key)),
        "first": of.first,
        "last": of.last,
    }


def _links(layout: Layout, part: int, of: Chains, _: Any) -> Columns:
    """One row per link and side: its reader takes the greatest of each."""
    lesser, greater = _ends(layout, part, of.key)
    given = _given(layout, of.key)
    ego, alter = np.where(given, lesser, greater), np.where(given, greater, lesser)
    follow, asks, friend = (
        among(layout, of.key, [name] if name in layout.codes else [])
        for name in ("follow", "request", "friend")
    )
    none = np.zeros(len(ego), bool)
    both = {
        "ego_id": (ego, alter),
        "alter_id": (alter, ego),
        "follows": (follow, none),
        "followed_by": (none, follow | asks),
        "friends": (friend, friend),
    }
    return {name: np.concatenate(it).astype(np.int64) for name, it in both.items()}
