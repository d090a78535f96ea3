"""Every measure of a person on ledgers of every odd shape: a value, or null and why."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from parasocial.lenses.asked import Asked, Earlier, Span
from parasocial.lenses.audience import look
from parasocial.lenses.findings import Findings, Share, Window
from parasocial.schema import EGO, Channel, Fact, Form, Interaction
from ties.world import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    STAGE,
    START,
    TOWN,
    Export,
    export,
    follow,
    ledger_of,
    message,
    talk,
    turns,
    views,
)

pytestmark = pytest.mark.thorough

OLD = 631_152_000 * SECOND  # 1990
CHANGE = 1_711_846_800 * SECOND  # 31 March 2024, 01:00 UTC: Berlin's clocks go forward
POSTS = [Interaction(Channel.POST, EGO, None, START + n * n * HOUR) for n in range(40)]
EVERYDAY: list[Fact] = [
    *turns(EGO, "ada", 220, START, 26 * HOUR),
    *turns("ada", EGO, 200, START + 3 * HOUR, 28 * HOUR),
    *turns(EGO, "bo", 150, START + 5 * HOUR, 39 * HOUR),
    *views("cy", 240, START + HOUR),
    *(it for n in range(12) for it in views(f"show {n}", 9 + n, START + n * HOUR, 9 * DAY)),
    *POSTS,
    follow(EGO, "cy"),
]
LEDGERS: dict[str, tuple[Export, ...]] = {
    "empty": (),
    "one interaction": (export(TOWN, message(EGO, "ada", START)),),
    "one week": (export(TOWN, *talk("ada", 9, 9), *views("bo", 99, step=HOUR)),),
    "one instant": (export(TOWN, *views("bo", 99, step=0), *talk("ada", 1, 1)),),
    "a follow without a time": (export(TOWN, follow(EGO, "ada")),),
    "outlier years": (
        export(TOWN, *EVERYDAY, message(EGO, "ada", OLD), *views("cy", 1, START + 4_000 * DAY)),
    ),
    "a change of the clock": (export(STAGE, *views("ada", 90, CHANGE - 2 * HOUR, 5 * MINUTE)),),
    "two bases of time": (
        export(TOWN, *EVERYDAY),
        export(STAGE, *views("ada", 90, START + 7 * HOUR), source="two"),
    ),
    "everyday": (export(TOWN, *EVERYDAY),),
}
ASKED = Asked(
    periods=(Span("spring", "2024-04-01", "2024-05-31"), Span("long ago", "1999-01-01", "1999-02-01")),
    earlier=Earlier(
        "parasocial/audience/1", Window("2024-01-01", "2024-05-01"), Share(0.5, 0.4, 0.6), []
    ),
)  # fmt: skip
ONES: dict[str, Callable[[Findings], Iterator[tuple[Any, str | None]]]] = {
    "community gap": lambda it: iter([(it.community.gap, it.community.why)]),
    "felt against returned": lambda it: iter([(it.felt.low, it.felt.why)]),
    "displacement": lambda it: iter([(it.displacement.slope, it.displacement.why)]),
    "periods": lambda it: (
        (rate.point, rate.why)
        for one in it.periods
        for around in (one.one_way_hours, one.reciprocal_hours, one.reciprocal_turns)
        for rate in (around.before, around.during, around.after)
    ),
    "concentration": lambda it: iter([(it.concentration.gini, it.concentration.why)]),
    "burstiness": lambda it: iter([(it.rhythm.burstiness.value, it.rhythm.burstiness.why)]),
    "passive share": lambda it: iter([(it.rhythm.passive.point, it.rhythm.passive.why)]),
    "night share": lambda it: iter([(it.rhythm.night.point, it.rhythm.night.why)]),
    "long sittings": lambda it: (
        (one.point, one.why) for one in (it.rhythm.sittings.long, it.rhythm.sittings.longest_hours)
    ),
    "comparison": lambda it: (
        (one.change.point, one.change.why)
        for one in (it.comparison.one_way_hours, it.comparison.reciprocal_turns)
    ),
    "sensitivity": lambda it: iter([(it.sensitivity.agree, it.sensitivity.why)]),
    "shares": lambda it: ((one.point, one.why) for one in (it.one_way_share, it.reciprocal_share)),
    "chosen share": lambda it: iter([(it.chosen_share.value, it.chosen_share.why)]),
    "balance": lambda it: iter([(it.balance.value, it.balance.why)]),
}
TELLING = set(ONES) - {"felt against returned", "community gap", "comparison", "sensitivity"}


@pytest.fixture(scope="module")
def found() -> dict[str, Findings]:
    def of(exports: tuple[Export, ...]) -> Findings:
        with ledger_of(*exports) as ledger:
            ledger.execute("SET threads = 1")
            return look(ledger, zone="Europe/Berlin", asked=ASKED)

    return {name: of(exports) for name, exports in LEDGERS.items()}


@pytest.mark.parametrize("measure", ONES)
@pytest.mark.parametrize("ledger", LEDGERS)
def test_a_value_or_the_reason_why_there_is_none(
    found: dict[str, Findings], ledger: str, measure: str
) -> None:
    for value, why in ONES[measure](found[ledger]):
        assert (value is None) == bool(why)


@pytest.mark.parametrize("ledger", ["empty", "one interaction", "a follow without a time"])
def test_from_next_to_nothing_nothing_is_said(found: dict[str, Findings], ledger: str) -> None:
    for measure, of in ONES.items():
        assert all(value is None for value, _ in of(found[ledger])), measure
    assert found[ledger].trajectories.ties == []


@pytest.mark.parametrize("measure", sorted(TELLING))
def test_from_an_everyday_ledger_something_is(found: dict[str, Findings], measure: str) -> None:
    assert any(value is not None for value, _ in ONES[measure](found["everyday"]))


def test_an_outlier_year_moves_no_rate(found: dict[str, Findings]) -> None:
    plain, odd = found["everyday"].periods[0], found["outlier years"].periods[0]
    assert odd.reciprocal_turns.during.point == plain.reciprocal_turns.during.point


def test_in_one_instant_no_time_passes_and_no_gap_exists(found: dict[str, Findings]) -> None:
    it = found["one instant"]
    assert it.rhythm.burstiness.value is None
    assert it.rhythm.sittings.long.point is None


def test_night_is_by_the_clock_on_the_wall() -> None:
    """Berlin's night of the change has an hour less, and 04:55 summer time is 02:55 UTC."""
    late = [
        Interaction(Channel.VIEW, EGO, "ada", CHANGE + n * DAY + 115 * MINUTE, form=Form.VIDEO)
        for n in range(60)
    ]
    with ledger_of(export(STAGE, *late)) as ledger:
        berlin, utc = (look(ledger, zone=it).rhythm.night for it in ("Europe/Berlin", "UTC"))
    assert berlin.point == 1
    assert utc.point is None
    assert "--zone" in (utc.why or "")
