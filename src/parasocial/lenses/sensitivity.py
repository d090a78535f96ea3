"""The headline shares, counted in every reasonable way."""

from msgspec.structs import replace

from parasocial.ledger import Ledger
from parasocial.lenses import findings as say
from parasocial.measures import sensitivity as every
from parasocial.measures.time_shares import OUT, RECIPROCAL, TieTime, time_share
from parasocial.ties import Thresholds, conclude, gather
from parasocial.ties.build import EVIDENCE, OF_UNIT

_HOURS = """
SELECT tie_class, sum(weekly_low) AS low, sum(weekly_point) AS point, sum(weekly_high) AS high
FROM tie GROUP BY tie_class
"""
NOT_ASKED = "it was not asked for"


def ways_of_counting(ledger: Ledger, thresholds: Thresholds) -> list[every.Way]:
    """The headline shares by every way; leaves the evidence as *thresholds* want it.

    The unit alone changes the evidence, so it is gathered once for each.
    """
    units = sorted(every.UNITS, key=lambda unit: every.UNITS[unit] == thresholds.gap_us)
    found: list[every.Way] = []
    for unit in units:
        counted = replace(thresholds, gap_us=every.UNITS[unit])
        gather(ledger, counted, OF_UNIT if found else EVIDENCE)
        for tau in every.TAUS:
            for k in every.RETURNS:
                conclude(ledger, replace(counted, tau=tau, k=k), ("bound", "concluded", "tie"))
                found += _shares(ledger, unit, tau, k)
    if thresholds.gap_us not in every.UNITS.values():
        gather(ledger, thresholds, OF_UNIT)
    return found


def _shares(ledger: Ledger, unit: str, tau: float, k: int) -> list[every.Way]:
    by_class = ledger.query(_HOURS)
    ways = []
    for hours in every.HOURS:
        times = [
            TieTime(name, float(amount), float(amount), float(amount))
            for name, amount in zip(by_class["tie_class"], by_class[hours], strict=True)
        ]
        shares = (time_share(times, classes).point for classes in (OUT, RECIPROCAL))
        ways.append(every.Way(unit, tau, k, hours, *shares))
    return ways


def sensitivity(
    ways: list[every.Way], one_way: float | None, reciprocal: float | None
) -> say.Sensitivity:
    """How many of *ways* say what the headline says."""
    if not ways:
        return say.Sensitivity(None, None, None, None, [], NOT_ASKED)
    default = every.Way("turn", 0.75, 1, "point", one_way, reciprocal)
    it = every.sensitivity(ways, default)
    counted = [
        say.Counting(*way, agrees=it is not None and every.agrees(way, it.lead)) for way in ways
    ]
    if it is None:
        return say.Sensitivity(None, None, None, None, counted, "neither side leads by default")
    return say.Sensitivity(it.lead, it.agree, it.low, it.high, counted)
