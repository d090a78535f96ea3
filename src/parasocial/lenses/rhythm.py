"""When and how time is spent: bursts, nights, long sittings, looking and doing."""

from parasocial.ledger import Ledger
from parasocial.lenses import findings as say
from parasocial.lenses.over_weeks import Covered
from parasocial.measures import burstiness as bursts
from parasocial.measures import long_sittings as long
from parasocial.measures import night_share as night
from parasocial.measures import passive_share as passive

_NONE = (0.0, 0.0, 0.0)
UNKNOWN_ZONE = "no time zone was given with --zone"


def rhythm(ledger: Ledger, zone: str, covered: Covered) -> say.Rhythm:
    """All four; UTC is what stands there when no zone was given, and has no night."""
    return say.Rhythm(
        _bursts(ledger), _passive(ledger), _night(ledger, zone), _long(ledger, covered)
    )


def _bursts(ledger: Ledger) -> say.Burstiness:
    times = ledger.query(bursts.POSTS)["us"]
    value = bursts.burstiness(times)
    why = f"fewer than {bursts.LEAST_GAPS + 1} public posts or comments at different times"
    return say.Burstiness(value, max(len(times) - 1, 0), None if value is not None else why)


def _passive(ledger: Ledger) -> say.Range:
    hours, events = {}, {}
    for is_passive, count, *them in zip(*ledger.query(passive.HOURS).values(), strict=True):
        hours[is_passive], events[is_passive] = (
            (float(them[0]), float(them[1]), float(them[2])),
            count,
        )
    it = passive.passive_share(hours.get(True, _NONE), hours.get(False, _NONE), events.get(True, 0))
    why = f"no log of at least {passive.LEAST_EVENTS} views is in these exports"
    return _share(it, why)


def _night(ledger: Ledger, zone: str) -> say.Range:
    if zone == "UTC":
        return say.Range(None, None, None, why=UNKNOWN_ZONE)
    hours = {}
    for at_night, low, point, high in zip(*ledger.query(night.HOURS).values(), strict=True):
        hours[at_night] = (float(low), float(point), float(high))
    [days] = ledger.query(night.DAYS)["days"]
    it = night.night_share(hours.get(True, _NONE), hours.get(False, _NONE), days)
    return _share(it, f"time is logged on fewer than {night.LEAST_DAYS} days")


def _share(it: passive.Share | night.Share, why: str) -> say.Range:
    if it.point is None:
        return say.Range(None, None, None, why=why)
    return say.Range(it.point, it.low, it.high, "estimated")


def _long(ledger: Ledger, covered: Covered) -> say.Sittings:
    watched = [weeks for place, weeks in covered.items() if place.endswith(" view")]
    weeks = float(len(frozenset().union(*watched)))
    columns = ledger.arrays(long.WATCHED)
    low, point, high = (
        long.long_sittings(columns["start_ms"], columns[it], columns["full_length"], weeks)
        for it in ("ms_low", "ms_point", "ms_high")
    )
    if low is None or point is None or high is None:
        none = say.Range(
            None, None, None, why=f"no log of views covers {long.LEAST_WEEKS} whole weeks"
        )
        return say.Sittings(none, None, weeks, none)
    counts = sorted((low.long, point.long, high.long))
    hours = sorted((low.longest, point.longest, high.longest))
    return say.Sittings(
        say.Range(point.long, counts[0], counts[-1], "estimated"),
        point.all,
        weeks,
        say.Range(point.longest, hours[0], hours[-1], "estimated"),
    )
