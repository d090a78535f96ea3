"""What must hold of bounds and classes, whatever the log."""

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from parasocial.lenses.findings import TieClass
from parasocial.notes import Notes
from parasocial.reading import FULL, UNCERTAIN, Visibility, at_least
from parasocial.schema import Account, Channel, Direction, Fact
from ties.exact import coverage, odds_error
from ties.logs import ALTERS, worlds
from ties.world import (
    START,
    TOWN,
    WEEK,
    Export,
    comments,
    export,
    reader,
    talk,
    ties,
)

pytestmark = pytest.mark.thorough

World = tuple[list[Export], Notes, str]
_NAMES = dict(zip(ALTERS, ("zoe", "yan", "xi"), strict=True))


def everywhere(exports: list[Export], change: Any) -> list[Export]:
    return [
        replace(it, said={n: [change(fact) for fact in said] for n, said in it.said.items()})
        for it in exports
    ]


def called(fact: Fact) -> Fact:
    if isinstance(fact, Account):
        return changed(fact, id=_NAMES[fact.id])
    return changed(
        fact,
        actor=_NAMES.get(fact.actor, fact.actor),
        target=_NAMES.get(fact.target or "", fact.target),
    )


def later(fact: Fact) -> Fact:
    if isinstance(fact, Account) or fact.us is None:
        return fact
    return changed(fact, us=fact.us + 30 * WEEK)


def assert_whole(tie: dict[str, Any]) -> None:
    """Classes partition, bounds are in order, and what is decided says on what basis."""
    assert tie["tie_class"] in TieClass.__args__
    assert 0 <= tie["share_low"] <= tie["share_high"] <= 1
    assert (tie["decided"] is None) == (tie["basis"] == "none")


@settings(max_examples=2)
@given(worlds())
def test_names_mean_nothing(world: World) -> None:
    exports, _, zone = world
    before, after = ties(*exports, zone=zone), ties(*everywhere(exports, called), zone=zone)
    for alter, tie in before.items():
        platform, _, native = alter.partition(":")
        other = f"{platform}:{_NAMES[native]}"
        assert after[other] == {**tie, "alter_id": other}
        assert_whole(tie)


@settings(max_examples=2)
@given(worlds())
def test_nor_does_when_it_was(world: World) -> None:
    exports, notes, _ = world
    before, after = ties(*exports, notes=notes), ties(*everywhere(exports, later), notes=notes)
    for alter, tie in before.items():
        times = {part: tie[part] and tie[part] + 30 * WEEK for part in ("first_us", "last_us")}
        assert after[alter] == {**tie, **times}


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.5, 1, exclude_min=True))
def test_decisions_by_acts_never_overlap(one: float, other: float, tau: float) -> None:
    low, high = sorted((one, other))
    assert (low > tau) + (high < 1 - tau) + (low >= 1 - tau and high <= tau) <= 1


def test_swapping_directions_mirrors_everything() -> None:
    sides = (FULL, at_least(0.6), Visibility(0.3, 0.5), UNCERTAIN)
    counts = [(x, y) for x in (1, 2, 9, 40) for y in (1, 3, 12)]

    def seen(name: str, given_: Visibility, received: Visibility, turned: int) -> Export:
        shown = {(Channel.MESSAGE, Direction.GIVEN): given_}
        shown[Channel.MESSAGE, Direction.RECEIVED] = received
        said = [it for n in counts for it in talk("{}.{}".format(*n), *n[::turned])]
        return export(reader(name, shown), *said, source=name)

    pairs = [(f"place{i}", *pair) for i, pair in enumerate(product(sides, sides))]
    there = ties(*(seen(name, one, other, 1) for name, one, other in pairs))
    back = ties(*(seen(name, other, one, -1) for name, one, other in pairs))
    mirror = {"out": "inbound", "inbound": "out", "reciprocal": "reciprocal", None: None}
    for alter, tie in there.items():
        turned = back[alter]
        assert turned["share_low"] == pytest.approx(1 - tie["share_high"], abs=1e-12)
        assert turned["share_high"] == pytest.approx(1 - tie["share_low"], abs=1e-12)
        assert turned["by_acts"] == mirror[tie["by_acts"]]


def test_more_hidden_acts_never_raise_the_low_end_and_leave_the_high_one() -> None:
    # Comments within one hour are one turn: a grows, X stays.
    cases = list(product((0, 5, 40), range(1, 30)))
    said = [
        it
        for talked, hidden in cases
        for it in (
            *talk(f"{talked}.{hidden}", talked, talked),
            *comments(f"{talked}.{hidden}", hidden, START, 1_000_000),
        )
    ]
    found = ties(export(TOWN, *said))
    for talked in (0, 5, 40):
        them = [found[f"town:{talked}.{hidden}"] for hidden in range(1, 30)]
        lows = [it["share_low"] for it in them]
        assert lows == sorted(lows, reverse=True)
        assert len({(it["x"], it["share_high"]) for it in them}) == 1


def test_odds_are_moved_by_pi() -> None:
    assert odds_error() <= 1e-12


def test_coverage_over_counts_and_visibility() -> None:
    found = coverage()
    assert min(found) >= 0.84
    assert np.mean(found) >= 0.88
