"""The reply plan: worked by hand, then held against every other plan."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from parasocial.lenses.reply_plan import Waits, reply_plan, way

FIVE = [
    Waits("ana", 40, 1, question=True),
    Waits("ben", 30, 2),
    Waits("cho", 1, 1, question=True, newcomer=True),
    Waits("dee", 1, 3, newcomer=True),
    Waits("eli", 9, 20, long_quiet=True, name="Eli", item="m9"),
]


def test_by_hand() -> None:
    plan = reply_plan(FIVE, hours=0.1, minutes_each=3)
    assert plan.replies == 2
    assert plan.waiting == 5
    assert plan.at_most == pytest.approx(0.4)
    # Eli is the only regular, Cho half of two groups: both add a whole share.
    assert [it.id for it in plan.next] == ["eli", "cho"]
    assert [it.because for it in plan.next] == ["long_quiet", "question+newcomer"]
    assert (plan.balanced.questions, plan.balanced.newcomers, plan.balanced.long_quiet) == (
        0.5,
        0.5,
        1.0,
    )
    assert (plan.loudest.questions, plan.loudest.newcomers, plan.loudest.long_quiet) == (0.5, 0, 0)


def test_the_curve_begins_at_nothing_and_passes_the_budget() -> None:
    plan = reply_plan(FIVE, hours=0.1, minutes_each=3)
    assert (plan.curve[0].replies, plan.curve[0].balanced, plan.curve[0].loudest) == (0, 0, 0)
    here = next(it for it in plan.curve if it.replies == 2)
    assert (here.balanced, here.loudest) == pytest.approx((2 / 3, 1 / 6))
    assert plan.curve[-1].replies == 5
    assert plan.curve[-1].balanced == plan.curve[-1].loudest == pytest.approx(1)


def test_what_nobody_waits_for_is_not_a_share() -> None:
    plan = reply_plan([Waits("ben", 30, 2)], hours=1, minutes_each=60)
    assert plan.balanced.questions is None
    assert plan.at_most == 1
    assert plan.next[0].because == ""
    nobody = reply_plan([], hours=1, minutes_each=3)
    assert nobody.at_most is None
    assert nobody.why
    assert nobody.replies == 20


@pytest.mark.parametrize(("hours", "minutes"), [(-1, 3), (1, 0)])
def test_a_budget_that_is_none_is_refused(hours: float, minutes: float) -> None:
    with pytest.raises(ValueError, match="hours"):
        reply_plan(FIVE, hours, minutes)


people = some.lists(
    some.builds(
        Waits,
        id=some.text("abc", min_size=6, max_size=6),
        messages=some.integers(1, 9),
        weeks=some.integers(0, 9).map(float),
        question=some.booleans(),
        newcomer=some.booleans(),
        long_quiet=some.booleans(),
    ),
    min_size=1,
    max_size=7,
    unique_by=lambda it: it.id,
)


@given(people, some.integers(0, 7))
def test_no_other_plan_of_the_same_size_reaches_more(waiting: list[Waits], replies: int) -> None:
    def worth(shares: object) -> float:
        known = [getattr(shares, it) for it in ("questions", "newcomers", "long_quiet")]
        known = [it for it in known if it is not None]
        return sum(known) / len(known) if known else 0.0

    plan = reply_plan(waiting, hours=float(replies), minutes_each=60)
    best = max(
        worth(way(them, waiting)) for them in combinations(waiting, min(replies, len(waiting)))
    )
    assert worth(plan.balanced) == pytest.approx(best)
    assert plan.balanced.people == plan.loudest.people == min(replies, len(waiting))
    assert worth(plan.loudest) <= worth(plan.balanced) + 1e-12
