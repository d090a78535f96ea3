"""The large exports of the benchmarks are exports: recognised, and every record of them read."""

from pathlib import Path

import pytest

from parasocial.readers import READERS
from parasocial.reading import Asked, Reader, reader_for
from readers.fixtures import run
from reading.held import export

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
COUNT = 40
ELSEWHERE = {"bluesky"} | {
    "bluesky-thread", "mastodon-thread", "reddit-archive", "twitch-chat", "youtube-channel",
}  # fmt: skip
"""A repository has a test of its own below; large logs of channels are Telegram's (`crowd.py`)."""


@pytest.mark.thorough
@pytest.mark.parametrize(
    "reader", [it for it in READERS if it.name not in ELSEWHERE], ids=lambda reader: reader.name
)
def test_a_large_export_is_read_whole(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from exports import LARGE, Dice

    large, dice = LARGE[reader.name], Dice(1)
    before, between, after = large.parts
    content = before + between.join(large.record(dice) for _ in range(COUNT)) + after
    files = {large.path: content, **large.beside}
    them = export({name: text.encode() for name, text in files.items()})
    assert reader_for(READERS, them) is reader
    _, tally, batches = run(reader, them, Asked(me=(large.me,) if large.me else ()))
    assert tally.failed == 0
    assert tally.cut == {}
    said = sum(map(len, batches))
    assert said >= COUNT or reader.name == "twitch"  # whose minutes are told by the day


def test_a_large_repository_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from exports import Dice, bluesky

    from reading.cars import car

    records = dict(bluesky(Dice(1), 20_000))
    them = export({"repo.car": car(records)})
    reader = reader_for(READERS, them)
    _, tally, batches = run(reader, them, Asked())
    assert (reader.name, tally.failed, tally.read) == ("bluesky", 0, len(records))
    assert sum(map(len, batches)) >= len(records)
