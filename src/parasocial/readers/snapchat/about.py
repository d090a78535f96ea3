"""Whose export it is, when it was made, and which of its conversations are groups."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from parasocial.export import Export
from parasocial.readers.snapchat.messages import RECORDS, Snap, by_direction
from parasocial.reading import Asked, Facts, File
from parasocial.reading.model import UNREADABLE, Rows
from parasocial.reading.shapes import under
from parasocial.reading.times import epoch

_MADE = re.compile(r"mydata~(\d{13})", re.ASCII)
_ACCOUNT = under("Basic Information")


def facts(export: Export, asked: Asked) -> Facts:
    """What is known about *export* before its first record is read."""
    names = [
        name
        for it in _read(export, _ACCOUNT, dict, "account.json")
        if isinstance(name := it.get("Username"), str) and name
    ]
    groups, kept = _groups(export)
    return Facts(
        ego=frozenset((*asked.me, *names)),
        account=next(iter((*names, *asked.me)), None),
        exported_us=next(filter(None, map(_made, (export.title, *export.tops()))), None),
        layout=f"by {kept}" if kept else "no chats",
        learned={"groups": groups},
    )


def _groups(export: Export) -> tuple[frozenset[str], str]:
    """Conversations with a title, or with several others; and what chats are kept by."""
    senders: defaultdict[str, set[str]] = defaultdict(set)
    kept = ""
    [records] = RECORDS
    for key, snap in _read(export, records.rows, tuple, *records.patterns):
        if by_direction(key) is not None:
            kept = kept or "direction (to 2023)"
            continue
        kept = "conversation (2024 on)"
        if snap.title:
            senders[key].update(("", snap.title))
        elif not snap.is_sender and snap.sender:
            senders[key].add(snap.sender)
    return frozenset(key for key, them in senders.items() if len(them) > 1), kept


def _read(export: Export, rows: Rows, kind: Any, *patterns: str) -> Iterator[Any]:
    """The records of files, as far as they can be read."""
    for member in export.matching(*patterns):
        try:
            for batch in rows(File(member), Snap if kind is tuple else Any).batches:
                yield from (it for it in batch if isinstance(it, kind))
        except UNREADABLE:
            continue


def _made(title: str) -> int | None:
    found = _MADE.match(title)
    return epoch(int(found[1])) if found else None
