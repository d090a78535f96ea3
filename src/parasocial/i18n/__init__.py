"""Six languages: gettext catalogues, each with its review status, read by the standard library."""

from parasocial.i18n.catalogue import LANGUAGES, Catalogue, catalogue
from parasocial.i18n.environment import country, language
from parasocial.i18n.locales import Locale, locale
from parasocial.i18n.speaking import _, _n, here, marked, speaking, spoken
from parasocial.i18n.told import Told, tell

__all__ = [
    "LANGUAGES",
    "Catalogue",
    "Locale",
    "Told",
    "_",
    "_n",
    "catalogue",
    "country",
    "here",
    "language",
    "locale",
    "marked",
    "speaking",
    "spoken",
    "tell",
]
