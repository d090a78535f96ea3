"""Weekly amounts by place, and the whole weeks that a place covers."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from itertools import groupby

from parasocial.ledger import Ledger
from parasocial.lenses.dates import day, week_number
from parasocial.measures.periods import AMOUNTS

Amounts = Mapping[str, Mapping[int, float]]
"""By place (platform and channel) and week."""

Covered = Mapping[str, frozenset[int]]
_MOST = 0.75
_SUNDAY = 6
_COVERAGE = """
SELECT DISTINCT s.platform || ' ' || c.channel AS place, c.from_us, c.to_us
FROM coverage AS c JOIN source AS s ON s.source_no = c.source_no
WHERE c.from_us IS NOT NULL ORDER BY ALL
"""


def covered_weeks(ledger: Ledger, zone: str) -> Covered:
    """By place, the ISO weeks that its exports cover from Monday to Sunday."""
    found: dict[str, set[int]] = defaultdict(set)
    for place, start, end in zip(*ledger.query(_COVERAGE).values(), strict=True):
        first, last = (date.fromisoformat(day(us, zone) or "") for us in (start, end))
        begins = week_number(str(first)) + (first.weekday() > 0)
        ends = week_number(str(last)) - (last.weekday() < _SUNDAY)
        found[place].update(range(begins, ends + 1))
    return {place: frozenset(weeks) for place, weeks in found.items()}


def weekly_amounts(ledger: Ledger) -> dict[str, Amounts]:
    """One-way hours, reciprocal hours and reciprocal turns, where three quarters of each happened.

    A place of little weight would shorten what all places cover together.
    """
    columns = ledger.query(AMOUNTS)
    found: dict[str, Amounts] = {}
    for name in ("one_way_hours", "reciprocal_hours", "reciprocal_turns"):
        by_place: dict[str, dict[int, float]] = defaultdict(dict)
        rows = zip(columns["place"], columns["week"], columns[name], strict=True)
        for place, week, amount in rows:
            if amount:
                by_place[place][week] = float(amount)
        found[name] = _main(by_place)
    return found


def _main(by_place: Amounts) -> Amounts:
    """The places that hold three quarters of it, the largest first."""
    whole = sum(sum(them.values()) for them in by_place.values())
    kept: dict[str, Mapping[int, float]] = {}
    reached = 0.0
    for place in sorted(by_place, key=lambda it: (-sum(by_place[it].values()), it)):
        if reached >= _MOST * whole:
            break
        kept[place] = by_place[place]
        reached += sum(by_place[place].values())
    return kept


def together(amounts: Amounts, covered: Covered, least: int) -> tuple[Amounts, frozenset[int]]:
    """The places that cover at least so many weeks, and the weeks that all of them cover."""
    kept = {place: it for place, it in amounts.items() if len(covered.get(place, ())) >= least}
    weeks = [covered[place] for place in kept]
    return kept, frozenset.intersection(*weeks) if weeks else frozenset()


def values(amounts: Amounts, weeks: Collection[int]) -> list[float]:
    """The sum over places in each of *weeks*, in order."""
    return [sum(it.get(week, 0.0) for it in amounts.values()) for week in sorted(weeks)]


def longest_run(weeks: Collection[int]) -> list[int]:
    """The longest run of consecutive weeks; the latest of equals."""
    runs = [
        [week for _, week in run]
        for _, run in groupby(enumerate(sorted(weeks)), key=lambda it: it[1] - it[0])
    ]
    return max(reversed(runs), key=len, default=[])
