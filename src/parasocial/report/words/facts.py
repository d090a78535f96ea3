"""The quiet facts below the headline."""

from dataclasses import dataclass

from parasocial.lenses.findings import Findings
from parasocial.report.amounts import gave, given, point, returned
from parasocial.report.selection import Selection, Shown
from parasocial.report.words.numbers import about, capital, counted, span


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its label, what it says (words, or somebody's name), and a smaller line."""

    label: str
    says: str
    small: str
    who: Shown | None = None


def facts(findings: Findings, selection: Selection) -> list[Fact]:
    """Those that can be said, in order."""
    found = [_time(findings), _accounts(findings), _two_way(selection), _watched(selection)]
    return [fact for fact in found if fact]


def _time(findings: Findings) -> Fact | None:
    hours = findings.totals.weekly_hours
    if not hours.point:
        return None
    likely = span(hours)
    return Fact(
        "Time a week", capital(about(hours.point)), f"likely {likely}" if likely else "measured"
    )


def _accounts(findings: Findings) -> Fact | None:
    given_to = gave(findings.ties)
    if not given_to:
        return None
    back = sum(returned(tie) > 0 for tie in given_to)
    small = f"{back:,} gave something back" if back else "no answer is in these files"
    return Fact("Accounts you gave to", f"{len(given_to):,}", small)


def _two_way(selection: Selection) -> Fact | None:
    mutual = [shown for shown in selection.ties if shown.tie.class_ == "reciprocal"]
    if not mutual:
        return None
    top = max(mutual, key=lambda shown: (min(given(shown.tie), returned(shown.tie)), -shown.rank))
    there, back = top.tie.given.turns, top.tie.received.turns
    small = f"{counted(there, 'turn')} from you, {back:,} back"
    return Fact("Most back and forth", top.name, small, top)


def _watched(selection: Selection) -> Fact | None:
    watched = [
        shown
        for shown in selection.ties
        if shown.tie.attention.sessions
        and (shown.tie.class_ == "parasocial" or shown.tie.alter.kind == "persona")
    ]
    if not watched:
        return None
    top = max(watched, key=lambda shown: (point(shown.tie.attention.hours), -shown.rank))
    hours = point(top.tie.weekly_hours)
    small = f"{about(hours)} a week" if hours else counted(top.tie.attention.sessions, "session")
    return Fact("Most watched", top.name, small, top)


def beside(findings: Findings) -> str:
    """Attention to nobody that an export names as a person: beside the total, not in it."""
    hours = findings.totals.unattributed_hours.point
    if not hours:
        return ""
    return (
        f"Beside this, {about(hours)} in all went to brands and apps, or to things whose maker the "
        "exports do not name. They are not in the split above."
    )
