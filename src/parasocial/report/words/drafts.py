"""That a page is in a language which no native reader has reviewed."""

from parasocial.i18n import catalogue, spoken
from parasocial.i18n.messages import DRAFT


def lines() -> list[tuple[str, str]]:
    """Language and sentence: in the page's language, then in English; empty where none is due."""
    here = spoken()
    if here.status != "draft":
        return []
    return [(here.language, catalogue(here.language).say(DRAFT)), ("en", DRAFT)]
