"""What can be worked out of bounds exactly, without a log."""

from itertools import islice, product

import numpy as np
from scipy.stats import binom

from parasocial.ledger import Ledger
from parasocial.ties import Thresholds, conclude

VISIBLE = (0.2, 0.5, 1.0, 2.0, 5.0)


def bounds(cases: list[tuple[int, int, float]]) -> list[tuple[float, float, float]]:
    """(low, high, middle) of the share given, for (x, y, pi), as the SQL finds them."""
    counts = ("n", "x", "y", "hidden_acts", "back_seen", "back_hidden", "v")
    columns = dict.fromkeys(counts, "BIGINT")
    columns |= {"pi_low": "DOUBLE", "pi_high": "DOUBLE"}
    with Ledger() as ledger:
        lines = [(n, x, y, 0, 0, 0, 0, pi, pi) for n, (x, y, pi) in enumerate(cases)]
        ledger.table("evidence", columns, lines)
        conclude(ledger, Thresholds(), ["bound"])
        found = ledger.query("SELECT share_low, share_high, middle_low FROM bound ORDER BY n")
    return list(zip(*found.values(), strict=True))


def odds(share: float) -> float:
    return share / (1 - share)


def odds_error() -> float:
    """How far the odds of a bound are from pi times those with everything seen, relatively."""
    counts, pis = [(0, 0), (3, 1), (40, 2), (2, 90)], (0.01, 0.2, 1.0, 3.0, 50.0)
    cases = [(*pair, pi) for pair in counts for pi in pis]
    plain = dict(zip(counts, bounds([(*pair, 1.0) for pair in counts]), strict=True))
    return max(
        abs(odds(theta) / (pi * odds(phi)) - 1)
        for (x, y, pi), found in zip(cases, bounds(cases), strict=True)
        for theta, phi in zip(found, plain[x, y], strict=True)
        if 0.001 <= phi <= 0.999
    )


def coverage() -> list[float]:
    """How often an interval holds the share, for numbers of turns and visibilities.

    Averaged over all shares. Not simulated: every outcome, weighed by its probability.
    """
    thetas = (np.arange(400) + 0.5) / 400
    logs = list(product((5, 10, 20, 50, 100), VISIBLE))
    ends = iter(bounds([(x, n - x, pi) for n, pi in logs for x in range(n + 1)]))
    found = []
    for n, pi in logs:
        low, high, _ = np.array(list(islice(ends, n + 1))).T[:, :, None]
        phi = odds(thetas) / pi / (1 + odds(thetas) / pi)
        chance = binom.pmf(np.arange(n + 1)[:, None], n, phi)
        found.append(float((chance * ((low <= thetas) & (thetas <= high))).sum(axis=0).mean()))
    return found
