"""Conversations as Meta exports them: one folder per thread, its messages in numbered files."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec import Struct
from selectolax.lexbor import LexborNode

from parasocial.reading.meta import repaired
from parasocial.reading.meta_html import Block, blocks, children, page, plain
from parasocial.reading.model import Broken, File, Table
from parasocial.reading.shapes import under

_SENDER = re.compile(rb'"sender_name"\s*:\s*("(?:[^"\\]|\\.)*")')
_OPEN = b'"joinable_mode"'
_REACTIONS = b'"reactions"'
_REACTED = re.compile(r"(?P<who>.*?)\s*(?:\((?P<date>[^()]*\d{4}[^()]*)\))?", re.DOTALL)
_TWO = 2
_HEAD = ("participants", "title", "thread_path", "joinable_mode")


class Reaction(Struct, gc=False):
    """Somebody's reaction to a message.

    Attributes:
        actor: Their display name; on a page, right behind the emoji.
        date: None in JSON; on a page the date shown, or empty.
    """

    actor: str = ""
    timestamp: float | None = None
    date: str | None = None


class Share(Struct, gc=False):
    """What a message passes on. The words in it are somebody else's and are never read."""

    link: str | None = None
    original_content_owner: str | None = None
    profile_share_username: str | None = None
    profile_share_name: str | None = None


class Message(Struct, gc=False):
    """One message; ``date`` only on pages."""

    sender_name: str = ""
    timestamp_ms: float | None = None
    content: str | None = None
    reactions: list[Reaction] | Reaction | None = None
    share: Share | None = None
    call_duration: float | None = None
    type: str | None = None
    is_unsent: bool | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """What a thread's file says once for all of its messages.

    Attributes:
        names: The participants' display names, where the file lists them.
        title: The thread's name; between two people, the other's display name.
        path: Where the platform keeps it; its last part names the thread.
        group: More than two can be in it.
        only: Who alone speaks, in a thread that anybody can join; None elsewhere.
        reactions: Reactions stand on the messages they are about.
    """

    names: tuple[str, ...] = ()
    title: str = ""
    path: str = ""
    group: bool = False
    only: str | None = None
    reactions: bool = False


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of one file of a thread, and the ``Thread`` in the table's head."""

    key: str = "messages"

    def __call__(self, file: File, row: Any) -> Table:
        """Find the messages of *file*."""
        if _on_page(file):
            if "messages" not in file.cache:
                file.cache["messages"] = list(_page_messages(file))
            found = file.cache["messages"]
            return Table(iter((found,)), {"thread": _page_thread(file, found)})
        table = under(self.key, head=_HEAD)(file, row)
        return Table(table.batches, {"thread": _thread(file, table)})


@dataclass(frozen=True, slots=True)
class Threads:
    """The one ``Thread`` that a file is part of, as a record of its own."""

    def __call__(self, file: File, row: Any) -> Table:
        """Find the thread of *file*."""
        head = Messages()(file, Message).head
        del row
        return Table(iter(((head["thread"],),)))


def _on_page(file: File) -> bool:
    return file.member.path.suffix.lower() == ".html"


def _thread(file: File, table: Table) -> Thread:
    head = table.head
    listed = head.get("participants")
    people = listed if isinstance(listed, list) else [listed]
    told = (_words(it.get("name")) for it in people if isinstance(it, dict))
    names = tuple(filter(None, told))
    title = _words(head.get("title"))
    content = file.content
    joinable = _OPEN in content
    return Thread(
        names=names,
        title=title,
        path=_words(head.get("thread_path")),
        group=len(names) > _TWO or (joinable and title not in names),
        only=_only(content) if joinable else None,
        reactions=_REACTIONS in content,
    )


def _words(told: object) -> str:
    return repaired(told) if isinstance(told, str) else ""


def _only(content: bytes) -> str | None:
    senders = set(_SENDER.findall(content))
    if len(senders) != 1:
        return None
    return _words(json.loads(senders.pop()))


def _page_thread(file: File, found: Sequence[Message | Broken]) -> Thread:
    root = _root(file)
    title = root.parser.css_first("title") if root is not None and root.parser else None
    said = [it for it in found if isinstance(it, Message)]
    senders = {it.sender_name for it in said}
    # "Participants: A, B and C" and the link to join stand above a group's messages.
    heads = [plain(it) for it in root.css("h2")] if root is not None else []
    return Thread(
        title=plain(title) if title is not None else "",
        group=any(":" in head for head in heads if head not in senders),
        reactions=any(it.reactions for it in said),
    )


def _root(file: File) -> LexborNode | None:
    if "page" not in file.cache:
        file.cache["page"] = page(file.content)
    root: LexborNode | None = file.cache["page"]
    return root


def _page_messages(file: File) -> Iterator[Message | Broken]:
    if (root := _root(file)) is not None:
        yield from map(_page_message, blocks(root))


def _page_message(block: Block) -> Message | Broken:
    inside = children(block.node)
    if not inside:
        return Broken("NoSender")
    sender, *rest = inside
    body = rest[0] if len(rest) > 1 else None
    return Message(
        sender_name=plain(sender),
        content=_text(body) if body is not None else None,
        reactions=[
            Reaction(actor=found["who"], date=found["date"] or "")
            for it in block.node.css("li")
            if (found := _REACTED.fullmatch(plain(it)))
        ],
        share=Share(link=block.href) if block.href else None,
        date=block.date,
    )


def _text(body: LexborNode) -> str | None:
    """The words of a message: what it shares or shows stands in later parts."""
    while not body.text(deep=False).strip() and len(inside := children(body)) == 1:
        [body] = inside
    parts = [body] if body.text(deep=False).strip() else children(body)[:2]
    words = [part.text(separator=" ").strip() for part in parts if not children(part)]
    return next(filter(None, words), None)
