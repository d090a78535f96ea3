"""What one import shows of each channel, from what its reader declares and what it holds."""

from typing import TYPE_CHECKING, Any, NamedTuple

from parasocial.reading import Reader
from parasocial.schema import Channel, Direction

if TYPE_CHECKING:
    from parasocial.ledger.store import Ledger

ONLY_MINE_FROM = 20
"""From this many given acts without a single one received, a channel is taken for an "only
mine" export, whatever its reader declares."""

UNBOUNDED = 1e300
"""Stands for an infinite odds ratio in SQL: far past any count, and arithmetic stays finite."""

MANNERS = 65_536
"""An import numbers its manners from so many times its own number on."""

_SIDES = f"""
SELECT records_no, channel, min(from_us) AS from_us, max(to_us) AS to_us,
    CAST(coalesce(sum(sent) FILTER (WHERE answerable), 0) AS BIGINT) AS given_any,
    CAST(coalesce(sum(sent) FILTER (WHERE answerable AND meant), 0) AS BIGINT) AS given,
    CAST(coalesce(sum(got) FILTER (WHERE answerable AND meant), 0) AS BIGINT) AS received
FROM (
    SELECT *, addressed = 'person' AS meant,
        channel <> 'reaction' OR coalesce(form = 'chat', FALSE) AS answerable
    FROM manner WHERE source_no = $1
) JOIN (
    SELECT manner_no, min(us) AS from_us, max(us) AS to_us,
        count(*) FILTER (WHERE actor_id = 'ego') AS sent,
        count(*) FILTER (WHERE target_id = 'ego') AS got
    FROM line WHERE manner_no > $1 * {MANNERS} AND manner_no <= ($1 + 1) * {MANNERS}
    GROUP BY manner_no
) USING (manner_no) GROUP BY ALL ORDER BY channel, records_no
"""


class Side(NamedTuple):
    """One declaration's rows of one channel."""

    records: int
    channel: str
    from_us: int | None
    to_us: int | None
    given_any: int
    given: int
    received: int


def coverage(ledger: "Ledger", reader: Reader, number: int) -> list[list[Any]]:
    """The coverage rows of import *number*, one per channel that it has."""
    found = ledger.query(_SIDES, [number])
    sides = [Side(*row) for row in zip(*found.values(), strict=True)]
    channels = dict.fromkeys(side.channel for side in sides)
    return [
        _row(reader, number, channel, [side for side in sides if side.channel == channel])
        for channel in channels
    ]


def _row(reader: Reader, number: int, channel: str, sides: list[Side]) -> list[Any]:
    given = sum(side.given for side in sides)
    received = sum(side.received for side in sides)
    out = reader.shows(Channel(channel), Direction.GIVEN)
    back = reader.shows(Channel(channel), Direction.RECEIVED)
    hidden = back.high == 0
    low = back.low / out.high if out.high else 0.0
    high = back.high / out.low if out.low else UNBOUNDED
    if given >= ONLY_MINE_FROM and not received:
        low, high = 0.0, 1.0
    whole = _reach(sides)
    there = _reach([side for side in sides if side.given_any])
    here = _reach([side for side in sides if side.received])
    # A direction without rows lies in the same files as the other, and reaches as far.
    both = _overlap(there if there[0] is not None else here, here if here[0] is not None else there)
    if both[0] is None and there[0] is not None:
        low, high = 0.0, UNBOUNDED
    return [number, channel, *whole, *both, given, received, hidden, low, high]


def _reach(sides: list[Side]) -> tuple[int | None, int | None]:
    starts = [side.from_us for side in sides if side.from_us is not None]
    ends = [side.to_us for side in sides if side.to_us is not None]
    return (min(starts, default=None), max(ends, default=None))


def _overlap(
    one: tuple[int | None, int | None], other: tuple[int | None, int | None]
) -> tuple[int | None, int | None]:
    if one[0] is None or one[1] is None or other[0] is None or other[1] is None:
        return (None, None)
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return (start, end) if start <= end else (None, None)
