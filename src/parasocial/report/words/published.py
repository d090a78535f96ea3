"""About the research: published figures, and when one may stand beside one's own."""

from parasocial.i18n import _, marked
from parasocial.lenses.self_report import Published
from parasocial.report.amounts import figures
from parasocial.report.words.numbers import capital, listed
from parasocial.report.words.reasons import reason
from parasocial.study.benchmarks import MARKS, Figure

INTRO = marked(
    "In 2021 a survey asked 15,682 adults in 25 countries how close people feel to those they "
    "follow. Articles printed its results, rounded, and do not always agree. They are nobody’s "
    "norm, and they say nothing about you. One of them stands beside what your files show where "
    "both answer the same question about the same people."
)


_PLACES = {"Global": marked("worldwide"), "not said": marked("without a region")}


def of_whom(figure: Figure) -> str:
    """Where, when, and of whom a percentage is."""
    said = _("%(place)s, 2021, of %(base)s", place=_place(figure), base=reason(figure.base))
    if figure.ages != "18+":
        said = _("%(said)s, aged %(ages)s", said=said, ages=figure.ages)
    if not figure.asked:
        return said
    return _(
        "%(said)s; %(number)s adults were asked in all", said=said, number=figures(figure.asked)
    )


def _place(figure: Figure) -> str:
    if figure.region in _PLACES:
        return capital(_(_PLACES[figure.region]))
    return capital(reason(figure.region))


def doubts(figure: Figure) -> str:
    """What is not certain about a figure; empty where nothing is marked."""
    parts = [_doubt(mark, figure) for mark in figure.marks]
    return _("Not certain: %(what)s.", what="; ".join(parts)) if parts else ""


def _doubt(mark: str, figure: Figure) -> str:
    if mark == "base":
        return _("the article says that this is of %(base)s", base=reason(figure.printed_base))
    return reason(next(text for name, text in MARKS.items() if name == mark))


def disputed(row: Published) -> str:
    """Figures of the same item that articles print differently; empty where they agree."""
    places: dict[int, list[str]] = {}
    for it in row.disputed:
        where = _within(it.region)
        found = places.setdefault(it.percent, [])
        found += [where] if where not in found else []
    parts = [f"{percent} % {listed(where)}" for percent, where in places.items()]
    return _("Printed in different ways: %(ways)s.", ways="; ".join(parts)) if parts else ""


def _within(region: str) -> str:
    if region in _PLACES:
        return _(_PLACES[region])
    return _("for %(region)s", region=reason(region))


def own(row: Published) -> str:
    """What stands beside a figure of one's own, or why nothing does."""
    if row.own == "seen":
        return _("Your files show it.")
    if row.own:
        return _("You noted it.")
    return _("Nothing of yours: %(why)s.", why=reason(row.why or ""))


def question(row: Published) -> str:
    """What would have to be asked to set one's own beside a figure; empty where it stands there."""
    if row.own:
        return ""
    return _("One would have to ask: “%(question)s”", question=reason(row.question))
