"""Who is in which thread, from the beginnings of its files, before any message is read."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import NamedTuple

from parasocial.export import Export, Member
from parasocial.reading.meta import repaired
from parasocial.reading.model import UNREADABLE

THREAD = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"participants"\s*:\s*\[\s*\{\s*"name"')
"""How a thread in the main download begins."""
SEALED = re.compile(
    rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"participants"\s*:\s*\[(?P<names>(?:\s*"(?:[^"\\]|\\.)*"\s*,?)*)\s*\]'
    rb'\s*,\s*"threadName"\s*:\s*(?P<title>"(?:[^"\\]|\\.)*")'
)
"""How a thread begins in the download of end-to-end encrypted chats."""

_NAMED = re.compile(rb'"name"\s*:\s*("(?:[^"\\]|\\.)*")')
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')
_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_HEAD = 8_192
_TWO = 2


class Head(NamedTuple):
    """What the first file of a thread begins with.

    Attributes:
        folder: What the thread is kept under.
        encrypted: Whether it is an end-to-end encrypted one.
        names: Who is in it; a page names it only by its title.
    """

    folder: str
    encrypted: bool
    names: tuple[str, ...]


def heads(export: Export) -> Iterator[Head]:
    """The beginnings of all threads."""
    for member in export.members:
        try:
            if (head := _head(member)) is not None:
                yield head
        except UNREADABLE:
            continue


def _head(member: Member) -> Head | None:
    path = member.path
    ending = path.suffix.lower()
    first = path.stem.lower() == "message_1"
    if ending == ".html" and first:
        found = _TITLE.search(member.head(_HEAD))
        title = unescape(found[1].decode(errors="replace")).strip() if found else ""
        return Head(path.parent.name, "e2ee_cutover" in path.parts, (title,))
    if ending != ".json":
        return None
    content = member.head(_HEAD)
    if found := SEALED.match(content):
        return Head(json.loads(found["title"]), True, tuple(_texts(_STRING, found["names"])))
    if THREAD.match(content) and (first or not path.stem.lower().startswith("message_")):
        names = tuple(_texts(_NAMED, content.partition(b'"messages"')[0]))
        return Head(path.parent.name or path.stem, "e2ee_cutover" in path.parts, names)
    return None


def _texts(pattern: re.Pattern[bytes], content: bytes) -> Iterator[str]:
    return (repaired(json.loads(it)) for it in pattern.findall(content))


def always_there(heads: Sequence[Head]) -> frozenset[str]:
    """Ego, where no file says who that is.

    The one who an encrypted thread of two is not called after; else the one name that is in
    every thread, if several threads leave no other.
    """
    untitled = Counter(
        name
        for head in heads
        for name in head.names
        if len(head.names) == _TWO
        and any(titled(head.folder) == other for other in head.names)
        and name != titled(head.folder)
    )
    if untitled:
        return frozenset([untitled.most_common(1)[0][0]])
    told = [set(head.names) for head in heads if len(head.names) >= _TWO]
    always = set.intersection(*told) if len(told) >= _TWO else set()
    return frozenset(always) if len(always) == 1 else frozenset()


def titled(name: str) -> str:
    """The title of an encrypted thread, which has a number behind it."""
    return re.sub(r"_\d+$", "", name)


def twins(heads: Iterable[Head], ego: frozenset[str]) -> frozenset[str]:
    """Names that stand over two threads of two.

    An encrypted thread beside a plain one is the same person's.
    """
    found: defaultdict[tuple[str, bool], set[str]] = defaultdict(set)
    for head in heads:
        others = [name for name in head.names if name not in ego]
        if len(others) == 1:
            found[others[0], head.encrypted].add(head.folder)
    return frozenset(name for (name, _), folders in found.items() if len(folders) > 1)
