"""A part of the findings: some weeks, some platforms, some kinds of accounts.

What a tie *is* rests on all that is known of it, and stays. How much there was of it is summed
anew over the part that is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from parasocial.lenses import findings as say
from parasocial.lenses.audience import added, share
from parasocial.lenses.dates import MONDAY, week
from parasocial.lenses.grid import Grid
from parasocial.lenses.ties import tie_time
from parasocial.measures.time_shares import APART, OUT, RECIPROCAL, time_share

_HOUR = 3_600_000
_SUMS = ("acts_given", "acts_received", "turns_given", "turns_received", "sessions")
_TIMES = ("ms_low", "ms_point", "ms_high")


@dataclass(frozen=True, slots=True)
class Part:
    """What is asked for; everything by default.

    Attributes:
        weeks: First and last week, counted from the Monday before the epoch; None for all.
        platforms: By name; empty for all.
        kinds: Kinds of accounts; empty for all.
    """

    weeks: tuple[int, int] | None = None
    platforms: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not (self.weeks or self.platforms or self.kinds)


def within(found: say.Findings, grid: Grid, part: Part) -> say.Findings:
    """The findings with the ties, weeks, shares and sums of one part."""
    if part.everything:
        return found
    rows = _rows(found.ties, grid, part)
    ties = _ties(found.ties, rows, _lengths(grid, part))
    times = [tie_time(tie) for tie in ties]
    return replace(
        found,
        window=_window(found.window, part),
        sources=_sources(found.sources, part),
        ties=ties,
        totals=_totals(ties, rows),
        one_way_share=share(time_share(times, OUT)),
        reciprocal_share=share(time_share(times, RECIPROCAL)),
        weeks=_weeks(found.ties, grid, part, rows),
    )


def _rows(ties: Sequence[say.Tie], grid: Grid, part: Part) -> dict[str, Any]:
    """The rows of the grid that belong to the part."""
    import numpy as np

    columns = grid.columns
    kept = np.ones(len(columns["tie"]), bool)
    if part.weeks:
        kept &= (columns["week"] >= part.weeks[0]) & (columns["week"] <= part.weeks[1])
    if part.platforms:
        wanted = np.array([platform in part.platforms for platform, _ in grid.places], bool)
        kept &= wanted[columns["place"]]
    if part.kinds:
        kinds = np.array([*(tie.alter.kind in part.kinds for tie in ties), False], bool)
        kept &= kinds[columns["tie"]]  # -1, nobody named, is the last
    return {name: np.asarray(column)[kept] for name, column in columns.items()}


def _lengths(grid: Grid, part: Part) -> list[float]:
    """How many weeks of the part each place covers, one at least."""
    first, last = part.weeks or (-(2**31), 2**31)
    return [
        max(1.0, sum(max(0.0, min(end, last + 1) - max(start, first)) for start, end in windows))
        for windows in grid.windows
    ]


def _ties(ties: Sequence[say.Tie], rows: dict[str, Any], lengths: list[float]) -> list[say.Tie]:
    """The ties that anything is left of, in the order of the findings."""
    import numpy as np

    named = rows["tie"] >= 0
    at, n = rows["tie"][named], len(ties)
    weeks = np.array(lengths or [1.0])[rows["place"][named]]
    sums = {name: np.bincount(at, rows[name][named], n) for name in (*_SUMS, *_TIMES)}
    sums |= {f"weekly_{it}": np.bincount(at, rows[it][named] / weeks, n) for it in _TIMES}
    first, last = np.full(n, 2**31), np.full(n, -(2**31))
    np.minimum.at(first, at, rows["week"][named])
    np.maximum.at(last, at, rows["week"][named])
    watched = rows["sessions"][named] > 0
    pairs = np.unique(np.stack([at[watched], rows["week"][named][watched]]), axis=1)
    sums["weeks"] = np.bincount(pairs[0], minlength=n)
    there = np.unique(at)
    columns = {name: column[there].tolist() for name, column in sums.items()}
    spans = zip(first[there].tolist(), last[there].tolist(), strict=True)
    made = [
        _tie(ties[index], {name: column[i] for name, column in columns.items()}, span)
        for i, (index, span) in enumerate(zip(there.tolist(), spans, strict=True))
    ]
    return sorted(made, key=lambda it: (-(it.weekly_hours.point or 0), -_turns(it), it.alter.id))


def _tie(tie: say.Tie, sums: dict[str, Any], weeks: tuple[int, int]) -> say.Tie:
    starts, ends = (MONDAY + timedelta(weeks=it) for it in weeks)
    hours = _range(sums, "", tie.attention.hours.basis)
    weekly = _range(sums, "weekly_", tie.weekly_hours.basis)
    return replace(
        tie,
        given=say.Count(int(sums["acts_given"]), int(sums["turns_given"])),
        received=say.Count(int(sums["acts_received"]), int(sums["turns_received"])),
        attention=say.Attention(int(sums["sessions"]), int(sums["weeks"]), hours),
        weekly_hours=weekly,
        first=max(filter(None, (tie.first, starts.isoformat()))),
        last=min(filter(None, (tie.last, (ends + timedelta(days=6)).isoformat()))),
    )


def _range(sums: dict[str, Any], which: str, basis: str | None) -> say.Range:
    low, point, high = (sums[f"{which}{it}"] / _HOUR for it in _TIMES)
    return say.Range(point, low, high, basis)


def _turns(tie: say.Tie) -> int:
    return tie.given.turns + tie.received.turns


def _window(whole: say.Window, part: Part) -> say.Window:
    start, end = _days(part)
    return say.Window(
        max(filter(None, (whole.start, start)), default=None),
        min(filter(None, (whole.end, end)), default=None),
    )


def _days(part: Part) -> tuple[str | None, str | None]:
    if part.weeks is None:
        return None, None
    first, last = (MONDAY + timedelta(weeks=it) for it in part.weeks)
    return first.isoformat(), (last + timedelta(days=6)).isoformat()


def _sources(sources: Sequence[say.Source], part: Part) -> list[say.Source]:
    """The sources of the part, with what they cover of it."""
    start, end = _days(part)
    found = []
    for it in sources:
        if part.platforms and it.platform not in part.platforms:
            continue
        covered = [
            say.Covered(one.channel, max(one.start, start or ""), min(one.end, end or "9"))
            for one in it.coverage
            if one.start and one.end and one.start <= (end or "9") and one.end >= (start or "")
        ]
        if covered or part.weeks is None:
            found.append(replace(it, coverage=covered))
    return found


def _totals(ties: Sequence[say.Tie], rows: dict[str, Any]) -> say.Totals:
    by_class: dict[str, int] = {}
    for tie in ties:
        by_class[tie.class_] = by_class.get(tie.class_, 0) + 1
    inside = [tie for tie in ties if tie.class_ not in APART]
    apart = [tie.attention.hours for tie in ties if tie.class_ in APART]
    nobody = rows["tie"] < 0
    point, low, high = (
        float(rows[it][nobody].sum()) / _HOUR for it in ("ms_point", "ms_low", "ms_high")
    )
    return say.Totals(
        ties=len(ties),
        interactions=int(rows["acts_given"].sum() + rows["acts_received"].sum()),
        by_class=by_class,
        hours=added([tie.attention.hours for tie in inside]),
        weekly_hours=added([tie.weekly_hours for tie in inside]),
        unattributed_hours=added([*apart, say.Range(point, low, high)]),
    )


def _weeks(ties: Sequence[say.Tie], grid: Grid, part: Part, rows: dict[str, Any]) -> list[say.Week]:
    """Every week from the first with anything to the last."""
    import numpy as np

    if not len(rows["week"]):
        return []
    first, last = int(rows["week"].min()), int(rows["week"].max())
    length = last - first + 1
    of = np.array([*(_part(tie.class_) for tie in ties), 3])[rows["tie"]]
    at = (rows["week"] - first) * 4 + of
    hours = {
        it: (np.bincount(at, rows[it], length * 4) / _HOUR).reshape(-1, 4).tolist() for it in _TIMES
    }
    turns = np.bincount(at, rows["turns_given"] + rows["turns_received"], length * 4)
    wrote = (rows["turns_given"] > 0) & (of == 1)
    pairs = np.unique(np.stack([rows["week"][wrote], rows["tie"][wrote]]), axis=1)
    people = np.bincount(pairs[0] - first, minlength=length).tolist()
    covered = _covered(grid, part)
    back = turns.reshape(-1, 4)[:, 1].astype(int).tolist()
    found = []
    for n in range(length):
        one, both, other, nobody = (
            say.Range(hours["ms_point"][n][i], hours["ms_low"][n][i], hours["ms_high"][n][i])
            for i in range(4)
        )
        channels = sorted({it for it, start, end in covered if start <= first + n <= end})
        found.append(
            say.Week(week(first + n), one, both, other, nobody, back[n], people[n], channels)
        )
    return found


def _part(tie_class: str) -> int:
    """Which of the four parts of a week: one way, both ways, other, nobody's."""
    if tie_class in OUT:
        return 0
    if tie_class in RECIPROCAL:
        return 1
    return 3 if tie_class in APART else 2


def _covered(grid: Grid, part: Part) -> list[tuple[str, int, int]]:
    return [
        (channel, int(start), int(end))
        for (platform, channel), windows in zip(grid.places, grid.windows, strict=True)
        for start, end in windows
        if not part.platforms or platform in part.platforms
    ]
