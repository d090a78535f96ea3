"""Conversations as trees: of each, the messages of the branch that stands at its end.

An edited question or another try at an answer starts a branch of its own from the same place.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Raw, Struct, field

from parasocial.readers.chatgpt.trees import trees
from parasocial.reading import Broken, File, Row, Table
from parasocial.reading.halves import NotJson, mended

_NOTHING = Raw(b"null")


class Author(Struct, gc=False):
    """Who speaks: user, assistant, system or tool."""

    role: str


class Content(Struct):
    """What is said: words, and descriptions of pictures and sound."""

    content_type: str = "text"
    parts: list[Any] | None = None


class About(Struct, gc=False):
    """What a message says about itself."""

    hidden: bool | None = field(default=None, name="is_visually_hidden_from_conversation")
    of_system: bool | None = field(default=None, name="is_user_system_message")


class Message(Struct):
    """One message.

    Attributes:
        recipient: ``all``, or the tool that it is for.
        channel: ``final`` or None, or one in which the assistant thinks.
        since: When the message before it was written, or the conversation began.
        until: When the conversation was last changed.
        first: Whether it is the first of its file.
    """

    author: Author
    id: str | None = None
    create_time: float | None = None
    content: Content | None = None
    metadata: About | None = None
    recipient: str | None = None
    channel: str | None = None
    since: float | None = None
    until: float | None = None
    first: bool = False


class Node(Struct, gc=False):
    """One place in the tree; its message is decoded where it lies on the branch."""

    parent: str | None = None
    children: tuple[str, ...] | None = None
    message: Raw = _NOTHING


class Conversation(Struct):
    """One conversation, as a tree."""

    mapping: dict[str, Node] | None = None
    current_node: str | None = None
    create_time: float | None = None
    update_time: float | None = None


_CONVERSATION = msgspec.json.Decoder(Conversation)
_MESSAGE = msgspec.json.Decoder(Message)


def branches(file: File, row: Any) -> Table:
    """The messages of all conversations."""
    del row
    return Table(_messages(file))


def _messages(file: File) -> Iterator[Sequence[Row | Broken]]:
    first = True
    with file.member.open() as stream:
        for tree in trees(stream):
            found = list(_branch(tree))
            if first and (it := next((it for it in found if type(it) is Message), None)):
                it.first, first = True, False
            yield found


def _decoded(content: bytes) -> Conversation | Broken:
    try:
        return _CONVERSATION.decode(content)
    except msgspec.ValidationError as error:
        return Broken(type(error).__name__)
    except (msgspec.DecodeError, UnicodeDecodeError):
        try:
            return _decoded(mended(content))
        except NotJson as error:
            return Broken(type(error).__name__)


def _branch(tree: bytes) -> Iterator[Message | Broken]:
    talk = _decoded(tree)
    if isinstance(talk, Broken):
        yield talk
        return
    since = talk.create_time
    for node in _chain(talk.mapping or {}, talk.current_node):
        if node.message == _NOTHING:
            continue  # the root
        try:
            message = _MESSAGE.decode(node.message)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            yield Broken(type(error).__name__)
            continue
        message.since, message.until = since, talk.update_time
        since = message.create_time or since
        yield message


def _chain(mapping: dict[str, Node], last: str | None) -> Sequence[Node]:
    """From the root to the node that is shown last; without one, to the newest end."""
    at = last
    if at not in mapping:
        at = next((id_ for id_ in reversed(mapping) if not mapping[id_].children), None)
    found: dict[str, Node] = {}
    while at is not None and at not in found and (node := mapping.get(at)):
        found[at] = node
        at = node.parent
    return [*reversed(found.values())]
