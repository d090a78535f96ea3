"""WhatsApp exports: a zip per chat from Android, one from an old iPhone, a bare group file."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from .almanac import local
from .archive import write_zip
from .cast import EGO, WA, group_title, on
from .chat import Message, group, thread

IPHONE = "laras"
_SEALED = (
    "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, "
    "or share them."
)
_GROUP_LINES = (
    'Dimas Kos created group "Kos Melati"',
    "Dimas Kos added you",
    "Mbak Ayu 🌻 changed the group description",
)
_LTR = "\u200e"


def write(folder: Path) -> None:
    """Writes every chat."""
    for person in on(WA):
        name, said = person.ids[WA], thread(person, WA)
        if person.key == IPHONE:
            text = _iphone(name, said)
            write_zip(folder / f"WhatsApp Chat - {name}.zip", {"_chat.txt": text})
        else:
            title = f"WhatsApp Chat with {name}"
            text = _android(said, (_SEALED + " Learn more.",))
            write_zip(folder / f"{title}.zip", {f"{title}.txt": text})
    name = group_title(WA)
    text = _android(group(WA), (_SEALED + " Learn more.", *_GROUP_LINES))
    (folder / f"WhatsApp Chat with {name}.txt").write_bytes(text.encode())


def _android(said: Iterable[Message], system: Iterable[str]) -> str:
    """The text of an Android export: `dd/mm/yy, HH:MM - Name: words`."""
    said = list(said)
    stamp = f"{local(said[0].at):%d/%m/%y, %H:%M} - "
    lines = [stamp + line for line in system]
    lines += [
        f"{local(m.at):%d/%m/%y, %H:%M} - {m.sender}: {_ANDROID.get(m.how, _plain)(m)}"
        for m in said
    ]
    return "\n".join(lines) + "\n"


def _iphone(name: str, said: Iterable[Message]) -> str:
    """The text of an iPhone export: `[dd/mm/yy, h:mm:ss PM] Name: words`, marks included."""
    said = list(said)
    lines = [f"{_clock(said[0].at)} {name}: {_LTR}{_SEALED}"]
    for m in said:
        words = _IPHONE.get(m.how, _plain)(m)
        marked = _LTR if words.startswith(_LTR) else ""
        lines.append(f"{marked}{_clock(m.at)} {m.sender}: {words}")
    return "\n".join(lines) + "\n"


def _clock(ms: int) -> str:
    """The time as an iPhone writes it: 12 hours, a narrow no-break space before AM or PM."""
    at = local(ms)
    return f"[{at:%d/%m/%y}, {at.hour % 12 or 12}:{at:%M:%S}\u202f{at:%p}]"


def _plain(message: Message) -> str:
    """The words as they were written."""
    return message.text


def _deleted(message: Message) -> str:
    """What is left of a message that was taken back."""
    mine = message.sender == EGO.name
    return "You deleted this message" if mine else "This message was deleted"


_Words = Mapping[str, Callable[[Message], str]]
_ANDROID: _Words = {
    "media": lambda _: "<Media omitted>",
    "edited": lambda m: f"{m.text} <This message was edited>",
    "deleted": _deleted,
}
_IPHONE: _Words = {
    "media": lambda _: f"{_LTR}image omitted",
    "edited": lambda m: f"{m.text} {_LTR}<This message was edited>",
    "deleted": lambda m: f"{_LTR}{_deleted(m)}.",
    "call": lambda _: f"{_LTR}Voice call, {_LTR}4 min",
}
