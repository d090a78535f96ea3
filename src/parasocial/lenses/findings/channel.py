"""What the creator lens finds of a channel over time: waiting, cohorts, tenure, loyalty."""

from typing import Literal

from msgspec import Struct

from parasocial.lenses.findings.amounts import Range, Reason, Value

Unit = Literal["week", "month", "year"]


class Acknowledgements(Struct, frozen=True):
    """Hearts, pins and reactions of the creator, which are no replies.

    Attributes:
        messages: Messages of fans that the creator acknowledged.
        people: Fans with such a message.
        only: Of ``messages``, those without the creator's answer in the files.
        why: Where no file can show any, the reason; then the numbers are null.
    """

    messages: int | None
    people: int | None
    only: int | None
    why: Reason | None = None


class Step(Struct, frozen=True):
    """A point of the waiting curve: the share still without an answer after so many hours."""

    hours: float
    waiting: float


class Waiting(Struct, frozen=True):
    """How long fans wait for the creator's answer (Kaplan-Meier).

    A message without an answer counts as waiting until the log ends. Only messages whose state is
    known and whose time is known to the minute are in it.

    Attributes:
        messages: How many are in it.
        answered: Of these, answered.
        median_hours: When half have their answer; null where fewer than half ever do.
        within: Share answered within ``hour``, ``day`` and ``week``.
        curve: At most 60 steps.
        left_out: Messages of known state whose time is too coarse.
    """

    messages: int
    answered: int | None
    median_hours: Value
    within: dict[str, float]
    curve: list[Step]
    left_out: int
    why: Reason | None = None


class Ceiling(Struct, frozen=True):
    """What share of people could be answered at all: min(1, R / N).

    Attributes:
        replies_a_week: R, the creator's replies in the week with most of them.
        usual_replies_a_week: The mean over the weeks of the logs.
        people_a_week: N, fans active in a week, in the mean over weeks with any.
        share: The ceiling at R and N.
        usual_share: The same at the usual number of replies.
    """

    replies_a_week: int
    usual_replies_a_week: float | None
    people_a_week: float | None
    share: float | None
    usual_share: float | None
    why: Reason | None = None


class Cohort(Struct, frozen=True):
    """Fans who wrote for the first time in one week, month or year.

    Attributes:
        start: First day of it.
        people: How many.
        active: How many of them wrote in it and in each one after, as far as the logs reach.
    """

    start: str
    unit: Unit
    people: int | None
    active: list[int | None]


class Retention(Struct, frozen=True):
    """How many come back, over all cohorts that the logs follow long enough.

    Attributes:
        unit: Of cohorts: weeks; months or years where times are coarser or logs longer.
        returned: Share of fans that wrote again in a later unit at all.
        by_age: Share active so many units after the first, from 1 on.
        left_out: Fans whose first message has no time that is fine enough.
    """

    unit: Unit | None
    returned: Range
    by_age: list[float]
    left_out: int = 0
    why: Reason | None = None


class Week(Struct, frozen=True):
    """One ISO week of the logs.

    Attributes:
        people: Fans who wrote.
        new: Of these, for the first time.
        replies: The creator's replies.
    """

    week: str
    messages: int | None
    people: int | None
    new: int | None
    replies: int


By = Literal["tenure", "membership", "length", "question", "tone", "address"]


class Answering(Struct, frozen=True):
    """How often one kind of message is answered.

    Attributes:
        by: What the kinds differ in.
        group: Which kind.
        messages: Messages of known state.
        answered: Of these, answered.
        cannot_be_told: Messages of this kind whose state is unknown.
        share: Shrunk towards the share of all kinds together, 90 % interval.
    """

    by: By
    group: str
    messages: int | None
    answered: int | None
    cannot_be_told: int | None
    share: Range


class OneSided(Struct, frozen=True):
    """Ties as each fan would see them: what they wrote against what the creator wrote back.

    Attributes:
        by_class: Fans by class of the audience model: ``one_sided``, ``reciprocal``,
            ``inbound``, ``sparse``, ``undetermined``, ``unobservable``.
        share: One-sided among fans whose class is decided.
    """

    by_class: dict[str, int | None]
    share: Range
    why: Reason | None = None


class Stage(Struct, frozen=True):
    """Messages by how many their author had written before.

    Attributes:
        since: The number of the first message in it, 1 being somebody's first.
        addressed: Share that speaks to the creator.
        intimate: Share that is intimate or discloses something.
        words: Mean number of words.
    """

    since: int
    messages: int | None
    people: int | None
    addressed: float | None
    intimate: float | None
    words: float | None


class Tenure(Struct, frozen=True):
    """Whether fans grow closer, or close fans stay.

    Attributes:
        stages: By message number.
        pooled: Change of the intimate share per doubling of the message number, all together.
        within: The same around each fan's own mean: how a fan changes.
        between: The same over fans' means: how those who stay differ.
    """

    stages: list[Stage]
    pooled: Range
    within: Range
    between: Range
    why: Reason | None = None


class Came(Struct, frozen=True):
    """Newcomers by whether their first message was answered, and how many came back."""

    people: int | None
    returned: int | None
    share: Range


class Loyalty(Struct, frozen=True):
    """Loyalty gained against labour spent. Who is answered is not drawn by lot.

    A newcomer's first message counts as answered if the creator answered within a week; they came
    back if they wrote again in the four weeks after that week.

    Attributes:
        difference: Share that came back among the answered less that among the others.
        reply_hours: Hours typed to answer newcomers' first messages.
        hours_each: Hours per newcomer more that came back, were the difference all the
            answer's doing; null where it is not above 0.
    """

    answered: Came
    unanswered: Came
    difference: Range
    reply_hours: float | None
    hours_each: Value
    why: Reason | None = None
