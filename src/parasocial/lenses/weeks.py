"""The weeks of the audience lens, gaps included."""

from collections import defaultdict

from parasocial.ledger import Ledger
from parasocial.lenses import findings as say
from parasocial.lenses.dates import day, week, week_number
from parasocial.measures.weekly import Part, weekly

_COVERED = """
SELECT DISTINCT channel, from_us, to_us FROM coverage WHERE from_us IS NOT NULL ORDER BY ALL
"""
_NONE = say.Range(0, 0, 0)


def weeks(ledger: Ledger, zone: str) -> list[say.Week]:
    """Every ISO week from the first with logged time to the last."""
    parts: dict[int, dict[str, Part]] = defaultdict(dict)
    for part in weekly(ledger):
        parts[part.week][part.part] = part
    if not parts:
        return []
    numbers = range(min(parts), max(parts) + 1)
    covered = _covered(ledger, zone)
    return [_week(number, parts.get(number, {}), covered) for number in numbers]


def _week(number: int, parts: dict[str, Part], covered: list[tuple[str, int, int]]) -> say.Week:
    back = parts.get("reciprocal")
    return say.Week(
        week=week(number),
        one_way_hours=_hours(parts.get("one_way")),
        reciprocal_hours=_hours(back),
        other_hours=_hours(parts.get("other")),
        unattributed_hours=_hours(parts.get("unattributed")),
        reciprocal_turns=back.turns if back else 0,
        reciprocal_people=back.people if back else 0,
        covered=sorted({channel for channel, start, end in covered if start <= number <= end}),
    )


def _hours(part: Part | None) -> say.Range:
    return say.Range(part.point, part.low, part.high) if part else _NONE


def _covered(ledger: Ledger, zone: str) -> list[tuple[str, int, int]]:
    rows = zip(*ledger.query(_COVERED).values(), strict=True)
    return [
        (channel, week_number(day(start, zone) or ""), week_number(day(end, zone) or ""))
        for channel, start, end in rows
    ]
