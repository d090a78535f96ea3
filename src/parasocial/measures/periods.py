"""A weekly amount before, during and after dates that a person names."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

LEAST_WEEKS = 4
LEAST_BOOTSTRAP = 8
AROUND = 52
LOCKDOWN = ("lockdown", "2020-03-01", "2021-06-30")
"""A preset: when most countries of the 2021 survey had closed schools, offices or borders."""
_DRAWS, _SEED = 400, 2021

AMOUNTS = """
SELECT w.place, w.week, coalesce(sum(w.hours) FILTER (WHERE t.tie_class IN
        ('parasocial', 'one_sided')), 0) AS one_way_hours,
    coalesce(sum(w.hours) FILTER (WHERE t.tie_class = 'reciprocal'), 0) AS reciprocal_hours,
    coalesce(sum(w.turns) FILTER (WHERE t.tie_class = 'reciprocal'), 0) AS reciprocal_turns
FROM (
    SELECT alter_id, platform || ' ' || channel AS place, CAST(floor(
        (local_us + 259200000000) / 604800000000) AS BIGINT) AS week,
        ms_point / 3600000 AS hours, 0 AS turns FROM spent
    UNION ALL
    SELECT alter_id, platform || ' ' || channel, CAST(floor(
        (local_us + 259200000000) / 604800000000) AS BIGINT), 0, starts FROM turn
) AS w JOIN tie AS t ON t.alter_id = w.alter_id
WHERE t.tie_class IN ('parasocial', 'one_sided', 'reciprocal')
GROUP BY 1, 2 ORDER BY 1, 2
"""
"""Per platform, channel and week: hours one way and both ways, and turns both ways."""


class Rate(NamedTuple):
    """An amount per covered week; its 90 % interval over weeks, where there are eight."""

    value: float
    low: float | None
    high: float | None
    weeks: int


class Around(NamedTuple):
    """The rates before, during and after; None where it cannot be told."""

    before: Rate | None
    during: Rate | None
    after: Rate | None


def period_rates(
    amounts: Mapping[str, Mapping[int, float]],
    covered: Mapping[str, Collection[int]],
    weeks: tuple[int, int],
) -> Around:
    """A weekly amount before, during and after a period: per covered week, never in total.

    Definition: the mean over weeks of the amount in all places (a channel of a platform) that
    count. A place counts if whole weeks of it are covered, four at least, in each part that
    anything covers: what was not exported for one part would look like a change. A week counts if
    all those places cover it. Before and after reach 52 weeks at most. The interval is the 5 to
    95 % range of a bootstrap of weeks, and leaves out what the hours themselves are unsure of.
    What rose or fell in between is drawn and not tested: many things change at once.

    Range and unit: 0 and above, in the amount's unit a week. NULL: a part of fewer than four such
    weeks; the interval under eight. Threshold: four weeks, for an interval eight. Source: ours;
    the bootstrap after Efron (1979), doi 10.1214/aos/1176344552.

    Args:
        amounts: By place and week; a week without an amount is 0 where it is covered.
        covered: By place, the whole weeks that its exports cover.
        weeks: First and last week of the period.

    Example: two turns a week, then five while the period lasts; nothing is covered afterwards.

        >>> turns = {"town message": {n: 2.0 if n < 10 else 5.0 for n in range(16)}}
        >>> found = period_rates(turns, {"town message": range(16)}, (10, 30))
        >>> found.before
        Rate(value=2.0, low=2.0, high=2.0, weeks=10)
        >>> found.during, found.after
        (Rate(value=5.0, low=None, high=None, weeks=6), None)
    """
    spans = [
        range(weeks[0] - AROUND, weeks[0]),
        range(weeks[0], weeks[1] + 1),
        range(weeks[1] + 1, weeks[1] + 1 + AROUND),
    ]
    at = [
        {place: {it for it in covered.get(place, ()) if it in span} for place in amounts}
        for span in spans
    ]
    enough = [{place for place, them in part.items() if len(them) >= LEAST_WEEKS} for part in at]
    told = [them for them in enough if them]
    if not told:
        return Around(None, None, None)
    places = sorted(set.intersection(*told))
    parts = [
        sorted(set.intersection(*(part[place] for place in places))) if places else []
        for part in at
    ]
    return Around(*(_rate([_sum(amounts, places, it) for it in part]) for part in parts))


def _sum(amounts: Mapping[str, Mapping[int, float]], places: Sequence[str], week: int) -> float:
    return sum(amounts[place].get(week, 0.0) for place in places)


def _rate(values: Sequence[float]) -> Rate | None:
    if len(values) < LEAST_WEEKS:
        return None
    mean = sum(values) / len(values)
    if len(values) < LEAST_BOOTSTRAP:
        return Rate(mean, None, None, len(values))
    import numpy as np

    dice = np.random.default_rng(_SEED)
    drawn = dice.choice(np.asarray(values, float), (_DRAWS, len(values))).mean(axis=1)
    low, high = np.quantile(drawn, (0.05, 0.95))
    return Rate(mean, float(min(low, mean)), float(max(high, mean)), len(values))
