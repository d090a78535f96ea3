"""A person's ties over weeks and places, small enough to be asked again and again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from parasocial.ledger import Ledger
from parasocial.lenses.over_weeks import Amounts, Covered, covered_weeks, weekly_amounts
from parasocial.measures.tie_weeks import tie_weeks

_WEEK = 604_800_000_000
_MONDAY = 259_200_000_000
_WINDOWS = """
SELECT s.platform, c.channel, c.from_us, c.to_us
FROM coverage AS c JOIN source AS s ON s.source_no = c.source_no
WHERE c.from_us IS NOT NULL ORDER BY ALL
"""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """What every part of the time is summed from.

    Attributes:
        places: Platform and channel; the columns hold their numbers.
        columns: As ``tie_weeks`` gives them.
        windows: Of each place, the stretches of time that exports cover, in weeks and parts of
            weeks, without overlaps.
        amounts: One-way and reciprocal amounts by place and week.
        covered: By place, the weeks that are covered whole.
    """

    places: Sequence[tuple[str, str]]
    columns: dict[str, Any]
    windows: Sequence[Sequence[tuple[float, float]]]
    amounts: dict[str, Amounts]
    covered: Covered


def grid(ledger: Ledger, zone: str) -> Grid:
    """The grid of a ledger whose ties have been made."""
    places, columns = tie_weeks(ledger)
    return Grid(
        places,
        columns,
        _windows(ledger, places),
        weekly_amounts(ledger),
        covered_weeks(ledger, zone),
    )


def _windows(ledger: Ledger, places: Sequence[tuple[str, str]]) -> list[list[tuple[float, float]]]:
    found: dict[tuple[str, str], list[tuple[float, float]]] = {place: [] for place in places}
    for platform, channel, start, end in zip(*ledger.query(_WINDOWS).values(), strict=True):
        them = found[platform, channel]
        begins, ends = ((us + _MONDAY) / _WEEK for us in (start, end))
        if them and begins <= them[-1][1]:
            them[-1] = (them[-1][0], max(them[-1][1], ends))
        else:
            them.append((begins, ends))
    return [found[place] for place in places]
