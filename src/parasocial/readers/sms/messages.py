"""Text and picture messages, with one person or with several."""

from collections.abc import Sequence

from parasocial.readers.sms.book import Book
from parasocial.readers.sms.numbers import number
from parasocial.reading import Here, Meaning
from parasocial.reading.times import epoch
from parasocial.reading.xml_rows import Element
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

# Bound once: looking up an enum's member takes as long as building the row.
_MESSAGE, _CHAT = Channel.MESSAGE, Form.CHAT
_GROUP, _PERSON = Addressed.GROUP, Addressed.PERSON
_SENT = "2"
_BOXES = frozenset({"1", _SENT})
_UNSENT = frozenset({"3", "4", "5", "6"})  # drafts, waiting, failed
_REPORTS = frozenset({"134", "135", "136"})  # delivered, read
_FROM, _TO = "137", frozenset({"151", "130", "129"})


def message(row: Element, here: Here) -> Meaning:
    """A message; drafts, what was never sent, and reports of delivery say nothing.

    Raises:
        KeyError: It has no date, or nothing says which way it went.
        ValueError: Likewise; or nothing says who of a group wrote it.
    """
    said = row.said
    picture = row.tag == "mms"
    box = said["msg_box" if picture else "type"]
    if box in _UNSENT or said.get("m_type") in _REPORTS:
        return None
    if box not in _BOXES:
        raise ValueError("no direction")
    us = epoch(int(said["date"]))
    others, sender = _ends(row, here) if picture else (_numbers(said.get("address")), None)
    text = _text(row) if picture else _words(said.get("body"))
    book: Book = here.facts.learned["book"]
    if not others or (book.messages and book.messages.again(here.parts, (us, box, text, *others))):
        return None
    given, contact = box == _SENT, said.get("contact_name")
    if len(others) == 1:
        actor, target = (EGO, others[0]) if given else (others[0], EGO)
        addressed, group, facts = _PERSON, None, book.meet(others[0], contact)
    else:
        actor = EGO if given else _known(sender)
        group, facts = book.group(others, contact)
        target, addressed = group, _GROUP
    words = len(text.split()) or None
    mine = text if words and actor is EGO else None
    did = Interaction(
        _MESSAGE, actor, target, us, None, addressed, _CHAT, None, words, group, text=mine
    )
    return (did, *facts) if facts else did


def _ends(row: Element, here: Here) -> tuple[Sequence[str], str | None]:
    """The others in a picture message, and who of them sent it."""
    sides = [
        (said.get("type"), number(said.get("address"))) for tag, said in row.inside if tag == "addr"
    ]
    known = [(side, it) for side, it in sides if it and it not in here.facts.ego]
    sender = next((it for side, it in known if side == _FROM), None)
    listed = [it for it in _numbers(row.said.get("address")) if it not in here.facts.ego]
    others = listed or [it for side, it in known if side == _FROM or side in _TO]
    return list(dict.fromkeys(others)), sender


def _known(sender: str | None) -> str:
    if sender is None:
        raise ValueError("no sender")
    return sender


def _numbers(address: str | None) -> Sequence[str]:
    if address and "~" in address:
        return list(dict.fromkeys(filter(None, map(number, address.split("~")))))
    it = number(address)
    return (it,) if it else ()


def _text(row: Element) -> str:
    parts = (said for tag, said in row.inside if tag == "part" and said.get("ct") == "text/plain")
    return " ".join(filter(None, (_words(said.get("text")) for said in parts)))


def _words(text: str | None) -> str:
    return "" if text is None or text == "null" else text
