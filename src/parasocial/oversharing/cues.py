r"""Cues: a small notation for phrases, and the plain phrases that one cue stands for.

A cue is a phrase with alternatives ``(?:a|b)``, optional parts ``(?:a)?`` or ``a?``, and escapes
``\.``: what regular expressions share, and little enough to be spelled out.
"""

import re
from collections.abc import Sequence
from itertools import groupby

THAI = re.compile("[\u0e00-\u0e7f]")
"""Thai is written without spaces: its cues stand anywhere, other cues are whole words."""
_SPACES = r"[ \n\r\t]{1,3}"
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


def expression(cues: Sequence[str]) -> str:
    """Cues for Python, the first that fits: whole words, up to three spaces for one.

    What several phrases begin with is said once.

    >>> expression(["mum", "my mum"]).count("m")
    5
    """
    runs = groupby(cues, key=lambda it: bool(THAI.search(it)))
    spelled_out = ((thai, [it for cue in them for it in spelled(cue)]) for thai, them in runs)
    return "|".join(_tree(them) if thai else _whole(them) for thai, them in spelled_out)


def _whole(phrases: Sequence[str]) -> str:
    first = "".join(dict.fromkeys(re.escape(it[0]) for it in phrases))
    return rf"(?<!\w)(?=[{first}]){_tree(phrases)}(?!\w)"


def _tree(phrases: Sequence[str]) -> str:
    """Phrases as one expression that tries them in their order."""
    # Phrases that begin with different letters may be tried in any order, others may not.
    runs: list[dict[str, list[str]]] = [{}]
    for it in phrases:
        if it:
            runs[-1].setdefault(it[0], []).append(it[1:])
        else:
            runs += [{"": []}, {}]
    parts = [
        (_SPACES if letter == " " else re.escape(letter)) + (_tree(rest) if rest else "")
        for run in runs
        for letter, rest in run.items()
    ]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _loose(cue: str) -> str:
    """An apostrophe may always be missing."""
    return cue.replace("'?", "'").replace("'", "'?")
