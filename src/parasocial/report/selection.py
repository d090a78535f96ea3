"""Who is on the page. Private people who do not answer are shown on request, hidden ones never."""

from dataclasses import dataclass

from parasocial.lenses.findings import Findings, Tie
from parasocial.report import names


@dataclass(frozen=True, slots=True)
class Shown:
    """One tie on the page.

    Attributes:
        rank: Its place, from 0, in the order of the findings (weekly hours first).
        name: As it is written on the page, still to be escaped.
        alias: What stands for the name when names are hidden.
    """

    tie: Tie
    rank: int
    name: str
    alias: str


@dataclass(frozen=True, slots=True)
class Selection:
    """The ties on the page, and how many are left out and why."""

    ties: list[Shown]
    private: int
    hidden: int


def select(findings: Findings, *, show_private: bool) -> Selection:
    """Chooses by the lens's flags: the page decides about nobody itself."""
    visible = [tie for tie in findings.ties if not tie.hidden]
    kept = [tie for tie in visible if show_private or not tie.private]
    return Selection(
        ties=[
            Shown(tie=tie, rank=rank, name=names.shown(tie.alter), alias=names.alias(rank))
            for rank, tie in enumerate(kept)
        ],
        private=len(visible) - len(kept),
        hidden=len(findings.ties) - len(visible),
    )
