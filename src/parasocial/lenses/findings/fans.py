"""What the creator lens finds of single fans: whom to answer next, whom to look after."""

from msgspec import Struct, field

from parasocial.lenses.findings.amounts import Range, Reason


class Way(Struct, frozen=True):
    """What one way to spend the hours covers, each as a share of those who wait.

    Attributes:
        people: Fans answered.
        questions: Of fans with an open question.
        newcomers: Of fans who wrote for the first time within four weeks.
        long_quiet: Of regulars who have waited longest.
    """

    people: int
    questions: float | None
    newcomers: float | None
    long_quiet: float | None


class Trade(Struct, frozen=True):
    """What so many replies a week reach in either way: the geometric mean of the three shares."""

    replies: int
    hours: float
    balanced: float
    loudest: float


class Next(Struct, frozen=True):
    """One fan to answer next; private only.

    Attributes:
        because: ``question``, ``newcomer``, ``long_quiet``, joined with ``+``; empty for others.
    """

    id: str
    name: str | None
    because: str
    item: str | None = None


class Plan(Struct, frozen=True):
    """Whom to answer next within an hours-a-week budget.

    Attributes:
        at_most: The largest share of those who wait that this budget can answer.
        balanced: What the plan covers.
        loudest: What the same budget covers when spent on those who write most.
        among: People for each of ``question``, ``newcomer``, ``long_quiet``.
        curve: Both ways by budget, up to four times this one.
    """

    hours_a_week: float
    replies: int
    waiting: int
    at_most: float | None
    balanced: Way
    loudest: Way
    among: dict[str, int] = field(default_factory=dict)
    curve: list[Trade] = field(default_factory=list)
    next: list[Next] = field(default_factory=list)
    why: Reason | None = None


class Queued(Struct, frozen=True):
    """A message that a human should look at; private only, read again from the export."""

    reason: str
    platform: str
    room: str | None
    item: str
    day: str | None
    text: str | None


class Person(Struct, frozen=True):
    """One fan; private only."""

    id: str
    name: str | None
    messages: int
    questions: int
    answered: int
    seen: int
    cannot_be_told: int
    first: str | None
    last: str | None


class TwoEnds(Struct, frozen=True):
    """One tie from either end, where a fan's own export and the creator's log meet.

    Attributes:
        platform: Where they meet.
        fan_given: What the fan's export says they wrote to the creator.
        fan_received: What it says came back; null where that side is not exported.
        fan_hours: Hours with the creator's content in the fan's export.
        fan_class: The class of the tie in the fan's findings.
        log_messages: What the creator's log says the fan wrote.
        log_answered: How much of it was answered there; null where it cannot be told.
        log_share: Share of all that fans wrote to the creator that is this fan's.
        log_rank: The fan's place among fans by messages, 1 being the most active.
    """

    platform: str
    fan_given: int
    fan_received: int | None
    fan_hours: Range
    fan_class: str
    log_messages: int
    log_answered: int | None
    log_share: float
    log_rank: int
    log_people: int
