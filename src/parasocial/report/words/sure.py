"""Whether the headline stands, and what could not be told."""

from parasocial.lenses.findings import Findings, Sensitivity
from parasocial.report.words.numbers import capital, rounded


def ways(found: Sensitivity) -> str:
    """How many ways of counting agree; empty where they were not tried or nothing leads."""
    if found.agree is None or found.low is None or found.high is None:
        return ""
    side = "one way" if found.lead == "one_way" else "both ways"
    all_ways = len(found.ways)
    agree = f"All {all_ways}" if found.agree == all_ways else f"{found.agree} of {all_ways}"
    low, high = rounded(found.low * 10), rounded(found.high * 10)
    span = f"{low} of ten" if low == high else f"between {low} and {high} of ten"
    return (
        f"{agree} ways of counting agree: of the time that can be decided, more went {side}, "
        f"{span} minutes."
    )


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
