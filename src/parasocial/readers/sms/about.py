"""What is known about a backup before its first record: what it holds, and when it was made."""

import re

from parasocial.export import Export, Member
from parasocial.readers.sms.book import Book
from parasocial.readers.sms.numbers import number
from parasocial.reading import Asked, Facts
from parasocial.reading.model import UNREADABLE
from parasocial.reading.repeats import Repeats
from parasocial.reading.times import epoch

MESSAGES = re.compile(rb"<smses\b")
CALLS = re.compile(rb"<calls\b")
_MADE = re.compile(rb'<(?:smses|calls)\b[^>]*\bbackup_date="(\d{9,16})"')
_NUMBER = re.compile(r"\+?\d{7,15}")
_HEAD = 16_384


def facts(export: Export, asked: Asked) -> Facts:
    """What the backups in *export* say about themselves."""
    heads = [_head(it) for it in export.members if it.path.suffix.lower() == ".xml"]
    messages = sum(MESSAGES.search(head) is not None for head in heads)
    calls = sum(CALLS.search(head) is not None for head in heads)
    made = [epoch(int(found[1])) for head in heads if (found := _MADE.search(head))]
    mine = [it for it in map(number, asked.me) if it and _NUMBER.fullmatch(it)]
    what = ("messages" if messages else "", "calls" if calls else "")
    return Facts(
        ego=frozenset((*mine, *asked.me)),
        account=next(iter(mine), None),
        exported_us=max(made, default=None),
        zone=asked.zone,
        layout=" and ".join(filter(None, what)),
        learned={
            "book": Book(Repeats() if messages > 1 else None, Repeats() if calls > 1 else None)
        },
    )


def _head(member: Member) -> bytes:
    try:
        return member.head(_HEAD)
    except UNREADABLE:
        return b""
