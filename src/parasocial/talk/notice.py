"""What one message is like, as a number; nothing of it is kept."""

import re
from functools import lru_cache

from parasocial.talk import marks
from parasocial.talk.machine import AT, BIT, MAIL, MARKED, NUMBER, QUOTE, bare, found, is_emotes
from parasocial.talk.rules import decided, together

LONG = 200
"""Characters from which cues count together only within one sentence."""
MOST = 20_000
"""Characters that are looked at."""
_AT = re.compile(r"(?<!\w)[@\uff20]\w")
_MAIL = re.compile(r"\w@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"(?<![\w.,:/-])\+?\d(?:[ ().-]{0,2}\d){7,14}(?![\w:/])")
_QUOTE = re.compile('["\u201c\u00ab][^"\u201d\u00bb]{6,}["\u201d\u00bb]')
_LETTER = re.compile(r"[^\W\d_]")
_SAID = ~(BIT["laugh"] | BIT["look"] | BIT["digit"] | MARKED)
"""Cues that take a word, not an emoji or a sign."""
_SENTENCE = re.compile(r"[.!?\u2026\n]+\s*")


def notice(text: str, names: frozenset[str]) -> int:
    """The marks of one message.

    Args:
        text: The words, as an export holds them.
        names: What the creator is called: display names, handles.

    >>> marks.names(notice("when is part 2, Mira?", frozenset({"Mira Tandem"})))
    ('addressed', 'named', 'question')
    """
    if len(text) < _SHORT:
        return _short(text, names)
    return _notice(text, names)


_SHORT = 16


@lru_cache(maxsize=1 << 15)
def _short(text: str, names: frozenset[str]) -> int:
    """Short messages repeat: of these the same one is looked at once."""
    return _notice(text, names)


def _notice(text: str, names: frozenset[str]) -> int:
    text = text[:MOST]
    plain = bare(text)
    cues = _cues(text, plain, names)
    if not cues & _SAID and (not _LETTER.search(plain) or is_emotes(text)):
        return marks.WORDLESS
    noticed = decided(cues)
    if len(text) > LONG and noticed & marks.QUEUE:
        noticed &= ~marks.QUEUE
        for sentence in _SENTENCE.split(text):
            noticed |= together(_cues(sentence, bare(sentence), names))
    return noticed


def _cues(text: str, plain: str, names: frozenset[str]) -> int:
    """The lists that a text has phrases of, and the signs in it."""
    cues = found(plain, names)
    if "?" in text or "\uff1f" in text:
        cues |= MARKED
    if "@" in text or "\uff20" in text:
        cues |= AT * bool(_AT.search(text)) | MAIL * bool(_MAIL.search(text))
    if cues & BIT["digit"] and _NUMBER.search(text):
        cues |= NUMBER
    if ('"' in text or "\u201c" in text or "\u00ab" in text) and _QUOTE.search(text):
        cues |= QUOTE
    return cues
