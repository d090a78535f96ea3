"""When and how time is spent, in rows of words."""

from parasocial.lenses.findings import Burstiness, Range, Rhythm, Sittings
from parasocial.report.words.numbers import counted, duration, rounded

_EVEN, _BURSTY = -0.2, 0.2


def rows(found: Rhythm) -> list[tuple[str, str, Range | None]]:
    """Label, what is said, and the share to draw; what cannot be told is left out."""
    told = [
        ("Between 11 at night and 5", _share(found.night), found.night),
        ("Watching and listening", _share(found.passive), found.passive),
        ("Long sittings", _sittings(found.sittings), None),
        ("Public posts and comments", _bursts(found.burstiness), None),
    ]
    return [row for row in told if row[1]]


def _share(it: Range) -> str:
    if it.point is None or it.low is None or it.high is None:
        return ""
    low, point, high = (rounded(end * 10) for end in (it.low, it.point, it.high))
    ends = "" if low == high else f", likely {low} to {high}"
    if point in {0, 10}:
        return f"{'nearly all' if point else 'hardly any'} of it{ends}"
    return f"about {point} of ten hours{ends}"


def _sittings(it: Sittings) -> str:
    if it.long.point is None or it.longest_hours.point is None:
        return ""
    times = counted(rounded(it.long.point), "time")
    if not it.long.point:
        return f"none in {counted(rounded(it.weeks), 'week')}"
    longest = duration(it.longest_hours.point)
    return f"{times} in {counted(rounded(it.weeks), 'week')}; {longest} in the longest"


def _bursts(it: Burstiness) -> str:
    if it.value is None:
        return ""
    if it.value < _EVEN:
        return "evenly spaced"
    return "in bursts" if it.value > _BURSTY else "now and then, as by chance"


NOTE = (
    "A long sitting is two hours of watching, or ten full videos, with short pauses. "
    "Where night begins is our choice, and so is that."
)
