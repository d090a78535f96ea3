"""Whom to answer next: a creator's hours spread over what is to be reached, or on the loudest.

A reply goes to one person. Three things are to be reached: people with an open question, people
who have just come, and regulars who have waited long. The plan goes where a reply adds most to the
sum of log(1 + people reached) over the three, so that none is left out while another is served
twice. Where nobody counts for two of them no plan has a larger sum; else it is 63 % of the largest
or more (1 - 1/e: Nemhauser, Wolsey & Fisher 1978, doi:10.1007/BF01588971).
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from itertools import accumulate

from parasocial.lenses.findings.fans import Next, Plan, Trade, Way

GOALS = ("question", "newcomer", "long_quiet")
"""What is to be reached, by the names that ``Next.because`` joins with ``+``."""
SHOWN = 20
"""People named in the plan."""
STEPS = 12
"""Points of the curve beside its beginning."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Somebody who wrote and was not seen to be answered since.

    Attributes:
        id: Their account.
        messages: How many they wrote in all.
        weeks: Since their last message without an answer.
        question: They asked something that nobody was seen to answer.
        newcomer: They wrote for the first time within four weeks.
        long_quiet: They are a regular and among those who have waited longest.
        name: As the file shows it.
        item: The message to answer.
    """

    id: str
    messages: int
    weeks: float
    question: bool = False
    newcomer: bool = False
    long_quiet: bool = False
    name: str | None = None
    item: str | None = None


def reply_plan(waiting: Sequence[Waits], hours: float, minutes_each: float) -> Plan:
    """Whom to answer within a week's budget, beside the same budget spent on the loudest.

    Args:
        waiting: Everybody who waits, each once.
        hours: A week, at least 0.
        minutes_each: To read a message and answer it, more than 0.

    Raises:
        ValueError: A budget below nothing, or an answer that takes no time.
    """
    if hours < 0 or minutes_each <= 0:
        raise ValueError("hours must be 0 or more, and the minutes of an answer more than 0")
    replies = int(hours * 60 / minutes_each + 1e-9)
    number = len(waiting)
    if not waiting:
        nobody = Way(0, None, None, None)
        return Plan(hours, replies, 0, None, nobody, nobody, why="nobody waits in these files")
    most = max(min(4 * replies, number), 1)
    among = {goal: sum(getattr(it, goal) for it in waiting) for goal in GOALS}
    next_ = _balanced(waiting, most)
    balanced, loudest = _ways(next_, among), _ways(_loudest(waiting, most), among)
    points = sorted({0, min(replies, number), *(most * it // STEPS for it in range(STEPS + 1))})
    return Plan(
        hours_a_week=hours,
        replies=replies,
        waiting=number,
        at_most=min(1.0, replies / number),
        balanced=balanced(replies),
        loudest=loudest(replies),
        among=among,
        curve=[
            Trade(it, it * minutes_each / 60, _worth(balanced(it)), _worth(loudest(it)))
            for it in points
        ],
        next=[
            Next(it.id, it.name, "+".join(_goals(it)), it.item)
            for it in next_[: min(replies, SHOWN)]
        ],
    )


def _ways(order: Sequence[Waits], among: Mapping[str, int]) -> Callable[[int], Way]:
    """What answering the first so many covers of all who wait; None where a goal has nobody."""
    reached = [[*accumulate((getattr(it, goal) for it in order), initial=0)] for goal in GOALS]

    def way(number: int) -> Way:
        first = min(number, len(order))
        shares = zip(reached, among.values(), strict=True)
        return Way(first, *(them[first] / whole if whole else None for them, whole in shares))

    return way


def _worth(covered: Way) -> float:
    """The geometric mean of the three shares: nothing as long as one of them is nothing."""
    shares = (covered.questions, covered.newcomers, covered.long_quiet)
    known = [it for it in shares if it is not None]
    return math.prod(known) ** (1 / len(known)) if known else 0.0


def _balanced(waiting: Sequence[Waits], most: int) -> list[Waits]:
    """The first of all, in the order of the plan; of equals, who has waited longest."""
    alike: dict[tuple[str, ...], list[Waits]] = {}
    for it in sorted(waiting, key=lambda it: (it.weeks, it.id)):
        alike.setdefault(_goals(it), []).append(it)
    reached: Counter[str] = Counter()

    def adds(goals: tuple[str, ...]) -> tuple[float, float]:
        return sum(_gain(reached[it]) for it in goals), alike[goals][-1].weeks

    order: list[Waits] = []
    while alike and len(order) < most:
        goals = max(alike, key=adds)
        order.append(alike[goals].pop())
        reached.update(goals)
        if not alike[goals]:
            del alike[goals]
    return order


@cache
def _gain(reached: int) -> float:
    """What one more is worth after so many."""
    return math.log((reached + 2) / (reached + 1))


def _goals(it: Waits) -> tuple[str, ...]:
    return tuple(goal for goal in GOALS if getattr(it, goal))


def _loudest(waiting: Sequence[Waits], most: int) -> list[Waits]:
    return nsmallest(most, waiting, key=lambda it: (-it.messages, it.id))
