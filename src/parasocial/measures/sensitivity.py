"""Whether the headline stands, whichever reasonable way one counts."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

Lead = Literal["one_way", "reciprocal"]

UNITS = {"act": 0, "turn": 3_600_000_000, "half_day": 43_200_000_000}
"""The pause that ends a turn or a session, in microseconds: none, an hour, half a day."""
TAUS = (2 / 3, 0.75, 0.8)
RETURNS = (1, 2)
HOURS = ("low", "point", "high")


class Way(NamedTuple):
    """One way to count, and the two headline shares that it gives."""

    unit: str
    tau: float
    k: int
    hours: str
    one_way: float | None
    reciprocal: float | None


class Agreement(NamedTuple):
    """How many ways say what the headline says, and between which ends its share lies."""

    lead: Lead
    agree: int
    low: float
    high: float


def agrees(way: Way, lead: Lead) -> bool:
    """Whether a way of counting puts more of the decided time on the side *lead*.

    Definition: the share of that side is the larger of the two. Unit: none. NULL: none; a way
    that decides no tie does not agree. Threshold: none. Source: ours.

        >>> agrees(Way("turn", 0.75, 1, "point", 0.6, 0.3), "one_way")
        True
    """
    one, both = way.one_way or 0.0, way.reciprocal or 0.0
    return one > both if lead == "one_way" else both > one


def sensitivity(ways: Sequence[Way], default: Way) -> Agreement | None:
    """How many reasonable ways of counting agree with the headline.

    Definition: every combination of the unit (single acts, turns, half days), of tau (2 : 1,
    3 : 1, 4 : 1), of the returns that a hidden channel may hold per act (1, 2) and of the length
    of events without a duration (shortest, likely, longest) is one way: 54. Each gives the share
    of decided time that is one way, and that is returned. A way agrees when the side that leads
    by the default leads by it too. Not a probability: the ways are ours, and share their data.

    Unit: ways, and the ends of the leading share in [0, 1]. NULL: the default decides no tie, or
    both sides get the same. Threshold: one decided tie. Source: Steegen, Tuerlinckx, Gelman &
    Vanpaemel, *Increasing transparency through a multiverse analysis* (2016),
    doi 10.1177/1745691616658637.

    Example: three ways, of which one decides otherwise.

        >>> default = Way("turn", 0.75, 1, "point", 0.7, 0.2)
        >>> others = [Way("act", 0.75, 1, "point", 0.4, 0.5), Way("turn", 0.8, 1, "low", 0.6, 0.3)]
        >>> sensitivity([default, *others], default)
        Agreement(lead='one_way', agree=2, low=0.4, high=0.7)
    """
    one, both = default.one_way or 0.0, default.reciprocal or 0.0
    if one == both:
        return None
    lead: Lead = "one_way" if one > both else "reciprocal"
    shares = [it for way in ways if (it := getattr(way, lead)) is not None]
    return Agreement(lead, sum(agrees(way, lead) for way in ways), min(shares), max(shares))
