"""A study's page: what was said, beside what was published, and every table."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup

from parasocial import __version__
from parasocial.lenses.study import Comparison
from parasocial.lenses.tabulated import TYPE, Tables, notes
from parasocial.report.charts.likert import Steps, likert
from parasocial.report.charts.published import Item, beside_published
from parasocial.report.doors import Door
from parasocial.report.inline import inline
from parasocial.report.paper import environment
from parasocial.report.words import study as words
from parasocial.study.benchmarks import ITEMS
from parasocial.study.comparing import Compared
from parasocial.study.tables import Column, Table

FIRST = ("Global", "South-East Asia")
"""Regions of the drawing; the table has all."""
STEPS = 5
_WIDE = (("m", 620), ("s", 330))


def write_study_page(found: Tables, beside: Comparison | None = None) -> str:
    """One HTML document that needs nothing else and can load nothing else.

    Args:
        found: The tables.
        beside: The same study beside published figures, where it repeats any.
    """
    filled = _fill(found, beside)
    return environment().get_template("study_page.html").render(
        filled, version=__version__, carried=inline("page", "study")
    )  # fmt: skip


def study_door(found: Tables, beside: Comparison | None = None) -> Door:
    """The same page's main part, to stand behind a door."""
    main = environment().get_template("study.html").render(_fill(found, beside))
    return Door("study", "The study", Markup(main), ("study",))  # noqa: S704 - our own template


def _fill(found: Tables, beside: Comparison | None) -> dict[str, Any]:
    rows = list(beside.rows) if beside else []
    agreed = _agreed(found.tables)
    return {
        "f": found,
        "words": words,
        "beside": rows,
        "drawn": _drawn(_items(rows)),
        "steps": _steps(agreed),
        "labels": _answers(agreed[0]) if agreed else (),
        "types": next((it for it in found.tables if it.question == TYPE), None),
        "groups": _groups,
        "notes": notes,
    }


def _agreed(tables: Sequence[Table]) -> list[Table]:
    """The tables with the five steps that most questions of the study share."""
    steps = {it.question: _answers(it) for it in tables if any(r.kind == "mean" for r in it.rows)}
    shared = Counter(labels for labels in steps.values() if len(labels) == STEPS)
    most = shared.most_common(1)
    return [it for it in tables if most and steps.get(it.question) == most[0][0]]


def _answers(table: Table) -> tuple[str, ...]:
    return tuple(row.label for row in table.rows if row.kind == "answer")


def _steps(tables: Sequence[Table]) -> Markup:
    questions = [
        Steps(it.text, tuple(row.cells[0].est or 0.0 for row in it.rows if row.kind == "answer"))
        for it in tables
        if it.columns[0].base
    ]
    questions.sort(key=lambda it: -sum(it.percent[-2:]))
    return Markup("").join(likert(questions, wide=wide, size=size) for size, wide in _WIDE)


def _items(rows: Sequence[Compared]) -> list[Item]:
    """The published items of all adults, of the world and of the region that was printed beside."""
    found = []
    for name, some in groupby(rows, key=lambda it: it.item):
        adults = [it for it in some if it.ages == "18+" and it.ours]
        world, region = (
            tuple(it for it in adults if it.region == FIRST[0]),
            tuple(it for it in adults if it.region == FIRST[1]),
        )
        if world or region:
            found.append(Item(ITEMS[name], world, region))
    return found


def _drawn(items: Sequence[Item]) -> Markup:
    return Markup("").join(beside_published(items, wide=wide, size=size) for size, wide in _WIDE)


def _groups(columns: Sequence[Column]) -> list[tuple[str, int]]:
    """The heads above a table's columns: name, and over how many."""
    return [(name, len(list(some))) for name, some in groupby(columns, key=lambda it: it.group)]
