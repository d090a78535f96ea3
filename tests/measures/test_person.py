"""Measures of a whole person: what their definitions promise, beyond the worked examples."""

import numpy as np
import pytest

from parasocial.lenses.asked import Asked, Span
from parasocial.lenses.audience import look
from parasocial.measures.burstiness import burstiness
from parasocial.measures.change import change
from parasocial.measures.community_gap import community_gap
from parasocial.measures.concentration import concentration
from parasocial.measures.displacement import POWER, displacement
from parasocial.measures.felt_against_returned import felt_against_returned
from parasocial.measures.periods import period_rates
from parasocial.measures.sensitivity import HOURS, RETURNS, TAUS, UNITS
from parasocial.measures.trajectories import trajectory
from parasocial.notes import Note, Notes
from parasocial.schema import Account, Channel, Fact, Kind
from parasocial.ties import Thresholds
from ties.world import DAY, HOUR, STAGE, START, TOWN, WEEK, comments, export, ledger_of, talk, views

DICE = np.random.default_rng(20)


def sticky(weeks: int, a: float, count: int) -> np.ndarray:
    """So many series of *weeks* in which one week tells the next with correlation *a*."""
    noise = DICE.normal(size=(count, weeks + 40)) * np.sqrt(1 - a * a)
    for week in range(1, noise.shape[1]):
        noise[:, week] += a * noise[:, week - 1]
    return noise[:, 40:]


class TestDisplacement:
    @pytest.mark.parametrize("a", [0.0, 0.5, 0.8])
    def test_two_series_of_no_relation_are_seldom_related(self, a: float) -> None:
        pairs = zip(sticky(52, a, 300), sticky(52, a, 300), strict=True)
        p = [displacement(one, two, units=("hours", "turns")).p for one, two in pairs]
        assert np.mean(np.array(p) <= 0.05) <= 0.1

    def test_a_trend_alone_is_none(self) -> None:
        noise = sticky(80, 0, 2)
        rising = np.arange(80) / 4
        it = displacement(noise[0] + rising, noise[1] - rising, units=("hours", "turns"))
        assert it.correlation == pytest.approx(
            displacement(*noise, units=("hours", "turns")).correlation
        )

    def test_lags_put_the_second_later(self) -> None:
        one = sticky(60, 0, 1)[0]
        it = displacement(one, np.roll(one, 2), units=("hours", "turns"))
        assert max(it.lags, key=lambda lag: lag[1])[0] == 2
        assert [lag for lag, _ in it.lags] == list(range(-4, 5))

    @pytest.mark.parametrize("growth", [0.0, 3.0])
    def test_parts_of_one_total_are_refused_whatever_the_sign(self, growth: float) -> None:
        total = 20 + growth * sticky(52, 0, 1)[0]
        share = 0.5 + 0.1 * np.tanh(sticky(52, 0, 1)[0])
        it = displacement(share * total, (1 - share) * total, units=("hours", "hours"))
        assert it.slope is None
        assert it.why
        fixed = displacement(share * 20, (1 - share) * 20, units=("hours", "turns"))
        assert fixed.slope is None

    @pytest.mark.thorough
    @pytest.mark.parametrize(("weeks", "calm", "sticky_"), [(n, *POWER[n]) for n in POWER])
    def test_the_power_that_is_stated_is_had(self, weeks: int, calm: float, sticky_: float) -> None:
        for a, stated in ((0.5, calm), (0.8, sticky_)):
            first, noise = sticky(weeks, a, 600), sticky(weeks, a, 600)
            second = -0.3 * first + np.sqrt(1 - 0.09) * noise
            p = [
                displacement(*it, units=("hours", "turns")).p
                for it in zip(first, second, strict=True)
            ]
            assert np.mean(np.array(p) <= 0.05) == pytest.approx(stated, abs=0.06)

    def test_power_is_that_of_the_nearest_shorter_record(self) -> None:
        one, two = sticky(60, 0, 2)
        assert displacement(one, two, units=("hours", "turns")).power == (0.37, 0.26)
        assert displacement(one[:25], two[:25], units=("hours", "turns")).power is None


def test_poisson_posts_are_neither_even_nor_in_bursts() -> None:
    found = [burstiness(np.cumsum(DICE.exponential(size=21))) for _ in range(2_000)]
    assert abs(np.mean(found)) < 0.02


@pytest.mark.parametrize("n", [3, 8, 40])
def test_equal_ties_count_each_as_one(n: int) -> None:
    it = community_gap([0.5] * n, [2.0] * n)
    assert (it.reciprocal, it.one_way) == (pytest.approx(n), pytest.approx(n))
    assert it.gap == pytest.approx(0)


def test_shares_of_the_top_rise_with_their_number() -> None:
    it = concentration(DICE.pareto(1.2, 200))
    assert 0 < it.top_1 < it.top_3 < it.top_10 < 1
    assert 0 < it.gini < 1


def test_what_came_back_is_one_only_where_half_is_possible() -> None:
    for low, high in ((0.1, 0.45), (0.55, 0.9), (0.2, 0.8), (0.5, 0.5)):
        it = felt_against_returned(0.6, low, high)
        assert (it.returned_high == 1) == (low <= 0.5 <= high)
        assert it.gap_low == pytest.approx(0.6 - it.returned_high)
        assert it.gap_high == pytest.approx(0.6 - it.returned_low)


class TestPeriods:
    def test_a_place_that_begins_in_between_changes_nothing(self) -> None:
        amounts = {"town view": dict.fromkeys(range(60), 3.0), "stage view": {40: 9.0}}
        covered = {"town view": range(60), "stage view": range(35, 60)}
        it = period_rates(amounts, covered, (30, 39))
        assert [rate.value for rate in it] == [3.0, 3.0, 3.0]

    def test_a_week_without_anything_counts_where_it_is_covered(self) -> None:
        it = period_rates({"town view": {10: 4.0}}, {"town view": range(20)}, (10, 13))
        assert it.during.value == 1.0
        assert it.during.low is None

    def test_the_interval_holds_the_rate(self) -> None:
        amounts = {"town view": {n: float(n % 7) for n in range(50)}}
        it = period_rates(amounts, {"town view": range(50)}, (20, 29))
        assert it.before.low <= it.before.value <= it.before.high
        assert it.before.weeks == 20

    def test_where_nothing_is_covered_nothing_is_said(self) -> None:
        assert period_rates({"town view": {1: 2.0}}, {"town view": range(3)}, (0, 2)) == (
            None, None, None,
        )  # fmt: skip


@pytest.mark.parametrize("a", [0.0, 0.5])
def test_ties_that_hold_are_seldom_called_grown_or_cooled(a: float) -> None:
    found = [trajectory((3 + it).clip(0).tolist()).way for it in sticky(60, a, 300)]
    assert np.mean([it in ("grew", "cooled") for it in found]) <= 0.13


@pytest.mark.parametrize("a", [0.0, 0.5])
def test_where_nothing_changed_a_change_is_seldom_found(a: float) -> None:
    found = [change(it[:30], it[30:]).word for it in sticky(60, a, 300)]
    assert np.mean([it != "cannot_be_told" for it in found]) <= 0.09


def test_a_change_as_large_as_is_detectable_is_found_in_eight_of_ten() -> None:
    found = []
    for it in sticky(80, 0, 300):
        most = change(it[:40], it[40:]).detectable
        found.append(change(it[:40], it[40:] + most).word == "more")
    assert 0.72 <= np.mean(found) <= 0.9


WORLD: list[Fact] = [
    *talk("ada", 60, 60),
    *talk("bo", 40, 9),
    *comments("dee", 12),
    *(it for show in "cef" for it in views(show, 40, START + HOUR, 3 * DAY)),
    *views("g", 20, START + 20 * WEEK),
    Account("bot", kind=Kind.COMPANION, evidence="a program"),
    *talk("bot", 30, 30),
]


@pytest.fixture(scope="module")
def counted():
    asked = Asked(periods=(Span("spring", "2024-03-04", "2024-03-31"),), sensitivity=True)
    notes = Notes(
        {
            "stage:c": Note(we_met=True),
            "stage:e": Note(other_contact=True),
            "town:ada": Note(closeness=0.9),
            "town:bo": Note(closeness=0.5),
            "town:bot": Note(closeness=0.2),
        }
    )
    said = [it for it in WORLD if getattr(it, "channel", None) is not Channel.VIEW]
    seen = [it for it in WORLD if it not in said]
    with ledger_of(export(TOWN, *said), export(STAGE, *seen, source="two")) as ledger:
        return look(ledger, notes, asked=asked), look(ledger, notes)


@pytest.mark.thorough
def test_every_way_of_counting_is_listed_once(counted) -> None:
    it = counted[0].sensitivity
    ways = {(way.unit, way.tau, way.k, way.hours) for way in it.ways}
    assert len(ways) == len(it.ways) == len(UNITS) * len(TAUS) * len(RETURNS) * len(HOURS) == 54
    assert it.agree == sum(way.agrees for way in it.ways)
    assert it.low <= counted[0].one_way_share.point <= it.high


@pytest.mark.thorough
def test_the_default_is_one_of_the_ways(counted) -> None:
    [way] = [
        it
        for it in counted[0].sensitivity.ways
        if (it.unit, it.tau, it.k, it.hours) == ("turn", 0.75, 1, "point")
    ]
    assert way.one_way == pytest.approx(counted[0].one_way_share.point)
    assert way.reciprocal == pytest.approx(counted[0].reciprocal_share.point)


@pytest.mark.thorough
def test_a_pause_of_ones_own_is_kept_when_others_are_tried() -> None:
    own = Thresholds(gap_us=2 * HOUR)
    with ledger_of(export(TOWN, *talk("ada", 20, 20), *comments("bo", 9))) as ledger:
        tried = look(ledger, thresholds=own, asked=Asked(sensitivity=True))
        assert tried.ties == look(ledger, thresholds=own).ties


@pytest.mark.thorough
def test_counting_in_other_ways_changes_nothing_else(counted) -> None:
    once, again = counted
    assert once.ties == again.ties
    assert once.rhythm == again.rhythm
    assert again.sensitivity.why == "it was not asked for"


def test_the_ladder_takes_channels_and_notes(counted) -> None:
    assert {it.name: (it.ties, it.highest) for it in counted[0].ladder} == {
        "watched": (4, 2),
        "reacted": (0, 0),
        "commented": (0, 0),
        "wrote_privately": (0, 0),
        "other_contact": (1, 1),
        "met": (1, 1),
    }


def test_closeness_is_set_against_what_came_back(counted) -> None:
    it = counted[0].felt
    assert {one.id for one in it.ties} == {"town:ada", "town:bo", "town:bot"}
    assert -1 <= it.low <= it.high <= 1


def test_companions_stand_apart(counted) -> None:
    it = counted[0].companions
    assert (it.ties, it.turns) == (1, 30)
    assert it.weekly_hours.low <= it.weekly_hours.point <= it.weekly_hours.high


@pytest.mark.thorough
def test_ties_move_where_their_weeks_do() -> None:
    less = [
        it for week in range(40) for it in views("ada", 40 - week, START + week * WEEK, 4 * HOUR)
    ]
    with ledger_of(export(STAGE, *less, *views("bo", 40, START, WEEK))) as ledger:
        found = {it.id: it for it in look(ledger).trajectories.ties}
    assert found["stage:ada"].way == "cooled"
    assert found["stage:ada"].first_half > found["stage:ada"].second_half
    assert found["stage:bo"].way == "steady"
    assert len(found["stage:ada"].steps) == 10


@pytest.mark.thorough
def test_a_tie_that_begins_to_answer_turned() -> None:
    said = [*talk("ada", 120, 0), *talk("ada", 120, 120, START + 30 * WEEK)]
    with ledger_of(export(TOWN, *(it for it in said), *talk("bo", 300, 300, START))) as ledger:
        weekly = [it for it in look(ledger).trajectories.ties if it.id == "town:ada"]
    assert [it.turned for it in weekly] == ["more_came_back"]
