"""The creator's page: every drawing made, every template filled."""

from typing import Any

from markupsafe import Markup

from parasocial.guidance import sources, topics
from parasocial.lenses.findings.creator import Findings, Person
from parasocial.report.creator import words
from parasocial.report.creator.drawn import draw
from parasocial.report.doors import Door
from parasocial.report.fitting import Fit
from parasocial.report.inline import inline
from parasocial.report.paper import environment

ROWS = 500
"""People in the private table; the data behind the page holds more."""
QUEUED = 200
"""Messages shown in the queue, those that could mean danger first."""
_TOPICS = ("creator-unanswered", "creator-load", "creator-boundaries")
_TEMPLATES = ("creator/", "shell")
_FIRST = ("distress", "threat")


def write_creator_page(findings: Findings) -> str:
    """One HTML document that needs nothing else and can load nothing else.

    What it shows is what the findings hold: those that ``safe_to_share`` made name nobody; private
    ones name people, and the page says so across every sheet.
    """
    template = environment().get_template("creator/page.html")
    return template.render(_fill(findings), carried=inline("page", "creator"))


def load_templates() -> None:
    """Load what ``write_creator_page`` fills: that takes several times as long as filling it."""
    made = environment()
    for name in made.list_templates(filter_func=lambda it: it.startswith(_TEMPLATES)):
        made.get_template(name)


def creators(findings: Findings) -> Door:
    """The same page's main part, to stand behind a door."""
    main = environment().get_template("creator/main.html").render(_fill(findings))
    return Door("creators", "Creators", Markup(main), ("creator",))  # noqa: S704 - escaped as it was filled


def _fill(findings: Findings) -> dict[str, Any]:
    order = {reason: place for place, reason in enumerate((*_FIRST, *words.queue.REASONS))}
    queue = sorted(findings.queue, key=lambda it: (order.get(it.reason, len(order)), it.day or ""))
    return {
        "f": findings,
        "tell": words,
        "drawn": draw(findings),
        "queue": queue[:QUEUED],
        "named": _named(findings.people[:ROWS]),
        "aliases": {it.id: f"person {place}" for place, it in enumerate(findings.people, 1)},
        "likes": [_text(name) for name in _TOPICS],
    }


def _named(people: list[Person]) -> list[tuple[str, Person]]:
    return [(f"person {place}", it) for place, it in enumerate(people, 1)]


def _text(name: str) -> Fit:
    topic = topics()[name]
    text = topic.texts[0]
    return Fit(name, topic.title, text, "; ".join(sources()[it].short for it in text.sources))
