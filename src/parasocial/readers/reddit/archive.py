"""Comments and posts as archives of Reddit keep them: one JSON object a line, packed or not."""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from parasocial.errors import WhoIsEgo
from parasocial.export import Export, Member
from parasocial.reading import Asked, Facts, File, Here, Meaning
from parasocial.reading.crowd import Crowd
from parasocial.reading.lines import blocks
from parasocial.reading.model import UNREADABLE
from parasocial.reading.times import SECOND
from parasocial.schema import EGO, GONE, Addressed, Channel, Fact, Form, Interaction, Log

LOOK = re.compile(
    rb'\A(?:\xef\xbb\xbf)?\s*\{(?=.*?"subreddit(?:_id)?"\s*:)(?=.*?"created_utc"\s*:)'
    rb'(?=.*?"(?:link_id|selftext|is_self)"\s*:)',
    re.DOTALL,
)
_SUBMITTED = re.compile(
    rb'"author"\s*:\s*"([\w-]{1,40})"(?=[^\n]*"is_submitter"\s*:\s*true)'
    rb'|"is_submitter"\s*:\s*true(?=[^\n]*"author"\s*:\s*"([\w-]{1,40})")'
)
_BLOCKS = 400
_NOBODY = frozenset({"[deleted]", "[removed]", ""})
_WHO = (
    "These comments are below posts of several people, or do not say whose. Say with --creator and "
    "a user name who you are."
)


class Said(Struct, gc=False):
    """A comment, or a post, which alone has a title."""

    id: str
    author: str | None = None
    body: str | None = None
    title: str | None = None
    selftext: str | None = None
    created_utc: int | float | str | None = None
    link_id: str | None = None
    parent_id: str | None = None
    is_submitter: bool | None = None
    num_comments: int | None = None


def facts(export: Export, asked: Asked) -> Facts:
    """Whose posts these are: who was named, or the one that the comments call so.

    Raises:
        WhoIsEgo: Nobody was named, and the files do not name exactly one.
    """
    named = [it.removeprefix("/").removeprefix("u/") for it in asked.me]
    owners = {it for member in export.members for it in _owners(member)} if not named else set()
    if not named and len(owners) != 1:
        raise WhoIsEgo(_WHO)
    ego = named or list(owners)
    return Facts(
        ego=frozenset(it.casefold() for it in ego),
        account=ego[0],
        zone=asked.zone,
        layout="an archive of comments",
        learned={"crowd": Crowd()},
    )


def _owners(member: Member) -> Iterator[str]:
    if member.path.suffix.lower() not in (".ndjson", ".jsonl", ".json", ".zst"):
        return
    try:
        for block in islice(blocks(File(member)), _BLOCKS):
            for it in _SUBMITTED.finditer(block):
                yield (it[1] or it[2]).decode()
    except UNREADABLE:
        return


def said(it: Said, here: Here) -> Meaning:
    """A comment below a post, or a post."""
    author = it.author or ""
    actor = GONE if author in _NOBODY else EGO if author.casefold() in here.facts.ego else author
    if it.created_utc is None:
        raise ValueError("no time")
    us = int(float(it.created_utc)) * SECOND
    return list(_told(it, actor, us, here))


def _told(it: Said, actor: str, us: int, here: Here) -> Iterator[Fact]:
    crowd: Crowd = here.facts.learned["crowd"]
    post = it.link_id is None
    name = f"t3_{it.id}" if post else f"t1_{it.id}"
    group = name if post else it.link_id
    parent = None if post else it.parent_id
    text = "\n".join(filter(None, (it.title, it.selftext))) if post else it.body or ""
    known = crowd.author(parent)
    to = known if known not in (actor, GONE) else None
    reply = parent is not None and parent.startswith("t1_")
    to = None if actor is GONE else to
    crowd.wrote(name, actor)
    yield Interaction(
        Channel.POST if post else Channel.REPLY if reply else Channel.COMMENT,
        actor, to, us, name,
        Addressed.PERSON if to else Addressed.EVERYONE, Form.POST,
        words=len(text.split()) or None, group=group, reply_to=parent,
        text=text if actor is EGO else None, marks=here.marks(actor, text),
    )  # fmt: skip
    yield from (one for one in crowd.met(actor, actor, actor) if actor is not EGO)
    if group:
        yield from crowd.log(here.parts, Log(group))
