"""What one message is like, as a number; nothing of it is kept."""

import re
from array import array
from collections.abc import Sequence

from parasocial.talk import marks
from parasocial.talk.letters import MOST, bare
from parasocial.talk.lists import is_emotes
from parasocial.talk.machine import AT, BIT, MAIL, MARKED, NUMBER, QUOTE, SIGN, found
from parasocial.talk.rules import decided, decided_each, together
from parasocial.talk.texts import Texts

LONG = 200
"""Characters from which cues count together only within one sentence."""
_AT = re.compile(r"(?<!\w)[@\uff20]\w")
_MAIL = re.compile(r"\w@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"(?<![\w.,:/-])\+?\d(?:[ ().-]{0,2}\d){7,14}(?![\w:/])")
_QUOTE = re.compile('["\u201c\u00ab][^"\u201d\u00bb]{6,}["\u201d\u00bb]')
FEW = 100
"""Messages that are not worth a pass of their own."""
_LETTER = re.compile(r"[^\W\d_]")
_SAID = ~(BIT["laugh"] | BIT["look"] | BIT["digit"] | BIT["emote"] | MARKED)
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
    text = text[:MOST]
    plain = bare(text)
    cues = _read_off(text, found(plain, names))
    if not cues & _SAID and _is_wordless(text):
        return marks.WORDLESS
    noticed = decided(cues)
    if len(text) > LONG and noticed & marks.QUEUE:
        noticed &= ~marks.QUEUE
        for it in _SENTENCE.split(text):
            noticed |= together(_read_off(it, found(bare(it), names)))
    return noticed


def notice_each(texts: Sequence[str], names: frozenset[str]) -> "array[int]":
    """The marks of many messages, each as ``notice`` has them, from few passes over all of them.

    >>> notice_each(["KEKW", "gg"] * 50, frozenset()).tolist() == [marks.WORDLESS, 0] * 50
    True
    """
    if len(texts) < FEW:
        return array("q", [notice(it, names) for it in texts])
    import numpy as np

    from parasocial.talk.many import found_in_each

    cues, sizes = found_in_each(Texts.of(texts), names)
    signed = np.flatnonzero(cues & (SIGN | BIT["digit"])).tolist()
    for place, text in zip(signed, _at(signed, texts), strict=True):
        cues[place] = _read_off(text, int(cues[place]) & ~SIGN)
    noticed = decided_each(cues)
    unsaid = np.flatnonzero(cues & (_SAID | BIT["emote"]) == BIT["emote"]).tolist()
    said = _at(unsaid, texts)
    wordless = {it for it in set(said) if _is_wordless(it[:MOST])}
    for place, text in zip(unsaid, said, strict=True):
        if text in wordless:
            noticed[place] = marks.WORDLESS
    for place in np.flatnonzero(sizes > LONG // 2).tolist():
        if noticed[place] & marks.QUEUE or sizes[place] > MOST // 2:
            noticed[place] = notice(texts[place], names)
    return array("q", noticed.tobytes())


def _at(places: Sequence[int], texts: Sequence[str]) -> list[str]:
    """Some texts, as they were given."""
    return texts.at(places) if isinstance(texts, Texts) else [texts[place] for place in places]


def _is_wordless(text: str) -> bool:
    return not _LETTER.search(text) or is_emotes(text)


def _read_off(text: str, cues: int) -> int:
    """The lists that a text has phrases of, and the signs in it."""
    if "?" in text or "\uff1f" in text:
        cues |= MARKED
    if "@" in text or "\uff20" in text:
        cues |= AT * bool(_AT.search(text)) | MAIL * bool(_MAIL.search(text))
    if cues & BIT["digit"] and _NUMBER.search(text):
        cues |= NUMBER
    if ('"' in text or "\u201c" in text or "\u00ab" in text) and _QUOTE.search(text):
        cues |= QUOTE
    return cues
