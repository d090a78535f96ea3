"""Cohorts and how many come back, for others' eyes: no cell of fewer than five, nor by subtraction.

A cell is one cohort at one age. It adds up with the others of its age, and where cohorts are weeks
also with those of other cohorts in the same week, as the number of a week's fans is known.
"""

from collections import defaultdict
from datetime import date, timedelta

from msgspec.structs import replace

from parasocial.lenses.findings.channel import Cohort, Retention
from parasocial.lenses.small_cells import small, withheld

_Cell = tuple[int, int]


def share_cohorts(cohorts: list[Cohort]) -> tuple[list[Cohort], int]:
    """The cohorts, with None for what is withheld, and how many cells that is."""
    numbers = {
        (row, age): (active or 0, ((it.people or 0) - (active or 0)) if age else 0)
        for row, it in enumerate(cohorts)
        for age, active in enumerate(it.active)
    }
    gone: set[_Cell] = set()
    before = -1
    while before != len(gone):
        before = len(gone)
        gone = withheld(numbers, _lines(cohorts), _rows_of(gone, cohorts))
    kept = [
        replace(
            it,
            people=None if (row, 0) in gone else it.people,
            active=[None if (row, age) in gone else one for age, one in enumerate(it.active)],
        )
        for row, it in enumerate(cohorts)
    ]
    return kept, len(gone)


def _rows_of(gone: set[_Cell], cohorts: list[Cohort]) -> set[_Cell]:
    """With the size of a cohort its whole row goes."""
    whole = {row for row, age in gone if age == 0}
    return gone | {(row, age) for row in whole for age in range(len(cohorts[row].active))}


def _lines(cohorts: list[Cohort]) -> list[list[_Cell]]:
    ages: dict[int, list[_Cell]] = defaultdict(list)
    weeks: dict[date, list[_Cell]] = defaultdict(list)
    for row, it in enumerate(cohorts):
        for age in range(len(it.active)):
            ages[age].append((row, age))
            if it.unit == "week":
                weeks[date.fromisoformat(it.start) + timedelta(weeks=age)].append((row, age))
    return [*ages.values(), *weeks.values()]


def share_retention(it: Retention, cohorts: list[Cohort]) -> tuple[Retention, int]:
    """The shares by age up to the first that rests on a few, and how many are withheld."""
    told = 0
    for age in range(1, len(it.by_age) + 1):
        active = sum(one.active[age] or 0 for one in cohorts if len(one.active) > age)
        reached = sum(one.people or 0 for one in cohorts if len(one.active) > age)
        if small(active) or small(reached - active):
            break
        told = age
    return replace(it, by_age=it.by_age[:told]), len(it.by_age) - told
