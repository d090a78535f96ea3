"""Periods, the way of a tie, what moves together, and what changed."""

from collections import Counter

from parasocial.i18n import _, _n, marked
from parasocial.lenses.findings import (
    Around,
    Comparison,
    Difference,
    Displacement,
    Period,
    Trajectories,
    Trajectory,
)
from parasocial.report.amounts import figures, short
from parasocial.report.calendar import day
from parasocial.report.words.numbers import about, capital, listed, rounded
from parasocial.report.words.reasons import reason

_WAYS = {
    "grew": marked("more lately"),
    "cooled": marked("less lately"),
    "steady": marked("about the same"),
    "cannot_be_told": marked("can’t be told"),
}
_TURNED = {
    "more_came_back": marked("more comes back now"),
    "less_came_back": marked("less comes back now"),
}
_WENT = {
    "grew": marked("%(number)s took more time lately"),
    "cooled": marked("%(number)s took less"),
    "steady": marked("%(number)s took about the same"),
}
_CHANGED = {
    "more": marked("%(what)s: more now, %(before)s a week then and %(after)s since."),
    "less": marked("%(what)s: less now, %(before)s a week then and %(after)s since."),
    "cannot_be_told": marked(
        "%(what)s: %(before)s a week then, %(after)s since. The weeks do not tell them apart."
    ),
}
_CLEAR = 0.05
WHAT = (
    ("one_way_hours", marked("One way, hours a week"), "one"),
    ("reciprocal_hours", marked("Both ways, hours a week"), "both"),
    ("reciprocal_turns", marked("Turns back and forth a week"), "both"),
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


PERIODS = marked(
    "Each mark is the mean of weeks that the same exports cover; its line is how far other weeks "
    "could move it. Much can change at once: this shows when, and not why."
)


def way(it: Trajectory) -> str:
    """How a tie went, in a few words."""
    parts = [_WAYS[it.way], *([_TURNED[it.turned]] if it.turned else [])]
    return ", ".join(map(_, parts))


WAYS = marked(
    "Time with each, month by month, where most of it was spent. Each line has a height of its "
    "own. “More” and “less” stand where the change is larger than chance alone makes in most ties."
)


def ways(found: Trajectories) -> str:
    """How many ties went which way."""
    counts: Counter[str] = Counter(it.way for it in found.ties)
    parts = [_(words, number=figures(counts[way])) for way, words in _WENT.items() if counts[way]]
    if not parts:
        return _n(
            "For none of %(count)s tie can a change be told.",
            "For none of %(count)s ties can a change be told.",
            len(found.ties),
        )
    said = _n(
        "Of %(count)s tie with weeks enough, %(parts)s",
        "Of %(count)s ties with weeks enough, %(parts)s",
        len(found.ties),
        parts=listed(parts),
    )
    rest = counts["cannot_be_told"]
    if not rest:
        return f"{said}."
    return _("%(said)s; for %(number)s it can’t be told.", said=said, number=figures(rest))


def together(found: Displacement) -> str:
    """What the same weeks say; empty where they say nothing."""
    if found.slope is None or found.p is None:
        return ""
    if found.p > _CLEAR:
        return _("No sign that weeks of more one-way time are weeks of fewer turns, or of more.")
    turns = short(abs(found.slope))
    if found.slope < 0:
        said = _(
            "In weeks with an hour more one way, about %(turns)s turns fewer went back and forth.",
            turns=turns,
        )
    else:
        said = _(
            "In weeks with an hour more one way, about %(turns)s turns more went back and forth.",
            turns=turns,
        )
    return f"{said} {_by_chance(found.p)}"


def _by_chance(share: float) -> str:
    n = rounded(share * 100)
    if n == 0:
        return _("Shifted at random, these weeks would say as much less than once in a hundred.")
    return _n(
        "Shifted at random, these weeks would say as much %(count)s time in a hundred.",
        "Shifted at random, these weeks would say as much %(count)s times in a hundred.",
        n,
    )


def power(found: Displacement) -> str:
    """How often a link would be found, and what else could make one."""
    if found.power is None:
        return ""
    low, high = sorted((rounded(found.power.sticky * 100), rounded(found.power.calm * 100)))
    return _(
        "A moderate link would be found in %(low)s to %(high)s of 100 records as long as this. "
        "A season can look like one, and what the files leave out may move the other way.",
        low=low,
        high=high,
    )


def since(found: Comparison) -> str:
    """Since when, with the power to see a change first."""
    if found.since:
        beside = _("Set beside your page up to %(day)s.", day=day(found.since))
    else:
        beside = _("Set beside your page.")
    return f"{beside} {_detectable(found)}".strip()


def _detectable(found: Comparison) -> str:
    hours, turns = found.one_way_hours.detectable, found.reciprocal_turns.detectable
    hourly = about(hours) if hours is not None else ""
    several = max(rounded(turns), 1) if turns is not None else 0
    counted = _n("%(count)s turn", "%(count)s turns", several)
    if hourly and several:
        return _(
            "A change of %(hours)s a week one way, or of about %(turns)s a week, "
            "would be seen eight times in ten.",
            hours=hourly,
            turns=counted,
        )
    if hourly:
        return _(
            "A change of %(hours)s a week one way, would be seen eight times in ten.", hours=hourly
        )
    if several:
        return _(
            "A change of about %(turns)s a week, would be seen eight times in ten.", turns=counted
        )
    return ""


def changed(found: Comparison) -> list[str]:
    """What became of hours and turns."""
    return [
        _difference(_("One-way time"), found.one_way_hours, hours=True),
        _difference(_("Turns back and forth"), found.reciprocal_turns, hours=False),
    ]


def _difference(what: str, it: Difference, *, hours: bool) -> str:
    if it.before is None or it.after is None:
        return _("%(what)s: can’t be told, as %(why)s.", what=what, why=reason(it.change.why or ""))
    before, after = (_amount(one, hours=hours) for one in (it.before, it.after))
    return _(_CHANGED[it.word], what=what, before=before, after=after)


def _amount(value: float, *, hours: bool) -> str:
    return about(value) if hours else _("about %(number)s", number=figures(rounded(value)))


def readings(found: Comparison) -> str:
    """How many ties are read differently, and how many are new."""
    moved = sum(it.ties for it in found.readings)
    parts = [_moved(moved)]
    if found.fresh:
        parts.append(_n("%(count)s tie is new", "%(count)s ties are new", found.fresh))
    return f"{capital(listed(parts))}."


def _moved(number: int) -> str:
    if not number:
        return _("no tie is read differently now")
    return _n(
        "%(count)s tie is read differently now",
        "%(count)s ties are read differently now",
        number,
    )
