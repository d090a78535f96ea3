"""What must hold of bounds and classes, whatever the log."""

from dataclasses import replace
from itertools import islice, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as changed
from scipy.stats import binom

from parasocial.ledger import Ledger
from parasocial.lenses.findings import TieClass
from parasocial.notes import Notes
from parasocial.reading import FULL, UNCERTAIN, Visibility, at_least
from parasocial.schema import Account, Channel, Direction, Fact
from parasocial.ties import Thresholds
from parasocial.ties.build import conclude
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


def bounds(cases: list[tuple[int, int, float]]) -> list[tuple[float, float, float]]:
    """(low, high, middle) of the share given, for (x, y, pi), as the SQL finds them."""
    counts = ("n", "x", "y", "hidden_acts", "back_seen", "back_hidden", "v")
    columns = dict.fromkeys(counts, "BIGINT")
    columns |= {"pi_low": "DOUBLE", "pi_high": "DOUBLE"}
    with Ledger() as ledger:
        lines = [(n, x, y, 0, 0, 0, 0, pi, pi) for n, (x, y, pi) in enumerate(cases)]
        ledger.table("evidence", columns, lines)
        conclude(ledger, Thresholds(), ["bound"])
        found = ledger.query("SELECT share_low, share_high, middle_low FROM bound ORDER BY n")
    return list(zip(*found.values(), strict=True))


def odds(share: float) -> float:
    return share / (1 - share)


def test_odds_are_moved_by_pi() -> None:
    counts, pis = [(0, 0), (3, 1), (40, 2), (2, 90)], (0.01, 0.2, 1.0, 3.0, 50.0)
    cases = [(*pair, pi) for pair in counts for pi in pis]
    plain = dict(zip(counts, bounds([(*pair, 1.0) for pair in counts]), strict=True))
    for (x, y, pi), found in zip(cases, bounds(cases), strict=True):
        for theta, phi in zip(found, plain[x, y], strict=True):
            if 0.001 <= phi <= 0.999:
                assert odds(theta) == pytest.approx(pi * odds(phi), rel=1e-12)


def test_coverage_over_counts_and_visibility() -> None:
    """Exact, not simulated: every outcome of n turns, weighed by its probability."""
    thetas = (np.arange(400) + 0.5) / 400
    logs = list(product((5, 10, 20, 50, 100), (0.2, 0.5, 1.0, 2.0, 5.0)))
    ends = iter(bounds([(x, n - x, pi) for n, pi in logs for x in range(n + 1)]))
    found = []
    for n, pi in logs:
        low, high, _ = np.array(list(islice(ends, n + 1))).T[:, :, None]
        phi = odds(thetas) / pi / (1 + odds(thetas) / pi)
        chance = binom.pmf(np.arange(n + 1)[:, None], n, phi)
        found.append(float((chance * ((low <= thetas) & (thetas <= high))).sum(axis=0).mean()))
    assert min(found) >= 0.84
    assert np.mean(found) >= 0.88
