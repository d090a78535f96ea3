"""The hub: its topics, and one of them, in one of six languages."""

import os
from datetime import UTC, datetime
from difflib import get_close_matches

from parasocial.guidance import help_lines, topics
from parasocial.guidance.help_lines import known
from parasocial.i18n import Told, catalogue, country, tell


def titles(language: str) -> list[dict[str, str]]:
    """Every topic with its title, in the order of the list."""
    here = catalogue(language)
    return [
        {"topic": name, "title": here.say(it.title), "group": it.group, "audience": it.audience}
        for name, it in topics().items()
    ]


def told(name: str, language: str) -> Told | None:
    """One topic; None where there is none of that name."""
    topic = topics().get(name)
    if topic is None:
        return None
    today = datetime.now(tz=UTC).date()
    lines = known(help_lines(), country(os.environ), today)
    return tell(name, topic, catalogue(language), lines)


def nearest(name: str) -> list[str]:
    """The topics whose names are most like *name*, three at most."""
    return get_close_matches(name.lower(), topics(), n=3, cutoff=0.5)
