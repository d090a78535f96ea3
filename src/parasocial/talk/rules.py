"""What the cues in one message, or one sentence of it, amount to.

Pure functions of a bit mask, so that each mask is decided once.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from parasocial.talk import marks
from parasocial.talk.lists import CUES
from parasocial.talk.machine import AT, BIT, MAIL, MARKED, NUMBER, QUOTE
from parasocial.talk.table import SPREAD

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.intp]

_BITS = 14
"""Of the number under which a mask is looked up: seldom do two that are frequent share one."""
_JOKE = BIT["laugh"] | QUOTE
"""Laughter and quotations: what takes distress back, and little else may."""
_NOT_MEANT = _JOKE | BIT["game"]
"""With games, songs and stories: what takes a threat back."""
_WAITS = MARKED | sum(BIT[it] for it in ("ask", "wish", "blame", "insult", "close"))
"""What somebody is spoken to with, though nobody is named."""
_ABOUT = sum(BIT[it] for it in CUES) & ~BIT["you"] & ~BIT["me"]
"""What makes of a bare "you" somebody in particular."""


@lru_cache(maxsize=1 << 16)
def decided(cues: int) -> int:
    """The marks of a message with these cues."""
    found = together(cues) | _tone(cues) | _whom(cues)
    if cues & (MARKED | BIT["ask"]):
        found |= marks.QUESTION
    if cues & BIT["life"] and cues & BIT["me"]:
        found |= marks.DISCLOSURE
    if cues & (BIT["fond"] | BIT["close"]):
        found |= marks.INTIMATE
    if cues & BIT["close"]:
        found |= marks.CLOSE
    if found & marks.DISTRESS:
        found |= marks.DISCLOSURE
    if found & marks.THREAT:
        found |= marks.HOSTILE
    return found


def decided_each(cues: "Numbers") -> "Numbers":
    """The marks of many messages: of those with the same cues mostly one alone is decided."""
    import numpy as np

    slots = (cues.view(np.uint64) * np.uint64(SPREAD) >> np.uint64(64 - _BITS)).view(np.intp)
    held = np.zeros(1 << _BITS, np.intp)
    held[slots] = cues
    taken = np.flatnonzero(held)
    noticed = np.zeros_like(held)
    noticed[taken] = [decided(it) for it in held[taken].tolist()]
    found = noticed[slots]
    others = np.flatnonzero(held[slots] != cues)
    found[others] = [decided(it) for it in cues[others].tolist()]
    return found


@lru_cache(maxsize=1 << 16)
def together(cues: int) -> int:
    """The marks that need several cues in one sentence."""
    found = 0
    private = not cues & BIT["public"]
    asks = private and cues & BIT["give"]
    if asks and cues & BIT["home"]:
        found |= marks.ASKS_ADDRESS
    if asks and cues & BIT["number"] and not cues & (NUMBER | MAIL):
        found |= marks.ASKS_NUMBER
    if cues & MAIL or (cues & NUMBER and cues & BIT["contact"]):
        found |= marks.CONTACT
    if private and cues & BIT["meet"] and cues & BIT["alone"]:
        found |= marks.MEETING
    if cues & BIT["look"] and cues & BIT["body"] and private:
        found |= marks.SEXUAL
    if cues & BIT["harm"] and cues & BIT["you"] and not cues & _NOT_MEANT:
        found |= marks.THREAT
    if cues & BIT["dark"] and not cues & _JOKE:
        found |= marks.DISTRESS
    return found


def _tone(cues: int) -> int:
    if cues & BIT["insult"]:
        return marks.HOSTILE
    if cues & BIT["blame"]:
        return marks.CRITICISM
    return marks.PRAISE if cues & BIT["praise"] else 0


def _whom(cues: int) -> int:
    """To whom: a name before a form of address before who is left when nobody is named."""
    found = 0
    if cues & BIT["name"]:
        found |= marks.NAMED
    if cues & BIT["you"]:
        found |= marks.SECOND
    if cues & AT and not cues & BIT["name"]:
        return found | marks.AT_OTHER | marks.TO_PEER
    if cues & (BIT["name"] | BIT["call"]):
        return found | marks.ADDRESSED
    if cues & (BIT["all"] | BIT["other"]):
        return found | marks.TO_PEER
    waits = _WAITS | (_ABOUT if cues & BIT["you"] else 0)
    return found | marks.ADDRESSED if cues & waits and not cues & _NOT_MEANT else found
