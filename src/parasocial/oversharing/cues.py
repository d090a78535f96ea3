r"""Cues: a small notation for phrases, and the plain phrases that one cue stands for.

A cue is a phrase with alternatives ``(?:a|b)``, optional parts ``(?:a)?`` or ``a?``, and escapes
``\.``: what regular expressions share, and little enough to be spelled out.
"""

import re

THAI = re.compile("[\u0e00-\u0e7f]")
"""Thai is written without spaces: its cues stand anywhere, other cues are whole words."""
_SPACE = r"[\x20\n\r\t]"
_NOT_PLAIN = frozenset("[]*+{}.^$")


def spelled(cue: str) -> list[str]:
    """Every phrase that *cue* stands for.

    Raises:
        ValueError: It holds more than the notation allows.

    >>> spelled("i'm (?:at|in)")
    ["i'm at", "i'm in", 'im at', 'im in']
    """
    loose = _loose(cue)
    phrases, at = _alternatives(loose, 0)
    if at != len(loose) or not all(it.strip() for it in phrases):
        raise ValueError(f"no cue: {cue}")
    return list(dict.fromkeys(phrases))


def _alternatives(cue: str, at: int) -> tuple[list[str], int]:
    done: list[str] = []
    now = [""]
    while at < len(cue) and cue[at] != ")":
        if cue[at] == "|":
            done, now = [*done, *now], [""]
            at += 1
            continue
        options, at = _part(cue, at)
        if cue[at : at + 1] == "?":
            options, at = [*options, ""], at + 1
        now = [before + option for before in now for option in options]
    return [*done, *now], at


def _part(cue: str, at: int) -> tuple[list[str], int]:
    if cue.startswith("(?:", at):
        options, at = _alternatives(cue, at + 3)
        return options, at + 1
    if cue[at] == "\\":
        return [cue[at + 1]], at + 2
    if cue[at] in _NOT_PLAIN:
        raise ValueError(f"no cue: {cue}")
    return [cue[at]], at + 1


def expression(cue: str) -> str:
    """A cue for Python: whole words, up to three spaces for one, no apostrophe needed."""
    spaced = cue.replace(" ?", rf"{_SPACE}{{0,3}}")
    spaced = re.sub(" +", lambda _: f"{_SPACE}{{1,3}}", spaced)
    spaced = _loose(spaced)
    return f"(?:{spaced})" if THAI.search(cue) else rf"(?<!\w)(?:{spaced})(?!\w)"


def _loose(cue: str) -> str:
    """An apostrophe may always be missing."""
    return cue.replace("'?", "'").replace("'", "'?")
