"""What is known about exported channels before their first message: whose, and who is in them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from parasocial.errors import WhoIsEgo
from parasocial.export import Export, Member
from parasocial.readers.discord.logs import LOOK, Glimpse, User, messages
from parasocial.readers.discord.places import Place, is_direct, place
from parasocial.reading import Asked, Facts, File
from parasocial.reading.model import UNREADABLE
from parasocial.reading.repeats import Repeats
from parasocial.reading.times import iso

_HEAD = 16_384
_WHO = (
    "DiscordChatExporter does not write which account is yours. "
    "Say it with --me and your user name or id, as they stand in the files."
)
_NOT_THERE = (
    "Who was named with --me writes nothing in these files. If that is a surprise, spell the user "
    "name as it stands in them."
)
_RANGE = "Some of these files cover a range of dates: what lies outside is not in them."
_TWO = 2
_NO_SERVER = "0"


@dataclass(slots=True)
class Log:
    """A first look at a channel's file."""

    channel: str
    kind: str
    name: str | None = None
    server: str | None = None
    exported_us: int | None = None
    ranged: bool = False
    users: dict[str, User] = field(default_factory=dict)

    @property
    def people(self) -> list[User]:
        """Who writes there and is no program."""
        return [user for user in self.users.values() if not user.is_bot]

    @property
    def partner(self) -> User | None:
        """Who a conversation of two is called after."""
        called = [it for it in self.users.values() if self.name in (it.nickname, it.name)]
        return called[0] if is_direct(self.kind) and len(called) == 1 else None


def facts(export: Export, asked: Asked) -> Facts:
    """Who is ego, and what the channels are.

    Raises:
        WhoIsEgo: Nothing says who of those that write is ego.
    """
    found = {member.path.parts: log for member in export.members if (log := _log(member))}
    ego = _ego(list(found.values()), asked)
    users = [user for log in found.values() for user in log.users.values() if user.id in ego]
    files = Counter(log.channel for log in found.values())
    ranged = any(log.ranged for log in found.values())
    dates = [log.exported_us for log in found.values() if log.exported_us is not None]
    return Facts(
        ego=ego,
        account=next((user.name for user in users), None),
        exported_us=max(dates, default=None),
        zone=asked.zone,
        layout="DiscordChatExporter",
        learned={
            "places": {parts: _place(log, ego) for parts, log in found.items()},
            "named": set(),
            "repeats": {it: Repeats() for it, count in files.items() if count > 1},
        },
        whole=not ranged,
        warnings=tuple(_warnings(ranged=ranged, silent=bool(asked.me) and not ego)),
    )


def _warnings(*, ranged: bool, silent: bool) -> Iterator[str]:
    if ranged:
        yield _RANGE
    if silent:
        yield _NOT_THERE


def _log(member: Member) -> Log | None:
    """A first look at *member*; None if it is no channel's file."""
    try:
        if member.path.suffix.lower() != ".json" or not LOOK.search(member.head(_HEAD)):
            return None
        table = messages(File(member), Glimpse)
    except UNREADABLE:
        return None
    log = _opened(table.head)
    with suppress(*UNREADABLE):
        for batch in table.batches:
            for it in batch:
                if type(it) is Glimpse:
                    log.users.setdefault(it.author.id, it.author)
    return log


def _opened(head: Mapping[str, Any]) -> Log:
    parts = (head.get(key) for key in ("channel", "guild", "dateRange"))
    channel, guild, dates = (it if isinstance(it, dict) else {} for it in parts)
    name = channel.get("name")
    server = guild.get("name") if guild.get("id") != _NO_SERVER else None
    return Log(
        str(channel.get("id") or ""),
        str(channel.get("type") or ""),
        name if isinstance(name, str) else None,
        server if isinstance(server, str) else None,
        _time(head.get("exportedAt")),
        any(dates.get(end) is not None for end in ("after", "before")),
    )


def _time(text: object) -> int | None:
    with suppress(ValueError):
        return iso(text) if isinstance(text, str) else None
    return None


def _ego(found: Sequence[Log], asked: Asked) -> frozenset[str]:
    """The ids that are ego's.

    Raises:
        WhoIsEgo: Nothing says which.
    """
    if named := {it for me in asked.me if (it := _called(me, found))}:
        return frozenset(named)
    pairs = [log for log in found if log.partner and len(log.people) == _TWO]
    own = {it.id for log in pairs for it in log.people if it is not log.partner}
    if len(own) == 1:
        return frozenset(own)
    if all(log.partner and len(log.people) <= 1 for log in found):
        return frozenset()
    direct = [{it.id for it in log.people} for log in found if is_direct(log.kind)]
    common = set.intersection(*direct) if len(direct) > 1 else set()
    if len(common) != 1 and not asked.me:
        raise WhoIsEgo(_WHO)
    return frozenset(common if len(common) == 1 else ())


def _called(me: str, found: Sequence[Log]) -> str | None:
    """The one id that *me* means: an id, a user name, or what somebody is called in a server."""
    wanted = me.removeprefix("@").casefold()
    users = {user.id: user for log in found for user in log.users.values()}
    for told in (_ids, _handles, _nicknames):
        alike = {it for it, user in users.items() if wanted in told(user)}
        if len(alike) == 1:
            return alike.pop()
    return None


def _ids(user: User) -> Iterator[str]:
    yield user.id
    yield f"{user.name}#{user.discriminator}".casefold()


def _handles(user: User) -> Iterator[str]:
    yield user.name.casefold()


def _nicknames(user: User) -> Iterator[str]:
    yield (user.nickname or "").casefold()


def _place(log: Log, ego: frozenset[str]) -> Place:
    if not is_direct(log.kind):
        name = " in ".join(filter(None, (log.name, log.server)))
        room = place(log.channel, log.kind, name or None)
        return replace(room, whole=False) if log.ranged else room
    others = [it for it in log.users.values() if it.id not in ego]
    other = log.partner or (others[0] if len(others) == 1 else None)
    if other is None or other.id in ego:
        return place(log.channel, log.kind, log.name)
    return place(log.channel, log.kind, log.name, other=other.id, bot=other.is_bot)
