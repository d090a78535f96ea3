"""Whether weeks of more one-way time are weeks of fewer answers, inside these data."""

from collections.abc import Sequence
from typing import Any, NamedTuple

LEAST_WEEKS = 26
LAGS = 4
POWER = {26: (0.21, 0.20), 52: (0.37, 0.26), 104: (0.66, 0.39)}
"""Weeks: how often a true slope of -0.3 SD would be found, at autocorrelation 0.5 and 0.8."""


class Displacement(NamedTuple):
    """What two weekly series say of each other.

    Attributes:
        slope: Change of the second for one more unit of the first, in the same week.
        correlation: The same slope with both in standard deviations.
        p: By circular shift, for the same week alone.
        lags: (weeks, correlation); above 0 the second comes later. For drawing, without p.
        power: From ``POWER``, by the largest number of weeks not above these.
        why: The reason where nothing is said.
    """

    weeks: int
    slope: float | None = None
    correlation: float | None = None
    p: float | None = None
    lags: tuple[tuple[int, float], ...] = ()
    power: tuple[float, float] | None = None
    why: str | None = None


def displacement(
    one_way: Sequence[float], back: Sequence[float], *, units: tuple[str, str]
) -> Displacement:
    """Whether weeks of more one-way time are weeks in which less goes back and forth.

    Definition: P are one-way hours and R returned turns (or people written to), in consecutive
    covered weeks, each without its linear trend. The slope is that of R on P in the same week:

        slope = sum(P R) / sum(P^2)        r = sum(P R) / sqrt(sum(P^2) sum(R^2))

    p is the share of circular shifts of R against P with a correlation at least as far from 0.
    Its size in simulations is 0.03 to 0.07 for autocorrelations up to 0.8, where ordinary
    regression reaches 0.34; a season common to both raises it to 0.11 to 0.15. Other lags have no
    p: any of three would be found by chance too often. Displacement inside these data: what the
    exports leave out may move the other way. No evidence is the usual answer, for the power is
    small: a slope of -0.3 SD is found in 21, 37 and 66 of 100 records of 26, 52 and 104 weeks at
    autocorrelation 0.5, in 20, 26 and 39 at 0.8.

    Range and unit: the slope in units of R per unit of P; r in [-1, 1]; p in [0, 1]. NULL: under
    26 weeks; a series that does not change; two parts of one measured total (the same unit, or one
    determined by the other), whose slope is mechanical whatever its sign. Threshold: 26 weeks.
    Source: ours; the question after Hall, Johnson & Ross (2019), doi 10.1177/1461444818804775, who
    found no displacement of talk.

    Example: one week in four has two more hours and three fewer turns.

        >>> weeks = [float(n % 4 == 0) for n in range(52)]
        >>> found = displacement(
        ...     [6 + 2 * it for it in weeks],
        ...     [20 - 3 * it + (n % 3) for n, it in enumerate(weeks)], units=("hours", "turns"))
        >>> round(found.slope, 1), round(found.correlation, 2), round(found.p, 2)
        (-1.5, -0.85, 0.04)
        >>> displacement(weeks, [1 - it for it in weeks], units=("hours", "hours")).why
        'both are parts of one measured total'
        >>> displacement(weeks[:25], weeks[:25], units=("hours", "turns")).why
        'fewer than 26 weeks in a row are covered'
    """
    import numpy as np

    n = len(one_way)
    if units[0] == units[1]:
        return Displacement(n, why="both are parts of one measured total")
    if n < LEAST_WEEKS:
        return Displacement(n, why=f"fewer than {LEAST_WEEKS} weeks in a row are covered")
    p, r = _detrended(one_way), _detrended(back)
    size = float(np.sqrt((p @ p) * (r @ r)))
    if not size:
        return Displacement(n, why="one of the two does not change from week to week")
    around = np.fft.irfft(np.fft.rfft(r) * np.conj(np.fft.rfft(p)), n) / size
    same = float(around[0])
    if abs(same) > 1 - 1e-9:
        return Displacement(n, why="one of the two follows from the other")
    return Displacement(
        n,
        slope=float(p @ r / (p @ p)),
        correlation=same,
        p=float(np.mean(np.abs(around) >= abs(same) - 1e-12)),
        lags=tuple((lag, _lagged(p, r, lag)) for lag in range(-LAGS, LAGS + 1)),
        power=POWER[max(weeks for weeks in POWER if weeks <= n)],
    )


def _detrended(values: Sequence[float]) -> Any:
    import numpy as np

    series = np.asarray(values, float)
    time = np.arange(len(series)) - (len(series) - 1) / 2
    centred = series - series.mean()
    left = centred - time * (time @ centred) / (time @ time)
    return np.where(np.abs(left) < 1e-9 * max(1.0, float(np.abs(series).max())), 0.0, left)


def _lagged(p: Any, r: Any, lag: int) -> float:
    """The correlation of *p* with what *r* is *lag* weeks later."""
    import numpy as np

    before, after = (p[: len(p) - lag], r[lag:]) if lag >= 0 else (p[-lag:], r[:lag])
    size = float(np.sqrt((before @ before) * (after @ after)))
    return float(before @ after) / size if size else 0.0
