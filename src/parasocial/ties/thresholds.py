"""The conventions of the measurement model. Ours, every one an argument, none a norm."""

from msgspec import Struct

HOUR = 3_600_000_000
DAY = 24 * HOUR


class Dwell(Struct, frozen=True):
    """How long an event lasts at most where the export does not measure it, in milliseconds.

    An event never lasts longer than the gap to the next one on its platform. Simulated ratios of
    point to true time: 1.03 (0.51 to 2.11) long, 0.91 short, 1.33 messages.
    """

    low: int
    point: int
    high: int


class Thresholds(Struct, frozen=True):
    """Every number that a class of ties depends on.

    Attributes:
        tau: Out and inbound begin beyond this share; 0.75 is three to one.
        level: Each end of an interval is wrong with this probability; 0.05 gives 90 %.
        gap_us: Acts closer together than this are one turn, events one session. 0 counts acts.
        k: At most this many returns per act on a channel whose returns are hidden.
        ceiling_weeks: Attention decides only over at least so many weeks.
        sparse: Ties of fewer turns and sessions are called sparse.
        dormant_us: Quiet for at least this long,
        dormant_gaps: and for so many times the tie's median gap.
    """

    tau: float = 0.75
    level: float = 0.05
    gap_us: int = HOUR
    k: int = 1
    ceiling_weeks: int = 4
    sparse: int = 3
    dormant_us: int = 90 * DAY
    dormant_gaps: int = 3
    long: Dwell = Dwell(240_000, 900_000, 3_600_000)
    short: Dwell = Dwell(8_000, 30_000, 120_000)
    post: Dwell = Dwell(3_000, 10_000, 30_000)
    message: Dwell = Dwell(20_000, 60_000, 180_000)

    @property
    def unit(self) -> str:
        """What is counted."""
        return "turn" if self.gap_us else "act"
