"""Threads as Bluesky's ``getPostThread`` gives them: a post, and what answers it, nested."""

import re
from collections.abc import Iterator
from typing import Any

from parasocial.errors import WhoIsEgo
from parasocial.export import Export
from parasocial.readers.bluesky.addresses import author
from parasocial.reading import Asked, Facts, Here, Meaning
from parasocial.reading.crowd import Crowd
from parasocial.reading.times import iso
from parasocial.schema import EGO, Addressed, Channel, Fact, Form, Interaction, Log

LOOK = re.compile(rb'(?s)\A(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"thread"\s*:\s*\{')
_WHO = (
    "These threads begin with posts of several people, or do not say whose. Say with --creator "
    "and a handle or identifier (did:…) who you are."
)
_ROOT = re.compile(rb'"author"\s*:\s*\{[^{}]*?"did"\s*:\s*"(did:[\w.:%-]+)"')
_HEAD = 1 << 16


def facts(export: Export, asked: Asked) -> Facts:
    """Whose threads these are: who was named, or whose post each of them begins with.

    Raises:
        WhoIsEgo: Nobody was named, and they begin with posts of several people.
    """
    heads = [it.head(_HEAD) for it in export.members if it.path.suffix.lower() == ".json"]
    roots = {found[1].decode() for it in heads if LOOK.search(it) and (found := _ROOT.search(it))}
    named = {it.removeprefix("@") for it in asked.me}
    if not named and len(roots) != 1:
        raise WhoIsEgo(_WHO)
    return Facts(
        ego=frozenset(named or roots),
        account=min(named or roots),
        zone=asked.zone,
        layout="threads",
        learned={"crowd": Crowd()},
    )


def thread(row: dict[str, Any], here: Here) -> Meaning:
    """A whole thread, whoever wrote in it."""
    node = row["thread"]
    above: list[dict[str, Any]] = []
    while isinstance(parent := node.get("parent"), dict) and "post" in parent:
        above.append(parent)
        node = parent
    return list(_told(row["thread"], above, here))


def _told(top: dict[str, Any], above: list[dict[str, Any]], here: Here) -> Iterator[Fact]:
    crowd: Crowd = here.facts.learned["crowd"]
    root = _root(top["post"])
    waiting = [*above, top]
    while waiting:
        node = waiting.pop()
        if "post" not in node:
            continue  # blocked, deleted, or not fetched
        yield from _post(node["post"], root, here)
        waiting += reversed(node.get("replies") or ())
    yield from crowd.log(here.parts, Log(root))


def _root(post: dict[str, Any]) -> str:
    reply = post["record"].get("reply")
    return str(reply["root"]["uri"] if reply else post["uri"])


def _post(post: dict[str, Any], root: str, here: Here) -> Iterator[Fact]:
    crowd: Crowd = here.facts.learned["crowd"]
    record, by = post["record"], post["author"]
    reply = record.get("reply")
    parent = str(reply["parent"]["uri"]) if reply else None
    ego, did = here.facts.ego, str(by["did"])
    handle = by.get("handle")
    actor = EGO if did in ego or handle in ego else did
    other = here.who(author(parent)) if parent else None
    if other and crowd.author(parent):
        other = crowd.author(parent)
    crowd.wrote(str(post["uri"]), actor)
    to = None if other == actor else other
    text = record.get("text") or ""
    count = post.get("replyCount")
    yield Interaction(
        Channel.REPLY if parent else Channel.POST, actor, to, iso(record["createdAt"]),
        str(post["uri"]), Addressed.PERSON if to else Addressed.EVERYONE, Form.POST,
        words=len(text.split()) or None, group=root, reply_to=parent,
        text=text if actor is EGO and text else None, marks=here.marks(actor, text),
        replies=count if isinstance(count, int) else None,
    )  # fmt: skip
    for it in crowd.met(actor, by.get("displayName"), handle):
        if actor is not EGO:
            yield it
