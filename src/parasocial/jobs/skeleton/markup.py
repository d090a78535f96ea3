"""The shape of pages and of XML: tags, their classes or attributes, and the kinds of texts."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import BinaryIO

from parasocial.jobs.skeleton.kinds import text_kind
from parasocial.jobs.skeleton.shape import MANY, Node
from parasocial.reading.halves import CutOff
from parasocial.reading.words import folded

_PIECE = 1 << 18
_LONGEST = 1 << 20
_DEEPEST = 60
_TAG = re.compile(rb"""<(/?)([A-Za-z][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|<[!?][^>]*>""")
_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PACKED = re.compile(rb"[A-Za-z0-9+/=\s]{512,}")
_ASIDE = frozenset({b"style", b"script"})
_SINGLES = b"area base br col embed hr img input link meta source track wbr"
_SINGLE = frozenset(_SINGLES.split())
_CLASS = re.compile(r"[A-Za-z_][\w-]{0,47}", re.ASCII)
_TAGS = """
    a abbr address article aside audio b base blockquote body br button caption center code col dd
    details div dl dt em fieldset figure footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe
    img input label li link main meta nav ol option p picture pre q s script section select small
    source span strong style sub summary sup svg table tbody td textarea tfoot th thead time title
    tr u ul video
"""
TAGS = frozenset(_TAGS.split())


class Page:
    """A page or an XML file while it is being seen.

    Attributes:
        classes: How often which class is on the page.
    """

    def __init__(self, *, xml: bool, known: frozenset[str]) -> None:
        self.root = Node()
        self.xml = xml
        self.known = known
        self.classes: Counter[str] = Counter()

    def see(self, stream: BinaryIO) -> None:
        """Count the tags and texts of *stream*.

        Raises:
            CutOff: It ends in a tag, or holds one that is longer than any is.
        """
        stack: list[tuple[bytes, Node]] = [(b"", self.root)]
        aside = b""
        for text, closing, name, inside in _pieces(stream):
            tag = name if self.xml else name.lower()
            if aside and not (closing and tag == aside):
                continue
            aside = b""
            here = stack[-1][1]
            if text.strip():
                here.add(text_kind(unescape(text[:200].decode("utf-8", "replace"))))
            if closing:
                for at in range(len(stack) - 1, 0, -1):
                    if stack[at][0] == tag:
                        del stack[at:]
                        break
            elif tag:
                node = self._opened(here, tag, inside)
                single = inside.endswith(b"/") or (not self.xml and tag in _SINGLE)
                if not single and len(stack) < _DEEPEST:
                    stack.append((tag, node))
                aside = tag if tag in _ASIDE and not self.xml else b""

    def _opened(self, here: Node, tag: bytes, inside: bytes) -> Node:
        found = {
            name.decode("ascii", "replace"): (one or two).decode("utf-8", "replace")
            for name, one, two in _ATTRIBUTE.findall(inside)
        }
        name = tag.decode("ascii", "replace")
        if self.xml:
            node = here.under(name, self.known)
            node.add("object")
            for key, value in found.items():
                node.under(f"@{key}", self.known).add(text_kind(unescape(value[:200])))
            return node
        classes = found.get("class", "").split()[:8]
        self.classes.update(classes)
        node = here.under(" ".join((name, *classes)), self.known)
        node.add("link" if "href" in found else "object")
        return node

    def shown(self, key: str) -> str | None:
        """What a page's tag may be shown as: classes that are rare may be somebody's name."""
        tag, *classes = key.split(" ")
        if tag not in TAGS:
            return None
        return " ".join((tag, *(it if self._is_word(it) else "<class>" for it in classes)))

    def _is_word(self, name: str) -> bool:
        often = self.classes[name] >= MANY and _CLASS.fullmatch(name) is not None
        return often or folded(name) in self.known


def _pieces(stream: BinaryIO) -> Iterator[tuple[bytes, bytes, bytes, bytes]]:
    """The text before each tag; whether it closes, its name, and what stands in it."""
    rest = b""
    while piece := stream.read(_PIECE):
        data = rest + piece
        at = 0
        for found in _TAG.finditer(data):
            yield data[at : found.start()], found[1] or b"", found[2] or b"", found[3] or b""
            at = found.end()
        rest = data[at:]
        if len(rest) > _PIECE:
            rest = _PACKED.sub(b"A", rest)
        if len(rest) > _LONGEST:
            if b"<" in rest:
                raise CutOff
            rest = rest[:200]
    if b"<" in rest:
        raise CutOff
