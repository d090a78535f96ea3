"""How many turns a conversation comes to on average: the truth behind every tie's share.

A conversation begins with a burst of one side. The other answers with the probability of their
habit, then both go on by turns, each time `GOES_ON` less likely, for at most so many bursts. An
answer comes within 20 minutes or, when slow, after more than one hour. Two bursts of one side
are therefore one turn exactly when both answers between them were quick, so that the expected
number of turns is a finite sum.
"""

import numpy as np

from .friends import COMMENTS
from .rows import Floats, Ints, Rows

GOES_ON = 0.75
MOST = 10
"""Bursts in one conversation."""


def bursts(threads: Rows) -> Ints:
    """How many bursts a conversation of each thread may have."""
    return np.where(threads["manner"] == COMMENTS, 2, MOST)


def expected(threads: Rows, answers: Floats) -> tuple[Floats, Floats]:
    """Turns and bursts of `one` and of `other` in one conversation; each of shape (n, 2)."""
    turns, said = np.zeros((2, len(threads), 2))
    apart = 1 - (1 - threads["slow"]).prod(axis=1)
    for begins in (0, 1):
        weight = threads["starts"] if begins == 0 else 1 - threads["starts"]
        reached = np.ones(len(threads))
        for step in range(MOST):
            side = begins if step % 2 == 0 else 1 - begins
            if step:
                reached = reached * answers[:, side] * (GOES_ON if step > 1 else 1.0)
                reached = np.where(step < bursts(threads), reached, 0.0)
            said[:, side] += weight * reached
            turns[:, side] += weight * reached * (apart if step > 1 else 1.0)
    return turns, said
