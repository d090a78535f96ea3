"""Whether the headline stands, and what could not be told."""

from collections import defaultdict

from parasocial.lenses.findings import Findings, Sensitivity
from parasocial.report.words.numbers import capital, rounded

_UNITS = {"act": "Single acts", "turn": "Turns, as here", "half_day": "Half days"}


def ways(found: Sensitivity) -> str:
    """How many ways of counting agree; empty where they were not tried or nothing leads."""
    if found.agree is None or found.low is None or found.high is None:
        return ""
    all_ways = len(found.ways)
    agree = f"All {all_ways}" if found.agree == all_ways else f"{found.agree} of {all_ways}"
    low, high = rounded(found.low * 10), rounded(found.high * 10)
    span = f"{low} of ten" if low == high else f"between {low} and {high} of ten"
    return (
        f"{agree} ways of counting agree: of the time that can be decided, more went "
        f"{side(found)}, {span} minutes."
    )


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
        (words, [_span(shares[unit, tau]) for tau in sorted({way.tau for way in found.ways})])
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
    return "one way" if found.lead == "one_way" else "both ways"


def untold(findings: Findings) -> list[str]:
    """One short sentence for each thing that these files do not tell."""
    rhythm, found = findings.rhythm, findings
    reasons = [
        ("how attention is spread", found.concentration.why),
        ("how wide the two circles are", found.community.why),
        ("what goes on at night", rhythm.night.why),
        ("how much is watching", rhythm.passive.why),
        ("long sittings", rhythm.sittings.long.why),
        ("whether posts come in bursts", rhythm.burstiness.why),
        ("whether one-way time takes from the rest", found.displacement.why),
        *(
            (f"“{it.name}”", it.one_way_hours.during.why)
            for it in found.periods
            if it.one_way_hours.during.why and it.reciprocal_turns.during.why
        ),
    ]
    return [f"{capital(what)}: {why}." for what, why in reasons if why]
