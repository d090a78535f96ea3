"""What ego said on Bluesky: posts, replies, mentions, quotes."""

import re
from collections.abc import Iterator
from typing import Any

from parasocial.readers.bluesky.addresses import POST, author
from parasocial.readers.bluesky.clock import when
from parasocial.reading import Here, Meaning
from parasocial.schema import EGO, Account, Addressed, Channel, Fact, Form, Interaction

_HANDLE = re.compile(r"@?((?:[a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{0,62})", re.IGNORECASE | re.ASCII)
_EVIDENCE = "a mention"


def post(record: dict[str, Any], key: str, here: Here) -> Meaning:
    """A post: to everyone, or to the author of what it answers; and whom it mentions or quotes."""
    us = when(record, key, here)
    reply = record.get("reply")
    address = reply["parent"]["uri"] if reply else None
    other = author(address) if address else None
    to_ego = other is None or other in here.facts.ego
    text = record.get("text") or None
    said = Interaction(
        Channel.POST if to_ego else Channel.REPLY,
        EGO,
        None if to_ego else other,
        us,
        _item(key, here),
        Addressed.EVERYONE if to_ego else Addressed.PERSON,
        Form.POST,
        words=len(text.split()) if text else None,
        reply_to=address,
        text=text,
    )
    if "facets" in record or "embed" in record or "entities" in record:
        return [said, *_mentioned(record, said, here), *_quoted(record, us, here)]
    return said


def _item(key: str, here: Here) -> str:
    owner = here.head.get("did") or here.facts.account
    return f"at://{owner}{POST}{key}" if owner else key


def _mentioned(record: dict[str, Any], said: Interaction, here: Here) -> Iterator[Fact]:
    """Whom a post mentions, once each; who is answered is addressed already."""
    addressed = {said.target, *here.facts.ego}
    for did, name in _names(record):
        if name and did not in here.facts.ego:
            yield Account(did, handle=name.lower(), evidence=_EVIDENCE)
        if did not in addressed:
            addressed.add(did)
            # The words are counted once, with the post.
            yield Interaction(Channel.MENTION, EGO, did, said.us, said.item, form=Form.POST)


def _names(record: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    """The account in each mention, and the handle that the post writes it by."""
    content = (record.get("text") or "").encode()
    for facet in record.get("facets") or ():
        for feature in facet["features"]:
            if feature["$type"].endswith("facet#mention"):
                at = facet["index"]
                written = content[at["byteStart"] : at["byteEnd"]].decode(errors="replace")
                name = _HANDLE.fullmatch(written.strip())
                yield feature["did"], name[1] if name else None
    # What mentions were called until the spring of 2023.
    for entity in record.get("entities") or ():
        if entity["type"] == "mention":
            yield entity["value"], None


def _quoted(record: dict[str, Any], us: int, here: Here) -> Iterator[Interaction]:
    """The post that a post quotes: passed on, like a repost; the words beside it are for all."""
    shown = (record.get("embed") or {}).get("record")
    if shown is None:
        return
    address = shown["uri"] if "uri" in shown else shown["record"]["uri"]
    other = author(address)
    if POST in address and other not in here.facts.ego:
        yield Interaction(Channel.SHARE, EGO, other, us, address, Addressed.EVERYONE, Form.POST)
