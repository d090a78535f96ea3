"""What was given away, as the page shows it: rows with names, ways with drawings, changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from parasocial.lenses.findings import Findings
from parasocial.lenses.overshared import Disclosure, Harm
from parasocial.report.charts.ways import way
from parasocial.report.names import clean
from parasocial.report.selection import Shown
from parasocial.report.words import given as words

ROWS = 200
"""Findings in the table; the data behind the page holds every one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One finding, and who it was said to where that may stand on the page.

    Attributes:
        value: The value on one line; empty on a masked page.
    """

    it: Disclosure
    who: Shown | None
    value: str


@dataclass(frozen=True, slots=True)
class Way:
    """One way to a harm, drawn."""

    harm: Harm
    drawing: Markup


@dataclass(frozen=True, slots=True)
class Changed:
    """One post to change: what stands in it, and what that breaks."""

    found: list[Disclosure]
    breaks: str


@dataclass(frozen=True, slots=True)
class Given:
    """All three."""

    rows: list[Row]
    cut: str
    ways: list[Way]
    changes: list[Changed]


def given(findings: Findings, ties: Sequence[Shown]) -> Given | None:
    """What the page shows of it; None where no texts were looked at."""
    o = findings.oversharing
    if o is None:
        return None
    shown = {it.tie.alter.id: it for it in ties}
    kinds = frozenset(o.by_kind)
    titles = {it.name: it.title for it in o.paths}
    there = [it for it in o.paths if any(need.posts for need in it.needs)]
    posts: dict[str, list[Disclosure]] = {}
    for it in o.findings:
        posts.setdefault(it.post, []).append(it)
    return Given(
        [
            Row(it, shown.get(it.told.alter or ""), clean(it.value or ""))
            for it in o.findings[:ROWS]
        ],
        words.cut(len(o.findings), ROWS),
        [
            Way(it, way(it, kinds, says=words.drawn(it)))
            for it in sorted(there, key=lambda it: it.missing)
        ],
        [Changed(posts[it.post], words.breaks(it, titles)) for it in o.changes.posts],
    )
