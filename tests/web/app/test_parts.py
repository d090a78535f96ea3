"""Which part a page was asked for, and what it sets side by side."""

import pytest

from parasocial.jobs.desk import Seen
from parasocial.lenses.audience import look
from parasocial.lenses.dates import week
from parasocial.lenses.grid import grid
from parasocial.schema import EGO
from parasocial.web.app.parts import choice
from parasocial.web.app.rooms import part
from ties.world import DAY, HOUR, STAGE, START, TOWN, export, ledger_of, turns, views


@pytest.fixture(scope="module")
def seen() -> Seen:
    """Thirty weeks of 2024: with ada every day both ways, and watching cy."""
    both = turns(EGO, "ada", 210, START, DAY), turns("ada", EGO, 210, START + 4 * HOUR, DAY)
    with ledger_of(
        export(TOWN, *both[0], *both[1]),
        export(STAGE, *views("cy", 210, START + 2 * HOUR, DAY), source="two"),
    ) as ledger:
        found = look(ledger)
        return Seen(found, grid(ledger, "UTC"))


@pytest.mark.parametrize(
    ("said", "at", "before", "after", "weeks"),
    [
        ({"span": "year"}, "2024", "", "", ("2024-W01", "2024-W52")),
        ({"span": "quarter", "at": "2024-Q2"}, "2024-Q2", "2024-Q1", "2024-Q3", ("2024-W14", "2024-W26")),
        ({"span": "week", "at": "2024-W10"}, "2024-W10", "2024-W09", "2024-W11", ("2024-W10", "2024-W10")),
        ({"span": "week", "at": "nonsense"}, "2024-W30", "2024-W29", "", ("2024-W30", "2024-W30")),
    ],
)  # fmt: skip
def test_a_period_and_its_steps(seen, said, at, before, after, weeks) -> None:
    found = choice(said, seen.findings)
    assert (found.at, found.before, found.after) == (at, before, after)
    assert tuple(map(week, found.part.weeks)) == weeks


def test_what_cannot_be_understood_asks_for_everything(seen) -> None:
    for said in ({}, {"span": "x"}, {"platform": "nowhere"}, {"kind": "x"}, {"span": "around"}):
        assert choice(said, seen.findings).part.everything


def test_dates_are_set_side_by_side_for_one_app_alone(seen) -> None:
    dates = {"span": "around", "from": "2024-03-04", "to": "2024-04-14"}
    [whole] = part(seen, choice(dates, seen.findings)).periods
    [watched] = part(seen, choice({**dates, "platform": "stage"}, seen.findings)).periods
    assert whole.reciprocal_turns.during.point == pytest.approx(14)
    assert watched.reciprocal_turns.during.point is None
    assert watched.one_way_hours.during.point == whole.one_way_hours.during.point > 0


def test_one_day_stands_between_before_and_after(seen) -> None:
    found = choice({"span": "around", "from": "2024-04-10"}, seen.findings)
    assert (found.period.start, found.period.end) == ("2024-04-10", "2024-04-10")
    turned = choice({"span": "around", "from": "2024-05-01", "to": "2024-04-10"}, seen.findings)
    assert (turned.period.start, turned.period.end) == ("2024-04-10", "2024-05-01")
