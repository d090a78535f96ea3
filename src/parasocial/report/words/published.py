"""About the research: published figures, and when one may stand beside one's own."""

from parasocial.lenses.self_report import Published
from parasocial.report.words.numbers import capital, listed
from parasocial.study.benchmarks import MARKS, Figure

INTRO = (
    "In 2021 a survey asked 15,682 adults in 25 countries how close people feel to those they "
    "follow. Articles printed its results, rounded, and do not always agree. They are nobody’s "
    "norm, and they say nothing about you. One of them stands beside what your files show where "
    "both answer the same question about the same people."
)


_PLACES = {"Global": "worldwide", "not said": "without a region"}


def of_whom(figure: Figure) -> str:
    """Where, when, and of whom a percentage is."""
    age = "" if figure.ages == "18+" else f", aged {figure.ages}"
    asked = f"; {figure.asked:,} adults were asked in all" if figure.asked else ""
    return (
        f"{capital(_PLACES.get(figure.region, figure.region))}, 2021, of {figure.base}{age}{asked}"
    )


def doubts(figure: Figure) -> str:
    """What is not certain about a figure; empty where nothing is marked."""
    parts = [_doubt(mark, figure) for mark in figure.marks]
    return f"Not certain: {'; '.join(parts)}." if parts else ""


def _doubt(mark: str, figure: Figure) -> str:
    if mark == "base":
        return f"the article says that this is of {figure.printed_base}"
    return next(text for name, text in MARKS.items() if name == mark)


def disputed(row: Published) -> str:
    """Figures of the same item that articles print differently; empty where they agree."""
    places: dict[int, list[str]] = {}
    for it in row.disputed:
        where = _PLACES.get(it.region, f"for {it.region}")
        found = places.setdefault(it.percent, [])
        found += [where] if where not in found else []
    parts = [f"{percent} % {listed(where)}" for percent, where in places.items()]
    return f"Printed in different ways: {'; '.join(parts)}." if parts else ""


def own(row: Published) -> str:
    """What stands beside a figure of one's own, or why nothing does."""
    if row.own == "seen":
        return "Your files show it."
    return "You noted it." if row.own else f"Nothing of yours: {row.why}."


def question(row: Published) -> str:
    """What would have to be asked to set one's own beside a figure; empty where it stands there."""
    return "" if row.own else f"One would have to ask: “{row.question}”"
