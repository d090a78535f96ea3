"""Whether the headline stands, and what could not be told."""

from collections import defaultdict

from parasocial.i18n import _, marked
from parasocial.lenses.findings import Findings, Sensitivity
from parasocial.report.words.numbers import capital, rounded
from parasocial.report.words.reasons import reason

_UNITS = {
    "act": marked("Single acts"),
    "turn": marked("Turns, as here"),
    "half_day": marked("Half days"),
}


def ways(found: Sensitivity) -> str:
    """How many ways of counting agree; empty where they were not tried or nothing leads."""
    if found.agree is None or found.low is None or found.high is None:
        return ""
    low, high = rounded(found.low * 10), rounded(found.high * 10)
    if low == high:
        span = _("%(number)s of ten minutes", number=low)
    else:
        span = _("between %(low)s and %(high)s of ten minutes", low=low, high=high)
    return _(
        "%(agreeing)s ways of counting agree: of the time that can be decided, more went "
        "%(side)s, %(span)s.",
        agreeing=_agreeing(found.agree, len(found.ways)),
        side=side(found),
        span=span,
    )


def _agreeing(agree: int, of: int) -> str:
    if agree == of:
        return _("All %(number)s", number=of)
    return _("%(number)s of %(whole)s", number=agree, whole=of)


def grid(found: Sensitivity) -> list[tuple[str, list[str]]]:
    """The leading share by unit and cut-off, each over hours and hidden answers; empty without."""
    if found.lead is None:
        return []
    shares: dict[tuple[str, float], list[float]] = defaultdict(list)
    for way in found.ways:
        share = way.one_way if found.lead == "one_way" else way.reciprocal
        if share is not None:
            shares[way.unit, way.tau].append(share)
    return [
        (_(words), [_span(shares[unit, tau]) for tau in sorted({way.tau for way in found.ways})])
        for unit, words in _UNITS.items()
        if any(way.unit == unit for way in found.ways)
    ]


def _span(shares: list[float]) -> str:
    if not shares:
        return "–"
    low, high = rounded(min(shares) * 100), rounded(max(shares) * 100)
    return f"{low} %" if low == high else f"{low} – {high} %"


def cut_offs(found: Sensitivity) -> list[str]:
    """The cut-offs as ratios: "3 : 1"."""
    return [f"{tau / (1 - tau):.3g} : 1" for tau in sorted({way.tau for way in found.ways})]


def side(found: Sensitivity) -> str:
    """The side that leads, in words."""
    return _("one way") if found.lead == "one_way" else _("both ways")


def untold(findings: Findings) -> list[str]:
    """One short sentence for each thing that these files do not tell."""
    rhythm, found = findings.rhythm, findings
    reasons = [
        (_("how attention is spread"), found.concentration.why),
        (_("how wide the two circles are"), found.community.why),
        (_("what goes on at night"), rhythm.night.why),
        (_("how much is watching"), rhythm.passive.why),
        (_("long sittings"), rhythm.sittings.long.why),
        (_("whether posts come in bursts"), rhythm.burstiness.why),
        (_("whether one-way time takes from the rest"), found.displacement.why),
        *(
            (f"“{it.name}”", it.one_way_hours.during.why)
            for it in found.periods
            if it.one_way_hours.during.why and it.reciprocal_turns.during.why
        ),
    ]
    return [f"{capital(what)}: {reason(why)}." for what, why in reasons if why]
