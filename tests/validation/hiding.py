"""Ways in which an export loses what came back, and what a reader declares of each."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from validation.logs import Ints, Mask, Sides

Dice = np.random.Generator


@dataclass(frozen=True)
class Hiding:
    """One way to hide the received side of every export.

    Attributes:
        name: As the page prints it.
        kept: Which rows of the exports stay. Given rows always do.
        pi: How many of the returned acts are seen for one given act seen, as declared.
        hidden: Whether the platform exports no returns at all.
        dated: The export says for which half of the time it holds returns.
    """

    name: str
    kept: Callable[[Sides, Dice, Ints], Mask]
    pi: tuple[float, float] = (1.0, 1.0)
    hidden: bool = False
    dated: bool = False


def half(them: Sides, dice: Dice) -> Ints:
    """For each ego the two ends of half of the time that the log spans, somewhere in it."""
    first, last = int(them.us.min()), int(them.us.max())
    start = first + (dice.random(int(them.ego.max()) + 1) * (last - first) / 2).astype(np.int64)
    return np.stack([start, start + (last - first) // 2])


def inside(them: Sides, window: Ints) -> Mask:
    """Whether a row lies in the half of its ego's time."""
    mask: Mask = (them.us >= window[0, them.ego]) & (them.us <= window[1, them.ego])
    return mask


def _chance(seen: float) -> Callable[[Sides, Dice, Ints], Mask]:
    return lambda them, dice, _: them.given | (dice.random(len(them.us)) < seen)


def _threads(them: Sides, dice: Dice, _: Ints) -> Mask:
    """One thread in five has lost all that came back."""
    thread = them.ego << 32 | them.alter
    names, which = np.unique(thread, return_inverse=True)
    mask: Mask = them.given | (dice.random(len(names)) >= LOST)[which]
    return mask


def _half(them: Sides, _: Dice, window: Ints) -> Mask:
    return them.given | inside(them, window)


LOST = 0.2
UNKNOWN = (0.0, 1.0)
"""What a reader declares where whole threads or periods can be missing."""
WHOLE = Hiding("nothing", _chance(1))
HIDINGS = (
    Hiding("one act in twenty, at random", _chance(0.95), (0.95, 1.0)),
    Hiding("half of the acts, at random", _chance(0.5), (0.5, 1.0)),
    Hiding("four of five acts, at random", _chance(0.2), (0.2, 1.0)),
    Hiding("everything", _chance(0), hidden=True),
    Hiding("half of the time, which is known", _half, dated=True),
    Hiding("half of the time, which is not known", _half, UNKNOWN),
    Hiding("one thread in five", _threads, UNKNOWN),
)
