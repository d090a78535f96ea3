"""What has to be known first: who speaks in each chat, who of them is ego, how dates run."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import md5

from parasocial.errors import WhoIsEgo
from parasocial.export import Export
from parasocial.readers.whatsapp.clock import Clock, Order, halves_open, orders
from parasocial.readers.whatsapp.look import A_CHAT_OF_TWO, QUOTES, Seen, look
from parasocial.reading import Asked, Facts
from parasocial.reading.chat_lines import clean
from parasocial.schema import EGO, Addressed

_PERSON, _GROUP = Addressed.PERSON, Addressed.GROUP
_WHO = (
    "WhatsApp does not write which of the names in a chat is yours. "
    "Say it with --me NAME, spelled as it stands in the chats."
)


@dataclass(frozen=True, slots=True)
class Chat:
    """One chat.

    Attributes:
        other: Whom ego talks with in a chat of two. None in a group, and where only ego wrote
            and the file is not called after anybody.
        group: A group's id. None in a chat of two.
        title: What the group is called, if the file says.
        longer: Names that hold a colon, by what stands before it.
        quoted: Names that hold quotation marks.
    """

    clock: Clock
    other: str | None
    group: str | None
    title: str | None
    longer: Mapping[str, str]
    quoted: frozenset[str] = frozenset()
    ends: dict[str, tuple[str, str | None]] = field(default_factory=dict, repr=False)

    @property
    def addressed(self) -> Addressed:
        """To whom its messages speak."""
        return _PERSON if self.group is None else _GROUP

    def meet(self, who: str, ego: frozenset[str]) -> tuple[str, str | None] | None:
        """From whom to whom a message of *who* runs; None if that is no name.

        Raises:
            ValueError: In a chat of two, a name that is neither ego's nor the other's.
        """
        name = clean(who)
        if QUOTES.search(name) and name not in self.quoted:
            return None
        given = name in ego
        if self.group is None and not given and name != self.other:
            raise ValueError("a third name")
        ends = EGO if given else name, self.group or (self.other if given else EGO)
        self.ends[who] = ends
        return ends


def facts(export: Export, asked: Asked) -> Facts:
    """What the chats of *export* say about themselves.

    Raises:
        WhoIsEgo: Nothing says which of the names is ego.
    """
    looked: dict[str, Seen] = {}
    for member in export.members:
        look(member, export.title, looked)
    chats = list(looked.values())
    for seen in chats:
        seen.order = orders(seen.stamps)
    _share_orders(chats)
    ego = _ego(chats, asked)
    learned = {name: _chat(seen, ego, asked.zone) for name, seen in looked.items()}
    phones = {seen.phone for seen in chats}
    return Facts(
        ego=ego,
        account=min(ego, default=None),
        zone=asked.zone,
        layout=", ".join(sorted(phones)),
        learned=learned,
        warnings=_warnings(chats),
    )


def _share_orders(chats: Sequence[Seen]) -> None:
    """Let a chat that leaves day and month open follow those that the phone wrote alike."""
    known: dict[object, set[Order]] = {}
    for seen in chats:
        if len(seen.order) == 1:
            known.setdefault(seen.shape, set()).add(seen.order[0])
    for seen in chats:
        alike_orders = known.get(seen.shape, set())
        if len(seen.order) > 1 and len(alike_orders) == 1:
            seen.order = tuple(alike_orders)
        elif len(seen.order) > 1 and any("M" in after for after in seen.afters):
            seen.order = seen.order[::-1]  # capitals are American English, which has months first


def _ego(chats: Sequence[Seen], asked: Asked) -> frozenset[str]:
    """The names that are ego.

    Raises:
        WhoIsEgo: Nothing says which.
    """
    speakers = {name for seen in chats for name in seen.speakers}
    silent = all(seen.partner and len(seen.voices) == 1 for seen in chats)
    if asked.me:
        wanted = {clean(name).casefold() for name in asked.me}
        found = {name for name in speakers if name.casefold() in wanted}
        if not found and not silent:
            raise WhoIsEgo("None of the names given with --me stands in these chats. " + _WHO)
        return frozenset({*found, *asked.me})
    if silent:
        return frozenset()
    pairs = [seen for seen in chats if seen.partner and len(seen.voices) == A_CHAT_OF_TWO]
    names = {name for seen in pairs for name in seen.voices if name != seen.partner}
    sets = [set(seen.voices) - {seen.partner} for seen in chats if seen.voices]
    common = set.intersection(*sets) if len(sets) > 1 else set()
    if not names and len(common) != 1:
        raise WhoIsEgo(_WHO)
    return frozenset(names or common)


def _chat(seen: Seen, ego: frozenset[str], zone: str | None) -> Chat:
    twelve = (halves_open(words, seen.latest_hour) for words in (seen.befores, seen.afters))
    clock = Clock(seen.order, zone, any(twelve))
    quoted = frozenset(name for name in seen.speakers if QUOTES.search(name))
    if seen.is_group:
        group = f"group:{seen.room or _unnamed(seen.voices)}"
        return Chat(clock, None, group, seen.room, seen.longer, quoted)
    others = [name for name in seen.voices if name not in ego]
    other = seen.partner or (others[0] if len(others) == 1 else None)
    return Chat(clock, other if others else seen.other, None, None, seen.longer, quoted)


def _unnamed(speakers: Iterable[str]) -> str:
    """A name for a group whose file has none: who speaks there, unreadably."""
    names = "".join(sorted(md5(name.encode()).hexdigest() for name in speakers))
    return md5(names.encode()).hexdigest()[:16]


def _warnings(chats: Sequence[Seen]) -> tuple[str, ...]:
    if any(len(seen.order) > 1 for seen in chats):
        return ("In some chats day and month cannot be told apart, so their dates may be off.",)
    return ()
