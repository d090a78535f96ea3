"""A ledger of many interactions: watching, likes, comments, and conversations with 300 people."""

import random
from collections.abc import Iterator
from pathlib import Path

from records import Maker

from parasocial.ledger import Import, Ledger
from parasocial.readers.instagram import INSTAGRAM
from parasocial.readers.youtube import YOUTUBE
from parasocial.reading import Batch, Facts, Reader, Records, Table, Tally
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

WATCHED = 0.7  # the rest is messages
FRIENDS = 300
SIZE = 32_768
_FOLDER = "million"


def write(path: Path, rows: int) -> None:
    """A ledger of *rows* interactions at *path*."""
    maker, dice = Maker(5), random.Random(5)
    watched = int(rows * WATCHED)
    with Ledger(path) as ledger:
        _fill(ledger, YOUTUBE, (_watched(maker, dice) for _ in range(watched)))
        friends = [f"friend.{n}" for n in range(FRIENDS)]
        _fill(ledger, INSTAGRAM, (_said(maker, dice, friends) for _ in range(rows - watched)))


def _fill(ledger: Ledger, reader: Reader, rows: Iterator[Interaction]) -> None:
    with Import(ledger, reader, Facts()) as into:
        batch = _batch()
        for row in rows:
            batch.interactions.append(row)
            if len(batch.interactions) == SIZE:
                into.append(batch)
                batch = _batch()
        into.append(batch)
        into.finish(f"{_FOLDER} {reader.name}", Tally())


def _batch() -> Batch:
    return Batch(0, Records("", lambda _, __: Table(iter(())), lambda _, __: None))


def _watched(maker: Maker, dice: random.Random) -> Interaction:
    us, item, channel = _us(maker, 500), maker.code(11), maker.channel()[1]
    match dice.random():
        case chance if chance < 0.02:
            return Interaction(Channel.COMMENT, EGO, None, us, item, form=Form.VIDEO, words=9)
        case chance if chance < 0.1:
            return Interaction(
                Channel.REACTION, EGO, channel, us, item, Addressed.EVERYONE, Form.VIDEO
            )
    return Interaction(Channel.VIEW, EGO, channel, us, item, Addressed.EVERYONE, Form.VIDEO)


def _said(maker: Maker, dice: random.Random, friends: list[str]) -> Interaction:
    friend = friends[min(int(dice.paretovariate(0.8)) - 1, FRIENDS - 1)]
    who, whom = (EGO, friend) if dice.random() < 0.5 else (friend, EGO)
    return Interaction(Channel.MESSAGE, who, whom, _us(maker, 500), form=Form.CHAT, words=7)


def _us(maker: Maker, mean_seconds: float) -> int:
    return int(maker.before(mean_seconds).timestamp() * 1_000_000)
