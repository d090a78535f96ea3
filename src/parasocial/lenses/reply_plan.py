"""Whom to answer next: a creator's hours, spent where they reach most, or on the loudest.

A reply goes to one person. Three things are to be reached: people with an open question, people
who have just come, and regulars who have waited long. What a plan is worth is the mean of the
three shares; as each person adds to it no matter who else is answered, taking those who add most
is the best plan there is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

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
    balanced, loudest = _balanced(waiting), _loudest(waiting)
    most = max(min(4 * replies, number), 1)
    points = sorted({0, min(replies, number), *(most * it // STEPS for it in range(STEPS + 1))})
    return Plan(
        hours_a_week=hours,
        replies=replies,
        waiting=number,
        at_most=min(1.0, replies / number),
        balanced=way(balanced[:replies], waiting),
        loudest=way(loudest[:replies], waiting),
        curve=[
            Trade(
                it,
                it * minutes_each / 60,
                _worth(way(balanced[:it], waiting)),
                _worth(way(loudest[:it], waiting)),
            )
            for it in points
        ],
        next=[
            Next(it.id, it.name, "+".join(goal for goal in GOALS if getattr(it, goal)), it.item)
            for it in balanced[: min(replies, SHOWN)]
        ],
    )


def way(answered: Sequence[Waits], waiting: Sequence[Waits]) -> Way:
    """What answering these covers of all who wait; None where a goal has nobody."""

    def share(goal: str) -> float | None:
        among: int = sum(getattr(it, goal) for it in waiting)
        reached: int = sum(getattr(it, goal) for it in answered)
        return reached / among if among else None

    return Way(len(answered), share("question"), share("newcomer"), share("long_quiet"))


def _worth(covered: Way) -> float:
    shares = (covered.questions, covered.newcomers, covered.long_quiet)
    known = [it for it in shares if it is not None]
    return sum(known) / len(known) if known else 0.0


def _balanced(waiting: Sequence[Waits]) -> list[Waits]:
    """Those first who add most to the three shares; of equals, who has waited longest."""
    among: dict[str, int] = {it: sum(getattr(one, it) for one in waiting) for it in GOALS}

    def adds(it: Waits) -> float:
        return sum((1 / among[goal] for goal in GOALS if getattr(it, goal)), 0.0)

    return sorted(waiting, key=lambda it: (-adds(it), -it.weeks, it.id))


def _loudest(waiting: Sequence[Waits]) -> list[Waits]:
    return sorted(waiting, key=lambda it: (-it.messages, it.id))
