"""Yes and no for everybody, so that weighted shares are the ones that were wanted."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Wanted = Sequence[tuple[Flags, float]]
"""Groups of people, and the weighted share of each that says yes; later ones win."""

_ROUNDS, _CLOSE = 400, 1e-4


def chances(lean: Floats, weight: Floats, level: float, wanted: Wanted) -> Floats:
    """The chance of each to say yes: their leaning, shifted until every group is as wanted."""
    odds = np.log(level / (1 - level)) + lean - np.average(lean, weights=weight)
    for _ in range(_ROUNDS):
        worst = 0.0
        for group, share in wanted:
            chance = 1 / (1 + np.exp(-odds[group]))
            miss = share - np.average(chance, weights=weight[group])
            slope = np.average(chance * (1 - chance), weights=weight[group])
            odds[group] += np.clip(miss / max(slope, 1e-6), -1, 1)
            worst = max(worst, abs(float(miss)))
        if worst < _CLOSE:
            break
    else:
        raise ValueError(f"shares that contradict each other: {worst:.4f} off")
    return 1 / (1 + np.exp(-odds))


def drawn(chance: Floats, weight: Floats, order: NDArray[np.intp]) -> Flags:
    """Who says yes: in *order*, so that every run of people is off by one person at most.

    What is still owed is carried on, as a loudspeaker's converter does it; so every group that
    stands together in *order* has the share that its chances promise.
    """
    said = np.zeros(len(chance), np.bool_)
    owed = 0.0
    for i in order:
        owed += weight[i] * chance[i]
        if owed >= weight[i] / 2:
            said[i] = True
            owed -= weight[i]
    return said


def settled(said: Flags, weight: Floats, wanted: Wanted, within: float = 0.003) -> Flags:
    """*said* with a few answers turned round, until each group's share is *within* its due.

    Heavy people leave a small group short or over; the person whose weight is nearest to what is
    missing says the other thing then.
    """
    found = said.copy()
    for _ in range(_ROUNDS):
        missing = [(share - np.average(found[it], weights=weight[it]), it) for it, share in wanted]
        if not missing:
            return found
        worst, group = max(missing, key=lambda it: abs(it[0]))
        if abs(worst) <= within:
            return found
        other = np.flatnonzero(group & (found != (worst > 0)))
        due = abs(worst) * weight[group].sum()
        found[other[np.argmin(np.abs(weight[other] - due))]] ^= True
    raise ValueError("a group is too small for its share")
