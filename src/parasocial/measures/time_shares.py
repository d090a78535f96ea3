"""How a person's time divides between ties that answer and ties that do not."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

OUT = frozenset({"parasocial", "one_sided"})
RECIPROCAL = frozenset({"reciprocal"})
UNRESOLVED = frozenset({"sparse", "unobservable", "undetermined"})
APART = frozenset({"unattributed", "companion"})
"""Outside every total: brands, groups, programs. Their time is printed beside it."""


class TieTime(NamedTuple):
    """One tie's class, its hours a week as a range, and its turns and sessions."""

    tie_class: str
    low: float
    point: float
    high: float
    turns: int = 0


class Bounds(NamedTuple):
    """A share and its bounds, in [0, 1]; all None where there is nothing to divide."""

    point: float | None
    low: float | None
    high: float | None
    by_ties: float | None
    by_turns: float | None


def time_share(ties: Sequence[TieTime], classes: Collection[str]) -> Bounds:
    """The share of a person's time that goes to ties of *classes*.

    Definition: hours with ties of the classes over hours with all ties. Brands, groups and
    companions stand apart. The bounds run over the estimated hours and over ties that could not
    be decided: low counts them as other at their longest, high as of the classes.

        low  = sum(in, low)  / (sum(in, low) + sum(all other, high))
        high = sum(in + unresolved, high) / (the same + sum(resolved other, low))

    The point is the share among decided ties, at the point estimate of their hours.

    Range and unit: [0, 1]. NULL: no time at all with ties; the point also where none is decided.
    Threshold: one decided tie; how much that is says the width between the bounds.
    Source: ours; bounds after Manski, *Partial Identification of Probability Distributions*
    (2003), doi 10.1007/b97478.

    Example: 6 hours with a persona, 2 with a friend, 2 with a tie that cannot be decided.

        >>> share = time_share(
        ...     [TieTime("parasocial", 6, 6, 6), TieTime("reciprocal", 2, 2, 2),
        ...      TieTime("undetermined", 2, 2, 2)], OUT)
        >>> share.point, share.low, share.high
        (0.75, 0.6, 0.8)
        >>> time_share([], OUT).point is None
        True
    """
    counted = [tie for tie in ties if tie.tie_class not in APART]
    inside = [tie for tie in counted if tie.tie_class in classes]
    open_ = [tie for tie in counted if tie.tie_class in UNRESOLVED]
    other = [tie for tie in counted if tie.tie_class not in {*classes, *UNRESOLVED}]
    least = sum(tie.low for tie in inside)
    most = sum(tie.high for tie in (*inside, *open_))
    decided = (*inside, *other)
    point = _ratio(sum(tie.point for tie in inside), sum(tie.point for tie in decided))
    low = _ratio(least, least + sum(tie.high for tie in (*other, *open_)))
    high = _ratio(most, most + sum(tie.low for tie in other))
    return Bounds(
        point,
        point if low is None else low,
        point if high is None else high,
        _ratio(len(inside), len(decided)),
        _ratio(sum(tie.turns for tie in inside), sum(tie.turns for tie in decided)),
    )


def balance(ties: Sequence[TieTime]) -> float | None:
    """Whether a person's time leans to ties that answer or to ties that do not.

    Definition: B = (T_rec - T_out) / (T_rec + T_out), with T in hours a week at their point
    estimate. Range: -1 (all one way) to 1 (all returned). NULL: no decided time.
    Threshold: one decided tie.
    Source: ours.

        >>> balance([TieTime("parasocial", 3, 3, 3), TieTime("reciprocal", 1, 1, 1)])
        -0.5
    """
    out = sum(tie.point for tie in ties if tie.tie_class in OUT)
    back = sum(tie.point for tie in ties if tie.tie_class in RECIPROCAL)
    return _ratio(back - out, back + out)


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None
