"""The language that a page is written in, while it is written.

Sentences are made in many small functions; none of them is handed a catalogue. Whoever writes a
page says once, around it, which language it speaks; ``_`` and ``_n`` are gettext's own names.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from parasocial.i18n.catalogue import Catalogue, catalogue
from parasocial.i18n.locales import Locale, locale

_SPOKEN: ContextVar[Catalogue | None] = ContextVar("spoken", default=None)


@contextmanager
def speaking(here: Catalogue) -> Iterator[None]:
    """Speak *here*'s language inside."""
    before = _SPOKEN.set(here)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def spoken() -> Catalogue:
    """The language that is spoken now; English where nobody said."""
    return _SPOKEN.get() or catalogue("en", "report")


def here() -> Locale:
    """How that language writes numbers and dates."""
    return locale(spoken().language)


def _(message: str, /, **values: object) -> str:
    """*message* in the language spoken now, with *values* in its places (``%(name)s``).

    >>> _("up to %(high)s", high="2 hours")
    'up to 2 hours'
    """
    return spoken().say(message, **values)


def _n(one: str, many: str, count: int, /, **values: object) -> str:
    """The form that *count* asks for; ``%(count)s`` in it is the count as people write it.

    >>> _n("%(count)s tie", "%(count)s ties", 2041)
    '2,041 ties'
    """
    said = spoken().messages.ngettext(one, many, count)
    return said % {"count": here().number(count), **values}


def marked(message: str) -> str:
    """The same: a translator sees it, and ``_`` is called where it is shown."""
    return message
