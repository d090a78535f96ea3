"""What of a log counts, and why the rest does not: found out before anything is written."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from msgspec import Struct

from parasocial.errors import UnreadableLog
from parasocial.network.log import ROLE
from parasocial.network.sql import select

EARLIEST = 631_152_000_000_000
"""1 January 1990: no log of this kind is older."""
AHEAD = timedelta(days=2)
WHY = (
    "counts",
    "an empty line, or one that could not be read",
    "no actor, or no target",
    "to oneself",
    "a kind that is no act, attention or link",
    "no time, or one that could not be read",
    "before 1990",
    "in the future, or after --until",
)
"""Why a row does not count, by the numbers of ``judged.sql``."""
_UNKNOWN, _FUTURE = 4, 7


class Checked(Struct, frozen=True):
    """A log, counted.

    Attributes:
        rows: All of its rows.
        kept: Those that count, per channel.
        left_out: Those that do not, by the reason.
        ids: ``integer``, ``text``, or what else was made of them.
        first_us: The earliest time that counts.
        last_us: The latest.
        low_id: The least id.
        high_id: The greatest.
        finer: Whether any time is finer than a second.
    """

    rows: int
    kept: dict[str, int]
    left_out: dict[str, int]
    ids: str
    first_us: int
    last_us: int
    low_id: Any = None
    high_id: Any = None
    finer: bool = True

    @property
    def total(self) -> int:
        """How many rows count."""
        return sum(self.kept.values())

    def roles(self) -> set[str]:
        """Which of acts, attention and links there are."""
        return {ROLE[channel] for channel in self.kept}


def latest(until: str | None) -> int:
    """The last microsecond that a time may have: of the day *until*, else of the one after next."""
    day = date.fromisoformat(until) if until else datetime.now(UTC).date() + AHEAD
    end = datetime.combine(day, time(), UTC) + timedelta(days=1)
    return int(end.timestamp()) * 1_000_000 - 1


def check(engine: Any, ids: str, *, keep: bool = False) -> Checked:
    """Read the whole log once; *keep* it where reading it again would take longer.

    Raises:
        UnreadableLog: A file is damaged, or no row counts.
    """
    engine.define("judged", select("judged"), keep=keep)
    engine.define("interaction", select("interaction"), keep=False)
    found = engine.rows(select("checked"))
    kept = [it for it in found if it["why"] == 0]
    left = [sum(it["n"] for it in found if it["why"] == why) for why in range(len(WHY))]
    if not kept:
        raise UnreadableLog(_nothing(left))
    names = tuple(ROLE)
    dated = [it for it in kept if it["first_us"] is not None]
    return Checked(
        rows=sum(it["n"] for it in found),
        kept={names[it["code"]]: it["n"] for it in sorted(kept, key=lambda it: int(it["code"]))},
        left_out={why: n for why, n in zip(WHY, left, strict=True) if n and why != WHY[0]},
        ids=ids,
        first_us=min((it["first_us"] for it in dated), default=0),
        last_us=max((it["last_us"] for it in dated), default=0),
        low_id=min(it["low_id"] for it in kept),
        high_id=max(it["high_id"] for it in kept),
        finer=any(it["finest"] for it in dated),
    )


def _nothing(left: list[int]) -> str:
    if not sum(left):
        return "The log holds no row."
    why = max(range(len(WHY)), key=lambda it: left[it])
    hints = {
        _FUTURE: " Are times in milliseconds? --time-unit ms says so.",
        _UNKNOWN: f" Kinds are {', '.join(ROLE)}.",
    }
    return f"No row of the log counts; most are left out for this: {WHY[why]}.{hints.get(why, '')}"
