"""What a partition's chains say of its ties, under the names of ``ties/sql``."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from parasocial.network.layout import Layout
from parasocial.network.log import ROLE
from parasocial.network.packed import Chains, Ints, Keys, Mask


class Ends(NamedTuple):
    """Whom each chain joins, which way, and how."""

    lesser: Ints
    greater: Ints
    given: Mask
    code: Ints


def unpack(layout: Layout, part: int, key: Keys) -> Ends:
    """What was packed."""

    def bits(at: int, count: int) -> Ints:
        return ((key >> np.uint64(at)) & np.uint64((1 << count) - 1)).astype(np.int64)

    at = layout.code_bits + 1
    greater = bits(at, layout.node_bits)
    above = bits(at + layout.node_bits, layout.node_bits - layout.part_bits)
    lesser = (above << layout.part_bits) | ((part - greater) & (layout.parts - 1))
    return Ends(lesser, greater, bits(layout.code_bits, 1).astype(bool), bits(0, layout.code_bits))


def relations(layout: Layout, part: int, of: Chains) -> dict[str, dict[str, Any]]:
    """The columns of ``act_count``, ``watch_count`` and ``link_count`` in one partition."""
    ends = unpack(layout, part, of.key)
    roles = [ROLE[name] for name in layout.codes]
    found = {}
    for role, make in (("act", _acts), ("attention", _watches), ("link", _links)):
        codes = [code for code, it in enumerate(roles) if it == role]
        if codes:
            keep = slice(None) if len(codes) == len(roles) else np.isin(ends.code, codes)
            found[role] = make(layout, Ends(*_kept(ends, keep)), Chains(*_kept(of, keep)))
    return found


def _kept(columns: Iterable[Any], keep: Any) -> list[Any]:
    return [column[keep] for column in columns]


def repeated_acts(layout: Layout, of: Chains) -> int:
    """How many acts repeat another."""
    acts = [code for code, name in enumerate(layout.codes) if ROLE[name] == "act"]
    code = of.key & np.uint64((1 << layout.code_bits) - 1)
    return int(of.again[np.isin(code.astype(np.int64), acts)].sum()) if of.again.any() else 0


def _acts(layout: Layout, ends: Ends, of: Chains) -> dict[str, Any]:
    pair = of.key >> np.uint64(layout.code_bits + 1)
    start = np.flatnonzero(np.concatenate(([True], pair[1:] != pair[:-1])))
    private = [code for code, name in enumerate(layout.codes) if name in ("message", "call")]
    talk = np.isin(ends.code, private)

    def total(amount: Ints, of_those: Any) -> Ints:
        return np.add.reduceat(np.where(of_those, amount, 0), start) if len(start) else amount

    return {
        "ego_id": ends.lesser[start],
        "alter_id": ends.greater[start],
        "acts_given": total(of.acts, ends.given),
        "acts_received": total(of.acts, ~ends.given),
        "turns_given": total(of.turns, ends.given),
        "turns_received": total(of.turns, ~ends.given),
        "days_spoken": total(of.days, ends.given & talk),
        "days_answered": total(of.days, ~ends.given & talk),
        "first_us": np.minimum.reduceat(of.first, start) if len(start) else of.first,
        "last_us": np.maximum.reduceat(of.last, start) if len(start) else of.last,
    }


def _watches(_: Layout, ends: Ends, of: Chains) -> dict[str, Any]:
    return {
        "ego_id": np.where(ends.given, ends.lesser, ends.greater),
        "alter_id": np.where(ends.given, ends.greater, ends.lesser),
        "sessions": of.turns,
        "weeks": of.weeks,
        "first_us": of.first,
        "last_us": of.last,
    }


def _links(layout: Layout, ends: Ends, _: Chains) -> dict[str, Any]:
    """One row per link and side: its reader takes the greatest of each."""
    ego = np.where(ends.given, ends.lesser, ends.greater)
    alter = np.where(ends.given, ends.greater, ends.lesser)
    kind = np.array(layout.codes, object)[ends.code]
    follow, asks, friend = (kind == name for name in ("follow", "request", "friend"))
    none = np.zeros(len(ego), bool)
    both = {
        "ego_id": (ego, alter),
        "alter_id": (alter, ego),
        "follows": (follow, none),
        "followed_by": (none, follow | asks),
        "friends": (friend, friend),
    }
    return {name: np.concatenate(it).astype(np.int64) for name, it in both.items()}
