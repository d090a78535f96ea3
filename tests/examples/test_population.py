"""The world: the same from the same seed, its truth what it does, its knobs what they say."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from population import CHANNELS, Knobs, Lockdown, invent, names, study, truth
from population.fans import WATCHED_ON, watching
from population.friends import THREAD
from population.knobs import DAY, HOUR, WEEK
from population.rows import CHANNEL, PLATFORM
from population.talk import Talk
from population.turns import expected
from population.world import World, cast

SMALL = Knobs(people=60, years=8 / 52)
APART = Lockdown(SMALL.first_day + timedelta(21), SMALL.first_day + timedelta(41))
TABLES = ("talk", "remarks", "chat", "links", "watch")


@pytest.fixture(scope="module")
def world() -> World:
    return invent(SMALL)


@pytest.fixture(scope="module")
def ties(world):
    return truth.ties(world)


def parts(world: World) -> dict[str, bytes]:
    return {name: getattr(world, name).tobytes() for name in TABLES}


def test_one_seed_is_one_world() -> None:
    tiny = Knobs(people=30, years=3 / 52)
    assert parts(invent(tiny)) == parts(invent(tiny))
    other = parts(invent(replace(tiny, seed=8)))
    assert all(other[name] != part for name, part in parts(invent(tiny)).items())


@pytest.mark.parametrize(
    "wrong",
    [{"people": 3}, {"years": 0.0}, {"pull": 1.1}, {"capacity": -1}],
)
def test_knobs_without_a_meaning_are_refused(wrong) -> None:
    with pytest.raises(ValueError, match=r"needed|lies in"):
        Knobs(**wrong)


def turns(actor, target, us, channel):
    """One row per turn: acts of one side on one channel, less than an hour apart."""
    order = np.lexsort((us, channel, target, actor))
    actor, target, us, channel = (it[order] for it in (actor, target, us, channel))
    same = (np.diff(actor) == 0) & (np.diff(target) == 0) & (np.diff(channel) == 0)
    begins = np.append(True, ~(same & (np.diff(us) < HOUR)))
    return actor[begins], target[begins]


def test_a_long_time_comes_to_the_declared_share() -> None:
    """Each of twelve habits, lived by 300 pairs for 40 days."""
    copies, habits = 300, np.random.default_rng(3)
    threads = np.zeros(12, THREAD)
    threads["starts"] = np.linspace(0, 1, 12)
    threads["answers"] = habits.random((12, 2))
    threads["slow"] = habits.random((12, 2))
    many = np.repeat(threads, copies)
    many["one"], many["other"] = np.arange(len(many)), len(many) + np.arange(len(many))
    many["change"] = 99
    here = cast(SMALL)
    people = replace(here.people, offset=np.zeros(2 * len(many)))
    talk = Talk(SMALL, people, replace(here.friends, threads=many))
    said = np.concatenate([talk.day(day, np.full(len(many), 0.8)) for day in range(40)])
    actor, _ = turns(said["actor"], said["target"], said["at"], said["channel"])
    lived = np.bincount(actor, minlength=2 * len(many)).reshape(2, 12, copies).sum(axis=2)
    declared, _ = expected(threads, threads["answers"])
    assert lived[0] / lived.sum(axis=0) == pytest.approx(
        declared[:, 0] / declared.sum(axis=1), abs=0.01
    )


def test_what_is_true_is_what_happens(world, ties) -> None:
    count = world.cast.beings
    acts = world.addressed
    sides = turns(
        acts["actor"].astype(int), acts["target"], acts["at"], acts["channel"].astype(int)
    )
    people = len(world.cast.people)
    for mine, column in ((sides[0], "given"), (sides[1], "received")):
        other = sides[1] if column == "given" else sides[0]
        among = (mine < people) & (other < people)
        stars = (mine < people) & (other >= people)
        friends = ties["alter"] < people
        assert among.sum() == pytest.approx(ties[column][friends].sum(), rel=0.05)
        assert stars.sum() == pytest.approx(ties[column][~friends].sum(), rel=0.1)
    assert sides[0].max() < count


def test_shares_span_the_whole_range(ties) -> None:
    friends = ties[(ties["alter"] < SMALL.people) & (ties["given"] + ties["received"] > 0)]
    bands, _ = np.histogram(truth.theta(truth.whole(friends)), 10, (0, 1))
    assert bands.min() >= 5
    assert list(bands) == list(bands[::-1])  # what one gives, the other receives


def test_hours_add_up(world, ties) -> None:
    here, stars = world.cast, ties["alter"] >= SMALL.people
    days = watching(here.knobs, here.moods).sum(axis=1)
    anywhere = here.people.on[:, : len(WATCHED_ON)].any(axis=1)
    looking = stars & (ties["looks"] > 0)
    hours = np.bincount(ties["ego"][looking], ties["hours"][looking], SMALL.people)
    assert hours == pytest.approx(here.people.hours * days * anywhere)
    for name in ("youtube", "twitch", "spotify"):
        looks = world.watch[world.watch["platform"] == PLATFORM[name]]
        true = ties["hours"][looking & (ties["platform"] == PLATFORM[name])].sum()
        assert looks["ms"].sum() / 3.6e6 == pytest.approx(true, rel=0.08)


def test_nobody_watches_two_things_at_once(world) -> None:
    kept = world.watch[world.watch["at"] >= SMALL.start + (SMALL.days - 14) * DAY]
    kept = kept[np.lexsort((kept["at"], kept["actor"]))]
    ends = kept["at"] + kept["ms"] * np.int64(1000)
    same = np.diff(kept["actor"]) == 0
    overlap = (ends[:-1] - kept["at"][1:])[same]
    assert overlap.max() <= 2  # microseconds of rounding


def replies(world: World):
    acts = world.remarks
    return acts[(acts["actor"] >= SMALL.people) & (acts["answers"] > 0)]


@pytest.mark.thorough
def test_a_creator_answers_as_much_as_they_can(world) -> None:
    little, much = invent(replace(SMALL, capacity=2)), invent(replace(SMALL, capacity=60))
    for it, most in ((little, 2), (world, SMALL.capacity), (much, 60)):
        answers = replies(it)
        week = (answers["at"] - SMALL.start) // WEEK
        _, counts = np.unique(answers["actor"] * np.int64(1000) + week, return_counts=True)
        assert counts.max() <= most
    assert set(replies(little).tolist()) < set(replies(much).tolist())
    rest = [parts(it) | {"remarks": b""} for it in (little, much)]
    assert rest[0] == rest[1]
    asked = [it.remarks[it.remarks["actor"] < SMALL.people].tobytes() for it in (little, much)]
    assert asked[0] == asked[1]
    few, many = (truth.ties(it)["received"].sum() for it in (little, much))
    assert few < many


@pytest.mark.thorough
def test_the_pull_changes_who_is_watched_and_not_how_long() -> None:
    alone, pulled = (invent(replace(SMALL, pull=pull)) for pull in (0.0, 1.0))
    assert not alone.watch["served"].any()
    assert pulled.watch["served"].all()
    for name in ("at", "ms", "actor", "platform", "form"):
        assert (alone.watch[name] == pulled.watch[name]).all()
    for name in ("talk", "chat", "links"):
        assert parts(alone)[name] == parts(pulled)[name]
    chosen = [np.nanmean(truth.people(it, truth.ties(it))["chosen"]) for it in (alone, pulled)]
    assert chosen[0] > 1.5 * chosen[1]


@pytest.mark.thorough
def test_a_lockdown_moves_its_own_days_and_nothing_else(world) -> None:
    shut = invent(replace(SMALL, lockdown=APART))
    first, last = SMALL.start + 21 * DAY, SMALL.start + 42 * DAY
    for name in ("talk", "watch", "remarks"):
        ours, theirs = getattr(world, name), getattr(shut, name)
        early = [it[it["at"] < first - 12 * HOUR] for it in (ours, theirs)]
        assert len(early[0])
        assert (early[0]["actor"] == early[1]["actor"]).all()
        within = [((it["at"] >= first) & (it["at"] < last)).sum() for it in (ours, theirs)]
        assert within[1] > 1.05 * within[0]
    late = [it.watch[it.watch["at"] > last + 12 * HOUR] for it in (world, shut)]
    assert late[0].tobytes() == late[1].tobytes()
    assert parts(world)["links"] == parts(shut)["links"]
    assert parts(world)["chat"] == parts(shut)["chat"]


@pytest.mark.thorough
def test_displacement_lowers_contact_where_watching_rises(world) -> None:
    pressed = invent(replace(SMALL, displacement=1.0))
    assert parts(pressed)["watch"] == parts(world)["watch"]
    assert parts(pressed)["remarks"] == parts(world)["remarks"]
    assert abs(contact_slope(world)) < 0.25
    assert contact_slope(pressed) < contact_slope(world) - 0.35


def contact_slope(world: World) -> float:
    """By how much the logarithm of messages sent falls where that of watching rises."""
    here = world.cast
    acts = world.talk[world.talk["actor"] < SMALL.people]
    week = np.clip((acts["at"] - SMALL.start) // WEEK, 0, SMALL.weeks - 1)
    sent = np.bincount(acts["actor"] * SMALL.weeks + week, minlength=here.moods.size)
    y = np.log(sent.reshape(here.moods.shape) + 0.5)
    x = here.moods - here.moods.mean(axis=1, keepdims=True)
    y = y - y.mean(axis=1, keepdims=True)
    return float((x * y).sum() / (x * x).sum())


def test_two_sided_logs_hold_both_sides(world, ties) -> None:
    for name in ("telegram", "discord", "bluesky"):
        log = world.two_sided(name)
        assert (np.diff(log.us) >= 0).all()
        assert (log.actor != log.target).all()
        said = {CHANNELS[code] for code in np.unique(log.channel)}
        assert said <= {"message", "reply"}
        pairs = set(zip(log.actor.tolist(), log.target.tolist(), strict=True))
        assert any((b, a) in pairs for a, b in pairs)
        known = ties[ties["platform"] == PLATFORM[name]]
        known = set(zip(known["ego"].tolist(), known["alter"].tolist(), strict=True))
        assert {(a, b) for a, b in pairs if a < SMALL.people} <= known
    for number in range(world.cast.beings):
        assert names.number(world, names.key(world, number)) == number


def test_answers_of_the_study(world, ties) -> None:
    told = study.answers(world, ties)
    assert list(told) == study.columns()
    asked = told["follow"] == 1
    for name in (*study.FELT, *study.DID):
        assert set(told[name][asked]) <= {0, 1}
        assert set(told[name][~asked]) == {study.NOT_ASKED}
    acts = world.remarks
    mine = acts[(acts["actor"] < SMALL.people) & (acts["channel"] == CHANNEL["reaction"])]
    assert set(np.flatnonzero(told["react"] == 1)) <= set(mine["actor"].tolist())


def test_shares_of_a_person(world, ties) -> None:
    people = truth.people(world, ties)
    assert (people["one_way"] + people["reciprocal"] <= 1 + 1e-9).all()
    assert people["much"] == pytest.approx(1 / (1 + (1.5 / people["hours_day"]) ** 2))
    assert (np.argsort(people["many"]) == np.argsort(people["posts_week"])).all()
