"""Whose export it is, when it was made, and which names its lists hold."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from parasocial.export import Export, Member
from parasocial.readers.facebook.heads import Head, always_there, heads, twins
from parasocial.readers.facebook.lists import Lists, lists_of, numbered, read
from parasocial.readers.facebook.names import Names
from parasocial.readers.facebook.people import People
from parasocial.readers.facebook.sentences import Known
from parasocial.reading import Asked, Facts, File
from parasocial.reading.meta import repaired
from parasocial.reading.meta_html import cells, page
from parasocial.reading.model import UNREADABLE
from parasocial.reading.shapes import under
from parasocial.reading.times import DAY, epoch, micros

_PROFILE = under("profile_v2", "profile")
_WRAPPER = re.compile(r"facebook-.+?-(?P<day>\d{4}-\d\d-\d\d)-\w+", re.ASCII)
_ZONE = re.compile(rb"[A-Z]\w+(?:\\?/[A-Z]\w+)+", re.ASCII)
_SIGNED = re.compile(rb'"(?:author|actor)"\s*:\s*("(?:[^"\\]|\\.)*")')
_NAMES = "name naam nombre nom nome nume nama tên pangalan ชื่อ navn namn"
_NAME = frozenset(_NAMES.split())
_HEAD = 8_192
_YEAR = 365 * DAY
_LONGEST_RANGE = 3 * _YEAR + 30 * DAY


def facts(export: Export, asked: Asked) -> Facts:
    """What is known about *export* before its first record is read."""
    html = len(export.matching("*.html")) > len(export.matching("*.json"))
    zone = asked.zone or (_zone(export) if html else None)
    threads = list(heads(export))
    names, began = _profile(export)
    ego = frozenset((*asked.me, *names))
    if not any(ego.intersection(head.names) for head in threads):
        ego |= always_there(threads)
    lists = lists_of(export, zone)
    exported = _exported(export)
    whole = _whole(lists.earliest, began, exported)
    return Facts(
        ego=ego,
        account=next(iter((*names, *asked.me, *sorted(ego))), None),
        exported_us=exported,
        zone=zone,
        layout=_layout(export, html=html),
        learned={"people": _people(export, ego, lists, threads)},
        whole=whole,
        warnings=tuple(_warnings(whole=whole or lists.earliest is None, clock=zone or not html)),
    )


def _people(export: Export, ego: frozenset[str], lists: Lists, threads: list[Head]) -> People:
    """Who is known to the lists and the threads of an export."""
    alone = {
        others[0]
        for head in threads
        if len(others := [name for name in head.names if name not in ego]) == 1
    }
    shared = twins(threads, ego) | {name for name, count in lists.friends.items() if count > 1}
    known = Known(ego, Names((lists.names | alone) - ego), Names(lists.groups))
    return People(known, shared, lists.addressed - shared, numbered(export))


def _profile(export: Export) -> tuple[list[str], int | None]:
    """Ego's names, the present one first, and when the account was made."""
    names: list[str] = []
    began = None
    for it in read(export, _PROFILE, dict, "profile_information.json"):
        told = it.get("name")
        full = told.get("full_name") if isinstance(told, dict) else told
        names += [full] if isinstance(full, str) else []
        since = it.get("registration_timestamp")
        began = epoch(since) if isinstance(since, int) and since > 0 else began
    for member in export.matching("profile_information.html"):
        names += _shown(member)
    return [repaired(it) for it in names or _signed(export) if it], began


def _shown(member: Member) -> list[str]:
    """The first name on a page about ego."""
    try:
        root = page(File(member).content)
    except UNREADABLE:
        return []
    told = (cell for group in (cells(root) if root is not None else ()) for cell in group)
    return [cell.value for cell in told if cell.label.casefold() in _NAME and cell.value][:1]


def _signed(export: Export) -> list[str]:
    """Whose name stands under ego's own comments and reactions, where no profile says it."""
    members = export.matching("likes_and_reactions_*.json", "comments_and_reactions/comments.json")
    names = Counter(name for member in members for name in _SIGNED.findall(_start(member)))
    try:
        return [json.loads(name) for name, _ in names.most_common(1)]
    except ValueError:
        return []


def _zone(export: Export) -> str | None:
    """The account's time zone, in which pages tell times (AlgoSoc 2026, two archives)."""
    for member in export.matching("timezone.json", "timezone.html"):
        for found in _ZONE.findall(_start(member)):
            name = found.decode().replace("\\", "")
            try:
                return ZoneInfo(name).key
            except (ValueError, OSError, KeyError):
                continue
    return None


def _exported(export: Export) -> int | None:
    for top in (export.title, *export.tops()):
        if found := _WRAPPER.fullmatch(top):
            try:
                day = datetime.strptime(found["day"], "%Y-%m-%d").replace(tzinfo=UTC)
            except ValueError:
                continue
            return micros(day) + DAY - 1  # some time that day
    return None


def _whole(earliest: int | None, began: int | None, exported: int | None) -> bool:
    """Whether the lists can be the account's whole life.

    They are if they begin with it, or before any range that an export can be asked for.
    """
    if earliest is None:
        return False
    if began is not None:
        return earliest <= began + _YEAR
    return exported is not None and earliest < exported - _LONGEST_RANGE


def _start(member: Member) -> bytes:
    try:
        return member.head(_HEAD)
    except UNREADABLE:
        return b""


def _layout(export: Export, *, html: bool) -> str:
    form = "HTML" if html else "JSON"
    folders = {part for member in export.members for part in member.path.parts[:-1]}
    if export.matching("content_that_has_been_shown_to_you_in_your_feed.*"):
        return f"{form}, lists with labels (2026 on)"
    if "your_facebook_activity" in folders:
        return f"{form}, your_facebook_activity (2024 on)"
    if "your_activity_across_facebook" in folders:
        return f"{form}, your_activity_across_facebook (2023)"
    return f"{form}, flat folders (to 2022), or chats alone"


def _warnings(*, whole: bool, clock: object) -> Iterator[str]:
    if not clock:
        yield (
            "Pages tell times on the account's own clock without saying which; hours of the "
            "day may be off. Give your time zone with --zone; an export in JSON is exact."
        )
    if not whole:
        yield (
            "The lists of friends and pages may cover a range of dates. Asking Facebook for "
            "all time gives all of them."
        )
