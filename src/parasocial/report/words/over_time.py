"""Periods, the way of a tie, what moves together, and what changed."""

from collections import Counter

from parasocial.lenses.findings import (
    Around,
    Comparison,
    Difference,
    Displacement,
    Period,
    Trajectories,
    Trajectory,
)
from parasocial.report.amounts import short
from parasocial.report.calendar import day
from parasocial.report.words.numbers import about, capital, counted, listed, rounded

_WAYS = {
    "grew": "more lately",
    "cooled": "less lately",
    "steady": "about the same",
    "cannot_be_told": "can’t be told",
}
_TURNED = {"more_came_back": "more comes back now", "less_came_back": "less comes back now"}
_CLEAR = 0.05
WHAT = (
    ("one_way_hours", "One way, hours a week", "one"),
    ("reciprocal_hours", "Both ways, hours a week", "both"),
    ("reciprocal_turns", "Turns back and forth a week", "both"),
)
"""What is shown of a period: its field, its title and its mark."""


def around(period: Period, name: str) -> Around:
    """One rate before, during and after."""
    found: Around = getattr(period, name)
    return found


def told(it: Around) -> bool:
    """Whether there is anything to set side by side."""
    rates = (it.before, it.during, it.after)
    return it.during.point is not None and sum(one.point is not None for one in rates) > 1


def shown(periods: list[Period]) -> list[Period]:
    """The periods of which something can be set side by side."""
    return [it for it in periods if any(told(around(it, name)) for name, _, _ in WHAT)]


def dates(period: Period) -> str:
    """From which day to which."""
    return f"{day(period.start)} – {day(period.end)}"


PERIODS = (
    "Each mark is the mean of weeks that the same exports cover; its line is how far other weeks "
    "could move it. Much can change at once: this shows when, and not why."
)


def way(it: Trajectory) -> str:
    """How a tie went, in a few words."""
    turned = f", {_TURNED[it.turned]}" if it.turned else ""
    return f"{_WAYS[it.way]}{turned}"


WAYS = (
    "Time with each, month by month, where most of it was spent. Each line has a height of its "
    "own. “More” and “less” stand where the change is larger than chance alone makes in most ties."
)


def ways(found: Trajectories) -> str:
    """How many ties went which way."""
    counts: Counter[str] = Counter(it.way for it in found.ties)
    parts = [
        f"{counts[way]:,} {words}"
        for way, words in (
            ("grew", "took more time lately"),
            ("cooled", "took less"),
            ("steady", "took about the same"),
        )
        if counts[way]
    ]
    if not parts:
        return f"For none of {counted(len(found.ties), 'tie')} can a change be told."
    rest = counts["cannot_be_told"]
    unclear = f"; for {rest:,} it can’t be told" if rest else ""
    return f"Of {counted(len(found.ties), 'tie')} with weeks enough, {listed(parts)}{unclear}."


def together(found: Displacement) -> str:
    """What the same weeks say; empty where they say nothing."""
    if found.slope is None or found.p is None:
        return ""
    if found.p > _CLEAR:
        return "No sign that weeks of more one-way time are weeks of fewer turns, or of more."
    fewer = "fewer" if found.slope < 0 else "more"
    return (
        f"In weeks with an hour more one way, about {short(abs(found.slope))} turns {fewer} "
        "went back and forth. "
        f"Shifted at random, these weeks would say as much {_in_a_hundred(found.p)}."
    )


def _in_a_hundred(share: float) -> str:
    n = rounded(share * 100)
    return "less than once in a hundred" if n == 0 else f"{counted(n, 'time')} in a hundred"


def power(found: Displacement) -> str:
    """How often a link would be found, and what else could make one."""
    if found.power is None:
        return ""
    low, high = sorted((rounded(found.power.sticky * 100), rounded(found.power.calm * 100)))
    return (
        f"A moderate link would be found in {low} to {high} of 100 records as long as this. "
        "A season can look like one, and what the files leave out may move the other way."
    )


def since(found: Comparison) -> str:
    """Since when, with the power to see a change first."""
    when = f" up to {day(found.since)}" if found.since else ""
    seen = _detectable(found)
    return f"Set beside your page{when}. {seen}".strip()


def _detectable(found: Comparison) -> str:
    hours, turns = found.one_way_hours.detectable, found.reciprocal_turns.detectable
    parts = []
    if hours is not None:
        parts.append(f"of {about(hours)} a week one way")
    if turns is not None:
        parts.append(f"of about {counted(max(rounded(turns), 1), 'turn')} a week")
    if not parts:
        return ""
    return f"A change {', or '.join(parts)}, would be seen eight times in ten."


def changed(found: Comparison) -> list[str]:
    """What became of hours and turns."""
    return [
        _difference("One-way time", found.one_way_hours, hours=True),
        _difference("Turns back and forth", found.reciprocal_turns, hours=False),
    ]


def _difference(what: str, it: Difference, *, hours: bool) -> str:
    if it.before is None or it.after is None:
        return f"{what}: can’t be told, as {it.change.why}."
    before, after = (_amount(one, hours=hours) for one in (it.before, it.after))
    if it.word == "cannot_be_told":
        return f"{what}: {before} a week then, {after} since. The weeks do not tell them apart."
    return f"{what}: {it.word} now, {before} a week then and {after} since."


def _amount(value: float, *, hours: bool) -> str:
    return about(value) if hours else f"about {rounded(value):,}"


def readings(found: Comparison) -> str:
    """How many ties are read differently, and how many are new."""
    moved = sum(it.ties for it in found.readings)
    parts = [
        f"{counted(moved, 'tie')} {'is' if moved == 1 else 'are'} read differently now"
        if moved
        else "no tie is read differently now",
        f"{counted(found.fresh, 'tie')} {'is' if found.fresh == 1 else 'are'} new"
        if found.fresh
        else "",
    ]
    return f"{capital(' and '.join(part for part in parts if part))}."
