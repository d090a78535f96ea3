"""Everything that is translated: the topics' sentences, and the words around them."""

from collections.abc import Iterator
from typing import NamedTuple

from parasocial.guidance import settings, topics

WHEN = {"before": "Before it happens", "now": "When it happens"}
GROUPS = {
    "start": "To begin with",
    "tie": "Ties",
    "type": "Patterns",
    "harm": "When somebody means harm",
    "family": "Families",
    "creator": "Creators",
}
READ = {
    "whole": "all of it was read on %(day)s",
    "abstract": "its summary was read on %(day)s",
    "excerpt": "quotations from it were read on %(day)s",
}
STEPS = ("If you like, %(count)d step:", "If you like, %(count)d steps:")
LOOK = "Where to look:"
SOURCES = "Sources:"
HELP = "Help:"
ENGLISH = "In English:"
DRAFT = "This translation is a draft. No native reader has reviewed it yet."
MENUS = "%(platform)s: a copy of your data (menus in English, seen in %(month)s):"
ONE = "To read one: %(command)s"
SEEN = "%(platform)s (menus in English, seen in %(month)s):"
_AROUND = (LOOK, SOURCES, HELP, ENGLISH, DRAFT, MENUS, SEEN, ONE)


class Message(NamedTuple):
    """What a translator sees: the English, its plural if it counts, and what it is."""

    text: str
    plural: str | None
    what: str


def messages() -> Iterator[Message]:
    """Every message, in reading order; one that stands in two places comes twice."""
    for name, topic in topics().items():
        yield Message(topic.title, None, f"{name}: title")
        for text in topic.texts:
            where = f"{name}, {text.when}" if text.when != "always" else name
            yield Message(text.fact, None, f"{where}: fact")
            yield Message(text.common, None, f"{where}: it is common")
            yield Message(text.question, None, f"{where}: question")
            for step in text.steps:
                yield Message(step, None, f"{where}: step")
    for setting in settings():
        if setting.look_for is not None:
            yield Message(setting.look_for, None, f"setting for {', '.join(setting.topics)}")
    yield Message(*STEPS, "above the steps")
    for around in (*WHEN.values(), *GROUPS.values(), *READ.values(), *_AROUND):
        yield Message(around, None, "around the texts")
