"""A language that nobody speaks: it shows which words pass a catalogue, and what longer ones do."""

import re
from gettext import NullTranslations

from parasocial.i18n.catalogue import Catalogue

_ACCENTS = str.maketrans("aeiouycnszAEIOUYCNSZ", "åéîøüýçñšžÅÉÎØÜÝÇÑŠŽ")
_PLACE = re.compile(r"(%\(\w+\)[sd])")
LONGER = 0.4
"""Filipino and Vietnamese run up to this much longer than English."""
_WORD = 12


class _Pseudo(NullTranslations):
    def gettext(self, message: str) -> str:
        """*message* with accents, between brackets, and longer."""
        parts = _PLACE.split(message)
        said = "".join(it if _PLACE.fullmatch(it) else it.translate(_ACCENTS) for it in parts)
        return f"⟦{said}{_dots(round(len(message) * LONGER))}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The English form for *n*, likewise."""
        return self.gettext(msgid1 if n == 1 else msgid2)


def _dots(number: int) -> str:
    """So many, a long word's length at a time, as lines break between words."""
    return " ".join("·" * min(_WORD, number - start) for start in range(0, number, _WORD))


def pseudo(status: str = "draft") -> Catalogue:
    """The catalogue of that language."""
    return Catalogue("qps", "reviewed" if status == "reviewed" else "draft", _Pseudo())
