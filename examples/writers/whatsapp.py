"""WhatsApp: the text of each chat as an Android phone in English writes it.

Both sides, to the minute, by the time on the wall; names as they stand in the address book. No
ids, no reactions, no calls, nothing but the file's name to say who the other is.
"""

from collections.abc import Iterator, Sequence

from .model import Being, Beings, Deed, Files, talks
from .shapes import local

_SEALED = (
    "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, "
    "or share them. Learn more."
)


def native(being: Being) -> str:
    """The name in the address book, or the group's."""
    return being.name


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """A file for each chat."""
    del exported
    return {
        f"WhatsApp Chat with {beings[key].name}.txt": "".join(
            _lines(me, beings, key, said)
        ).encode()
        for key, said in talks(me, deeds).items()
    }


def _lines(me: Being, beings: Beings, key: str, said: Sequence[Deed]) -> Iterator[str]:
    clock = _clock(me, said[0])
    yield f"{clock} - {_SEALED}\n"
    if beings[key].kind == "group":
        yield f'{clock} - {beings[said[0].actor].name} created group "{beings[key].name}"\n'
    for deed in said:
        if deed.channel == "call":
            continue
        yield f"{_clock(me, deed)} - {beings[deed.actor].name}: {deed.text or '<Media omitted>'}\n"


def _clock(me: Being, deed: Deed) -> str:
    return f"{local(deed.at, me.zone):%d/%m/%y, %H:%M}"
