"""Pages parsed only where they nest as pages do: the parser takes the square of the depth."""

import re

from selectolax.lexbor import LexborHTMLParser

DEEPEST = 256
"""Real pages of exports nest some twenty deep."""

# What a page may leave open, or never closes, does not nest.
_NESTS = re.compile(
    rb"<(/?)(?!(?:p|li|td|th|tr|dd|dt|option|br|hr|img|meta|link|input|wbr|col|base|source)\b)"
    rb"[a-zA-Z]"
)


class TooDeep(ValueError):
    """A page nests deeper than any page of an export does."""


def parsed(content: bytes) -> LexborHTMLParser:
    """The tree of a page.

    Raises:
        TooDeep: It nests more than ``DEEPEST`` elements.
    """
    depth = 0
    for tag in _NESTS.finditer(content):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > DEEPEST:
            raise TooDeep
    return LexborHTMLParser(content.decode("utf-8", "replace"))
