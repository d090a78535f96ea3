"""The ties whose way is drawn, and those whose closeness is set beside what came back."""

from dataclasses import dataclass

from markupsafe import Markup

from parasocial.lenses.findings import FeltTie, Findings, Trajectory
from parasocial.report.charts.lines import line
from parasocial.report.charts.marks import mark
from parasocial.report.selection import Selection, Shown
from parasocial.report.words.over_time import way

MOST, MOST_FELT = 12, 10


@dataclass(frozen=True, slots=True)
class Moved:
    """One tie with its small line, and what is said of it."""

    shown: Shown
    way: Trajectory
    drawing: Markup
    says: str

    @property
    def told(self) -> bool:
        """Whether there is more to say than that it can't be told."""
        return self.way.way != "cannot_be_told" or self.way.turned is not None


def draw_ways(findings: Findings, selection: Selection) -> list[Moved]:
    """The ties with most hours whose weeks are enough."""
    on_page = {shown.tie.alter.id: shown for shown in selection.ties}
    found = [(on_page[it.id], it) for it in findings.trajectories.ties if it.id in on_page]
    return [
        Moved(shown, it, line(it.steps, mark(shown.tie).key, way(it)), way(it))
        for shown, it in found[:MOST]
    ]


def felt(findings: Findings, selection: Selection) -> list[tuple[Shown, FeltTie]]:
    """The ties whose closeness the person gave, closest first."""
    on_page = {shown.tie.alter.id: shown for shown in selection.ties}
    found = [(on_page[it.id], it) for it in findings.felt.ties if it.id in on_page]
    return sorted(found, key=lambda pair: (-pair[1].close, pair[0].rank))[:MOST_FELT]
