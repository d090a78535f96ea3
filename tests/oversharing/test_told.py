"""To whom: every finding joined to the tie it was made to, masked, and counted."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from parasocial.jobs.measure import measure
from parasocial.ledger import Import, Ledger
from parasocial.lenses.overshared import Oversharing
from parasocial.lenses.oversharing import Scope
from parasocial.oversharing.growth import Quarter, quarters
from parasocial.oversharing.texts import Text
from parasocial.readers import READERS
from parasocial.reading import Batch, Facts, Tally
from parasocial.schema import EGO, Account, Addressed, Channel, Form, Interaction, Kind

BEGIN = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
NUMBER = "0812 0000 4417"
SAID = f"call me at {NUMBER}"
BY_NAME = {reader.name: reader for reader in READERS}


def us(hours: float) -> int:
    return int((BEGIN + timedelta(hours=hours)).timestamp() * 1_000_000)


def act(
    channel: Channel, target: str | None, hours: float, text: str | None = SAID, **more
) -> Interaction:
    return Interaction(channel, EGO, target, us(hours), text=text, words=4, **more)


def held(said: list[Interaction], *, messages: bool = False, platform: str = "instagram") -> Ledger:
    """A ledger of what ego said; ``star`` is a persona, ``pal`` a friend who answers."""
    reader = BY_NAME[platform]
    ledger = Ledger()
    batch = Batch(0, reader.records[0])
    batch.interactions += said
    batch.accounts += [
        Account("star", "Star", kind=Kind.PERSONA, evidence="a test"),
        Account("pal", "Pal", kind=Kind.PERSON, evidence="a test"),
    ]
    with Import(ledger, reader, Facts(account="me"), with_messages=messages) as into:
        into.append(batch)
        into.finish("one", Tally())
    return ledger


def found(ledger: Ledger, notes: Path | None = None, **scope) -> Oversharing:
    with ledger:
        it = measure(ledger, notes, scope=Scope(**scope)).oversharing
    assert it is not None
    return it


def test_each_addressee_is_told_apart() -> None:
    it = found(
        held(
            [
                act(Channel.COMMENT, "star", 1, item="a"),
                act(Channel.COMMENT, "pal", 2, item="b"),
                act(Channel.POST, None, 3, item="c"),
                act(Channel.COMMENT, None, 4, item="d"),
                act(Channel.COMMENT, "star", 5, item="e", group="g", addressed=Addressed.GROUP),
            ]
        )
    )
    told = [(one.told.to, one.told.alter, one.told.kind) for one in it.findings]
    assert told == [
        ("tie", "instagram:star", "persona"),
        ("tie", "instagram:pal", "person"),
        ("everyone", None, None),
        ("unknown", None, None),
        ("group", None, None),
    ]
    assert (it.to_personas.findings, it.to_personas.of, it.to_personas.share) == (1, 4, 0.25)
    assert {one.told.seen_by for one in it.findings} == {"cannot be told from the export"}


def test_who_can_see_it_where_that_needs_no_guess() -> None:
    it = found(held([act(Channel.COMMENT, "star", 1, item="a")], platform="youtube"))
    assert it.findings[0].told.seen_by == "anyone who can open the video"


@pytest.mark.thorough
def test_messages_only_on_request() -> None:
    said = [act(Channel.MESSAGE, "pal", 1), act(Channel.REPLY, "pal", 2, form=Form.CHAT)]
    ledger = held([*said, act(Channel.POST, None, 3, "nothing here")], messages=True)
    with ledger:
        quiet = measure(ledger, scope=Scope()).oversharing
        asked = measure(ledger, scope=Scope(with_messages=True)).oversharing
    assert (quiet.texts, len(quiet.findings)) == (1, 0)
    assert (asked.texts, len(asked.findings)) == (3, 2)
    assert asked.findings[0].told.seen_by == "those in the conversation"


def test_a_search_is_told_to_nobody() -> None:
    ledger = held([act(Channel.SEARCH, None, 1), act(Channel.POST, None, 2, "nothing here")])
    assert found(ledger).texts == 1


@pytest.mark.thorough
def test_without_texts_there_is_nothing_to_say() -> None:
    with held([act(Channel.COMMENT, "star", 1, None)]) as ledger:
        assert measure(ledger, scope=Scope()).oversharing is None
        assert measure(ledger).oversharing is None


@pytest.mark.thorough
def test_values_are_masked_unless_asked_for() -> None:
    said = [act(Channel.POST, None, 1, f"{SAID}, mail pal@example.org")]
    masked = msgspec.json.encode(found(held(said))).decode()
    for part in ("0812", "4417", "pal@", "example.org"):
        assert part not in masked
    it = found(held(said), reveal=True)
    assert [one.value for one in it.findings] == [NUMBER, "pal@example.org"]
    assert it.findings[0].excerpt == f"{SAID}, mail pal@example.org"
    assert [one.masked for one in it.findings] == ["•••• 17", "p••••"]


@pytest.mark.thorough
def test_a_true_twin_counts_once_for_each_of_its_texts() -> None:
    twins = [
        act(Channel.COMMENT, "star", 1),
        act(Channel.COMMENT, "star", 1, "my number is 0812 0000 4418"),
    ]
    it = found(held([*twins, act(Channel.COMMENT, "star", 1)]))
    assert it.texts == 2
    assert len({one.id for one in it.findings}) == 2


@pytest.mark.thorough
def test_ids_are_the_same_in_another_ledger_and_hold_no_value() -> None:
    first = found(held([act(Channel.COMMENT, "star", 1, item="a")]))
    again = found(held([act(Channel.COMMENT, "star", 1, "call me at 0899 0000 1234", item="a")]))
    assert [it.id for it in first.findings] == [it.id for it in again.findings]


@pytest.mark.thorough
def test_notes_name_people_and_keep_things(tmp_path: Path) -> None:
    notes = tmp_path / "notes.toml"
    said = [act(Channel.POST, None, 1, "with Tirta Ayu at last"), act(Channel.POST, None, 2)]
    notes.write_text('[names]\nfriends = ["Tirta Ayu"]\n', encoding="utf-8")
    first = found(held(said), notes)
    assert [it.kind for it in first.findings] == ["name_friend", "phone"]
    assert [it.post for it in first.changes.posts]
    kept = [it.id for it in first.findings]
    notes.write_text(
        f'[names]\nfriends = ["Tirta Ayu"]\n[oversharing]\nkeep = {json.dumps(kept)}\n',
        encoding="utf-8",
    )
    again = found(held(said), notes)
    assert all(it.keep for it in again.findings)
    assert again.changes.posts == []
    assert again.changes.kept == ["known_sender"]


def text(n: int, at: int | None, alter: str = "a") -> Text:
    return Text(str(n), "", "p", "comment", "tie", alter, at)


def test_quarters_of_a_tie() -> None:
    """A life from 0 to 100: quarters begin at 0, 25, 50 and 75; the last moment is in the last."""
    said = [text(n, at) for n, at in enumerate((0, 24, 25, 50, 99, 100, None))]
    given = {"0": 1, "4": 2, "5": 1, "6": 9}
    assert quarters(said, given, {"a": (0, 100)}) == [
        Quarter(2, 1), Quarter(1, 0), Quarter(1, 0), Quarter(2, 3),
    ]  # fmt: skip
    assert quarters(said, given, {"a": (5, 5)}) == [Quarter(0, 0)] * 4


@pytest.mark.thorough
@pytest.mark.parametrize("share", [0, 3])
def test_a_tie_that_grows(share: int) -> None:
    """What is given away in the last quarter of a tie is seen there."""
    said = [act(Channel.COMMENT, "star", n, f"so nice {n}", item=f"i{n}") for n in range(8)]
    said += [act(Channel.COMMENT, "star", 7 - n / 10, SAID, item=f"s{n}") for n in range(share)]
    it = found(held(said)).to_personas.quarters
    assert [quarter.findings for quarter in it] == [0, 0, 0, share]
    assert sum(quarter.texts for quarter in it) == 8 + share
