"""A first look at a chat: who speaks, how its dates are written."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from parasocial.export import Member
from parasocial.readers.whatsapp.clock import Order, orders
from parasocial.readers.whatsapp.said import own
from parasocial.readers.whatsapp.titles import alike, named
from parasocial.reading.chat_lines import LOOKS, Batch, clean, messages, style_of
from parasocial.reading.model import UNREADABLE

A_CHAT_OF_TWO = 2
_ENOUGH = 300_000
_SAMPLE = 2_000
_NAME = 60
_OFTEN = 3
_HOUR = re.compile(r"(\D*)(\d+)\D$")
QUOTES = re.compile('["“”„«»「」״]')


@dataclass(slots=True)
class Seen:
    """What a first look at a chat shows."""

    other: str | None
    room: str | None
    phone: str
    speakers: Counter[str] = field(default_factory=Counter)
    longer: dict[str, str] = field(default_factory=dict)
    stamps: list[str] = field(default_factory=list)
    befores: set[str] = field(default_factory=set)
    afters: set[str] = field(default_factory=set)
    latest_hour: int = 0
    order: tuple[Order, ...] = ()

    @property
    def shape(self) -> object:
        """How the phone writes stamps: what is left of one without its digits."""
        return self.phone, re.sub(r"\d+", "", "".join(self.stamps[:1]))

    @property
    def namesake(self) -> str | None:
        """The speaker whom the file is called after."""
        if self.other is None:
            return None
        if self.other in self.speakers:
            return self.other
        return next((name for name in self.speakers if alike(self.other, name)), None)

    @property
    def voices(self) -> list[str]:
        """Who speaks. Beside a namesake and one other, whoever does so more than by accident."""
        ranked = [name for name, _ in self.speakers.most_common()]
        if (namesake := self.namesake) is None:
            return ranked
        others = [name for name in ranked if name != namesake]
        return [namesake, *others[:1], *(it for it in others[1:] if self.speakers[it] >= _OFTEN)]

    @property
    def partner(self) -> str | None:
        """The speaker whom the file is called after, if it is a chat of two."""
        return self.namesake if len(self.voices) <= A_CHAT_OF_TWO else None

    @property
    def is_group(self) -> bool:
        """More than two speak, or two of whom the file is called after neither."""
        voices = len(self.voices)
        unknown = self.other is not None and self.namesake is None
        return voices > A_CHAT_OF_TWO or (voices == A_CHAT_OF_TWO and unknown)


def look(member: Member, export_title: str, looked: dict[str, Seen]) -> None:
    """Read who speaks and how dates are written, from the beginning of a long chat."""
    if member.path.suffix.lower() != ".txt":
        return
    try:
        style = style_of(member) if LOOKS.search(member.head()) else None
        if style is None:
            return
        other, room = named(member, export_title)
        # Two files of one name are one chat exported twice.
        seen = looked.setdefault(member.name, Seen(other, room, style.phone))
        count = 0
        for batch in messages(member, style):
            _count(batch, seen)
            count += len(batch)
            # Who speaks and how dates run shows long before; the rest would only cost time.
            if count > _ENOUGH and len(orders(seen.stamps)) == 1:
                break
    except UNREADABLE:
        return


def _count(batch: Batch, seen: Seen) -> None:
    said = [(who, text) for mark, *_, who, text in batch if who and not own(mark, text)]
    if not seen.stamps:
        seen.longer = _longer(said[:_SAMPLE])
    for written, count in Counter(who for who, _ in said).items():
        # "Ana named the group "Trip: 2026"" reads like a name and something said.
        if count >= _OFTEN or not QUOTES.search(written):
            seen.speakers[clean(seen.longer.get(written, written))] += count
    hours = dict.fromkeys(stamp[:-2] for _, stamp, *_ in batch)
    seen.stamps += hours
    seen.afters.update(after for _, _, _, after, *_ in batch)
    for stamp in hours:
        if found := _HOUR.search(stamp):
            seen.befores.add(found[1])
            seen.latest_hour = max(seen.latest_hour, int(found[2]))


def _longer(said: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Names that hold a colon: all that one seems to say begins alike, up to another colon."""
    begins: dict[str, list[str]] = {}
    for who, text in said:
        begin, colon, _ = text[:_NAME].partition(": ")
        begins.setdefault(who, []).append(begin if colon else "")
    return {
        name: f"{name}: {parts[0]}"
        for name, parts in begins.items()
        if len(parts) >= _OFTEN and parts[0] and len(set(parts)) == 1
    }
