"""Which of the five types a ledger reads most like, and how sure that is."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from parasocial import five_types
from parasocial.five_types import WeekUse
from parasocial.ledger import Ledger
from parasocial.lenses import findings as say

_PASSIVE = ("view", "listen")
_DAY_US = 86_400_000_000
_DAYS = """
SELECT platform || ' ' || channel AS place, platform, day, ms_low / 3600000 AS low,
    ms_point / 3600000 AS point, ms_high / 3600000 AS high, public, active
FROM day_channel ORDER BY day, place
"""
_WINDOWS = """
SELECT w.platform || ' ' || w.channel AS place, w.platform, w.channel, w.weeks * 7 AS days,
    min(c.from_us) AS from_us, max(c.to_us) AS to_us
FROM channel_window AS w JOIN source AS s ON s.platform = w.platform
JOIN coverage AS c ON c.source_no = s.source_no AND c.channel = w.channel
GROUP BY ALL ORDER BY place
"""


class Day(NamedTuple):
    """What ego did on one day in one place."""

    place: str
    platform: str
    day: int
    low: float
    point: float
    high: float
    public: int
    active: int


class Said(NamedTuple):
    """What ego said in public on one platform: its days, and from which week to which it counts."""

    platform: str
    first: int
    last: int
    days: list[Day]

    @property
    def posts(self) -> int:
        """Posts and comments."""
        return sum(it.public for it in self.days)

    @property
    def weeks(self) -> int:
        """How many weeks they count for."""
        return self.last - self.first + 1


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
    said = _said(days, windows)
    posts = sum(it.posts / it.weeks for it in said)
    if not hours.point and not posts:
        return _cannot("these exports hold no log of use")
    places = zip(windows["place"], windows["channel"], strict=True)
    passive = [place for place, channel in places if channel in _PASSIVE]
    log = max(passive or spans, key=lambda place: spans[place])
    active = _active(days, log, windows)
    # Absence shows in a log of watching that reaches over four weeks, and nowhere else.
    shown = bool(passive) and spans[log] >= five_types.LEAST_DAYS
    offline = shown and active < five_types.OFFLINER_DAYS
    drawn = five_types.draws([*_attended(days, windows), *_posted(said)])
    return _read(hours, posts, active, drawn, offline=offline)


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


def _said(days: list[Day], windows: dict[str, list[Any]]) -> list[Said]:
    """What was said in public on each platform, since the first time.

    Exports hold posts and comments for all time, so a channel with a single one covers more than
    the week of that one: it counts until the platform's exports end, and as 28 days at least.
    """
    ends: dict[str, int] = {}
    for platform, end in zip(windows["platform"], windows["to_us"], strict=True):
        ends[platform] = max(ends.get(platform, end), end)
    found = []
    for platform, end in sorted(ends.items()):
        public = [it for it in days if it.platform == platform and it.public]
        if public:
            last = _week(end // _DAY_US)
            first = min(_week(public[0].day), last - five_types.LEAST_DAYS // 7 + 1)
            found.append(Said(platform, first, last, public))
    return found


def _attended(days: list[Day], windows: dict[str, list[Any]]) -> Iterator[WeekUse]:
    """Hours per covered week and place, empty weeks included."""
    hours: dict[tuple[str, int], float] = defaultdict(float)
    for it in days:
        hours[it.place, _week(it.day)] += it.point
    columns = (windows[name] for name in ("place", "from_us", "to_us"))
    for place, start, end in zip(*columns, strict=True):
        for week in range(_week(start // _DAY_US), _week(end // _DAY_US) + 1):
            yield WeekUse(week, place, hours.get((place, week), 0.0), 0)


def _posted(said: list[Said]) -> Iterator[WeekUse]:
    """Posts and comments per week and platform, empty weeks included."""
    for it in said:
        posts: dict[int, int] = defaultdict(int)
        for day in it.days:
            posts[_week(day.day)] += day.public
        for week in range(it.first, it.last + 1):
            yield WeekUse(week, f"{it.platform} posts", 0.0, posts[week])


def _week(day: int) -> int:
    """Which week a day since the epoch lies in, counted from the Monday before it."""
    return (day + 3) // 7
