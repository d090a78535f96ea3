"""Whose export it is: Telegram says so in a whole account, and in chats of two lets it be told."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain

from parasocial.errors import DamagedMember, WhoIsEgo
from parasocial.export import Export, Member
from parasocial.readers.telegram.chats import walk
from parasocial.readers.telegram.records import Message
from parasocial.readers.telegram.rooms import SORTS, Room, Sort, peer
from parasocial.reading import Asked, Facts
from parasocial.reading.model import UNREADABLE
from parasocial.reading.repeats import Repeats
from parasocial.reading.times import DAY, micros

LOOKS = re.compile(
    rb'"type"\s*:\s*"(?:' + SORTS.encode() + rb')"\s*,\s*"id"\s*:\s*-?\d+\s*,\s*"messages"\s*:'
    rb'|"personal_information"\s*:\s*\{\s*"user_id"\s*:|"frequent_contacts"\s*:\s*\{'
    rb'|"chats"\s*:\s*\{\s*"about"\s*:'
)
_OWNER = re.compile(rb'"personal_information"\s*:\s*\{\s*"user_id"\s*:\s*(\d+)')
_CHAT = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"(?:name|type|id)"')
_LOCAL = re.compile(
    rb'"type"\s*:\s*"(?:message|service)"\s*,\s*"date"\s*:\s*"[\d-]+T[\d:]+"'
    rb'(?!\s*,\s*"date_unixtime")'
)
_PEER = re.compile(r"(?:user|channel)\d+", re.ASCII)
_MADE = (
    (re.compile(r"(?:Chat|Data)Export_(\d{4}-\d\d-\d\d)"), "%Y-%m-%d"),
    (re.compile(r"(?:Chat|Data)Export_(\d\d_\d\d_\d{4})"), "%d_%m_%Y"),
)
_HEAD = 16_384
_WHO = (
    "Telegram does not write which member of a group is you. Say it with --me NAME, spelled as "
    "in the chat, or with your number there: --me user123."
)
_SEVERAL = "Several members of a group have the name given with --me: give your number, user123."
_CLOCK = (
    "This export has times by its computer's clock alone. Say your zone with --zone to have "
    "them right to the hour, or export again with a present version of Telegram Desktop."
)


def facts(export: Export, asked: Asked) -> Facts:
    """What is known about *export* before its first record is read.

    Raises:
        WhoIsEgo: Nothing says which of the members of its groups is ego.
    """
    told = list(_heads(export))
    owners = [f"user{it[1].decode()}" for _, head in told for it in _OWNER.finditer(head)]
    own = owners or _found([member for member, _ in told], asked.me)
    local = asked.zone is None and any(_LOCAL.search(head) for _, head in told)
    single = all(_CHAT.match(head) for _, head in told)
    return Facts(
        ego=frozenset({*own, *asked.me, *(f"user{it}" for it in asked.me if it.isdecimal())}),
        account=next((it for it in own if it in asked.me), next(iter(own), None)),
        exported_us=_made(export),
        zone=asked.zone,
        layout="single chats" if single else "a whole account",
        learned={
            "known": any(it.startswith("user") for it in own),
            "repeats": Repeats() if len(told) > 1 else None,
        },
        warnings=(_CLOCK,) if local else (),
    )


def _heads(export: Export) -> Iterator[tuple[Member, bytes]]:
    for member in export.members:
        try:
            if member.path.suffix.lower() == ".json" and LOOKS.search(head := member.head(_HEAD)):
                yield member, head
        except DamagedMember:
            continue


def _found(members: Sequence[Member], names: Sequence[str]) -> list[str]:
    """Ego's id: whose name or number was given, or who in a chat of two is not the other.

    Raises:
        WhoIsEgo: There are groups, and neither tells.
    """
    called: dict[str, None] = {}
    numbers = {f"user{it}" for it in names if it.isdecimal()}
    given = [it for it in names if _PEER.fullmatch(it)]
    groups = False
    paired: str | None = None
    for place, it in chain.from_iterable(map(_told, members)):
        groups |= place.sort is Sort.GROUP
        if it is None:
            continue
        who = peer(it.from_id) or it.sender or ""
        if place.sort is Sort.PERSON and who in (place.id, place.name):
            continue
        if who in given or who in numbers:
            return [who]
        if it.sender in names:
            called[who] = None
        elif place.sort is Sort.PERSON and it.type == "message":
            paired = paired or peer(it.from_id)
        if paired and not names:
            break
    if len(called) > 1:
        raise WhoIsEgo(_SEVERAL)
    found = list(called) or ([paired] if paired else given)
    if groups and not found:
        raise WhoIsEgo(_WHO)
    return found


def _told(member: Member) -> Iterator[tuple[Room, Message | None]]:
    """The chats of a file, and their messages."""
    try:
        with member.open() as stream:
            for place, found in walk(stream, Message):
                if place is None:
                    yield from ((it, None) for it in found if isinstance(it, Room))
                else:
                    yield from ((place, it) for it in found if isinstance(it, Message))
    except UNREADABLE:
        return


def _made(export: Export) -> int | None:
    """The end of the last day that a folder is called after."""
    days = [day for name in (export.title, *export.tops()) for day in _days(name)]
    return max(days) + DAY - 1 if days else None


def _days(name: str) -> Iterator[int]:
    for pattern, order in _MADE:
        if found := pattern.search(name):
            with suppress(ValueError):
                yield micros(datetime.strptime(found[1], order).replace(tzinfo=UTC))
