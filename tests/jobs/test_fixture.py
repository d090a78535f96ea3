"""A skeleton becomes a fixture that the same declarations read."""

import doctest
from contextlib import suppress
from pathlib import Path

import pytest

from parasocial.errors import WhoIsEgo
from parasocial.export import open_exports
from parasocial.jobs.skeleton import skeleton
from parasocial.readers import READERS
from parasocial.reading import claims, reader_for
from readers.fixtures import FIXTURES, Fixture, run

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]

# What is told by a value alone cannot be told from a skeleton, which has none.
BY_VALUE = {
    "mastodon-archive_2018": "files known by the address that they give themselves",
    "mastodon-archive_2025": "files known by the address that they give themselves",
    "telegram-chats_2025": "a chat, known by the kind that it says it is of",
    "telegram-group_2020": "a chat, known by the kind that it says it is of",
    "twitch-one_table": "a table without a header, known by the events in its rows",
    "whatsapp-android_ar": "dates in digits of another script",
    "whatsapp-ko_zh": "dates with words of another script between the numbers",
    "youtube-channel-live_chat_2026": "chats known by what ids of channels look like",
    "youtube-json_2019": "a copy of a playlist, known by what it says it is",
    "youtube-new_language": "files under unknown names, known by ids and addresses",
}
UNPACKED = {"repo.car|*.car": "app.bsky.*/*.json"}  # a repository becomes the files it holds


NEWEST = {it.platform: it.id for it in FIXTURES if it.id not in BY_VALUE}


@pytest.mark.parametrize(
    "fixture",
    [
        # All of them together take seconds.
        pytest.param(it, marks=() if it.id in NEWEST.values() else pytest.mark.thorough)
        for it in FIXTURES
        if it.id not in BY_VALUE
    ],
    ids=lambda fixture: fixture.id,
)
def test_the_same_declarations_claim_the_same_kinds_of_files(
    fixture: Fixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from fixture import fixture as written

    found = skeleton([fixture.folder / "export"])
    written(found, tmp_path)
    [bones] = found.exports
    [export] = open_exports([tmp_path / "export"])
    assert reader_for(READERS, export) is fixture.reader
    before = {UNPACKED.get(it, it) for seen in bones.files for it in seen.claimed}
    after = claims(fixture.reader, export)
    assert {it.files for them in after.values() for it in them} == before
    with suppress(WhoIsEgo):  # whose name is invented, too
        run(fixture.reader, export, fixture.asked)


@pytest.mark.parametrize("name", BY_VALUE)
def test_what_a_skeleton_cannot_tell_is_really_so(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from fixture import fixture as written

    [fixture] = [it for it in FIXTURES if it.id == name]
    found = skeleton([fixture.folder / "export"])
    written(found, tmp_path)
    [export] = open_exports([tmp_path / "export"])
    after = claims(fixture.reader, export)
    before = {it for seen in found.exports[0].files for it in seen.claimed}
    assert {it.files for them in after.values() for it in them} < before


def test_its_examples_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    import fixture

    done = doctest.testmod(fixture)
    assert (done.failed, done.attempted > 0) == (0, True)
