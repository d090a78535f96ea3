"""What was said in conversations on ego's other platforms."""

from collections.abc import Iterator
from random import Random

from invented import talk
from invented.almanac import company, days, dice, waking_moment
from invented.cast import EGO, on
from invented.chat import thread
from writers.model import Deed, item

from .accounts import FAMILY, ME, Account, accounts, beings

_CALLED = 0.04


def of_two(platform: str) -> Iterator[Deed]:
    """Conversations with people, a call now and then among the texts."""
    rng = dice("elsewhere calls", platform)
    for person in on(platform):
        for said in thread(person, platform):
            given = said.sender == EGO.name
            actor, target = (ME, person.key) if given else (person.key, ME)
            deed = line(said.at * 1000, actor, target, said.text)
            if platform == "sms" and rng.random() < _CALLED:
                deed = deed._replace(channel="call", text=None, ms=1000 * rng.randrange(20, 1500))
            yield deed


def line(at: int, actor: str, target: str | None, text: str, room: str | None = None) -> Deed:
    """One message."""
    return Deed(
        at,
        "message",
        actor,
        target,
        text,
        item(actor, at),
        room=room,
        form="chat",
        addressed="group" if room else "person",
    )


def in_groups(platform: str) -> Iterator[Deed]:
    """What is said in the family's group and on a server of many, where only ego's counts."""
    if platform == "telegram":
        yield from _chatter(FAMILY, 0.12, beings(platform)[FAMILY].members)
    if platform == "discord":
        for room in accounts(platform):
            yield from _chatter(room.being, room.per_week / 7, (ME,))


def _chatter(room: str, a_day: float, voices: tuple[str, ...]) -> Iterator[Deed]:
    rng = dice("elsewhere group", room)
    for day in days():
        if rng.random() < a_day * company(day):
            at = waking_moment(day, rng) * 1000
            for _ in range(rng.randrange(2, 7)):
                yield line(at, rng.choice(voices), None, talk.answer(rng), room)
                at += rng.randrange(5, 400) * 1_000_000


def with_companion(account: Account) -> Iterator[Deed]:
    """Questions that are always answered."""
    rng = dice("elsewhere companion")
    for day in days():
        if rng.random() < account.per_week / 7:
            at = waking_moment(day, rng) * 1000
            for _ in range(rng.randrange(1, 6)):
                yield line(at, ME, account.being, talk.search(rng))
                at += rng.randrange(3_000_000, 20_000_000)
                yield line(at, account.being, ME, _advice(rng))
                at += rng.randrange(20_000_000, 200_000_000)


def _advice(rng: Random) -> str:
    return f"Tentu. Coba begini: {talk.search(rng)}. Mau aku jelaskan lagi?"
