"""The page: every drawing made, every template filled."""

from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from parasocial.lenses.findings import Findings
from parasocial.report import amounts, split, words
from parasocial.report.calendar import covered_days
from parasocial.report.charts import marks, strips
from parasocial.report.charts.around import around
from parasocial.report.charts.lines import lags
from parasocial.report.charts.mirror import mirror, top
from parasocial.report.charts.pattern_map import pattern_map
from parasocial.report.charts.scatter import dots_drawn, scatter
from parasocial.report.fitting import texts
from parasocial.report.given_shown import given
from parasocial.report.inline import inline
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


def write_page(findings: Findings, *, show_private: bool = False) -> str:
    """One HTML document that needs nothing else and can load nothing else.

    Args:
        findings: All that the page says.
        show_private: Also show people who are, or may be, private and do not answer.
    """
    selection = select(findings, show_private=show_private)
    template = environment().get_template("page.html")
    return template.render(
        f=findings,
        selection=selection,
        rows=selection.ties[:ROWS],
        top=top(selection.ties),
        drawn=_draw(findings, selection),
        legend=marks.legend([shown.tie for shown in selection.ties]),
        titles={source.platform: source.title for source in findings.sources},
        days=covered_days(findings),
        moved=draw_ways(findings, selection),
        close=felt(findings, selection),
        told=given(findings, selection.ties),
        likes=texts(findings),
        carried=inline(),
    )


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, and the words and drawings that they may ask for."""
    made = Environment(
        loader=PackageLoader("parasocial.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals.update(say=words, amounts=amounts, split=split, strips=strips)
    made.globals.update(around=around, lags=lags)
    return made


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
    quarters = words.pattern.QUARTERS
    return pattern_map(findings.type, quarters, middle, wide=500, size="m") + pattern_map(
        findings.type, quarters, middle, wide=330, size="s"
    )
