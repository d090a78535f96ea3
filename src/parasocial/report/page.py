"""The page: every drawing made, every template filled."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from parasocial.i18n import catalogue, marked, speaking, spoken
from parasocial.lenses.findings import Findings
from parasocial.report import words
from parasocial.report.calendar import covered_days
from parasocial.report.charts import marks
from parasocial.report.charts.mirror import mirror, top
from parasocial.report.charts.pattern_map import pattern_map
from parasocial.report.charts.scatter import dots_drawn, scatter
from parasocial.report.doors import Door
from parasocial.report.fitting import texts
from parasocial.report.given_shown import given
from parasocial.report.inline import inline
from parasocial.report.paper import environment
from parasocial.report.selection import Selection, Shown, select
from parasocial.report.ways_drawn import draw_ways, felt
from parasocial.report.weeks_drawn import WeeksDrawn, draw_weeks

ROWS = 1_000
"""Ties in the table; the data behind the page holds every one."""


@dataclass(frozen=True, slots=True)
class Drawings:
    """The large drawings, each once for every range of screen widths."""

    scatter: Markup
    mirror: Markup
    weeks: WeeksDrawn
    map: Markup
    marks: int


def write_page(findings: Findings, *, show_private: bool = False, language: str = "en") -> str:
    """One HTML document that needs nothing else and can load nothing else.

    Args:
        findings: All that the page says.
        show_private: Also show people who are, or may be, private and do not answer.
        language: One of ``i18n.LANGUAGES``.
    """
    with speaking(catalogue(language, "report")):
        filled = fill(findings, show_private=show_private)
        return environment().get_template("page.html").render(filled, carried=inline())


def you(findings: Findings) -> Door:
    """The same page's main part, to stand behind a door."""
    main = environment().get_template("you.html").render(fill(findings, show_private=False))
    return Door("you", marked("You"), Markup(main), language=spoken().language)  # noqa: S704 - our own template, escaped as it was filled


def fill(findings: Findings, *, show_private: bool) -> dict[str, Any]:
    """Everything that the templates ask for."""
    selection = select(findings, show_private=show_private)
    titles = {source.platform: source.title for source in findings.sources}
    return {
        "f": findings,
        "selection": selection,
        "rows": selection.ties[:ROWS],
        "top": top(selection.ties),
        "drawn": _draw(findings, selection),
        "legend": marks.legend([shown.tie for shown in selection.ties]),
        "titles": titles,
        "days": covered_days(findings),
        "moved": draw_ways(findings, selection),
        "close": felt(findings, selection),
        "told": given(findings, selection.ties, titles),
        "likes": texts(findings),
    }


def _draw(findings: Findings, selection: Selection) -> Drawings:
    ties = selection.ties
    return Drawings(
        scatter=_scatter(ties),
        mirror=_mirror(top(ties)),
        weeks=draw_weeks(findings),
        map=_map(findings),
        marks=dots_drawn(ties),
    )


def _scatter(ties: list[Shown]) -> Markup:
    return scatter(ties, wide=540, tall=550, size="m", rows=ROWS) + scatter(
        ties, wide=330, tall=440, size="s", rows=ROWS
    )


def _mirror(ties: list[Shown]) -> Markup:
    return mirror(ties, wide=540, size="m") + mirror(ties, wide=330, size="s")


def _map(findings: Findings) -> Markup:
    middle = (
        float(findings.thresholds.get("type_hours_a_day", 1.5)),
        float(findings.thresholds.get("type_posts_a_week", 4)),
    )
    quarters = words.pattern.quarters()
    return pattern_map(findings.type, quarters, middle, wide=500, size="m") + pattern_map(
        findings.type, quarters, middle, wide=330, size="s"
    )
