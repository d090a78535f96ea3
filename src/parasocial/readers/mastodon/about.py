"""Whose archive it is, and when it was made."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

import msgspec
from msgspec import Struct, field

from parasocial.export import Export
from parasocial.readers.mastodon.addresses import actor, address, server
from parasocial.reading import Asked, Facts
from parasocial.reading.model import UNREADABLE
from parasocial.reading.times import micros

COLLECTIONS = {
    name: re.compile(rb'"id"\s*:\s*"' + name.encode() + rb'\.json"\s*,\s*"type"\s*:\s*"Ordered')
    for name in ("outbox", "likes", "bookmarks")
}
"""How the collections of an archive begin; other platforms call files alike."""

_OWNER = re.compile(rb'"actor"\s*:\s*"([^"\\]+)"')
_MADE = re.compile(r"archive-(\d{14})-[0-9a-f]{8,}.*", re.DOTALL)
_HEAD = 65_536


class Owner(Struct):
    """Whose archive it is, as ``actor.json`` says."""

    id: str = ""
    url: str | None = None
    name: str = field(name="preferredUsername", default="")


def facts(export: Export, asked: Asked) -> Facts:
    """Ego's pages and address."""
    owners = list(_owners(export))
    pages = [page for it in owners for page in (it.id, it.url) if page]
    home = next((found for page in pages if (found := server(page))), None)
    names = [it.name for it in owners if it.name]
    own = [found for name in names if (found := address(name, home))]
    own += [actor(page) for page in pages if page.startswith("http")]
    given = [address(me, home) or me for me in asked.me]
    archive = export.matching("outbox.json")
    return Facts(
        ego=frozenset((*own, *pages, *given, *asked.me)),
        account=next((it for it in given if it in own), next(iter((*own, *given)), None)),
        exported_us=next(filter(None, map(_made, (export.title, *export.tops()))), None),
        layout="archive" if archive else "lists alone",
        learned={"home": home},
    )


def _owners(export: Export) -> Iterator[Owner]:
    for member in export.matching("actor.json"):
        with suppress(*UNREADABLE):
            yield msgspec.json.decode(member.head(member.size), type=Owner)
    for member in export.matching("outbox.json"):
        with suppress(*UNREADABLE):
            if found := _OWNER.search(member.head(_HEAD)):
                yield Owner(found[1].decode())


def _made(title: str) -> int | None:
    if found := _MADE.fullmatch(title):
        with suppress(ValueError):
            return micros(datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC))
    return None
