"""Chats as lines: a stamp, a name, what was said; lines without a stamp go on with it.

The stamp is written as the phone's language writes dates. One file has one way of writing it,
which is learned from its beginning and made into one regular expression.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from parasocial.export import Member

CHUNK = 1 << 20
_LONGEST = 1 << 18  # WhatsApp stops a message at 65,536 characters
_HEAD = 1 << 16

_MARKS: Final = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_CLEAN = dict.fromkeys(map(ord, _MARKS)) | dict.fromkeys((0xA0, 0x202F, 0x2009), " ")
_CLEAN |= {0x2010: "-", 0x2011: "-"}

_SEPARATOR = r"\s?[\u200e\u200f]?[./\-\u2013\u5e74\ub144\u6708\uc6d4][\u200e\u200f]?\s?"
_DATE = rf"\d{{1,4}}{_SEPARATOR}\d{{1,2}}{_SEPARATOR}\d{{2,4}}(?:\.|\u65e5|\uc77c)?"
_MINUTE = rf"{_DATE}[^\d\n\[\]]{{1,18}}?\d{{1,2}}[:.]\d{{2}}"
_AFTER = r"[^\d\n\[\]:]{0,14}?"
_HALF = r"(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
_NAME = r"(?:([^:\n]{1,90}(?::\S[^:\n]{0,60})?):(?: |(?=\n|\Z)))?"
_WAYS: Final = (
    ("iPhone", r"\[", _AFTER, r"\] ?"),
    ("Android", "", _AFTER, r"\s[-\u2013\u2014]\s"),
    ("iPhone", "", _HALF, ": "),  # before 2017
)

_DIGIT = (
    rb"(?:\d|\xd9[\xa0-\xa9]|\xdb[\xb0-\xb9]|\xe0(?:[\xa5\xa7][\xa6-\xaf]|\xb9[\x90-\x99])"
    rb"|\xe1\x81[\x80-\x89])"
)  # Arabic, Persian, Devanagari, Bengali, Thai, Burmese
_NEITHER = rb"(?:(?!" + _DIGIT + rb")[^\n\[\]])"
_STAMP = _DIGIT + rb"+(?:" + _NEITHER + rb"{1,24}" + _DIGIT + rb"+){4,5}"
LOOKS = re.compile(
    rb"(?m)^(?:\xef\xbb\xbf)?(?:\xe2\x80\x8e)?(?:\["
    + (_STAMP + _NEITHER + rb"{0,24}\] |")
    + (_STAMP + rb"(?:(?!:)" + _NEITHER + rb"){0,24}? (?:-|\xe2\x80[\x93\x94]) |")
    + (_STAMP + rb" ?(?i:[ap]\.?m\.?)?: )")
)
"""What the beginning of such a chat looks like."""

Way: TypeAlias = tuple[str, str, str, str]
Batch: TypeAlias = list[tuple[Any, ...]]


class Line(NamedTuple):
    """One message, as its line gives it. A batch holds plain tuples of these fields.

    Attributes:
        mark: U+200E where one stands before the stamp: the message has a file.
        stamp: Date and clock, to the two digits of the minute.
        second: None where the clock has no seconds.
        after: What follows the clock, in most languages the half of the day.
        who: The name as written; None for a line of the app's own.
        text: All that was said, continued lines included.
    """

    mark: str
    stamp: str
    second: str | None
    after: str
    who: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Style:
    """How one file writes its stamps.

    Attributes:
        phone: What kind of phone writes like that.
    """

    pattern: re.Pattern[str]
    phone: str


def style_of(member: Member) -> Style | None:
    """How *member* writes its stamps; None if it has none."""
    head = "\n" + member.head(_HEAD).decode("utf-8-sig", errors="ignore").replace("\r\n", "\n")
    found = [(len(lines), way, lines) for way in _WAYS if (lines := _general(way).findall(head))]
    if not found:
        return None
    count, way, lines = max(found, key=lambda it: it[0])
    narrow = _narrowed(way, lines)
    same = len(narrow.findall(head)) == count
    return Style(narrow if same else _general(way), way[0])


def _pattern(way: Way, minute: str, rest: str) -> re.Pattern[str]:
    return re.compile(rf"\n(\u200e?){way[1]}({minute}){rest}{way[3]}{_NAME}")


def _general(way: Way) -> re.Pattern[str]:
    return _pattern(way, _MINUTE, rf"(?:[:.](\d{{2}}))?({way[2]})")


def _narrowed(way: Way, lines: Batch) -> re.Pattern[str]:
    """The one way in which all *lines* are written, which is quicker to match."""
    stamps = {re.sub(r"\d+", "0", stamp) for _, stamp, *_ in lines}
    seconds = {bool(second) for _, _, second, *_ in lines}
    afters = {re.sub(r"^(\s?)[AaPp]\b|^(\s?)[AaPp](?=[Mm.])", r"\1\2A", line[3]) for line in lines}
    if len(stamps) > 1 or len(seconds) > 1 or len(afters) > 1:
        return _general(way)
    [stamp], [second], [after] = stamps, seconds, afters
    if any(map(str.isalpha, stamp)) or not re.fullmatch(r"(?:\s?A\.?\s?[Mm]\.?)?", after):
        return _general(way)  # a word may be the half of the day, and the other one come later
    minute = re.escape(stamp).replace("0", r"\d+")
    half = re.escape(after).replace("A", "[AaPp]", 1)
    return _pattern(way, minute, (r"[:.](\d\d)" if second else "()") + f"({half})")


def messages(member: Member, style: Style) -> Iterator[Batch]:
    """The messages of *member*, as tuples in the order of ``Line``, a chunk at a time."""
    with (
        member.open() as stream,
        io.TextIOWrapper(stream, "utf-8-sig", errors="replace") as text,
    ):
        rest = "\n"
        while chunk := text.read(CHUNK):
            rest += chunk
            last = _last(rest, style.pattern)
            if last > 0:
                yield _rows(rest[:last], style.pattern)
            rest = rest[last:]
            if len(rest) > _LONGEST + CHUNK:
                rest = rest[:_LONGEST]
        yield _rows(rest.rstrip("\n"), style.pattern)


@lru_cache(maxsize=4_096)
def clean(name: str) -> str:
    """A name without the marks that only steer its direction, and with plain spaces."""
    return name.translate(_CLEAN).removeprefix("~").strip()


def _rows(text: str, pattern: re.Pattern[str]) -> Batch:
    # split and zip make the tuples without a step of ours per message.
    parts = iter(pattern.split(text)[1:])
    return list(zip(*[parts] * len(Line._fields), strict=True))


def _last(text: str, pattern: re.Pattern[str]) -> int:
    """Where the last message begins, which may go on in the next chunk; 0 if there is none."""
    at = len(text)
    while (at := text.rfind("\n", 0, at)) > 0:
        if pattern.match(text, at):
            return at
    return 0
