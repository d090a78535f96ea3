"""The first screen: at most sixty words, and plain ones."""

import math

from parasocial.lenses.findings import Findings, Share
from parasocial.report.amounts import ONE_WAY, UNRESOLVED, gave, point, returned, weekly
from parasocial.report.calendar import covered_days, months
from parasocial.report.split import Pip, Side, lead, pips, share_of, whole_tenths
from parasocial.report.words.numbers import about, capital, counted, listed, name, rounded

_NARROW = 2
"""Tenths between the ends up to which the point is said, with "about"."""

_PERSONAS = 0.9
"""Part of the one-way time with personas from which all of it may be called theirs."""

_ALL = 10
_TITLES = 4
"""As many exports are named as fit the first line."""


def eyebrow(findings: Findings) -> str:
    """Which exports, and when."""
    titles = list(dict.fromkeys(source.title for source in findings.sources))
    if len(titles) > _TITLES:
        titles = [*titles[: _TITLES - 1], f"{len(titles) - _TITLES + 1} more"]
    when = months(*covered_days(findings))
    return " · ".join(part for part in (listed(titles), when) if part)


def sentence(findings: Findings) -> str:
    """The headline."""
    leads, side = lead(findings)
    if leads == "empty":
        return "There is nothing to count here yet."
    if leads == "untold":
        return "How much came back can’t be told from these files."
    share = share_of(findings, side)
    amount = _tenths(share) if leads == "told" else _at_least(share)
    return f"{amount} went {_whither(findings, side)}."


def _whither(findings: Findings, side: Side) -> str:
    if side == "both":
        return "to people who answer you"
    out = weekly(findings.ties, ONE_WAY)
    personas = weekly(findings.ties, frozenset({"parasocial"}))
    return "to people who can’t see you back" if personas >= _PERSONAS * out > 0 else "one way"


def _tenths(share: Share) -> str:
    low, n, high = (rounded((end or 0) * 10) for end in (share.low, share.point, share.high))
    if high - low > _NARROW:
        return _between(low, high)
    if n == 0:
        return "Almost none of your time"
    return "Almost all of your time" if n == _ALL else f"About {_minutes(n)} in ten"


def _between(low: int, high: int) -> str:
    if low == 0:
        return f"Up to {_minutes(high)} in ten"
    if high == _ALL:
        return f"{capital(_minutes(low))} in ten, or more,"
    return f"{capital(name(low))} to {_minutes(high)} in ten"


def _at_least(share: Share) -> str:
    return f"At least {_minutes(whole_tenths(share.low))} in ten"


def _minutes(n: int) -> str:
    return f"{name(n)} minute" if n == 1 else f"{name(n)} minutes"


def lede(findings: Findings) -> str:
    """What follows the headline: that it is common and an open question, or what is missing."""
    leads, side = lead(findings)
    if leads == "empty":
        return "No ties were found in these files. The end of this page lists what was read."
    if leads == "untold":
        return f"What can be told: {_what_can_be_told(findings)}."
    if leads == "least":
        return _perhaps(share_of(findings, side))
    return "That is common. Does the mix suit you?" if side == "one" else "Does the mix suit you?"


def _perhaps(share: Share) -> str:
    most = min(_ALL, math.ceil((1 if share.high is None else share.high) * _ALL - 1e-9))
    may = "It may be nearly all" if most == _ALL else f"It may be as many as {name(most)}"
    if share.point is None:
        return f"{may}: how many can’t be told here."
    return f"{may}. Our best guess is {name(rounded(share.point * _ALL))}."


def _what_can_be_told(findings: Findings) -> str:
    given_to = gave(findings.ties)
    back = sum(returned(tie) > 0 for tie in given_to)
    accounts = counted(len(given_to), "account")
    hours = findings.totals.weekly_hours.point
    time = f"{about(hours)} a week went to {accounts}" if hours else f"you gave to {accounts}"
    return f"{time}, and {back:,} gave something back" if back else time


def pip_key(kind: Pip, ten: list[Pip]) -> str:
    """What one kind of pip stands for, with how many there are."""
    words = {"one": "one way", "both": "both ways", "either": "either way", "rest": "neither"}
    return f"{ten.count(kind)} {words[kind]}"


def ten_in_words(ten: list[Pip]) -> str:
    """The ten pips for somebody who cannot see them."""
    kinds: list[Pip] = ["one", "either", "both", "rest"]
    parts = [pip_key(kind, ten) for kind in kinds if kind in ten]
    return f"Of every ten minutes: {listed(parts)}."


def reason(findings: Findings) -> str:
    """Why the split is not sharper; empty where it is sharp, or nothing says why."""
    why = findings.one_way_share.why or findings.reciprocal_share.why
    untold = lead(findings)[0] == "untold"
    if untold and why:
        return f"The reason: {why}."
    if untold or "either" in pips(findings):
        return _doubt(findings)
    return ""


def _doubt(findings: Findings) -> str:
    """The larger of two reasons: undecided ties, or hours that no export measures."""
    share = findings.one_way_share
    width = (1 if share.high is None else share.high) - (share.low or 0)
    whole = sum(point(tie.weekly_hours) for tie in findings.ties)
    undecided = weekly(findings.ties, UNRESOLVED) / whole if whole else 0
    titles = _without_time(findings)
    if titles and undecided < width / 2:
        which = f"{titles[0]} has" if len(titles) == 1 else "some exports have"
        return f"Hours are estimates, as {which} no watch time."
    return "Some ties can’t be decided from these files." if undecided else ""


def _without_time(findings: Findings) -> list[str]:
    """Titles of the exports without durations, those with most watching first."""
    hours = {source.platform: 0.0 for source in findings.sources}
    for tie in findings.ties:
        if tie.attention.hours.basis in {"estimated", "mixed"}:
            for platform in tie.alter.platforms[:1]:
                hours[platform] = hours.get(platform, 0) + point(tie.attention.hours)
    estimated = [source for source in findings.sources if hours[source.platform]]
    ranked = sorted(estimated, key=lambda source: -hours[source.platform])
    return list(dict.fromkeys(source.title for source in ranked))
