"""A part of the findings: what it sums, worked by hand, and that all parts give the whole."""

import pytest
from hypothesis import given, settings

from parasocial.lenses.ahead import ahead
from parasocial.lenses.audience import look
from parasocial.lenses.findings import Findings, Tie
from parasocial.lenses.grid import Grid, grid
from parasocial.lenses.within import Part, within
from parasocial.schema import EGO
from ties.logs import worlds
from ties.world import DAY, HOUR, STAGE, START, TOWN, WEEK, Export, export, ledger_of, turns, views

FIRST = (START // WEEK) + 1  # START is a Monday; weeks count from one before the epoch
EVERYDAY = (
    export(
        TOWN,
        *turns(EGO, "ada", 28, START + HOUR, DAY),
        *turns("ada", EGO, 14, START + 5 * HOUR, DAY),
        *turns(EGO, "bo", 7, START + 10 * WEEK, DAY),
    ),
    export(STAGE, *views("cy", 70, START + 2 * HOUR, DAY), source="two"),
)


def seen(*exports: Export, zone: str = "UTC") -> tuple[Findings, Grid]:
    with ledger_of(*exports) as ledger:
        return look(ledger, zone=zone), grid(ledger, zone)


@pytest.fixture(scope="module")
def everyday() -> tuple[Findings, Grid]:
    return seen(*EVERYDAY)


def tie(found: Findings, alter: str) -> Tie:
    [it] = [it for it in found.ties if it.alter.id.endswith(f":{alter}")]
    return it


def test_everything_is_the_findings_themselves(everyday) -> None:
    found, of = everyday
    assert within(found, of, Part()) is found


def test_two_weeks_worked_by_hand(everyday) -> None:
    part = within(*everyday, Part((FIRST, FIRST + 1)))
    ada, cy = tie(part, "ada"), tie(part, "cy")
    assert (ada.given.turns, ada.received.turns) == (14, 14)
    assert (cy.attention.sessions, cy.attention.weeks) == (14, 2)
    assert [it.alter.id for it in part.ties if it.alter.id.endswith(":bo")] == []
    assert [it.week for it in part.weeks] == ["2024-W01", "2024-W02"]
    assert (ada.first, ada.last) == ("2024-01-01", "2024-01-14")
    assert ada.class_ == tie(everyday[0], "ada").class_


def test_a_rate_is_of_the_weeks_that_are_covered(everyday) -> None:
    """Seventy days of one session a day: two weeks of them have the same hours a week."""
    found, of = everyday
    part = within(found, of, Part((FIRST + 2, FIRST + 3)))
    whole, some = tie(found, "cy").weekly_hours, tie(part, "cy").weekly_hours
    assert some.point == pytest.approx(whole.point, rel=0.07)
    beyond = within(found, of, Part((FIRST + 8, FIRST + 30)))
    assert tie(beyond, "cy").weekly_hours.point == pytest.approx(whole.point, rel=0.07)


def test_a_platform_and_a_kind(everyday) -> None:
    found, of = everyday
    stage = within(found, of, Part(platforms=frozenset({"stage"})))
    assert [it.alter.id for it in stage.ties] == ["stage:cy"]
    assert [it.platform for it in stage.sources] == ["stage"]
    assert {channel for it in stage.weeks for channel in it.covered} == {"view"}
    kind = tie(found, "cy").alter.kind
    assert [it.alter.id for it in within(found, of, Part(kinds=frozenset({kind}))).ties] == [
        "stage:cy"
    ]


def test_a_part_of_which_nothing_is_known(everyday) -> None:
    part = within(*everyday, Part((FIRST - 50, FIRST - 40)))
    assert (part.ties, part.weeks, part.sources) == ([], [], [])
    assert part.one_way_share.point is None
    assert part.one_way_share.why


@pytest.mark.thorough
@settings(max_examples=6)
@given(worlds())
def test_all_parts_together_are_the_whole(made) -> None:
    exports, *_ = made
    found, of = seen(*exports)
    everywhere = frozenset(it.platform for it in found.sources)
    named = within(found, of, Part(platforms=everywhere))
    there = {it.alter.id: it for it in named.ties}
    for it in found.ties:
        same = there.get(it.alter.id)
        if same is None:
            assert not it.given.turns + it.received.turns + it.attention.sessions
            continue
        assert (same.given, same.received) == (it.given, it.received)
        assert same.attention.sessions == it.attention.sessions
        assert same.attention.hours.point == pytest.approx(it.attention.hours.point)
        assert same.weekly_hours.point == pytest.approx(it.weekly_hours.point, abs=1e-5)
    assert named.weeks == found.weeks
    halves = [
        within(found, of, Part((low, high)))
        for low, high in ((0, FIRST + 6), (FIRST + 7, FIRST + 4_000))
    ]
    assert sum(tie.received.turns for half in halves for tie in half.ties) == sum(
        tie.received.turns for tie in named.ties
    )


def test_what_a_later_export_could_show() -> None:
    weeks = 40
    found, of = seen(
        export(
            TOWN,
            *turns(EGO, "ada", 7 * weeks, START, DAY),
            *turns("ada", EGO, 7 * weeks, START + 4 * HOUR, DAY),
        ),
        export(STAGE, *views("cy", 5 * weeks, START + 2 * HOUR, 33 * HOUR), source="two"),
    )
    told = {it.name: it for it in ahead(of, 26)}
    assert told["reciprocal_turns"].now == pytest.approx(14)
    assert told["one_way_hours"].detectable > 0
    short, long = (ahead(of, n)[0].detectable for n in (13, 104))
    assert long < short
    assert ahead(of, 12) == []
    assert found.ties
