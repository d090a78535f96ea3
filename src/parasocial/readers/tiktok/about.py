"""What has to be known first: whose export it is, when it was made, in which layout."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from parasocial.errors import ParasocialError
from parasocial.export import Export, Member
from parasocial.readers.tiktok.blocks import lines_of, pair
from parasocial.readers.tiktok.fields import field
from parasocial.reading import Asked, Facts, File
from parasocial.reading.model import UNREADABLE

JSON = "user_data*.json"
_PROFILE = (
    "Profile Info.txt",
    "Profile Information.txt",
    "Profielinformatie.txt",
    "Данные профиля.txt",
)
LOOKS = re.compile(
    rb'"(?:CommentsList|ChatHistory|VideoList|ItemFavoriteList|FavoriteVideoList|FansList'
    rb'|ActivitySummaryMap|AdInterestCategories|FavoriteEffectsList)"\s*:'
)
_NAMED = re.compile(r"TikTok_Data_(\d{10})", re.IGNORECASE)
_LAYOUTS = (
    ("likes and favorites", "JSON, 2026"),
    ("your activity", "JSON, 2025"),
    ("activity", "JSON, to early 2025"),
)
_USERNAME = frozenset(
    {"username", "user name", "gebruikersnaam", "nombre de usuario", "имя пользователя"}
)


def facts(export: Export, asked: Asked) -> Facts:
    """What *export* says about itself."""
    # Ego's display name is left out: every list writes the username, and somebody else's
    # username may be spelled like ego's display name.
    names: set[str] = set()
    layout = ""
    for member in _json(export):
        root = _root(member)
        layout = _layout(root)
        names.update(_usernames(root))
    for member in export.matching(*_PROFILE):
        layout = layout or "TXT"
        names.update(_written(member))
    account = min(names, default=next(iter(asked.me), None))
    return Facts(
        ego=frozenset(names) | frozenset(asked.me),
        account=account,
        exported_us=_exported_us(export),
        layout=layout or "TXT",
    )


def _json(export: Export) -> Iterator[Member]:
    for member in export.members:
        try:
            if member.path.suffix.lower() == ".json" and LOOKS.search(member.head()):
                yield member
        except ParasocialError:
            continue


def _root(member: Member) -> Mapping[str, msgspec.Raw]:
    try:
        content = File(member).content.removeprefix(b"\xef\xbb\xbf")
        return msgspec.json.decode(content, type=dict[str, msgspec.Raw])
    except UNREADABLE:
        return {}


def _layout(root: Mapping[str, Any]) -> str:
    keys = {key.casefold() for key in root}
    return next((words for key, words in _LAYOUTS if key in keys), "JSON")


def _usernames(root: Mapping[str, msgspec.Raw]) -> Iterator[str]:
    for key, raw in root.items():
        if key.casefold() not in ("profile", "profile and settings"):
            continue
        try:
            for section in msgspec.json.decode(raw, type=dict[str, Any]).values():
                profile = section.get("ProfileMap") if isinstance(section, dict) else None
                if isinstance(profile, dict) and (name := field(profile, "userName")):
                    yield name
        except (*UNREADABLE, TypeError):
            continue


def _written(member: Member) -> Iterator[str]:
    try:
        for line in lines_of(File(member)):
            found = pair(line)
            if found and found[0].casefold() in _USERNAME and field({"name": found[1]}, "name"):
                yield found[1]
    except UNREADABLE:
        return


def _exported_us(export: Export) -> int | None:
    # The zip and the folder in it are called after the second they were made.
    for name in (export.title, *export.tops()):
        if found := _NAMED.search(name):
            return int(found[1]) * 1_000_000
    return None
