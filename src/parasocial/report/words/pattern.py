"""The five patterns: a plain description first, the study's name after it."""

from parasocial.lenses.findings import Pattern
from parasocial.report.charts.pattern_map import Quarter
from parasocial.report.words.numbers import capital, listed, rounded

PLAIN = {
    "savvy_social": "Short visits, few posts",
    "breezy_poster": "Short visits, many posts",
    "oversharer": "Much time, many posts",
    "lurker": "Mostly watching",
    "offliner": "Hardly here",
    "mixed": "Somewhere in between",
    "cannot_be_told": "This can’t be told",
}

_MEANS = {
    "savvy_social": "You look in, you post a little, you go. ",
    "breezy_poster": "You come for short visits and post while you are there. ",
    "oversharer": "You spend a good part of the day here and post often. ",
    "lurker": "Plenty of time, little posting. Many people like it that way. ",
    "offliner": "These weeks show hardly any visit at all. ",
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

QUARTERS = [
    Quarter(
        "breezy_poster", PLAIN["breezy_poster"], STUDY["breezy_poster"], right=False, upper=True
    ),
    Quarter("oversharer", PLAIN["oversharer"], STUDY["oversharer"], right=True, upper=True),
    Quarter("savvy_social", PLAIN["savvy_social"], STUDY["savvy_social"], right=False, upper=False),
    Quarter("lurker", PLAIN["lurker"], STUDY["lurker"], right=True, upper=False),
]


def plain(pattern: Pattern) -> str:
    """The pattern in plain words."""
    return PLAIN[pattern.name]


def means(pattern: Pattern) -> str:
    """What the pattern means, then what the study calls it."""
    if pattern.name == "cannot_be_told":
        why = f"The reason: {pattern.why}. " if pattern.why else ""
        return f"{why}At least four weeks of records are needed."
    if pattern.name == "mixed":
        decided = f"What can be said: {pattern.decided_axis}. " if pattern.decided_axis else ""
        return f"{decided}No single pattern fits clearly."
    return f"{_MEANS[pattern.name]}The study’s name for it is “{STUDY[pattern.name]}”."


def certainty(pattern: Pattern) -> str:
    """How often other ways of counting give the same; empty where that is not known."""
    if pattern.stability is None or pattern.name == "cannot_be_told":
        return ""
    return f"{rounded(pattern.stability * 20)} of 20 ways of counting read like this."


def evidence(pattern: Pattern) -> list[tuple[str, str]]:
    """The numbers behind it, each with its label."""
    found = []
    if pattern.hours_a_day.point is not None:
        found.append(("Hours a day seen here", _decimal(pattern.hours_a_day.point)))
    if pattern.posts_a_week is not None:
        found.append(("Public posts and comments a week", _decimal(pattern.posts_a_week)))
    if pattern.active_days is not None:
        found.append(("Active days of 28", f"{rounded(pattern.active_days)}"))
    return found


def _decimal(number: float) -> str:
    if number < 0.05:  # noqa: PLR2004 - would read 0.0
        return "almost none" if number else "none"
    return f"about {number:.1f}".removesuffix(".0")


def elsewhere(pattern: Pattern) -> str:
    """That hours on other apps are missing, and what they could make of it."""
    others = [STUDY[name] for name in pattern.range if name in STUDY and name != pattern.name]
    if pattern.name == "cannot_be_told":
        return ""
    seen = "Hours in apps that you did not add are missing, so the true place may lie further right"
    if not others:
        return f"{seen}."
    return f"{seen}: {capital(listed(others))} would then fit as well."


def twenty(pattern: Pattern) -> list[bool]:
    """The ways of counting as twenty dots: which of them read like this."""
    filled = rounded((pattern.stability or 0) * 20)
    return [place < filled for place in range(20)]
