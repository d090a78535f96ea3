"""The five patterns: a plain description first, the study's name after it."""

from parasocial.i18n import _, marked
from parasocial.lenses.findings import Pattern
from parasocial.report.charts.pattern_map import Quarter
from parasocial.report.words.numbers import capital, decimal, listed, rounded
from parasocial.report.words.reasons import reason

PLAIN = {
    "savvy_social": marked("Short visits, few posts"),
    "breezy_poster": marked("Short visits, many posts"),
    "oversharer": marked("Much time, many posts"),
    "lurker": marked("Mostly watching"),
    "offliner": marked("Hardly here"),
    "mixed": marked("Somewhere in between"),
    "cannot_be_told": marked("This can’t be told"),
}

_MEANS = {
    "savvy_social": marked("You look in, you post a little, you go."),
    "breezy_poster": marked("You come for short visits and post while you are there."),
    "oversharer": marked("You spend a good part of the day here and post often."),
    "lurker": marked("Plenty of time, little posting. Many people like it that way."),
    "offliner": marked("These weeks show hardly any visit at all."),
    "mixed": "",
    "cannot_be_told": "",
}

STUDY = {
    "savvy_social": "Savvy Social",
    "breezy_poster": "Breezy Poster",
    "oversharer": "Oversharer",
    "lurker": "Lurker",
    "offliner": "Offliner",
}

_QUARTERS = (
    ("breezy_poster", False, True),
    ("oversharer", True, True),
    ("savvy_social", False, False),
    ("lurker", True, False),
)
"""The quarters of the map: name, whether it lies to the right, and whether it lies above."""


def quarters() -> list[Quarter]:
    """The quarters with their words."""
    return [
        Quarter(name, _(PLAIN[name]), STUDY[name], right=right, upper=upper)
        for name, right, upper in _QUARTERS
    ]


def plain(pattern: Pattern) -> str:
    """The pattern in plain words."""
    return _(PLAIN[pattern.name])


def means(pattern: Pattern) -> str:
    """What the pattern means, then what the study calls it."""
    if pattern.name == "cannot_be_told":
        why = _("The reason: %(why)s.", why=reason(pattern.why)) if pattern.why else ""
        return " ".join(filter(None, (why, _("At least four weeks of records are needed."))))
    if pattern.name == "mixed":
        said = (axis(pattern.decided_axis), _("No single pattern fits clearly."))
        return " ".join(filter(None, said))
    return f"{_(_MEANS[pattern.name])} {named(pattern.name)}"


def named(name: str) -> str:
    """The study's name, after the plain one; empty where there is none."""
    if name not in STUDY:
        return ""
    return _("The study’s name for it is “%(name)s”.", name=STUDY[name])


def axis(decided: str | None) -> str:
    """What can be said where no pattern fits clearly; empty where nothing can."""
    return _("What can be said: %(what)s.", what=reason(decided)) if decided else ""


def certainty(pattern: Pattern) -> str:
    """How often other ways of counting give the same; empty where that is not known."""
    if pattern.stability is None or pattern.name == "cannot_be_told":
        return ""
    number = rounded(pattern.stability * 20)
    return _("%(number)s of 20 ways of counting read like this.", number=number)


def evidence(pattern: Pattern) -> list[tuple[str, str]]:
    """The numbers behind it, each with its label."""
    found = []
    if pattern.hours_a_day.point is not None:
        found.append((_("Hours a day seen here"), _decimal(pattern.hours_a_day.point)))
    if pattern.posts_a_week is not None:
        found.append((_("Public posts and comments a week"), _decimal(pattern.posts_a_week)))
    if pattern.active_days is not None:
        found.append((_("Active days of 28"), str(rounded(pattern.active_days))))
    return found


def _decimal(number: float) -> str:
    if number < 0.05:  # noqa: PLR2004 - would read 0.0
        return _("almost none") if number else _("none")
    whole = round(number, 1) == int(round(number, 1))
    return _("about %(number)s", number=decimal(number, 0 if whole else 1))


def elsewhere(pattern: Pattern) -> str:
    """That hours on other apps are missing, and what they could make of it."""
    others = [STUDY[name] for name in pattern.range if name in STUDY and name != pattern.name]
    if pattern.name == "cannot_be_told":
        return ""
    if not others:
        return _(
            "Hours in apps that you did not add are missing, "
            "so the true place may lie further right."
        )
    return _(
        "Hours in apps that you did not add are missing, "
        "so the true place may lie further right: %(types)s would then fit as well.",
        types=capital(listed(others)),
    )


def twenty(pattern: Pattern) -> list[bool]:
    """The ways of counting as twenty dots: which of them read like this."""
    filled = rounded((pattern.stability or 0) * 20)
    return [place < filled for place in range(20)]
