"""Time with programs that always answer, apart from every tie with people."""

from collections.abc import Sequence
from typing import NamedTuple

TIES = """
SELECT weekly_low / 3600000 AS low, weekly_point / 3600000 AS point,
    weekly_high / 3600000 AS high, turns_given AS turns
FROM tie WHERE tie_class = 'companion' ORDER BY alter_id
"""
"""Every companion: hours a week, and ego's turns."""


class Companion(NamedTuple):
    """One companion: hours a week as a range, and the turns that went to it."""

    low: float
    point: float
    high: float
    turns: int


class Companions(NamedTuple):
    """All companions together."""

    ties: int
    low: float
    point: float
    high: float
    turns: int


def companions_apart(ties: Sequence[Companion]) -> Companions | None:
    """Hours a week and turns with companions: programs that always answer and know nobody.

    Definition: sums over ties of the kind companion. They are outside every share of one-way and
    returned time: that something answers is no sign of a person. Unit: hours a week, turns. NULL:
    no companion in these exports, which is not to say that there is none. Threshold: none.
    Source: ours.

        >>> companions_apart([Companion(0.5, 1.0, 2.0, 40), Companion(0.1, 0.2, 0.4, 3)])
        Companions(ties=2, low=0.6, point=1.2, high=2.4, turns=43)
        >>> companions_apart([]) is None
        True
    """
    if not ties:
        return None
    return Companions(
        len(ties),
        sum(it.low for it in ties),
        sum(it.point for it in ties),
        sum(it.high for it in ties),
        sum(it.turns for it in ties),
    )
