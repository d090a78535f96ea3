"""Which language and country the environment asks for, by gettext's own variables."""

from collections.abc import Mapping

from parasocial.i18n.catalogue import LANGUAGES

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_OLD = {"tl": "fil", "in": "id"}
"""Codes that systems still use for two of the languages."""


def language(environment: Mapping[str, str]) -> str:
    """The first language asked for that there is; English where there is none.

    >>> language({"LANGUAGE": "de:ms", "LANG": "de_DE.UTF-8"}), language({"LANG": "C"})
    ('ms', 'en')
    """
    asked = [*environment.get("LANGUAGE", "").split(":"), _locale(environment)]
    found = (_code(it) for it in asked)
    return next((it for it in found if it in LANGUAGES), "en")


def country(environment: Mapping[str, str]) -> str | None:
    """The country of the locale, in two letters; None where it names none.

    >>> country({"LANG": "fil_PH.UTF-8"})
    'PH'
    """
    place = _locale(environment).partition(".")[0].partition("@")[0].partition("_")[2]
    return place.upper() or None


def _locale(environment: Mapping[str, str]) -> str:
    return next((environment[it] for it in _VARIABLES if environment.get(it)), "")


def _code(locale: str) -> str:
    code = locale.replace("-", "_").partition("_")[0].partition(".")[0].partition("@")[0].lower()
    return _OLD.get(code, code)
