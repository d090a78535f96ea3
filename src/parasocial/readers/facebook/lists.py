"""What the lists of an export say before its first record is read: who is in them, since when."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec import Struct

from parasocial.export import Export
from parasocial.readers.facebook.addresses import opened
from parasocial.readers.facebook.links import FOLLOWED, FRIENDS, GROUPS, PAGES_FOLLOWED, PAGES_LIKED
from parasocial.readers.facebook.looks import Visit
from parasocial.readers.facebook.rows import Row, data, name_of, when
from parasocial.readers.facebook.visits import VISITED
from parasocial.reading import Facts, File, Here, Records
from parasocial.reading.meta import repaired
from parasocial.reading.model import UNREADABLE, Rows
from parasocial.reading.shapes import either


class Lists(NamedTuple):
    """What the lists of an export hold."""

    friends: Counter[str]
    names: frozenset[str]
    groups: frozenset[str]
    addressed: frozenset[str]
    earliest: int | None


class _Second(Struct):
    timestamp: float | None = None


def read(export: Export, rows: Rows, row: Any, *patterns: str) -> Iterator[Any]:
    """The records of small files, as far as they can be read."""
    for member in export.matching(*patterns):
        try:
            for batch in rows(File(member), row).batches:
                yield from (it for it in batch if isinstance(it, row))
        except UNREADABLE:
            continue


def lists_of(export: Export, zone: str | None) -> Lists:
    """Read the lists of *export*; pages tell times in *zone*."""
    here = Here((), {}, Facts(zone=zone))
    friends: Counter[str] = Counter()
    names: set[str] = set()
    at: dict[str, set[str]] = {}
    since: list[int] = []
    for records in (FRIENDS, FOLLOWED, PAGES_FOLLOWED, PAGES_LIKED):
        for row in _rows(export, records):
            if not (name := _named(row)):
                continue
            names.add(name)
            friends[name] += records is FRIENDS
            since += _moment(row, here)
            _keep(at, name, row.url)
    for visit in read(export, VISITED.rows, Visit, *VISITED.patterns):
        name = repaired(visit.data.name or "").strip() if visit.data else ""
        if name and visit.data and _keep(at, name, visit.data.uri):
            names.add(name)
    groups = {it.name for row in _rows(export, GROUPS) for it in data(row) if it.name}
    addressed = frozenset(name for name, addresses in at.items() if len(addresses) == 1)
    earliest = min(since, default=None)
    return Lists(friends, frozenset(names), frozenset(map(repaired, groups)), addressed, earliest)


def _rows(export: Export, records: Records) -> Iterator[Row]:
    return read(export, records.rows, Row, *records.patterns)


def _keep(at: dict[str, set[str]], name: str, address: str | None) -> bool:
    """Keep the account that an address leads to under its name; False if it leads to none."""
    account = opened(address or "").account
    if account:
        at.setdefault(name, set()).add(account)
    return account is not None


def _named(row: Row) -> str | None:
    try:
        return name_of(row)
    except ValueError:
        return None


def _moment(row: Row, here: Here) -> list[int]:
    try:
        return [when(row, here).us]
    except ValueError:
        return []


def numbered(export: Export) -> frozenset[int]:
    """When the reactions happened that the numbered files hold, if another file repeats them."""
    if not export.matching("likes_and_reactions.json"):
        return frozenset()
    found = read(export, either(), _Second, "likes_and_reactions_[0-9]*.json")
    return frozenset(int(it.timestamp) for it in found if it.timestamp)
