"""The first screen: at most sixty words, and plain ones."""

import math

from parasocial.i18n import _, _n, marked
from parasocial.lenses.findings import Findings, Share
from parasocial.report.amounts import ONE_WAY, UNRESOLVED, figures, gave, point, returned, weekly
from parasocial.report.calendar import covered_days, months
from parasocial.report.split import Pip, Side, lead, pips, share_of, whole_tenths
from parasocial.report.words.numbers import about, capital, listed, name, rounded

_NARROW = 2
"""Tenths between the ends up to which the point is said, with "about"."""

_PERSONAS = 0.9
"""Part of the one-way time with personas from which all of it may be called theirs."""

_ALL = 10
_TITLES = 4
"""As many exports are named as fit the first line."""

_PIPS: dict[Pip, str] = {
    "one": marked("%(count)s one way"),
    "both": marked("%(count)s both ways"),
    "either": marked("%(count)s either way"),
    "rest": marked("%(count)s neither"),
}


def eyebrow(findings: Findings) -> str:
    """Which exports, and when."""
    titles = list(dict.fromkeys(source.title for source in findings.sources))
    if len(titles) > _TITLES:
        titles = [
            *titles[: _TITLES - 1],
            _("%(number)s more", number=len(titles) - _TITLES + 1),
        ]
    when = months(*covered_days(findings))
    return " · ".join(part for part in (listed(titles), when) if part)


def sentence(findings: Findings) -> str:
    """The headline."""
    leads, side = lead(findings)
    if leads == "empty":
        return _("There is nothing to count here yet.")
    if leads == "untold":
        return _("How much came back can’t be told from these files.")
    share = share_of(findings, side)
    amount = _tenths(share) if leads == "told" else _at_least(share)
    return _whither(findings, side) % {"amount": amount}


def _whither(findings: Findings, side: Side) -> str:
    if side == "both":
        return _("%(amount)s went to people who answer you.")
    out = weekly(findings.ties, ONE_WAY)
    personas = weekly(findings.ties, frozenset({"parasocial"}))
    if personas >= _PERSONAS * out > 0:
        return _("%(amount)s went to people who can’t see you back.")
    return _("%(amount)s went one way.")


def _tenths(share: Share) -> str:
    low, n, high = (rounded((end or 0) * 10) for end in (share.low, share.point, share.high))
    if high - low > _NARROW:
        return _between(low, high)
    if n == 0:
        return _("Almost none of your time")
    if n == _ALL:
        return _("Almost all of your time")
    return _("About %(minutes)s in ten", minutes=_minutes(n))


def _between(low: int, high: int) -> str:
    if low == 0:
        return _("Up to %(minutes)s in ten", minutes=_minutes(high))
    if high == _ALL:
        return _("%(minutes)s in ten, or more,", minutes=capital(_minutes(low)))
    return _("%(low)s to %(high)s in ten", low=capital(name(low)), high=_minutes(high))


def _at_least(share: Share) -> str:
    return _("At least %(minutes)s in ten", minutes=_minutes(whole_tenths(share.low)))


def _minutes(n: int) -> str:
    return _n("%(name)s minute", "%(name)s minutes", n, name=name(n))


def lede(findings: Findings) -> str:
    """What follows the headline: that it is common and an open question, or what is missing."""
    leads, side = lead(findings)
    if leads == "empty":
        return _("No ties were found in these files. The end of this page lists what was read.")
    if leads == "untold":
        return _("What can be told: %(told)s.", told=_what_can_be_told(findings))
    if leads == "least":
        return _perhaps(share_of(findings, side))
    if side == "one":
        return _("That is common. Does the mix suit you?")
    return _("Does the mix suit you?")


def _perhaps(share: Share) -> str:
    most = min(_ALL, math.ceil((1 if share.high is None else share.high) * _ALL - 1e-9))
    may = (
        _("It may be nearly all")
        if most == _ALL
        else _("It may be as many as %(most)s", most=name(most))
    )
    if share.point is None:
        return _("%(may)s: how many can’t be told here.", may=may)
    best = name(rounded(share.point * _ALL))
    return _("%(may)s. Our best guess is %(best)s.", may=may, best=best)


def _what_can_be_told(findings: Findings) -> str:
    given_to = gave(findings.ties)
    back = sum(returned(tie) > 0 for tie in given_to)
    accounts = _n("%(count)s account", "%(count)s accounts", len(given_to))
    hours = findings.totals.weekly_hours.point
    if hours:
        time = _("%(time)s a week went to %(accounts)s", time=about(hours), accounts=accounts)
    else:
        time = _("you gave to %(accounts)s", accounts=accounts)
    if not back:
        return time
    return _("%(time)s, and %(back)s gave something back", time=time, back=figures(back))


def pip_key(kind: Pip, ten: list[Pip]) -> str:
    """What one kind of pip stands for, with how many there are."""
    return _(_PIPS[kind], count=ten.count(kind))


def ten_in_words(ten: list[Pip]) -> str:
    """The ten pips for somebody who cannot see them."""
    kinds: list[Pip] = ["one", "either", "both", "rest"]
    parts = [pip_key(kind, ten) for kind in kinds if kind in ten]
    return _("Of every ten minutes: %(parts)s.", parts=listed(parts))


def reason(findings: Findings) -> str:
    """Why the split is not sharper; empty where it is sharp, or nothing says why."""
    why = findings.one_way_share.why or findings.reciprocal_share.why
    untold = lead(findings)[0] == "untold"
    if untold and why:
        return _("The reason: %(why)s.", why=_(why))
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
        if len(titles) == 1:
            return _("Hours are estimates, as %(title)s has no watch time.", title=titles[0])
        return _("Hours are estimates, as some exports have no watch time.")
    return _("Some ties can’t be decided from these files.") if undecided else ""


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
