"""What one message is like, as a number; nothing of it is kept."""

import re
from collections.abc import Sequence
from functools import lru_cache

from parasocial.talk import marks
from parasocial.talk.machine import (
    AT,
    BIT,
    MAIL,
    MARKED,
    NUMBER,
    QUOTE,
    bare,
    chosen,
    found,
    found_in_each,
    is_emotes,
)
from parasocial.talk.rules import decided, together

LONG = 200
"""Characters from which cues count together only within one sentence."""
MOST = 20_000
"""Characters that are looked at."""
_AT = re.compile(r"(?<!\w)[@\uff20]\w")
_MAIL = re.compile(r"\w@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"(?<![\w.,:/-])\+?\d(?:[ ().-]{0,2}\d){7,14}(?![\w:/])")
_QUOTE = re.compile('["\u201c\u00ab][^"\u201d\u00bb]{6,}["\u201d\u00bb]')
_FEW = 8
"""Messages that are not worth a pass of their own."""
_SHORT = 16
"""Characters from which a message is not remembered."""
_LETTER = re.compile(r"[^\W\d_]")
_ASKED = "?\uff1f"
_SIGNS = '@\uff20"\u201c\u00ab'
"""What takes a look at the text itself."""
_LOOK = -1
_NO_CUE, _DIGIT = 1 << 40, 1 << 41
"""No cue that takes a word: it may be a message without any. A digit: it may be a number's."""
_UNSURE = _NO_CUE | _DIGIT
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


def notice_each(texts: Sequence[str], names: frozenset[str]) -> list[int]:
    """The marks of many messages, each as ``notice`` has them, from few passes over all of them.

    >>> notice_each(["KEKW", "gg"], frozenset()) == [marks.WORDLESS, 0]
    True
    """
    if len(texts) < _FEW:
        return [notice(it, names) for it in texts]
    told = [_short(it, names) if len(it) < _SHORT else _LOOK for it in texts]
    longer = [place for place, it in enumerate(told) if it == _LOOK]
    for ascii_only in (True, False):
        places = [place for place in longer if texts[place].isascii() is ascii_only]
        found_ = _together([texts[place][:MOST] for place in places], names, ascii_only=ascii_only)
        for place, it in zip(places, found_, strict=True):
            told[place] = it
    return told


def _together(texts: Sequence[str], names: frozenset[str], *, ascii_only: bool) -> list[int]:
    """The marks of many messages; those that need it are looked at alone."""
    fields = found_in_each(texts, names)
    noticed = [_at_once(*it, ascii_only) for it in fields]
    for place in _with(_ASKED, texts):
        noticed[place] = _at_once(*fields[place], ascii_only, MARKED)
    for place, it in enumerate(noticed):
        if it & _UNSURE and it != _LOOK:
            noticed[place] = _settled(it, texts[place])
    alone = {
        place
        for place, it in enumerate(noticed)
        if it & marks.QUEUE and (it == _LOOK or len(texts[place]) > LONG)
    }
    for place in alone | _with(_SIGNS, texts):
        noticed[place] = _notice(texts[place], names)
    return noticed


def _settled(noticed: int, text: str) -> int:
    if noticed & _DIGIT and _NUMBER.search(text):
        return _LOOK
    if noticed & _NO_CUE and (not _LETTER.search(text) or is_emotes(text)):
        return marks.WORDLESS
    return noticed & ~_UNSURE


def _with(signs: str, texts: Sequence[str]) -> set[int]:
    """Which of the texts hold one of the *signs*."""
    whole = "".join(texts)
    here = [sign for sign in signs if sign in whole]
    return {place for sign in here for place, it in enumerate(texts) if sign in it}


@lru_cache(maxsize=1 << 16)
def _at_once(fields: int, leans: int, ascii_only: bool, signs: int = 0) -> int:
    """The marks of a message with these phrases; ``_LOOK`` where its text has to be looked at."""
    cues = chosen(fields, leans, vietnamese=False) | signs
    if not ascii_only and cues != chosen(fields, leans, vietnamese=True) | signs:
        return _LOOK
    unsure = (0 if cues & _SAID else _NO_CUE) | (_DIGIT if cues & BIT["digit"] else 0)
    return decided(cues) | unsure


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
