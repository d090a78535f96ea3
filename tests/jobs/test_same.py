"""Proposals of accounts that may be one person's: none that joins two people."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from parasocial.errors import BadNotes
from parasocial.jobs.demo import ZONE, example
from parasocial.jobs.read import Wanted, read_into
from parasocial.jobs.same import accept, proposals
from parasocial.ledger import Import, Ledger
from parasocial.notes import read_notes
from parasocial.readers import READERS
from parasocial.reading import Batch, Facts, Records, Table, Tally
from parasocial.schema import EGO, Account, Channel, Interaction, Kind

pytestmark = pytest.mark.thorough

DAY = 86_400_000_000
BEGIN = 1_767_225_600_000_000  # 2026-01-01
NOBODY = Records("", lambda _, __: Table(iter(())), lambda _, __: None)

# What may be known of one account: its id, display name, handle, kind, and first day.
Known = tuple[str, str | None, str | None, Kind | None, int]


def person(native: str, name: str | None = None, handle: str | None = None, day: int = 0) -> Known:
    return (native, name, handle, None, day)


def written(ledger: Ledger, platform: str, accounts: list[Known]) -> None:
    """An import in which ego and each account write to each other for ten days."""
    [reader] = [it for it in READERS if it.name == platform]
    batch = Batch(0, NOBODY)
    for native, name, handle, kind, first in accounts:
        batch.accounts.append(Account(native, name, handle, kind))
        for day in range(first, first + 10):
            us = BEGIN + day * DAY
            if kind is Kind.PERSONA:
                batch.interactions.append(Interaction(Channel.VIEW, EGO, native, us))
                continue
            batch.interactions.append(Interaction(Channel.MESSAGE, EGO, native, us, words=3))
            batch.interactions.append(
                Interaction(Channel.MESSAGE, native, EGO, us + DAY // 4, words=3)
            )
    with Import(ledger, reader, Facts()) as into:
        into.append(batch)
        into.finish(f"{platform} {len(accounts)}", Tally())


def found(tmp_path: Path, **platforms: list[Known]) -> list[tuple[set[str], str]]:
    with Ledger() as ledger:
        for platform, accounts in platforms.items():
            written(ledger, platform, accounts)
        return [
            ({it.account, it.same}, it.strength)
            for it in proposals(ledger, tmp_path / "notes.toml")
        ]


def test_one_handle_on_two_platforms(tmp_path: Path) -> None:
    assert found(
        tmp_path,
        instagram=[person("moth.radio"), person("ana")],
        tiktok=[person("moth.radio"), person("ana")],
    ) == [({"instagram:moth.radio", "tiktok:moth.radio"}, "possible")]


def test_two_signs_are_a_strong_one(tmp_path: Path) -> None:
    assert found(
        tmp_path,
        instagram=[person("odo.reyes", "Odo Reyes", "odo.reyes")],
        snapchat=[person("odo_reyes", "Odo Reyes", "odo_reyes")],
    ) == [({"instagram:odo.reyes", "snapchat:odo_reyes"}, "strong")]


def test_one_phone_number(tmp_path: Path) -> None:
    assert found(
        tmp_path,
        whatsapp=[person("+62 812-0000-1111")],
        sms=[person("+6281200001111", "Odo"), person("81200001111")],
    ) == [({"whatsapp:+62 812-0000-1111", "sms:+6281200001111"}, "strong")]


def test_a_name_that_nobody_else_has(tmp_path: Path) -> None:
    assert found(
        tmp_path, whatsapp=[person("Odo Reyes")], facebook=[person("Odo Reyes", "Odo Reyes")]
    ) == [({"whatsapp:Odo Reyes", "facebook:Odo Reyes"}, "possible")]


TRAPS = {
    "two friends of one first name": {
        "whatsapp": [person("Dimas")],
        "instagram": [person("dimas.awan", "Dimas", "dimas.awan")],
    },
    "two of one name on one platform": {
        "whatsapp": [person("Dimas Awan")],
        "instagram": [
            person("dimas.a1", "Dimas Awan", "dimas.a1"),
            person("dimas.b2", "Dimas Awan", "dimas.b2"),
        ],
    },
    "a fan who is called like the creator": {
        "youtube": [("UC" + "m" * 22, "Moth Radio Hour", None, Kind.PERSONA, 0)],
        "instagram": [person("lumi.tan", "Moth Radio Hour", "lumi.tan")],
    },
    "a fan club of the creator's name beside the creator": {
        "youtube": [("UC" + "m" * 22, "Moth Radio Hour", None, Kind.PERSONA, 0)],
        "instagram": [person("mothradiohour"), person("mothradiohour.fans")],
    },
    "a name at two times": {
        "whatsapp": [person("Odo Reyes")],
        "facebook": [person("Odo Reyes", "Odo Reyes", day=100)],
    },
    "accounts that were deleted": {
        "instagram": [person("178404", "Deleted User")],
        "facebook": [person("x", "Deleted User")],
    },
    "a group that is called like a person": {
        "whatsapp": [("group:Odo Reyes", "Odo Reyes", None, Kind.GROUP, 0)],
        "facebook": [person("Odo Reyes", "Odo Reyes")],
    },
    "numbers without a country": {
        "whatsapp": [person("0812 0000 1111")],
        "sms": [person("081200001111")],
    },
}


@pytest.mark.parametrize("trap", TRAPS)
def test_traps(trap: str, tmp_path: Path) -> None:
    assert found(tmp_path, **TRAPS[trap]) == []


def test_who_is_merged_with_one_of_a_platform_is_not_another_of_it(tmp_path: Path) -> None:
    notes = tmp_path / "notes.toml"
    with Ledger() as ledger:
        written(ledger, "whatsapp", [person("Odo Reyes")])
        written(ledger, "facebook", [person("Odo Reyes", "Odo Reyes")])
        written(ledger, "instagram", [person("odo.r")])
        written(ledger, "tiktok", [person("kiru.lamp")])
        accept(ledger, notes, "whatsapp:Odo Reyes", "instagram:odo.r")
        [one] = proposals(ledger, notes)
        assert {one.account, one.same} == {"whatsapp:Odo Reyes", "facebook:Odo Reyes"}
        accept(ledger, notes, one.account, one.same)
        assert proposals(ledger, notes) == []
        with pytest.raises(BadNotes, match="already"):
            accept(ledger, notes, one.same, "instagram:odo.r")
        accept(ledger, notes, "tiktok:kiru.lamp", "instagram:odo.r")
    said = read_notes(notes)
    assert said.about("instagram:odo.r").same_as == "whatsapp:Odo Reyes"
    assert said.about("whatsapp:Odo Reyes").same_as == "tiktok:kiru.lamp"


@pytest.fixture(scope="module")
def world() -> Iterator[Ledger]:
    with Ledger() as ledger:
        read_into(ledger, [example() / "you"], Wanted(zone=ZONE))
        yield ledger


def test_nobody_in_the_invented_world_is_taken_for_another(world: Ledger, tmp_path: Path) -> None:
    truth = json.loads((example() / "truth.json").read_text())
    being = {f"{it['platform']}:{it['id']}": it["being"] for it in truth["ties"]}
    proposed = proposals(world, tmp_path / "none.toml")
    known = [it for it in proposed if it.account in being and it.same in being]
    assert len(known) >= 6
    assert all(being[it.account] == being[it.same] for it in known)
    assert all(it.evidence for it in proposed)
    # What the person has said already is not proposed again.
    told = {it.same for it in proposals(world, example() / "notes.toml")}
    assert not told & set(read_notes(example() / "notes.toml").accounts)
