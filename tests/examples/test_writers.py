"""Writers and readers know the formats apart from each other: deeds go through both and come out."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from examples.deeds import DAY, EXPORTED, MINUTE, SECOND, beings, scene
from examples.shown import SHOWN
from parasocial.jobs.read import Outcome, Wanted, read_into
from parasocial.ledger import Ledger, merge
from parasocial.notes import Notes
from writers import NATIVE, WRITERS

ME = {
    "telegram-chat": ("Mila Orr",),
    "whatsapp": ("Mila Orr",),
    "discord-exporter": ("mila_orr",),
}
STEP = {"whatsapp": MINUTE, "spotify": MINUTE, "spotify-extended": MINUTE, "twitch": DAY}
Row = tuple[str, str, str | None, str | None, int | None]
OURS = re.compile(r"^(group:[0-9a-f]{16}$|group:)")
"""What readers put before or instead of a name, where the platform has no id."""


def reader_of(platform: str) -> str:
    return platform.removesuffix("-extended").removesuffix("-chat")


def bare(account: str | None) -> str | None:
    """An account as its platform calls it; what stands for a set of numbers, as nothing."""
    return account and OURS.sub("", account.partition(":")[2] or account)


@pytest.mark.thorough
@pytest.mark.parametrize("platform", WRITERS)
def test_what_is_shown_comes_out(platform: str, tmp_path: Path) -> None:
    wanted = sorted(expected(platform), key=by_time)
    found = sorted(told(platform, tmp_path / "export"), key=by_time)
    assert [row[:4] for row in found] == [row[:4] for row in wanted]
    for row, (*_, at) in zip(found, wanted, strict=True):
        assert (row[4] is None) is (at is None), row
        assert at is None or abs(row[4] - at) < STEP.get(platform, SECOND), row


def expected(platform: str) -> Iterator[Row]:
    """What the export must show."""
    cast, deeds, native = beings(platform), scene(), NATIVE[reader_of(platform)]

    def name(key: str | None) -> str | None:
        return "ego" if key == "me" else key and native(cast[key])

    for shown, rows in SHOWN[platform].items():
        for changes in rows:
            deed = deeds[shown]._replace(**changes)
            at = deeds[deed.at].at if isinstance(deed.at, str) else deed.at
            yield deed.channel, name(deed.actor), name(deed.target), deed.form, at


def by_time(row: Row) -> tuple[str, ...]:
    return (*map(str, row[:4]), f"{row[4] or 0:020}")


def told(platform: str, folder: Path) -> Iterator[Row]:
    """What the ledger holds after the written export is read."""
    cast, said = beings(platform), sorted(scene().values())
    if platform.endswith("-chat"):
        said = [deed for deed in said if deed.room == "room"]
    for name, content in WRITERS[platform](cast["me"], cast, said, exported=EXPORTED).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    asked = Wanted(me=ME.get(platform, ()), zone="Asia/Jakarta", platform=reader_of(platform))
    with Ledger() as ledger:
        [outcome] = read_into(ledger, [folder], asked)
        assert isinstance(outcome, Outcome)
        tally = outcome.tally
        assert not tally.cut
        assert not tally.unknown
        assert not any(it.failed for it in tally.records.values())
        merge(ledger, Notes())
        rows = ledger.query("SELECT channel, actor_id, target_id, form, us FROM interaction")
    for channel, actor, target, form, us in zip(*rows.values(), strict=True):
        yield channel, bare(actor) or "", bare(target), form, us
