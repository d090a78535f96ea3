"""What time did: displacement, periods, the way of each tie, rhythm, and what changed."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from parasocial.ledger import Ledger
from parasocial.lenses import findings as say
from parasocial.lenses.asked import Asked, Span
from parasocial.lenses.comparison import comparison
from parasocial.lenses.dates import week, week_number
from parasocial.lenses.over_weeks import (
    Amounts,
    Covered,
    covered_weeks,
    longest_run,
    together,
    values,
    weekly_amounts,
)
from parasocial.lenses.rhythm import rhythm
from parasocial.measures import displacement as apart
from parasocial.measures import periods as around
from parasocial.measures import trajectories as over

_THURSDAY = timedelta(days=3)
_STEP = 4


def over_time(ledger: Ledger, ties: Sequence[say.Tie], zone: str, asked: Asked) -> dict[str, Any]:
    """The fields of the findings that rest on weeks."""
    covered, amounts = covered_weeks(ledger, zone), weekly_amounts(ledger)
    return {
        "displacement": displacement(amounts, covered),
        "periods": periods(asked.periods, amounts, covered),
        "trajectories": trajectories(ledger, ties, covered),
        "rhythm": rhythm(ledger, zone, covered),
        "comparison": comparison(asked.earlier, ties, amounts, covered),
    }


def displacement(amounts: dict[str, Amounts], covered: Covered) -> say.Displacement:
    """One-way hours against reciprocal turns, over the longest run of weeks that cover both."""
    out, outs = together(amounts["one_way_hours"], covered, apart.LEAST_WEEKS)
    back, backs = together(amounts["reciprocal_turns"], covered, apart.LEAST_WEEKS)
    run = longest_run(outs & backs)
    it = apart.displacement(values(out, run), values(back, run), units=("hours", "turns"))
    return say.Displacement(
        weeks=it.weeks,
        slope=it.slope,
        correlation=it.correlation,
        p=it.p,
        lags=[say.Lag(*lag) for lag in it.lags],
        power=say.Power(*it.power) if it.power else None,
        why=it.why,
    )


def periods(
    asked: Sequence[Span], amounts: dict[str, Amounts], covered: Covered
) -> list[say.Period]:
    """Every period that was asked for. A week belongs where its Thursday lies."""
    return [
        say.Period(
            name=it.name,
            start=it.start,
            end=it.end,
            **{name: _around(them, covered, _weeks(it)) for name, them in amounts.items()},
        )
        for it in asked
    ]


def _weeks(it: Span) -> tuple[int, int]:
    first, last = date.fromisoformat(it.start), date.fromisoformat(it.end)
    return week_number(str(first + _THURSDAY)), week_number(str(last - _THURSDAY))


def _around(amounts: Amounts, covered: Covered, weeks: tuple[int, int]) -> say.Around:
    found = around.period_rates(amounts, covered, weeks)
    return say.Around(*(_rate(it) for it in found))


def _rate(it: around.Rate | None) -> say.Rate:
    if it is None:
        why = f"fewer than {around.LEAST_WEEKS} weeks are covered in the same places"
        return say.Rate(None, None, None, 0, why)
    return say.Rate(it.value, it.low, it.high, it.weeks)


def trajectories(ledger: Ledger, ties: Sequence[say.Tie], covered: Covered) -> say.Trajectories:
    """The way of every tie that has weeks enough, in the order of *ties*."""
    hours: dict[str, dict[int, float]] = defaultdict(dict)
    places: dict[str, str] = {}
    for alter, place, at, amount in zip(*ledger.query(over.HOURS).values(), strict=True):
        hours[alter][at] = float(amount)
        places[alter] = place
    turns: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for alter, at, given, received in zip(*ledger.query(over.TURNS).values(), strict=True):
        if alter in hours:
            turns[alter].append((at, given, received))
    ids = [tie.alter.id for tie in ties]
    made = (
        _trajectory(name, places[name], hours[name], turns[name], covered)
        for name in ids
        if name in hours
    )
    found = [it for it in made if it]
    return say.Trajectories(found, len(ids) - len(found))


def _trajectory(
    name: str,
    place: str,
    hours: dict[int, float],
    turns: list[tuple[int, int, int]],
    covered: Covered,
) -> say.Trajectory | None:
    weeks = sorted(covered.get(place, ()))
    series = [hours.get(at, 0.0) for at in weeks]
    it = over.trajectory(series)
    if it is None:
        return None
    middle = weeks[len(weeks) // 2]
    before = [them for them in turns if them[0] < middle]
    since = [them for them in turns if them[0] >= middle]
    return say.Trajectory(
        id=name,
        place=place,
        start=week(weeks[0]),
        weeks=len(weeks),
        first_half=it.first_half,
        second_half=it.second_half,
        slope=say.Range(it.slope, it.low, it.high, "estimated"),
        way=it.way,
        turned=over.turned(_each_way(before), _each_way(since)),
        steps=[_mean(series[at : at + _STEP]) for at in range(0, len(series), _STEP)],
    )


def _each_way(turns: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    return sum(given for _, given, _ in turns), sum(back for _, _, back in turns)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
