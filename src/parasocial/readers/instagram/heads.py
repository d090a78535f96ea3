"""Who is in which thread, from the beginnings of its files, before any message is read."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from parasocial.export import Export, Member
from parasocial.readers.instagram.people import parts
from parasocial.reading import File
from parasocial.reading.meta import repaired
from parasocial.reading.meta_threads import Message, Messages, Thread
from parasocial.reading.model import UNREADABLE

_NAMES = re.compile(rb'"participants"\s*:\s*\[(?P<names>[^\]]*)\]')
_STRING = re.compile(rb'"name"\s*:\s*("(?:[^"\\]|\\.)*")')
_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_HEAD = 8_192
_TWO = 2


def heads(export: Export) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The folder and the names of every thread; a page names the thread only by its title."""
    for member in export.matching("*/message_1.json", "*/message_1.html"):
        try:
            yield member.path.parent.name, tuple(_names(member))
        except UNREADABLE:
            continue


def _names(member: Member) -> Iterable[str]:
    head = member.head(_HEAD)
    if found := _NAMES.search(head):
        told = (json.loads(it) for it in _STRING.findall(found["names"]))
        return tuple(map(repaired, told))
    if found := _TITLE.search(head):
        return (unescape(found[1].decode(errors="replace")).strip(),)
    thread: Thread = Messages()(File(member), Message).head["thread"]
    return thread.names


def always_there(heads: Sequence[tuple[str, tuple[str, ...]]]) -> frozenset[str]:
    """The one name that is in every thread, if several threads leave no other."""
    told = [set(names) for _, names in heads if len(names) >= _TWO]
    always = set.intersection(*told) if len(told) >= _TWO else set()
    return frozenset(always) if len(always) == 1 else frozenset()


def others(
    heads: Iterable[tuple[str, tuple[str, ...]]], ego: frozenset[str]
) -> dict[str, frozenset[str]]:
    """Everybody in a thread by display name, with the folders of their threads of two."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for folder, names in heads:
        others = [name for name in names if name not in ego]
        for name in others:
            found[name].update([folder] if len(others) == 1 else ())
    return {name: frozenset(folders) for name, folders in found.items()}


def channels(export: Export) -> frozenset[str]:
    """The threads in which ego replied to a broadcast: only those keep replies apart."""
    found = export.matching("replies_*.json")
    return frozenset(parts(member.path.parent.name)[1] for member in found)
