"""Whose export it is, when it was made, and who is in its threads."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from parasocial.export import Export, Member
from parasocial.readers.instagram.heads import always_there, channels, heads, others
from parasocial.readers.instagram.links import FOLLOWERS, FOLLOWING, account
from parasocial.readers.instagram.people import People
from parasocial.reading import Asked, Facts, File, Here
from parasocial.reading.meta import Item, items, pairs, times
from parasocial.reading.meta_html import cells, page
from parasocial.reading.model import UNREADABLE, Rows
from parasocial.reading.times import DAY, micros

HTML_CLOCK = "Etc/GMT+8"
"""Pages show times at UTC-8 all year, wherever their owner lives: measured by the data donation
team of AlgoSoc (2026) on records that two archives held both as JSON and as pages."""

_PROFILE = items("profile_user", "text_post_app_text_post_app_profile")
_SIGNUP = items("account_history_registration_info")
_WRAPPER = re.compile(r"instagram-(?P<who>[\w.]+)-(?P<day>\d{4}-\d\d-\d\d)-\w+", re.ASCII)
_HANDLE = frozenset(("username", "gebruikersnaam", "nombre de usuario", "benutzername"))
_NAME = frozenset(("name", "naam", "nombre", "nom"))
_HEAD = 8_192
_YEAR = 365 * DAY
_LONGEST_RANGE = 3 * _YEAR + 30 * DAY


def facts(export: Export, asked: Asked) -> Facts:
    """What is known about *export* before its first record is read."""
    html = bool(export.matching("message_[0-9]*.html", "following.html", "liked_posts.html"))
    zone = HTML_CLOCK if html else None
    handles, names = _profile(export)
    wrapper, exported = _wrapper(export)
    told = list(heads(export))
    ego = frozenset(filter(None, (*asked.me, *handles, *names, wrapper)))
    if not any(ego.intersection(head) for _, head in told):
        ego |= always_there(told)
    follows, earliest = _follows(export, zone)
    whole = _whole(earliest, _began(export, zone), exported)
    return Facts(
        ego=ego,
        account=next(filter(None, (*handles, wrapper, *asked.me)), None),
        exported_us=exported,
        zone=zone,
        layout=_layout(export, html=html),
        learned={"people": People(ego, follows, others(told, ego), channels(export))},
        whole=whole,
        warnings=tuple(_warnings(partial=bool(follows) and not whole, html=html)),
    )


def _whole(earliest: int | None, began: int | None, exported: int | None) -> bool:
    """Whether the follow lists can be the account's whole life.

    An export can be asked for a range of dates, of which the longest offered is three years, and
    does not say so. Lists count as whole if they begin with the account, or before any range.
    """
    if earliest is None:
        return False
    if began is not None:
        return earliest <= began + _YEAR
    return exported is not None and earliest < exported - _LONGEST_RANGE


def _read(export: Export, rows: Rows, *patterns: str) -> Iterator[Item]:
    """The records of small files, as far as they can be read."""
    for member in export.matching(*patterns):
        try:
            for batch in rows(File(member), Item).batches:
                yield from (it for it in batch if isinstance(it, Item))
        except UNREADABLE:
            continue


def _profile(export: Export) -> tuple[list[str], list[str]]:
    """Ego's handles and display names, the present ones first."""
    said: list[tuple[str, str]] = []
    for item in _read(export, _PROFILE, "personal_information.json"):
        said += pairs(item)
    for item in _read(export, _SIGNUP, "signup_*.json", "instagram_signup_details.json"):
        said += [(label, value) for label, value in pairs(item) if label in _HANDLE]
    for member in export.matching("personal_information.html"):
        said += _cells(member)
    return (
        [value for label, value in said if label in _HANDLE],
        [value for label, value in said if label in _NAME],
    )


def _cells(member: Member) -> Iterator[tuple[str, str]]:
    try:
        root = page(File(member).content)
    except UNREADABLE:
        return
    for group in cells(root) if root is not None else ():
        yield from ((cell.label.casefold(), cell.value) for cell in group if cell.value)


def _wrapper(export: Export) -> tuple[str | None, int | None]:
    """Ego's handle and the day of the export, from the folder that wraps it."""
    for top in (export.title, *export.tops()):
        if found := _WRAPPER.fullmatch(top):
            day = datetime.strptime(found["day"], "%Y-%m-%d").replace(tzinfo=UTC)
            return found["who"], micros(day) + DAY - 1  # some time that day
    return None, None


def _follows(export: Export, zone: str | None) -> tuple[frozenset[str], int | None]:
    """The handles in the follow lists, and when the first of those links was made."""
    here = Here((), {}, Facts(zone=zone))
    handles: set[str] = set()
    since: list[int] = []
    for records in (FOLLOWERS, FOLLOWING):
        for item in _read(export, records.rows, *records.patterns):
            handles.add(account(item) or "")
            since += _moments(item, here)
    return frozenset(handles), min(since, default=None)


def _moments(item: Item, here: Here) -> list[int]:
    try:
        return [at.us for at in times(item, here)]
    except ValueError:
        return []


def _began(export: Export, zone: str | None) -> int | None:
    """When the account was made."""
    here = Here((), {}, Facts(zone=zone))
    signup = _read(export, _SIGNUP, "signup_*.json", "instagram_signup_details.json")
    return min((us for item in signup for us in _moments(item, here)), default=None)


def _layout(export: Export, *, html: bool) -> str:
    form = "HTML" if html else "JSON"
    listed = export.matching("liked_posts.json", "story_likes.json", "saved_posts.json")
    if any(b"label_values" in _start(member) for member in listed):
        return f"{form}, nested folders with labels (2025 on)"
    nested = any("your_instagram_activity" in member.path.parts for member in export.members)
    return f"{form}, nested folders (2024 on)" if nested else f"{form}, flat folders (to 2023)"


def _start(member: Member) -> bytes:
    try:
        return member.head(_HEAD)
    except UNREADABLE:
        return b""


def _warnings(*, partial: bool, html: bool) -> Iterator[str]:
    if html:
        yield (
            "Pages show times to the minute, read here as UTC-8, which is what two public "
            "archives show; hours of the day may be off. An export in JSON is exact."
        )
    if partial:
        yield (
            "The follow lists may cover a range of dates, so a missing follower proves "
            "nothing. Asking Instagram for all time gives all of them."
        )
