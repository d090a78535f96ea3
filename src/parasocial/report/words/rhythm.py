"""When and how time is spent, in rows of words."""

from parasocial.i18n import _, _n, marked
from parasocial.lenses.findings import Burstiness, Range, Rhythm, Sittings
from parasocial.report.words.numbers import duration, rounded

_EVEN, _BURSTY = -0.2, 0.2


def rows(found: Rhythm) -> list[tuple[str, str, Range | None]]:
    """Label, what is said, and the share to draw; what cannot be told is left out."""
    told = [
        (_("Between 11 at night and 5"), _share(found.night), found.night),
        (_("Watching and listening"), _share(found.passive), found.passive),
        (_("Long sittings"), _sittings(found.sittings), None),
        (_("Public posts and comments"), _bursts(found.burstiness), None),
    ]
    return [row for row in told if row[1]]


def _share(it: Range) -> str:
    if it.point is None or it.low is None or it.high is None:
        return ""
    low, point, high = (rounded(end * 10) for end in (it.low, it.point, it.high))
    if point in {0, 10}:
        said = _("nearly all of it") if point else _("hardly any of it")
    else:
        said = _("about %(number)s of ten hours", number=point)
    if low == high:
        return said
    return _("%(said)s, likely %(low)s to %(high)s", said=said, low=low, high=high)


def _sittings(it: Sittings) -> str:
    if it.long.point is None or it.longest_hours.point is None:
        return ""
    weeks = _n("%(count)s week", "%(count)s weeks", rounded(it.weeks))
    if not it.long.point:
        return _("none in %(weeks)s", weeks=weeks)
    return _(
        "%(times)s in %(weeks)s; %(longest)s in the longest",
        times=_n("%(count)s time", "%(count)s times", rounded(it.long.point)),
        weeks=weeks,
        longest=duration(it.longest_hours.point),
    )


def _bursts(it: Burstiness) -> str:
    if it.value is None:
        return ""
    if it.value < _EVEN:
        return _("evenly spaced")
    return _("in bursts") if it.value > _BURSTY else _("now and then, as by chance")


NOTE = marked(
    "A long sitting is two hours of watching, or ten full videos, with short pauses. "
    "Where night begins is our choice, and so is that."
)
