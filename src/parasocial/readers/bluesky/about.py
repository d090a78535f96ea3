"""Whose repository it is, and until when it can hold anything."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

import msgspec

from parasocial.export import Export
from parasocial.readers.bluesky.addresses import DID
from parasocial.readers.bluesky.clock import tid
from parasocial.reading import Asked, Facts, File
from parasocial.reading.car import commit
from parasocial.reading.model import UNREADABLE

REPOSITORY = "repo.car|*.car"
UNPACKED = "app.bsky.*/*.json"
_COMMIT = "_commit.json"


def facts(export: Export, asked: Asked) -> Facts:
    """Ego's identifier, and the last change to the repository."""
    commits = list(_commits(export))
    told = [it["did"] for it in commits if isinstance(it.get("did"), str)]
    own = list(dict.fromkeys(it for it in (*told, *_folders(export)) if DID.fullmatch(it)))
    revisions = [tid(it["rev"]) for it in commits if isinstance(it.get("rev"), str)]
    packed = export.matching(*REPOSITORY.split("|"))
    return Facts(
        ego=frozenset((*asked.me, *own)),
        account=next(iter((*own, *asked.me)), None),
        zone=asked.zone,
        layout="repository (CAR)" if packed else "repository unpacked to JSON",
        learned={"until": max((it for it in revisions if it is not None), default=None)},
    )


def _commits(export: Export) -> Iterator[Mapping[str, Any]]:
    """What repositories say about themselves, as far as it can be read."""
    for member in export.matching(*REPOSITORY.split("|")):
        yield commit(File(member))
    for member in export.matching(_COMMIT):
        with suppress(*UNREADABLE):
            yield msgspec.json.decode(member.head(), type=dict[str, Any])


def _folders(export: Export) -> Iterator[str]:
    """The identifiers that folders of unpacked repositories are called by."""
    found = {member.path.parts[:-2] for member in export.matching(UNPACKED)}
    for name in sorted({folders[-1] if folders else export.title for folders in found}):
        # Some systems allow no colon in a name.
        yield name if ":" in name else name.replace("_", ":")
