"""The conventions of what counts as an answer. None is a finding; every one is a default."""

from dataclasses import dataclass

_MINUTE = 60_000_000
_HOUR, _DAY = 60 * _MINUTE, 1_440 * _MINUTE


@dataclass(frozen=True, slots=True)
class Rule:
    """How an answer is told from what is none.

    Attributes:
        named_us: A line that begins with a fan's name answers their last message in the same
            room, if that is no older than this.
        unmarked_us: A line of the creator's in a room that says to nobody whom it answers may
            answer whatever stands within this time before it.
        turn_us: Messages of one fan less than this apart are one turn.
        coarse_us: Messages whose time is known no better than this have no place in weeks.
    """

    named_us: int = _DAY
    unmarked_us: int = 10 * _MINUTE
    turn_us: int = _HOUR
    coarse_us: int = 8 * _DAY
