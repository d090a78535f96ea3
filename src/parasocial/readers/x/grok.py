"""Chats with Grok, X's companion: it always answers and knows no one."""

from msgspec import Struct

from parasocial.reading import Here, Meaning
from parasocial.reading.times import iso
from parasocial.schema import EGO, Account, Channel, Form, Interaction, Kind

PROGRAM = "grok"

_ACCOUNT = Account(
    PROGRAM, name="Grok", kind=Kind.COMPANION, evidence="a program that always answers"
)
_MINE, _ITS = "USER", "AGENT"


class Sender(Struct, gc=False):
    """Who wrote a message."""

    name: str = ""


class Item(Struct, gc=False, rename="camel"):
    """One message of a chat, wrapped or not."""

    grok_chat_item: "Item | None" = None
    created_at: str = ""
    sender: Sender | str = ""
    message: str | None = None


def item(row: Item, here: Here) -> Meaning:
    """One message between ego and the program.

    Raises:
        ValueError: Neither of the two wrote it.
    """
    del here
    it = row.grok_chat_item or row
    name = (it.sender.name if isinstance(it.sender, Sender) else it.sender).upper()
    if name not in (_MINE, _ITS):
        raise ValueError("nobody wrote it")
    mine = name == _MINE
    text = it.message or ""
    words = len(text.split()) or None
    said = Interaction(
        Channel.MESSAGE, EGO if mine else PROGRAM, PROGRAM if mine else EGO, iso(it.created_at),
        form=Form.CHAT, words=words, text=text if mine and words else None,
    )  # fmt: skip
    return _ACCOUNT, said
