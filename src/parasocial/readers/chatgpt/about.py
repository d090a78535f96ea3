"""What is known of a ChatGPT export before its first record: whose, and when it was made."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

import msgspec

from parasocial.export import Export
from parasocial.reading import Asked, Facts, File
from parasocial.reading.model import UNREADABLE
from parasocial.reading.times import micros

ONE, SEVERAL = "conversations.json", "conversations-*.json"

_MADE = re.compile(r"-(\d{4}(?:-\d\d){5})-[0-9a-f]{8,}")


class User(msgspec.Struct):
    """Whose export it is."""

    id: str = ""


def facts(export: Export, asked: Asked) -> Facts:
    """Ego's id, and when the export was made."""
    known = [*_ids(export), *asked.me]
    return Facts(
        ego=frozenset(known),
        account=next(iter(known), None),
        exported_us=next(filter(None, map(_made, (export.title, *export.tops()))), None),
        layout="several files (2026 on)" if export.matching(SEVERAL) else "one file",
    )


def _ids(export: Export) -> Iterator[str]:
    for member in export.matching("user.json"):
        with suppress(*UNREADABLE):
            if id_ := msgspec.json.decode(File(member).content, type=User).id:
                yield id_


def _made(title: str) -> int | None:
    if found := _MADE.search(title):
        with suppress(ValueError):
            return micros(datetime.strptime(found[1], "%Y-%m-%d-%H-%M-%S").replace(tzinfo=UTC))
    return None
