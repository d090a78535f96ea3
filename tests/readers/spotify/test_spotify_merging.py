"""The account data and the extended history tell of the same plays: their rows merge."""

from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from parasocial.readers.spotify import SPOTIFY
from parasocial.reading import Facts, Here
from parasocial.schema import Account, Interaction

BRIEF, LONG = "StreamingHistory_music_0.json", "Streaming_History_Audio_2026_0.json"
MADE_BY = {
    "artistName": "master_metadata_album_artist_name",
    "podcastName": "episode_show_name",
    "audiobookName": "audiobook_title",
}
SINCE = datetime(2009, 1, 1, tzinfo=UTC)
ENDS = st.integers(0, 550_000_000).map(lambda seconds: SINCE + timedelta(seconds=seconds))


def told(name: str, row: dict) -> tuple[Interaction, int]:
    """What one play says in the file *name*, and how closely row ids look at its time."""
    facts = Facts(learned={"shows": frozenset(), "uris": {}, "artists": frozenset()})
    [records] = [it for it in SPOTIFY.records if any(map(PurePosixPath(name).match, it.patterns))]
    found = records.meaning(msgspec.convert(row, records.row), Here((name,), {}, facts))
    return found, records.floor


@given(ENDS, st.integers(1, 20_000_000), st.sampled_from(sorted(MADE_BY)))
def test_a_play_is_one_row_in_both(end: datetime, ms: int, key: str) -> None:
    name = "Halide Moth"
    brief, floor = told(BRIEF, {"endTime": f"{end:%Y-%m-%d %H:%M}", "msPlayed": ms, key: name})
    long, same = told(
        LONG, {"ts": f"{end:%Y-%m-%dT%H:%M:%SZ}", "ms_played": ms, MADE_BY[key]: name}
    )
    assert floor == same
    assert brief.us // floor == long.us // floor
    assert (brief.target, brief.item, brief.ms) == (long.target, long.item, long.ms)
    exact = int(end.timestamp()) * 1_000_000 - ms * 1_000
    for it in (brief, long):
        assert (it.us_low or it.us) <= exact <= (it.us_high or it.us)


def test_a_play_that_was_over_at_once_names_its_maker_and_no_more() -> None:
    row = {"ts": "2026-03-01T08:00:00Z", "ms_played": 0, "episode_show_name": "Night Ferry"}
    assert told(LONG, row)[0] is None
    first, _ = told(LONG, {**row, "first": True})
    assert isinstance(first, Account)
    assert first.id == "show:Night Ferry"
