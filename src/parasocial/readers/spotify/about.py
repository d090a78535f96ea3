"""What is known of a Spotify export before its first record: whose it is, and the library."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from parasocial.export import Export, Member
from parasocial.readers.spotify.makers import artist, show
from parasocial.reading import Asked, Facts, File
from parasocial.reading.model import UNREADABLE

LIBRARY = "YourLibrary.json"

_BRIEF = "StreamingHistory*.json"
_LONG = "Streaming_History_*.json"
_OLD = "endsong*.json"
_OWNER = re.compile(rb'"username"\s*:\s*("(?:[^"\\]|\\.)+")')
_HEAD = 4_096
_MADE_BY = {"artists": (artist, "name"), "shows": (show, "name"), "episodes": (show, "show")}


def facts(export: Export, asked: Asked) -> Facts:
    """Ego's names, and who is behind the addresses in the library."""
    handles, names = _names(export)
    library = [(kind, it) for member in export.matching(LIBRARY) for kind, it in _library(member)]
    return Facts(
        ego=frozenset((*asked.me, *handles, *names)),
        account=next(iter((*handles, *asked.me)), None),
        layout=_layout(export),
        learned={
            "uris": dict(_addresses(library)),
            "shows": frozenset(_name(it, "name") for kind, it in library if kind == "shows"),
            "artists": frozenset(_name(it, "name") for kind, it in library if kind == "artists"),
        },
    )


def _names(export: Export) -> tuple[list[str], list[str]]:
    """Ego's user names and display names."""
    handles = [
        _name(_read(member), "username")
        for member in export.matching("Userdata.json", "UserAttributes.json")
    ]
    handles += [owner for member in export.matching(_OLD) for owner in _owner(member)]
    names = [_name(_read(member), "displayName") for member in export.matching("Identity.json")]
    return [it for it in handles if it], [it for it in names if it]


def _owner(member: Member) -> Iterator[str]:
    """Whose plays these are: until 2022 each says so."""
    try:
        if found := _OWNER.search(member.head(_HEAD)):
            yield msgspec.json.decode(found[1], type=str)
    except UNREADABLE:
        return


def _read(member: Member) -> Mapping[str, Any]:
    try:
        found = msgspec.json.decode(File(member).content.removeprefix(b"\xef\xbb\xbf"))
    except UNREADABLE:
        return {}
    return found if isinstance(found, dict) else {}


def _library(member: Member) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for kind, entries in _read(member).items():
        for it in entries if isinstance(entries, list) else ():
            if isinstance(it, dict):
                yield kind, it


def _addresses(library: list[tuple[str, Mapping[str, Any]]]) -> Iterator[tuple[str, str]]:
    """Which artist or show an address leads to."""
    for kind, it in library:
        id_, key = _MADE_BY.get(kind, (None, ""))
        if id_ and (name := _name(it, key)):
            yield _name(it, "uri"), id_(name)


def _name(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def _layout(export: Export) -> str:
    parts = (
        ("account data", (_BRIEF, LIBRARY, "Follow.json", "SearchQueries.json")),
        ("extended streaming history", (_LONG,)),
        ("extended streaming history to 2022", (_OLD,)),
    )
    return " and ".join(words for words, files in parts if export.matching(*files)) or "plays"
