"""What a page may say about a tie, from its own reading of the measurement model."""

import math
from collections.abc import Iterable, Sequence

HOUR = 3_600_000
_TAU = 0.75
_STEPS = 2000
OPEN = ("undetermined", "unobservable")


def chains(times: Iterable[int]) -> int:
    """Turns or sessions: runs of moments (ms) with gaps under an hour."""
    ordered = sorted(times)
    return sum(1 for n, at in enumerate(ordered) if n == 0 or at - ordered[n - 1] >= HOUR)


def sides(mine: Sequence[int], theirs: Sequence[int]) -> dict[str, object]:
    """Messages and turns of both sides, from their moments (ms)."""
    given, received = chains(mine), chains(theirs)
    return {
        "messages": {"given": len(mine), "received": len(theirs)},
        "turns": {"given": given, "received": received},
        "share_given": round(given / (given + received), 3),
    }


def below(share: float, a: float, b: float) -> float:
    """The probability that a Beta(a, b) variable is below `share`; a and b of at least one half.

    The midpoint rule after t = s², which removes the pole at 0; four digits.
    """
    norm = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    width = math.sqrt(share) / _STEPS
    total = 0.0
    for n in range(_STEPS):
        s = (n + 0.5) * width
        total += math.exp(norm + (2 * a - 1) * math.log(s) + (b - 1) * math.log1p(-s * s))
    return 2 * width * total


def by_attention(sessions: Sequence[int], weeks: int, addressed: int) -> list[str]:
    """Classes of a persona's tie: decided when few of the sessions can have been answered.

    `sessions` holds the fewest and the most that a sound reading can count.
    """
    return sorted({name for count in sessions for name in _ceiling(count, weeks, addressed)})


def _ceiling(sessions: int, weeks: int, addressed: int) -> Sequence[str]:
    """Parasocial, sparse, or open."""
    if sessions + addressed < 3:
        return ("sparse",)
    decided = below(1 - _TAU, 0.5 + addressed, 0.5 + sessions) > 0.95
    return ("parasocial",) if decided and weeks >= 4 else OPEN
