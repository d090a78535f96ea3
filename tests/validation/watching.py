"""What people watch: their exports as they are, against the whole log of the world."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from parasocial.jobs.read import Wanted, read_into
from parasocial.ledger import Ledger
from parasocial.lenses.audience import look
from parasocial.lenses.findings import Tie
from population import names
from population.deeds import Deeds
from population.fans import WATCHED_ON
from population.knobs import HOUR
from population.rows import PLATFORM
from validation.exports import NAMED, naive, rule, write
from validation.many import INBOUND, OPEN, RECIPROCAL, Ties
from writers import NATIVE


class Watched(NamedTuple):
    """One tie with somebody who was watched, written to, or both.

    Attributes:
        tie: ego << 32 | alter, as in `Ties`.
        declared: What the lens says, one of the four codes of `many`.
        true: The call of the same rule on the whole log.
        share: The share of the whole log's turns and looks that are ego's.
        hours: Time looked, as the world has it.
        naive: The call if what the files do not hold had not happened.
        counted: The call by plain counts of messages; open where there is none.
    """

    platform: str
    tie: int
    declared: int
    true: int
    share: float
    hours: float
    naive: int
    counted: int


def of_person(deeds: Deeds, number: int, folder: Path, whole: dict[str, Ties]) -> list[Watched]:
    """All ties of one person on the platforms where people watch."""
    world = deeds.world
    on = [it for it in WATCHED_ON if world.cast.people.on[number, PLATFORM[it]]]
    for platform in on:
        write(deeds, number, platform, deeds.deeds_of(number, platform), folder / platform)
    said: dict[str, Tie] = {}
    if on:
        with Ledger() as ledger:
            wanted = Wanted(me=(names.person(world.cast.knobs.seed, number),))
            read_into(ledger, [folder / platform for platform in on], wanted)
            said = {tie.alter.id: tie for tie in look(ledger).ties}
    return [it for platform in on for it in _scored(deeds, number, platform, said, whole[platform])]


def _scored(
    deeds: Deeds, number: int, platform: str, said: dict[str, Tie], whole: Ties
) -> list[Watched]:
    sessions, hours = looked(deeds.world.watch, number, platform, deeds.world.cast.beings)
    x, y = np.zeros((2, deeds.world.cast.beings))
    acts = np.full(deeds.world.cast.beings, OPEN)
    mine = whole.tie >> 32 == number
    others = whole.tie[mine] & 0xFFFFFFFF
    x[others], y[others], acts[others] = whole.x[mine], whole.y[mine], whole.call[mine]
    found = []
    for other in np.flatnonzero(sessions + x + y):
        tie = said.get(f"{platform}:{NATIVE[platform](deeds.being(int(other), platform))}")
        watched = sessions[other] if other >= deeds.world.cast.knobs.people else 0
        settled = acts[other] in (INBOUND, RECIPROCAL)
        given = x[other] + (0 if settled else watched)
        found.append(
            Watched(
                platform,
                number << 32 | int(other),
                OPEN if tie is None else NAMED.get(tie.class_, OPEN),
                int(acts[other]) if settled else rule(given, y[other]),
                given / (given + y[other]) if given + y[other] else float("nan"),
                float(hours[other]),
                *(naive(tie) if tie else (OPEN, OPEN)),
            )
        )
    return found


def looked(
    watch: NDArray[Any], number: int, platform: str, count: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Sessions and hours of one person with everybody on one platform."""
    rows = watch[(watch["actor"] == number) & (watch["platform"] == PLATFORM[platform])]
    rows = rows[np.lexsort((rows["at"], rows["target"]))]
    same = np.diff(rows["target"], prepend=-1) == 0
    starts = ~(same & (np.diff(rows["at"], prepend=0) < HOUR))
    sessions = np.bincount(rows["target"][starts], minlength=count)
    return sessions, np.bincount(rows["target"], rows["ms"] / 3_600_000, count)
