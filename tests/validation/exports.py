"""The same through the files: what a platform would hand to each person, written and read."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from parasocial.export import open_what_can_be
from parasocial.jobs.read import Wanted, _read_one
from parasocial.ledger import Ledger
from parasocial.lenses.audience import look
from parasocial.lenses.findings import Tie
from parasocial.readers import READERS
from parasocial.reading import UNCERTAIN, Reader, Visibility, at_least
from parasocial.schema import Direction
from parasocial.ties.beta import jeffreys
from population.deeds import Deeds
from population.knobs import EXPORTED
from validation.hiding import LOST
from validation.many import INBOUND, OPEN, OUT, RECIPROCAL
from validation.scoring import TAU
from writers import NATIVE, WRITERS, Being, Deed

Keep = Callable[[Deed, np.random.Generator, set[str]], bool]


class Loss(NamedTuple):
    """A way in which a file loses what came back.

    Attributes:
        received: What a reader declares of the received side then; None leaves what it declares.
        kept: Whether a received deed stays, given the threads that are lost.
        both: Whether what ego did is lost in the same way.
    """

    name: str
    received: Visibility | None
    kept: Keep
    both: bool = False


MIDDLE = EXPORTED - 182 * 86_400_000_000


def _threads(deed: Deed, _: np.random.Generator, lost: set[str]) -> bool:
    return deed.actor not in lost and deed.target not in lost


def _late(deed: Deed, *_: Any) -> bool:
    return deed.at >= MIDDLE


AS_IT_IS = Loss("nothing but what the platform keeps back", None, lambda *_: True)
LOSSES = (
    AS_IT_IS,
    Loss("one act in twenty, at random", at_least(0.95), lambda _, dice, __: dice.random() < 0.95),
    Loss("half of the acts, at random", at_least(0.5), lambda _, dice, __: dice.random() < 0.5),
    Loss("the first half of the year, which is not known", UNCERTAIN, _late),
    Loss("one thread in five", UNCERTAIN, _threads),
    Loss("one chat in five, both sides", None, _threads, both=True),
    Loss("the first half of the year, both sides", None, _late, both=True),
)
SOURCES = {
    "telegram": ("Telegram", LOSSES),
    "discord-exporter": ("DiscordChatExporter", LOSSES),
    "discord": ("Discord's package", (AS_IT_IS,)),
    "bluesky": ("Bluesky", (AS_IT_IS,)),
}
"""By the writer's name: the files, and what to take from them. A package and a repository hold
nothing of what came back, so that there is nothing to take."""
_READERS = {reader.name: reader for reader in READERS}


NAMED = {
    **dict.fromkeys(("parasocial", "one_sided", "unattributed"), OUT),
    "inbound": INBOUND,
    "reciprocal": RECIPROCAL,
}
"""The classes of the lens as the three calls."""


def rule(given: float, back: float) -> int:
    """The class of a tie of which every turn is known."""
    low, high = (jeffreys(p, int(given), int(back)) for p in (0.05, 0.95))
    if low > TAU:
        return OUT
    if high < 1 - TAU:
        return INBOUND
    return RECIPROCAL if low >= 1 - TAU and high <= TAU else OPEN


def naive(tie: Tie) -> tuple[int, int]:
    """The calls of who takes what is missing for none, and of who counts messages."""
    acts = tie.given.acts + tie.received.acts
    if not acts:
        return rule(tie.attention.sessions, 0), OPEN
    share = tie.given.acts / acts
    counted = OUT if share > TAU else INBOUND if share < 1 - TAU else RECIPROCAL
    return rule(tie.given.turns + tie.attention.sessions, tie.received.turns), counted


def platform(source: str) -> str:
    """The world's name for where a file is from."""
    return source.partition("-")[0]


def ties_in(deeds: Deeds, number: int, folder: Path) -> dict[tuple[str, str], list[Tie]]:
    """What the lens says of one person's files, by source and loss, all in one ledger.

    Each file is read as a platform of its own, so that none adds to another.
    """
    found: dict[tuple[str, str], list[Tie]] = {}
    with Ledger() as ledger:
        for source, (_, losses) in SOURCES.items():
            whole = deeds.deeds_of(number, platform(source))
            for place, loss in enumerate(losses):
                left = lost(whole, deeds.name(number), loss, number)
                if left:
                    name = f"{source}-{place}"
                    me = write(deeds, number, source, left, folder / name)
                    bring(ledger, declared(source, loss, name), folder / name, me)
                    found[source, loss.name] = []
        for tie in look(ledger).ties:
            source, _, place = tie.alter.id.partition(":")[0].rpartition("-")
            found[source, SOURCES[source][1][int(place)].name].append(tie)
    return found


def declared(source: str, loss: Loss, name: str) -> Reader:
    """The reader of these files under another name, declaring that loss."""
    reader = _READERS[source]
    seen = dict(reader.visibility)
    if loss.received is not None:
        for key, shown in seen.items():
            if key[1] is Direction.RECEIVED and shown.high > 0:
                seen[key] = loss.received
    return replace(reader, name=name, of=None, visibility=seen)


def bring(ledger: Ledger, reader: Reader, folder: Path, me: Being) -> None:
    """Read the files in *folder*, whatever other reader they look like."""
    wanted = Wanted(me=(me.handle, me.name))
    [export], _ = open_what_can_be([folder], wanted.limits)
    with export:
        _read_one(ledger, reader, export, wanted, lambda *_: None)


def write(deeds: Deeds, number: int, source: str, them: Sequence[Deed], folder: Path) -> Being:
    """Write one person's export of *them*; returns the person."""
    beings = deeds.beings(number, platform(source), list(them))
    me = beings[deeds.name(number)]
    for path, body in WRITERS[source](me, beings, them, exported=EXPORTED).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(body)
    return me


def lost(whole: Sequence[Deed], me: str, loss: Loss, seed: int) -> list[Deed]:
    """The deeds that *loss* leaves."""
    dice = np.random.default_rng(seed)
    others = sorted(
        {who for deed in whole for who in (deed.actor, deed.target) if who not in (None, me)}
    )
    gone = {who for who in others if dice.random() < LOST}
    return [
        deed
        for deed in whole
        if (deed.actor == me and not loss.both) or loss.kept(deed, dice, gone)
    ]


def numbers(deeds: Deeds, source: str, them: Sequence[Tie]) -> np.ndarray:
    """The world's numbers of those whom ties are with; -1 for who is not in the world."""
    world = deeds.world
    known = {NATIVE[source](deeds.being(n, platform(source))): n for n in range(world.cast.beings)}
    return np.array([known.get(tie.alter.id.partition(":")[2], -1) for tie in them], np.int64)
