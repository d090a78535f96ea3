"""Names from an export: invisible marks removed, never empty, and what stands for a hidden one."""

import re
import unicodedata

from parasocial.i18n import _
from parasocial.lenses.findings import Alter

LONGEST = 80
"""Characters of a name on the page; the JSON has all of it."""

_JOINERS = "\u200c\u200d"
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """*text* on one line, without control and direction marks (joiners stay)."""
    kept = (
        character
        for character in _SPACES.sub(" ", text)
        if character in _JOINERS or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}
    )
    return "".join(kept).strip()


def shown(alter: Alter) -> str:
    """The name of a tie, or its handle, or words for neither."""
    name = clean(alter.name) or clean(alter.handle or "") or _("an account without a name")
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def alias(rank: int) -> str:
    """What "Hide names" writes in place of the name of the *rank*-th tie (from 0)."""
    return _("tie %(number)s", number=rank + 1)
