"""Tables as agencies print them: answers down, groups of people across.

Every cell carries what it needs to be read without this package: the share, its standard error and
interval, and the letters of the columns that lie below it. Every column carries three bases:
people, their weights, and how many equal weights would say as much.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from msgspec import Struct

from parasocial.study.banner import Plan, everybody, plan
from parasocial.study.design import Design
from parasocial.study.field import NOT_ASKED, Codes, Field, Floats, Question
from parasocial.study.independence import independence
from parasocial.study.intervals import share_interval
from parasocial.study.letters import Rules, letter, letters, mark, p_values
from parasocial.study.shares import Shares, shares
from parasocial.study.tails import t_quantile

TOTAL = "Total"
Kind = Literal["answer", "net", "mean"]
ORDERED = 4
"""Answers from which a scale gets a line for its two highest."""


class Column(Struct, frozen=True):
    """One column.

    Attributes:
        group: The question that its row of columns comes from; ``Total`` for everybody.
        label: The answer that its people gave.
        letter: What other columns' cells call it; empty for the total, which is not tested.
        base: Who answered.
        weighted: Σ of their weights.
        effective: How many equal weights would say as much.
        mark: ``*`` under 100 people, ``**`` under 30, where nothing is tested.
    """

    group: str
    label: str
    letter: str
    base: int
    weighted: float
    effective: float
    mark: str


class Cell(Struct, frozen=True):
    """One cell: percent, or for a mean the unit of the answers; None in an empty column.

    Attributes:
        est: The estimate.
        error: Its standard error.
        low: Of its 95 % interval.
        high: Likewise.
        letters: The columns of the same row of columns that lie below it.
    """

    est: float | None
    error: float | None
    low: float | None
    high: float | None
    letters: str = ""


class Row(Struct, frozen=True):
    """One line: an answer, several together, or the mean."""

    label: str
    kind: Kind
    cells: list[Cell]


class Tested(Struct, frozen=True):
    """Whether the answers depend on a row of columns: Rao and Scott's F."""

    group: str
    f: float
    df1: float
    df2: float
    p: float


class Table(Struct, frozen=True):
    """One question.

    Attributes:
        question: Its name.
        text: As it was asked.
        base: Of whom.
        columns: The total, then each row of columns.
        rows: The answers, then what is made of them.
        tests: One per row of columns in which it could be made.
        not_asked: People to whom it was not put.
        no_answer: People who gave none; they are in no base.
    """

    question: str
    text: str
    base: str
    columns: list[Column]
    rows: list[Row]
    tests: list[Tested]
    not_asked: int
    no_answer: int


@dataclass(frozen=True, slots=True, eq=False)
class Across:
    """One row of columns."""

    group: str
    labels: tuple[str, ...]
    plan: Plan


def across(field: Field, design: Design, names: Sequence[str]) -> list[Across]:
    """The total, and a row of columns for each of the questions *names*.

    Raises:
        BadField: The study has no such question.
    """
    found = [Across(TOTAL, (TOTAL,), everybody(design))]
    for name in names:
        labels = field.question(name).labels
        column = np.maximum(field.codes[name].astype(np.intp), -1)
        found.append(Across(name, labels, plan(design, column, len(labels))))
    return found


def tabulate(
    field: Field, banner: Sequence[Across], question: Question, testing: Rules | None = None
) -> Table:
    """The table of one question."""
    how = testing or Rules()
    codes = field.codes[question.name]
    parts = [_part(field, it, question, how) for it in _lettered(banner)]
    rows = [
        Row(parts[0].lines[i].label, parts[0].lines[i].kind,
            [cell for part in parts for cell in part.lines[i].cells])
        for i in range(len(parts[0].lines))
    ]  # fmt: skip
    return Table(
        question=question.name,
        text=question.text,
        base=question.base,
        columns=[column for part in parts for column in part.columns],
        rows=rows,
        tests=[part.test for part in parts if part.test],
        not_asked=int((codes == NOT_ASKED).sum()),
        no_answer=int(((codes < 0) & (codes != NOT_ASKED)).sum()),
    )


@dataclass(frozen=True, slots=True)
class _Lettered:
    across: Across
    names: list[str]


def _lettered(banner: Sequence[Across]) -> list[_Lettered]:
    place, found = 0, []
    for it in banner:
        tested = it.group != TOTAL
        names = [letter(place + i) if tested else "" for i in range(len(it.labels))]
        place += len(it.labels) if tested else 0
        found.append(_Lettered(it, names))
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    columns: list[Column]
    lines: list[Row]
    test: Tested | None


def _part(field: Field, at: _Lettered, question: Question, how: Rules) -> _Part:
    codes, answers = field.codes[question.name], len(question.labels)
    made = _made(question)
    more = np.array([numbers for _, _, numbers in made]).T if made else None
    tested = bool(at.names[0])
    found = shares(at.across.plan, codes, answers, more=more, covariances=tested)
    kinds: list[tuple[str, Kind]] = [(it, "answer") for it in question.labels]
    kinds += [(label, kind) for label, kind, _ in made]
    bases = found.people
    columns = [
        Column(at.across.group, label, name, int(bases[i]), float(found.base[i]),
               float(found.effective[i]), mark(bases[i]))
        for i, (label, name) in enumerate(zip(at.across.labels, at.names, strict=True))
    ]  # fmt: skip
    return _Part(columns, _lines(at, found, kinds, how), _tested(at, codes, answers, question.name))


def _made(question: Question) -> list[tuple[str, Kind, Floats]]:
    """What is made of the answers: several together, and the mean, each as numbers of answers."""
    values = np.array(question.values)
    found: list[tuple[str, Kind, Floats]] = []
    if len(values) >= ORDERED:
        high = np.isin(np.arange(len(values)), np.argsort(values)[-2:]).astype(float)
        found.append(("The two highest", "net", high))
    if len(values):
        found.append(("Mean", "mean", values))
    return found


def _tested(at: _Lettered, codes: Codes, answers: int, name: str) -> Tested | None:
    if not at.names[0] or at.across.group == name:
        return None
    found = independence(at.across.plan, codes, answers)
    return Tested(at.across.group, *found) if found else None


def _lines(at: _Lettered, found: Shares, kinds: list[tuple[str, Kind]], how: Rules) -> list[Row]:
    degrees = at.across.plan.design.degrees
    over = [[""] * len(kinds) for _ in at.names]
    if found.apart is not None:
        bases = found.people
        p = p_values(found.share, found.apart, bases, degrees, how.least)
        over = _letters(found.share, p, kinds, at, how)
    return [
        Row(
            label,
            kind,
            [_cell(found, i, line, kind, degrees, over[i][line]) for i in range(len(at.names))],
        )
        for line, (label, kind) in enumerate(kinds)
    ]


def _letters(
    share: Floats, p: Floats, kinds: list[tuple[str, Kind]], at: _Lettered, how: Rules
) -> list[list[str]]:
    """Letters of every line; answers are tested together, what is made of them by itself."""
    plain = sum(kind == "answer" for _, kind in kinds)
    parts = [slice(0, plain), *(slice(i, i + 1) for i in range(plain, len(kinds)))]
    told = [letters(share[:, it], p[it], at.names, how) for it in parts]
    return [[cell for part in told for cell in part[i]] for i in range(len(at.names))]


def _cell(found: Shares, column: int, line: int, kind: Kind, degrees: int, over: str) -> Cell:
    est, error = float(found.share[column, line]), float(found.error[column, line])
    if not np.isfinite(est):
        return Cell(None, None, None, None)
    if kind == "mean":
        reach = t_quantile(0.95, max(degrees, 1)) * error
        return Cell(est, error, est - reach, est + reach, over)
    bounds = share_interval(est, error, degrees, float(found.effective[column]))
    low, high = (bounds.low, bounds.high) if bounds else (0.0, 1.0)
    return Cell(100 * est, 100 * error, 100 * low, 100 * high, over)
