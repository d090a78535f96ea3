"""What was given away, as the page shows it: rows with names, ways with drawings, changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from parasocial.lenses.findings import Findings
from parasocial.lenses.overshared import Disclosure, Harm, Oversharing
from parasocial.report.charts.ways import way
from parasocial.report.names import clean
from parasocial.report.selection import Shown
from parasocial.report.words import given as words

ROWS = 200
"""Findings on the page; the data behind it holds every one."""
AT_ONCE = 6
"""Findings that are there without unfolding the others."""


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
class Place:
    """Where something can be changed, and what is known of its menus."""

    name: str
    change: str
    checked: str


@dataclass(frozen=True, slots=True)
class Given:
    """All of it.

    Attributes:
        rows: What is there at once.
        folded: What unfolds.
        ways: Ways that are complete.
        parts: Ways of which something is missing.
    """

    rows: list[Row]
    folded: list[Row]
    cut: str
    places: list[Place]
    ways: list[Way]
    parts: list[Way]
    changes: list[Changed]


def given(findings: Findings, ties: Sequence[Shown], platforms: dict[str, str]) -> Given | None:
    """What the page shows of it; None where no texts were looked at.

    Args:
        findings: Of the whole lens.
        ties: Those that may stand on the page.
        platforms: Titles by the names of platforms.
    """
    o = findings.oversharing
    if o is None:
        return None
    shown = {it.tie.alter.id: it for it in ties}
    titles = {it.name: it.title for it in o.paths}
    posts: dict[str, list[Disclosure]] = {}
    for it in o.findings:
        posts.setdefault(it.post, []).append(it)
    rows = [
        Row(it, shown.get(it.told.alter or ""), clean(it.value or "")) for it in o.findings[:ROWS]
    ]
    ways = _ways(o)
    return Given(
        rows[:AT_ONCE],
        rows[AT_ONCE:],
        words.cut(len(o.findings), ROWS),
        _places(o.findings[:ROWS], platforms),
        [it for it in ways if not it.harm.missing],
        [it for it in ways if it.harm.missing],
        [Changed(posts[it.post], words.breaks(it, titles)) for it in o.changes.posts],
    )


def _ways(o: Oversharing) -> list[Way]:
    kinds = frozenset(o.by_kind)
    there = [it for it in o.paths if any(need.posts for need in it.needs)]
    return [
        Way(it, way(it, kinds, says=words.drawn(it)))
        for it in sorted(there, key=lambda it: it.missing)
    ]


def _places(found: Sequence[Disclosure], platforms: dict[str, str]) -> list[Place]:
    places = (Place(words.place(it, platforms), it.change, words.checked(it)) for it in found)
    return list(dict.fromkeys(places))
