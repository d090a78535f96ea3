"""Calls, taken or not."""

from parasocial.readers.sms.book import Book
from parasocial.readers.sms.numbers import number
from parasocial.reading import Here, Meaning
from parasocial.reading.times import epoch
from parasocial.reading.xml_rows import Element
from parasocial.schema import EGO, Channel, Form, Interaction

_OUT = "2"
_TALKED = frozenset({"1", _OUT, "4", "7"})  # taken, made, voice mail, taken on another phone
_UNTAKEN = frozenset({"3", "5", "6"})  # missed, rejected, refused by a list


def call(row: Element, here: Here) -> Meaning:
    """A call; one from a hidden number says nothing.

    Raises:
        KeyError: It has no date or kind.
        ValueError: Its kind is new to us, or a number is none.
    """
    said = row.said
    kind = said["type"]
    if kind not in _TALKED and kind not in _UNTAKEN:
        raise ValueError("no direction")
    us = epoch(int(said["date"]))
    ms = int(said["duration"]) * 1_000 if kind in _TALKED else 0
    other = number(said.get("number"))
    book: Book = here.facts.learned["book"]
    if other is None or (book.calls and book.calls.again(here.parts, (us, kind, other))):
        return None
    given = kind == _OUT
    actor, target = (EGO, other) if given else (other, EGO)
    did = Interaction(Channel.CALL, actor, target, us, form=Form.CHAT, ms=ms)
    facts = book.meet(other, said.get("contact_name"))
    return (did, *facts) if facts else did
