"""Threads as Mastodon's ``/api/v1/statuses/ID/context`` gives them: what stands above and below."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from msgspec import Struct

from parasocial.errors import WhoIsEgo
from parasocial.export import Export
from parasocial.readers.mastodon.addresses import actor as address_of
from parasocial.reading import Asked, Facts, File, Here, Meaning, Row, Table
from parasocial.reading.crowd import Crowd
from parasocial.reading.programs import EVIDENCE
from parasocial.reading.shapes import either
from parasocial.reading.times import iso
from parasocial.schema import EGO, Account, Addressed, Channel, Fact, Form, Interaction, Kind, Log

LOOK = re.compile(rb'(?s)\A(?:\xef\xbb\xbf)?\s*\{\s*"(?:ancestors|descendants)"\s*:\s*\[')
_BREAK = re.compile(r"<br\s*/?>|</p>\s*<p>")
_TAG = re.compile(r"<[^>]*>")
_CALLED = re.compile(r"(?:@[\w.-]+(?:@[\w.:-]+)?\s+)+")
_WHO = (
    "A thread of Mastodon's does not say which of its accounts is yours. Say it with --creator "
    "and your address, name@server."
)


class Poster(Struct, gc=False):
    """Who wrote a post."""

    id: str
    acct: str = ""
    display_name: str | None = None
    url: str = ""
    bot: bool | None = None


class Status(Struct, gc=False):
    """One post."""

    id: str
    created_at: str
    account: Poster
    content: str = ""
    in_reply_to_id: str | None = None
    in_reply_to_account_id: str | None = None
    replies_count: int | None = None


class Context(Struct):
    """What stands around a post, which itself is not there."""

    ancestors: list[Status] = []
    descendants: list[Status] = []


def facts(export: Export, asked: Asked) -> Facts:
    """Who is ego: whoever was named.

    Raises:
        WhoIsEgo: Nobody was named.
    """
    del export
    if not asked.me:
        raise WhoIsEgo(_WHO)
    return Facts(
        ego=frozenset(it.removeprefix("@").lower() for it in asked.me),
        account=asked.me[0].removeprefix("@").lower(),
        zone=asked.zone,
        layout="threads",
        learned={"crowd": Crowd(), "numbers": {}},
    )


def statuses(file: File, row: Row) -> Table:
    """The posts of a context, each with the first post of the thread."""
    table = either()(file, row)

    def unpacked() -> Iterator[Sequence[object]]:
        for batch in table.batches:
            for it in batch:
                if not isinstance(it, Context):
                    yield [it]
                    continue
                them = [*it.ancestors, *it.descendants]
                first = them[0].in_reply_to_id or them[0].id if them else ""
                yield [(one, first) for one in them]

    return Table(unpacked())


def status(row: tuple[Status, str], here: Here) -> Meaning:
    """A post, whoever wrote it."""
    return list(_told(*row, here))


def _told(it: Status, root: str, here: Here) -> Iterator[Fact]:
    crowd: Crowd = here.facts.learned["crowd"]
    numbers: dict[str, str] = here.facts.learned["numbers"]
    who = address_of(it.account.url)
    actor = here.who(who)
    numbers[it.account.id] = actor
    parent = it.in_reply_to_id
    other = numbers.get(it.in_reply_to_account_id or "")
    if other is None and parent is not None:
        other = EGO if actor is not EGO else None  # below a post of ego's that is not here
    to = None if other == actor else other
    text = unescape(_TAG.sub("", _BREAK.sub("\n", it.content)))
    text = _CALLED.sub("", text, count=1) if text.startswith("@") else text
    yield Interaction(
        Channel.REPLY if parent else Channel.POST, actor, to, iso(it.created_at), it.id,
        Addressed.PERSON if to else Addressed.EVERYONE, Form.POST,
        words=len(text.split()) or None, group=root, reply_to=parent,
        text=text if actor is EGO and text else None, marks=here.marks(actor, text),
        replies=it.replies_count,
    )  # fmt: skip
    if actor is not EGO:
        for account in crowd.met(actor, it.account.display_name, it.account.acct):
            named = Account(account.id, account.name, account.handle, Kind.BRAND, EVIDENCE)
            yield named if it.account.bot else account
    yield from crowd.log(here.parts, Log(root))
