"""From amounts to pixels."""

import math
from collections.abc import Callable

Scale = Callable[[float], float]


def linear(low: float, high: float, start: float, end: float) -> Scale:
    """Even steps. An empty domain maps to *start*."""
    width = high - low

    def scale(value: float) -> float:
        return start + (value - low) / width * (end - start) if width else start

    return scale


def logarithmic(low: float, high: float, start: float, end: float) -> Scale:
    """Equal ratios are equal steps; amounts outside the domain stand at its ends."""
    inner = linear(math.log(low), math.log(high), start, end)
    return lambda value: inner(math.log(min(max(value, low), high)))


def root(high: float, length: float) -> Scale:
    """Square root, so that small amounts beside large ones can still be seen."""
    return lambda value: length * math.sqrt(max(value, 0) / high) if high else 0.0


def ceiling(value: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50, … that is not below *value*."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value * (1 - 1e-9))


def decades(high: float, *, dense: bool) -> list[int]:
    """Tick marks of a logarithmic axis from 1 to *high*; with *dense*, the threes as well."""
    ticks: list[int] = []
    power = 1
    while power <= high:
        ticks.append(power)
        if dense and 3 * power <= high:
            ticks.append(3 * power)
        power *= 10
    return ticks
