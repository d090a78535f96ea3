"""Minutes by day and minute by minute come to the same rows."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parasocial.readers.twitch.about import WATCHED
from parasocial.readers.twitch.watched import days, watched
from parasocial.reading import Facts, Here
from parasocial.reading.times import DAY
from parasocial.schema import Form, Interaction
from reading.held import file

HERE = Here((WATCHED,), {}, Facts(ego=frozenset({"noor_kite"})))


def told(heading: str, rows: Sequence[str]) -> list[Interaction]:
    table = days(file("\n".join((heading, *rows)).encode(), WATCHED), None)
    return [watched(day, HERE) for batch in table.batches for day in batch]


@pytest.mark.thorough
@given(
    st.lists(st.tuples(st.integers(1, 3), st.integers(0, 1439), st.sampled_from("ab")), min_size=1)
)
def test_by_day_and_by_minute_are_the_same_rows(minutes: list[tuple[int, int, str]]) -> None:
    one_by_one = told(
        "time,channel,minutes_logged",
        [f"2023-05-0{day} {at // 60:02}:{at % 60:02}:10.5,{name},1" for day, at, name in minutes],
    )
    by_day = told(
        "channel_name,day,minutes_watched_unadjusted",
        [f"{name.upper()},2023-05-0{day},1" for day, _, name in minutes],
    )
    keys = [
        sorted((it.target, it.us // DAY, it.ms) for it in them) for them in (one_by_one, by_day)
    ]
    assert keys[0] == keys[1]
    assert sum(it.ms for it in by_day) == 60_000 * len(minutes)
    for it in by_day:
        assert it.us_low % DAY == 0
        assert it.us_high == it.us_low + DAY - 1


def test_what_was_mostly_recorded_is_video() -> None:
    heading = "day,channel,minutes_watched_unadjusted,content_mode,vod_id"
    rows = ["2026-01-01,a,10,live,", "2026-01-01,a,11,VOD,", "2026-01-01,b,5,,v12"]
    assert [it.form for it in told(heading, rows)] == [Form.VIDEO, Form.VIDEO]
    assert told(heading, rows[:1])[0].form is Form.LIVE
