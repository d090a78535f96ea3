"""What the measures of a whole person find: rhythm, spread, change, and how sure it is."""

from typing import Literal

from msgspec import Struct

from parasocial.lenses.findings.amounts import Range, Reason, Share

Way = Literal["grew", "cooled", "steady", "cannot_be_told"]
Word = Literal["more", "less", "cannot_be_told"]


class Community(Struct, frozen=True):
    """How many ties of equal time each circle is as wide as.

    Attributes:
        reciprocal: Effective number of ties that answer.
        one_way: Effective number of ties that do not.
        gap: ln(one_way) - ln(reciprocal): above 0 where the one-way circle is the wider.
    """

    reciprocal: float | None
    one_way: float | None
    gap: float | None
    why: Reason | None = None


class FeltTie(Struct, frozen=True):
    """One tie whose closeness the person gave, against what came back: ranges, no points.

    Attributes:
        id: Of the other account.
        close: What the person said, 0 to 1.
        returned: 0 nothing, 1 even; lowest and highest.
        gap: close less returned; lowest and highest.
    """

    id: str
    close: float
    returned: tuple[float, float]
    gap: tuple[float, float]


class Felt(Struct, frozen=True):
    """Felt closeness against what came back, over the ties with an answer.

    Attributes:
        low: Lowest mean gap, -1 to 1; above 0 ties feel closer than they are returned.
        high: Highest mean gap.
    """

    low: float | None
    high: float | None
    ties: list[FeltTie]
    why: Reason | None = None


class Lag(Struct, frozen=True):
    """A correlation, with the second series so many weeks later."""

    weeks: int
    correlation: float


class Power(Struct, frozen=True):
    """How often a true slope of -0.3 SD would be found in a record of this length.

    Attributes:
        calm: Where one week tells the next with correlation 0.5.
        sticky: With 0.8.
    """

    calm: float
    sticky: float


class Displacement(Struct, frozen=True):
    """Whether weeks of more one-way hours are weeks of fewer returned turns, inside these data.

    Attributes:
        weeks: Consecutive covered weeks that count.
        slope: Turns a week more, for one more one-way hour in the same week.
        correlation: The same in standard deviations, -1 to 1.
        p: By circular shift, for the same week alone.
        lags: For drawing; they have no p.
    """

    weeks: int
    slope: float | None
    correlation: float | None
    p: float | None
    lags: list[Lag]
    power: Power | None
    why: Reason | None = None


class Rate(Struct, frozen=True):
    """An amount per covered week.

    Attributes:
        low: 5 % end of a bootstrap of weeks; null under eight weeks.
        high: 95 % end.
        weeks: Covered weeks that count.
    """

    point: float | None
    low: float | None
    high: float | None
    weeks: int
    why: Reason | None = None


class Around(Struct, frozen=True):
    """The same rate before, during and after a period."""

    before: Rate
    during: Rate
    after: Rate


class Period(Struct, frozen=True, rename={"start": "from", "end": "to"}):
    """Dates that the person named, and what a week was like before, during and after.

    Each amount counts in the places (channels of platforms) that hold three quarters of it.

    Attributes:
        one_way_hours: Hours a week with ties that do not answer.
        reciprocal_hours: Hours a week with ties that do.
        reciprocal_turns: Turns a week with them, of both sides.
    """

    name: str
    start: str
    end: str
    one_way_hours: Around
    reciprocal_hours: Around
    reciprocal_turns: Around


class Trajectory(Struct, frozen=True, rename={"start": "from"}):
    """How one tie went, where most of its time was spent.

    Attributes:
        id: Of the other account.
        place: Platform and channel.
        start: First covered week, "2026-W07".
        weeks: Covered weeks.
        first_half: Hours a week in the first half of them.
        second_half: Hours a week in the second half.
        slope: Hours a week, per 52 weeks, with its 95 % interval.
        turned: ``more_came_back`` or ``less_came_back`` in the second half; null where neither.
        steps: Hours a week, each the mean of four covered weeks, the last of fewer.
    """

    id: str
    place: str
    start: str
    weeks: int
    first_half: float
    second_half: float
    slope: Range
    way: Way
    turned: Literal["more_came_back", "less_came_back"] | None
    steps: list[float]


class Trajectories(Struct, frozen=True):
    """The ties whose way over time can be looked at, most hours first.

    Attributes:
        short: How many ties have too few weeks for it.
    """

    ties: list[Trajectory]
    short: int


class Rung(Struct, frozen=True):
    """One rung of the contact ladder.

    Attributes:
        name: watched, reacted, commented, wrote_privately, other_contact, met.
        ties: Performers with whom it was reached.
        highest: Those of them for whom it is the highest.
    """

    name: str
    ties: int
    highest: int


class Concentration(Struct, frozen=True):
    """How much of the attention a few accounts have, in hours.

    Attributes:
        accounts: With any attention, by name.
        top_1: Share of the account with most, 0 to 1.
        gini: 0 alike, 1 - 1/accounts where one has all.
    """

    accounts: int
    top_1: float | None
    top_3: float | None
    top_10: float | None
    gini: float | None
    why: Reason | None = None


class Burstiness(Struct, frozen=True):
    """Whether public posts come evenly (-1), at random (0) or in bursts (1)."""

    value: float | None
    gaps: int
    why: Reason | None = None


class Sittings(Struct, frozen=True):
    """Sittings of two hours of watching, or ten full videos.

    Attributes:
        long: How many, over the durations that events may have had.
        every: Sittings of any length.
        weeks: Covered weeks.
        longest_hours: Watched in the longest, likewise as a range.
    """

    long: Range
    every: int | None
    weeks: float
    longest_hours: Range


class Rhythm(Struct, frozen=True):
    """When and how time is spent.

    Attributes:
        passive: Share of the logged time that is watching and listening.
        night: Share of the logged time that began between 23:00 and 05:00.
    """

    burstiness: Burstiness
    passive: Range
    night: Range
    sittings: Sittings


class Companions(Struct, frozen=True):
    """Programs that always answer, apart from every tie with people."""

    ties: int
    weekly_hours: Range
    turns: int


class OwnComments(Struct, frozen=True):
    """Comments of one's own, with words, under what performers made; told by draft word lists.

    Attributes:
        comments: How many.
        accounts: Under how many performers' content.
        to_them: Speak to the performer.
        to_fans: Speak to other fans.
        questions: Ask something.
        as_to_a_peer: Not to other fans, and warm, close, or with something private.
    """

    comments: int
    accounts: int
    to_them: int
    to_fans: int
    questions: int
    as_to_a_peer: int


class Counting(Struct, frozen=True):
    """One reasonable way of counting.

    Attributes:
        unit: ``act``, ``turn`` (an hour's pause ends it) or ``half_day``.
        tau: Share of turns from which a tie is one way.
        k: Returns that a hidden channel may hold per act.
        hours: Which length events have: ``low``, ``point`` or ``high``.
        one_way: The share of decided time that is one way; null where none is decided.
        reciprocal: The share that is returned.
        agrees: Whether the side that leads is the one that leads by default.
    """

    unit: str
    tau: float
    k: int
    hours: str
    one_way: float | None
    reciprocal: float | None
    agrees: bool


class Sensitivity(Struct, frozen=True):
    """The headline shares over the reasonable ways to count.

    Attributes:
        lead: ``one_way`` or ``reciprocal``: which has more of the decided time by default.
        agree: How many ways say the same.
        low: Lowest share of that side over all ways.
        high: Highest.
    """

    lead: Literal["one_way", "reciprocal"] | None
    agree: int | None
    low: float | None
    high: float | None
    ways: list[Counting]
    why: Reason | None = None


class Difference(Struct, frozen=True):
    """A weekly amount up to an earlier report and since.

    Attributes:
        before: A week, in the weeks that the earlier report covers.
        after: A week since.
        change: after - before, with its 95 % interval.
        detectable: The smallest true change that eight of ten such records would show.
    """

    before: float | None
    after: float | None
    change: Range
    detectable: float | None
    word: Word


class Reading(Struct, frozen=True, rename={"was": "from", "now": "to"}):
    """How many ties were read one way in the earlier report, and another way now."""

    was: str
    now: str
    ties: int


class Comparison(Struct, frozen=True):
    """What changed since an earlier report of one's own. All weeks are counted as this one does.

    Attributes:
        since: The last day of the earlier report.
        earlier_share: The one-way share as it stood there.
        one_way_hours: Hours a week with ties that do not answer.
        reciprocal_turns: Turns a week with ties that do.
        readings: Ties in both reports that are read differently now.
        fresh: Ties that the earlier report did not have.
    """

    since: str | None
    earlier_share: Share
    one_way_hours: Difference
    reciprocal_turns: Difference
    readings: list[Reading]
    fresh: int
