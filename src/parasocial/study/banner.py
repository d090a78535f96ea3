"""The columns of a table: which respondents stand in which."""

from dataclasses import dataclass

import numpy as np

from parasocial.study.design import Design
from parasocial.study.field import Floats, Ints
from parasocial.study.sums import sums


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """A design met by one row of disjoint columns: all that no question changes.

    Sums are taken once per *group*: respondents of one *side* and one column. A side is the
    respondents of one stratum and one cell of calibration.

    Attributes:
        design: How people came in.
        columns: How many.
        group: The group of each respondent; the number past the last is for no column.
        group_side: The side of each group.
        group_column: The column of each group.
        side_stratum: The stratum of each side.
        side_cell: The cell of each side; all 0 without calibration.
        side_sums: Σw and Σw² of all respondents of each side.
        side: The side of each respondent.
        squares: weight² of each respondent.
        people: 1 for each respondent who weighs anything, else 0.
        standing: How many of them stand in each column.
        factor: Of each side's stratum, what squares are multiplied with.
        shrink: Of each stratum, what its sums are, before they are squared and taken off.
        column: The column of each respondent, -1 for none.
    """

    design: Design
    columns: int
    group: Ints
    group_side: Ints
    group_column: Ints
    side_stratum: Ints
    side_cell: Ints
    side_sums: Floats
    side: Ints
    squares: Floats
    people: Floats
    standing: Floats
    factor: Floats
    shrink: Floats
    column: Ints


def plan(design: Design, column: Ints, columns: int) -> Plan:
    """How *design* meets columns numbered from 0; -1 stands in none."""
    calibration = design.calibration
    cell = calibration.cell if calibration else np.zeros_like(design.stratum)
    cells = len(calibration.x) if calibration else 1
    side, sides = _numbered(design.stratum * cells + cell)
    inside = column >= 0
    pair, pairs = _numbered(side[inside] * columns + column[inside])
    group = np.full(len(column), len(pairs), np.intp)
    group[inside] = pair
    squares = design.weight**2
    people = (design.weight > 0).astype(np.float64)
    return Plan(
        design=design,
        columns=columns,
        group=group,
        group_side=pairs // columns,
        group_column=pairs % columns,
        side_stratum=sides // cells,
        side_cell=sides % cells,
        side_sums=np.stack([sums(side, it, len(sides)) for it in (design.weight, squares)]),
        side=side,
        squares=squares,
        people=people,
        standing=sums(column + 1, people, columns + 1)[1:],
        factor=design.factors[sides // cells],
        shrink=np.sqrt(design.centred * design.factors),
        column=column.astype(np.intp),
    )


def everybody(design: Design) -> Plan:
    """One column with everybody in it."""
    return plan(design, np.zeros(len(design.weight), np.intp), 1)


def _numbered(keys: Ints) -> tuple[Ints, Ints]:
    """Keys as numbers from 0, and which key each number is. Quicker than sorting a million."""
    there = np.flatnonzero(np.bincount(keys))
    place = np.zeros(int(there[-1]) + 1 if there.size else 0, np.intp)
    place[there] = np.arange(len(there))
    return place[keys], there
