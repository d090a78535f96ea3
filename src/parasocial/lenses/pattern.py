"""Which of the five types a ledger reads most like, and how sure that is."""

from collections import defaultdict
from typing import Any, NamedTuple

from parasocial import five_types
from parasocial.ledger import Ledger
from parasocial.lenses import findings as say

_PASSIVE = ("view", "listen")
_DAY_US = 86_400_000_000
_WEEK_US = 7 * _DAY_US
_MONDAY_US = 259_200_000_000
_DAYS = """
SELECT platform || ' ' || channel AS place, channel, day, ms_low / 3600000 AS low,
    ms_point / 3600000 AS point, ms_high / 3600000 AS high, public, active
FROM day_channel ORDER BY day, place
"""
_WINDOWS = """
SELECT w.platform || ' ' || w.channel AS place, w.channel, w.weeks * 7 AS days,
    min(c.from_us) AS from_us, max(c.to_us) AS to_us
FROM channel_window AS w JOIN source AS s ON s.platform = w.platform
JOIN coverage AS c ON c.source_no = s.source_no AND c.channel = w.channel
GROUP BY ALL ORDER BY place
"""


class Day(NamedTuple):
    """What ego did on one day in one place."""

    place: str
    channel: str
    day: int
    low: float
    point: float
    high: float
    public: int
    active: int


def pattern(ledger: Ledger) -> say.Pattern:
    """The five types, from hours a day, public posts a week and active days of 28."""
    days = [Day(*row) for row in zip(*ledger.query(_DAYS).values(), strict=True)]
    windows = ledger.query(_WINDOWS)
    spans = dict(zip(windows["place"], windows["days"], strict=True))
    if max(spans.values(), default=0) < five_types.LEAST_DAYS:
        return _cannot("these exports cover less than 28 days")
    seen = [it for it in days if it.place in spans]
    hours = say.Range(
        sum(it.point / spans[it.place] for it in seen),
        sum(it.low / spans[it.place] for it in seen),
        sum(it.high / spans[it.place] for it in seen),
        "estimated",
    )
    posts = sum(it.public / spans[it.place] * 7 for it in seen)
    if not hours.point and not posts:
        return _cannot("these exports hold no log of use")
    places = zip(windows["place"], windows["channel"], strict=True)
    passive = [place for place, channel in places if channel in _PASSIVE]
    log = max(passive or spans, key=lambda place: spans[place])
    active = _active(days, log, windows)
    # Absence shows in a log of watching that reaches over four weeks, and nowhere else.
    shown = bool(passive) and spans[log] >= five_types.LEAST_DAYS
    offline = shown and active < five_types.OFFLINER_DAYS
    return _read(hours, posts, active, five_types.draws(_weeks(days, windows)), offline=offline)


def _read(
    hours: say.Range,
    posts: float,
    active: float,
    drawn: list[tuple[float, float]],
    *,
    offline: bool,
) -> say.Pattern:
    a_day = hours.point or 0.0
    shares = five_types.type_shares(a_day, posts)
    name = "offliner" if offline else five_types.type_name(shares)
    return say.Pattern(
        name=name,
        shares={**shares, "offliner": float(offline)},
        decided_axis=five_types.decided_axis(a_day, posts),
        stability=None if offline else five_types.stability(drawn, name),
        range=five_types.possible_names(a_day, posts),
        hours_a_day=hours,
        posts_a_week=posts,
        active_days=active,
        draws=drawn,
        why=None if drawn else "fewer than eight weeks: how steady this is cannot be told",
    )


def _cannot(why: str) -> say.Pattern:
    none = say.Range(None, None, None, why=why)
    return say.Pattern("cannot_be_told", {}, None, None, [], none, None, None, [], why)


def _active(days: list[Day], place: str, windows: dict[str, list[Any]]) -> float:
    """Active days of 28, whatever was done, while the log of *place* reaches."""
    at = windows["place"].index(place)
    first, last = (windows[it][at] // _DAY_US for it in ("from_us", "to_us"))
    active = {it.day for it in days if it.active and first <= it.day <= last}
    return min(28.0, len(active) / float(windows["days"][at]) * 28)


def _weeks(days: list[Day], windows: dict[str, list[Any]]) -> list[five_types.WeekUse]:
    """Hours and posts per covered week and place, empty weeks included."""
    hours: dict[tuple[str, int], float] = defaultdict(float)
    posts: dict[tuple[str, int], int] = defaultdict(int)
    for it in days:
        at = it.place, (it.day + 3) // 7
        hours[at] += it.point
        posts[at] += it.public
    uses = []
    for place, start, end in zip(
        *(windows[it] for it in ("place", "from_us", "to_us")), strict=True
    ):
        first, last = ((us + _MONDAY_US) // _WEEK_US for us in (start, end))
        for week in range(first, last + 1):
            at = place, week
            uses.append(five_types.WeekUse(week, place, hours.get(at, 0.0), posts.get(at, 0)))
    return uses
