"""Six languages: gettext catalogues, each with its review status, read by the standard library."""

from parasocial.i18n.catalogue import LANGUAGES, Catalogue, catalogue
from parasocial.i18n.environment import country, language
from parasocial.i18n.told import Told, tell

__all__ = ["LANGUAGES", "Catalogue", "Told", "catalogue", "country", "language", "tell"]
