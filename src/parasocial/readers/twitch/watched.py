"""Minutes watched: how long ego watched each channel on each day, as Twitch measured it.

Exports have them by day or minute by minute. Both are summed up by channel and day, so that
exports of either kind that overlap hold the same rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from parasocial.readers.twitch.sheets import CHANNEL, TIME, Cells, Sheet, login
from parasocial.reading import Broken, File, Here, Meaning, Row, Table
from parasocial.reading.model import UNREADABLE
from parasocial.reading.times import DAY, iso
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

_SHEET = Sheet(
    (
        "day|date",
        TIME,
        CHANNEL,
        "minutes_watched_unadjusted|minutes_watched|minutes_logged",
        "content_mode",
        "vod_id",
    )
)
_NOT_LIVE = frozenset({"vod", "video", "clip", "highlight", "upload", "playlist"})
_NO_ID = frozenset({"", "0", "null", "none"})
_LONGEST = 100_000  # minutes in one row; a day has 1,440 in each window that is open
_BATCH = 4_096


class Day(Struct, gc=False):
    """One channel on one day.

    Attributes:
        day: Its first microsecond, UTC.
        first: The first minute that was watched; None where only the day is known.
        live: Minutes watched while it happened, as against recordings.
    """

    channel: str
    day: int
    first: int | None
    live: float = 0
    recorded: float = 0


def days(file: File, row: Any) -> Table:
    """The days of a table of minutes watched."""
    return Table(summed(_SHEET(file, row).batches))


def summed(batches: Iterable[Sequence[Row | Broken]]) -> Iterator[Sequence[Day | Broken]]:
    """Rows of (day, time, channel, minutes, mode, recording) summed up by channel and day."""
    sums = _Sums()
    broken: list[Broken] = []
    cut: BaseException | None = None
    try:
        for batch in batches:
            for cells in batch:
                try:
                    if isinstance(cells, Broken):
                        broken.append(cells)
                    else:
                        sums.add(cells)
                except ValueError as error:
                    broken.append(Broken(type(error).__name__))
    except UNREADABLE as error:
        cut = error
    whole: list[Day | Broken] = [*broken, *sums.days.values()]
    for start in range(0, len(whole), _BATCH):
        yield whole[start : start + _BATCH]
    if cut:
        raise cut


class _Sums:
    """Minutes by channel and day, while they are summed up."""

    def __init__(self) -> None:
        self.days: dict[tuple[str, int], Day] = {}
        self._as_written: dict[tuple[str, str], Day] = {}

    def add(self, cells: Cells) -> None:
        date, time, channel, minutes, mode, recording = cells
        spent = float(minutes)
        if not 0 <= spent <= _LONGEST:
            raise ValueError("no length of time")
        day = self._as_written.get((date, channel)) if date else self._at(iso(time), channel)
        if day is None:
            day = self._as_written[date, channel] = self._on(iso(date), channel, None)
        if mode.casefold() in _NOT_LIVE or recording.casefold() not in _NO_ID:
            day.recorded += spent
        else:
            day.live += spent

    def _at(self, us: int, channel: str) -> Day:
        day = self._on(us, channel, us)
        if day.first is None or us < day.first:
            day.first = us
        return day

    def _on(self, us: int, channel: str, first: int | None) -> Day:
        key = (login(channel), us // DAY)
        if key not in self.days:
            self.days[key] = Day(key[0], key[1] * DAY, first)
        return self.days[key]


def watched(row: Day, here: Here) -> Meaning:
    """The time that ego watched one channel on one day."""
    who = here.who(row.channel) if row.channel else None
    spent = row.live + row.recorded
    if who is EGO or not spent:
        return None
    form = Form.LIVE if row.live >= row.recorded else Form.VIDEO
    view = (Channel.VIEW, EGO, who)
    ms = round(spent * 60_000)
    if row.first is not None:
        return Interaction(*view, row.first, addressed=Addressed.EVERYONE, form=form, ms=ms)
    # At noon in UTC it is that day on nearly every clock.
    return Interaction(
        *view,
        row.day + DAY // 2,
        addressed=Addressed.EVERYONE,
        form=form,
        ms=ms,
        us_low=row.day,
        us_high=row.day + DAY - 1,
    )
