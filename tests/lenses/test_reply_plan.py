"""The reply plan: worked by hand, then held against every other plan."""

import math
from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from parasocial.lenses.reply_plan import Waits, reply_plan

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
    # Cho counts for two goals; then the third, which nobody stands for yet.
    assert [it.id for it in plan.next] == ["cho", "eli"]
    assert [it.because for it in plan.next] == ["question+newcomer", "long_quiet"]
    assert plan.among == {"question": 2, "newcomer": 2, "long_quiet": 1}
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
    assert (here.balanced, here.loudest) == pytest.approx((0.25 ** (1 / 3), 0))
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


def reach(them: Iterable[Waits]) -> float:
    """What a plan is worth, the long way round."""
    answered = list(them)
    return sum(
        math.log(1 + sum(getattr(it, goal) for it in answered))
        for goal in ("question", "newcomer", "long_quiet")
    )


def best(waiting: list[Waits], replies: int) -> float:
    return max(map(reach, combinations(waiting, min(replies, len(waiting)))))


@pytest.mark.thorough
@settings(max_examples=40)
@given(people, some.integers(0, 7))
def test_no_other_plan_of_the_same_size_reaches_much_more(
    waiting: list[Waits], replies: int
) -> None:
    plan = reply_plan(waiting, hours=float(replies), minutes_each=60)
    chosen = {it.id for it in plan.next}
    assert len(chosen) == plan.balanced.people == plan.loudest.people == min(replies, len(waiting))
    found = reach(it for it in waiting if it.id in chosen)
    assert found >= (1 - 1 / math.e) * best(waiting, replies) - 1e-9
    apart = all(it.question + it.newcomer + it.long_quiet <= 1 for it in waiting)
    assert not apart or found == pytest.approx(best(waiting, replies))
