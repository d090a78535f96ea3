"""The quiet facts below the headline."""

from dataclasses import dataclass

from parasocial.i18n import _, _n
from parasocial.lenses.findings import Findings
from parasocial.report.amounts import figures, gave, given, point, returned
from parasocial.report.selection import Selection, Shown
from parasocial.report.words.numbers import about, capital, span


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
        _("Time a week"),
        capital(about(hours.point)),
        _("likely %(span)s", span=likely) if likely else _("measured"),
    )


def _accounts(findings: Findings) -> Fact | None:
    given_to = gave(findings.ties)
    if not given_to:
        return None
    back = sum(returned(tie) > 0 for tie in given_to)
    small = (
        _n("%(count)s gave something back", "%(count)s gave something back", back)
        if back
        else _("no answer is in these files")
    )
    return Fact(_("Accounts you gave to"), figures(len(given_to)), small)


def _two_way(selection: Selection) -> Fact | None:
    mutual = [shown for shown in selection.ties if shown.tie.class_ == "reciprocal"]
    if not mutual:
        return None
    top = max(mutual, key=lambda shown: (min(given(shown.tie), returned(shown.tie)), -shown.rank))
    there, back = top.tie.given.turns, top.tie.received.turns
    small = _n(
        "%(count)s turn from you, %(back)s back",
        "%(count)s turns from you, %(back)s back",
        there,
        back=figures(back),
    )
    return Fact(_("Most back and forth"), top.name, small, top)


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
    sessions = top.tie.attention.sessions
    small = (
        _("%(duration)s a week", duration=about(hours))
        if hours
        else _n("%(count)s session", "%(count)s sessions", sessions)
    )
    return Fact(_("Most watched"), top.name, small, top)


def beside(findings: Findings) -> str:
    """Attention to nobody that an export names as a person: beside the total, not in it."""
    hours = findings.totals.unattributed_hours.point
    if not hours:
        return ""
    return _(
        "Beside this, %(duration)s in all went to brands and apps, or to things whose maker the "
        "exports do not name. They are not in the split above.",
        duration=about(hours),
    )
