"""A topic as it is told in one language: plain data, and what ``guide --json`` writes."""

from collections.abc import Sequence

from msgspec import Struct

from parasocial.guidance import HelpLine, Setting, Source, Text, Topic, settings, sources
from parasocial.i18n.catalogue import Catalogue, Status

SCHEMA = "parasocial/guide/1"


class Said(Struct, frozen=True):
    """One text in one language.

    Attributes:
        english: The English, where the rest is a draft that somebody may act on; else null.
    """

    when: str
    fact: str
    common: str
    question: str
    steps: list[str]
    sources: list[Source]
    english: Text | None = None


class Told(Struct, frozen=True):
    """One topic in one language.

    Attributes:
        status: ``source``, ``draft`` or ``reviewed``: whether a native reader has read it.
        help_lines: Those that somebody signed for, of one country.
    """

    schema: str
    topic: str
    title: str
    audience: str
    language: str
    status: Status
    texts: list[Said]
    settings: list[Setting]
    help_lines: list[HelpLine]


def tell(name: str, topic: Topic, catalogue: Catalogue, lines: Sequence[HelpLine] = ()) -> Told:
    """*topic* in the catalogue's language, with help lines where it speaks of harm or to teens."""
    here = [it for it in settings() if name in it.topics]
    wanted = any(topic.critical(text) for text in topic.texts)
    return Told(
        SCHEMA,
        name,
        catalogue.say(topic.title),
        topic.audience,
        catalogue.language,
        catalogue.status,
        [_said(topic, text, catalogue) for text in topic.texts],
        [_setting(it, catalogue) for it in here],
        list(lines) if wanted else [],
    )


def _said(topic: Topic, text: Text, catalogue: Catalogue) -> Said:
    beside = catalogue.status == "draft" and topic.critical(text)
    return Said(
        text.when,
        catalogue.say(text.fact),
        catalogue.say(text.common),
        catalogue.say(text.question),
        [catalogue.say(step) for step in text.steps],
        [sources()[it] for it in text.sources],
        text if beside else None,
    )


def _setting(setting: Setting, catalogue: Catalogue) -> Setting:
    if setting.look_for is None:
        return setting
    return Setting(setting.topics, catalogue.say(setting.look_for))
