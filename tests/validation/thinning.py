"""The received side of a log hidden turn by turn, many times over."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from parasocial.ledger import Ledger
from parasocial.ties import Thresholds, conclude
from validation.hiding import LOST
from validation.logs import Ints, Mask
from validation.many import Ties
from validation.scoring import Score, judged, score

SEEDS = 50
_TURNS = """
SELECT CAST(substr(ego_id, 4) AS BIGINT) << 32 | CAST(substr(alter_id, 6) AS BIGINT) AS tie,
    given, us FROM turn WHERE starts = 1 ORDER BY tie, us, given
"""
_EVIDENCE = """
CREATE OR REPLACE TEMP TABLE evidence AS SELECT CAST(n AS BIGINT) AS n, CAST(x AS BIGINT) AS x,
    CAST(y AS BIGINT) AS y, CAST(a AS BIGINT) AS hidden_acts, CAST(low AS DOUBLE) AS pi_low,
    CAST(high AS DOUBLE) AS pi_high, 0::BIGINT AS v, 0::BIGINT AS weeks, 0::BIGINT AS back_seen,
    0::BIGINT AS back_hidden,
    FALSE AS beyond_reach, FALSE AS reopened, 'unknown' AS kind FROM incoming
"""
_CALLS = """
SELECT CASE by_acts WHEN 'out' THEN 1 WHEN 'inbound' THEN 2 WHEN 'reciprocal' THEN 3 ELSE 0 END
    AS call FROM concluded ORDER BY n
"""


class Turns(NamedTuple):
    """The turns of a whole log: of which tie (a place in *whole*), whose, and when."""

    whole: Ties
    place: Ints
    given: Mask
    us: Ints


class Way(NamedTuple):
    """A way to hide, and what is declared: visibility, and whether returns are hidden as such."""

    name: str
    seen: str
    chance: float = 1.0
    pi: tuple[float, float] = (1.0, 1.0)
    hidden: bool = False


WAYS = (
    Way("half of the turns", "turns", 0.5, (0.5, 1.0)),
    Way("four of five turns", "turns", 0.2, (0.2, 1.0)),
    Way("everything", "turns", 0.0, hidden=True),
    Way("half of the time", "period", pi=(0.0, 1.0)),
    Way("one thread in five", "threads", pi=(0.0, 1.0)),
)
WRONG = (
    Way("half of the time, taken for half of the turns", "period", pi=(0.5, 0.5)),
    Way("one thread in five, taken for scattered loss", "threads", pi=(0.6, 1.0)),
)
"""Declarations that the model forbids, to see what they would do."""


def turns(ledger: Ledger, whole: Ties) -> Turns:
    """The turns that *ledger* found last."""
    it = ledger.arrays(_TURNS)
    given = np.asarray(it["given"]).astype(bool)
    return Turns(
        whole, np.searchsorted(whole.tie, np.asarray(it["tie"])), given, np.asarray(it["us"])
    )


def thinned(ledger: Ledger, them: Turns, way: Way) -> Score:
    """All seeds together."""
    cases = [(them.whole.x, back, them.whole.acts[0] * way.hidden) for back in _returns(them, way)]
    calls = classes(ledger, cases, way.pi).reshape(SEEDS, -1)
    found = Score()
    for call in calls:
        found = found.plus(score(judged(them.whole.tie, call, them.whole)))
    return found


def _returns(them: Turns, way: Way) -> list[Ints]:
    """How many turns come back in each tie, seed by seed."""
    count, back = len(them.whole.tie), ~them.given
    first, last = int(them.us.min()), int(them.us.max())
    found = []
    for seed in range(SEEDS):
        dice = np.random.default_rng(seed)
        if way.seen == "turns":
            kept = dice.random(len(back)) < way.chance
        elif way.seen == "threads":
            kept = (dice.random(count) >= LOST)[them.place]
        else:
            start = first + dice.random() * (last - first) / 2
            kept = (them.us >= start) & (them.us <= start + (last - first) / 2)
        found.append(np.bincount(them.place[back & kept], minlength=count))
    return found


def classes(
    ledger: Ledger, cases: Sequence[tuple[Ints, Ints, Ints]], pi: tuple[float, float]
) -> Ints:
    """The classes of ties of which so many turns (given, received) and hidden acts are known."""
    x, y, a = (np.concatenate(part) for part in zip(*cases, strict=True))
    few, which = np.unique(x << 40 | y << 20 | a, return_inverse=True)
    x, y, a = few >> 40, few >> 20 & 0xFFFFF, few & 0xFFFFF
    same = {"low": np.full(len(x), pi[0]), "high": np.full(len(x), pi[1])}
    ledger.insert(_EVIDENCE, {}, {"n": np.arange(len(x)), "x": x, "y": y, "a": a, **same})
    conclude(ledger, Thresholds(), ("bound", "concluded"))
    calls: Ints = np.asarray(ledger.arrays(_CALLS)["call"])[which]
    return calls
