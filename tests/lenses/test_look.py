"""The audience lens on ledgers of every shape: a value, or null and why; never an exception."""

from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings

from parasocial.lenses.audience import look
from parasocial.lenses.findings import Findings, json_schema
from parasocial.notes import Note, Notes
from parasocial.readers.discord import DISCORD_EXPORTER
from parasocial.readers.telegram import TELEGRAM
from parasocial.schema import EGO, Account, Alias, Channel, Form, Interaction
from ties.logs import READERS, worlds
from ties.world import (
    BOTH,
    DAY,
    HOUR,
    MINUTE,
    STAGE,
    START,
    TOWN,
    WEEK,
    Export,
    comments,
    export,
    follow,
    ledger_of,
    message,
    reader,
    talk,
    turns,
    views,
)

SCHEMA = jsonschema.Draft202012Validator(json_schema())
OLD = 631_152_000_000_000  # 1990
NEW = START + 100 * WEEK


def seen(*exports: Export, **asked: Any) -> Findings:
    """The findings, once they are known to be whole."""
    with ledger_of(*exports) as ledger:
        found = look(ledger, **asked)
    content = msgspec.json.encode(found)
    plain = msgspec.json.decode(content)
    SCHEMA.validate(plain)
    unexplained(plain)
    assert [it.alter.id for it in found.ties] == in_order(found)
    return found


def unexplained(it: Any) -> None:
    """Whatever has a ``why`` has it exactly where its value is missing."""
    if isinstance(it, list):
        for part in it:
            unexplained(part)
    if not isinstance(it, dict):
        return
    for part in it.values():
        unexplained(part)
    value = it.get("point", it.get("value", 0))
    if "why" in it and value is None:
        assert it["why"]


def in_order(found: Findings) -> list[str]:
    def rank(tie: Any) -> tuple[float, int, str]:
        return -(tie.weekly_hours.point or 0), -(tie.given.turns + tie.received.turns), tie.alter.id

    return [it.alter.id for it in sorted(found.ties, key=rank)]


EVERYDAY = (
    *talk("ada", 30, 30),
    *comments("bo", 9),
    *views("cy", 60, START + HOUR),
    *views(None, 30, START + 2 * HOUR),
    follow(EGO, "cy"),
)
LEDGERS = {
    "empty": (),
    "one message": (export(TOWN, message(EGO, "ada", START)),),
    "one follow without a time": (export(TOWN, follow(EGO, "ada")),),
    "one post": (export(TOWN, Interaction(Channel.POST, EGO, None, START)),),
    "nothing inside": (export(TOWN),),
    "one instant": (export(TOWN, *talk("ada", 9, 9), *views("bo", 9), *views("cy", 9, step=0)),),
    "one week": (export(TOWN, *talk("ada", 9, 9), *views("bo", 99, step=HOUR)),),
    "outliers": (export(TOWN, *EVERYDAY, message(EGO, "ada", OLD), *views("bo", 1, NEW)),),
    "everyday": (export(TOWN, *EVERYDAY),),
    "two platforms": (
        export(TOWN, *EVERYDAY),
        export(STAGE, *views("ada", 99), source="two"),
    ),
}


@pytest.mark.thorough
@pytest.mark.parametrize("name", LEDGERS)
def test_ledgers_of_every_shape(name: str) -> None:
    seen(*LEDGERS[name])


@pytest.mark.thorough
@settings(max_examples=2)
@given(worlds())
def test_random_ledgers(world: tuple[list[Export], Notes, str]) -> None:
    exports, notes, zone = world
    found = seen(*exports, notes=notes, zone=zone)
    assert sum(found.totals.by_class.values()) == len(found.ties) == found.totals.ties
    weeks = sum(
        part.point or 0
        for week in found.weeks
        for part in (
            *(week.one_way_hours, week.reciprocal_hours),
            *(week.other_hours, week.unattributed_hours),
        )
    )
    total = (found.totals.hours.point or 0) + (found.totals.unattributed_hours.point or 0)
    assert weeks == pytest.approx(total)
    for tie in found.ties:
        assert (tie.first is None) == (tie.last is None)


@pytest.mark.thorough
def test_the_same_ledger_says_the_same_again() -> None:
    with (
        ledger_of(*LEDGERS["two platforms"]) as ledger,
        ledger_of(*LEDGERS["two platforms"]) as other,
    ):
        first, again, elsewhere = (msgspec.json.encode(look(it)) for it in (ledger, ledger, other))
    assert first == again == elsewhere


def test_an_empty_ledger_says_that_nothing_can_be_told() -> None:
    found = seen()
    assert (found.ties, found.weeks, found.sources, found.window.start) == ([], [], [], None)
    assert found.type.name == "cannot_be_told"
    assert all(
        it.why for it in (found.one_way_share, found.balance, found.chosen_share, found.type)
    )


@pytest.mark.thorough
def test_zones_move_days_and_nothing_else() -> None:
    late = export(TOWN, *talk("ada", 9, 9, START + 23 * HOUR))
    here, there = seen(late), seen(late, zone="Pacific/Auckland")
    assert (here.ties[0].first, there.ties[0].first) == ("2024-01-01", "2024-01-02")
    assert here.ties[0].share_given == there.ties[0].share_given


@pytest.mark.thorough
def test_the_everyday() -> None:
    found = seen(*LEDGERS["everyday"])
    classes = {it.alter.name: it.class_ for it in found.ties}
    assert classes == {"ada": "reciprocal", "bo": "unobservable", "cy": "unobservable"}
    assert found.reciprocal_share.point == 1
    assert (found.reciprocal_share.low or 0) < 0.5
    assert found.balance.value == 1
    assert found.chosen_share.value == 1
    assert [it.form for it in found.by_form] == ["video"]
    assert found.window.start == "2024-01-01"


class TestSlack:
    def test_how_many_more_it_would_take(self) -> None:
        [tie] = seen(export(STAGE, *views("ada", 28), *comments("ada", 1))).ties
        assert (tie.class_, tie.basis) == ("parasocial", "attention")
        assert (tie.ceiling.possible_returns, tie.ceiling.slack) == (1, 3)

    @pytest.mark.thorough
    def test_why_it_does_not_apply(self) -> None:
        [tie] = seen(export(TOWN, *views("ada", 28))).ties
        assert not tie.ceiling.applies
        assert tie.ceiling.why


class TestNotes:
    def test_a_note_holds_under_every_name_of_an_account(self) -> None:
        said = (*talk("Ada L.", 9, 0), Alias("Ada L.", "ada", "a list"))
        notes = Notes({"town:Ada L.": Note(hide=True, closeness=0.5)})
        [tie] = seen(export(TOWN, *said), notes=notes).ties
        assert (tie.alter.id, tie.hidden, tie.close) == ("town:ada", True, 0.5)

    @pytest.mark.thorough
    def test_on_one_person_in_two_places_the_note_that_remains_comes_first(self) -> None:
        notes = Notes(
            {
                "stage:ada": Note(same_as="town:ada", closeness=0.2, keep=True),
                "town:ada": Note(closeness=0.9),
            }
        )
        [tie] = seen(
            export(TOWN, *talk("ada", 9, 9)), export(STAGE, *views("ada", 9), source="two"),
            notes=notes,
        ).ties  # fmt: skip
        assert (tie.close, tie.keep, tie.alter.platforms) == (0.9, True, ["stage", "town"])


@pytest.mark.thorough
@pytest.mark.parametrize("group", [TELEGRAM, DISCORD_EXPORTER], ids=lambda it: it.name)
def test_answers_in_a_group_need_no_mark(group) -> None:
    """Replies of ego's that nobody's mark answers: whoever answered wrote to the group."""
    replies = [
        Interaction(Channel.REPLY, EGO, "cat", START + n * DAY, f"{n}", form=Form.CHAT)
        for n in range(29)
    ]
    [tie] = seen(export(group, *replies)).ties
    assert tie.class_ in ("unobservable", "undetermined")
    assert tie.share_given.low < 0.6


def test_people_who_do_not_answer_are_private() -> None:
    said = (*turns(EGO, "ada", 9), *turns("bo", EGO, 9), *talk("cy", 9, 9))
    shop = Account("shop", kind="brand")
    found = seen(export(reader("town", BOTH), *said, *turns("shop", EGO, 9), shop))
    assert {it.alter.name for it in found.ties if it.private} == {"ada", "bo"}


@pytest.mark.thorough
@pytest.mark.parametrize(("was", "now"), [("stage:ch1", "town:ada"), ("town:ada", "stage:ch1")])
def test_a_friend_with_a_channel_goes_by_the_name_of_the_friend(was: str, now: str) -> None:
    friend = export(TOWN, *talk("ada", 9, 9), Account("ada", "Ada", "ada"))
    channel = export(STAGE, *views("ch1", 9), Account("ch1", "Ada Cooks", "cooks"), source="two")
    [tie] = seen(friend, channel, notes=Notes({was: Note(same_as=now)})).ties
    assert (tie.alter.name, tie.alter.handle) == ("Ada", "ada")


@pytest.mark.thorough
def test_the_name_of_an_account_is_its_latest() -> None:
    old = export(TOWN, *talk("17", 1, 1), Account("17", "Ada", "ada"))
    new = export(TOWN, *talk("17", 2, 1), Account("17", "Ada Lovelace"), source="two")
    [tie] = seen(old, new).ties
    assert (tie.alter.name, tie.alter.handle) == ("Ada Lovelace", "ada")


class TestPattern:
    @pytest.mark.thorough
    def test_one_comment_is_not_one_a_week(self) -> None:
        said = (*views("ada", 200), *comments("ada", 1, start=START + 100 * DAY))
        found = seen(export(TOWN, *said)).type
        assert found.posts_a_week == pytest.approx(1 / 15, abs=0.01)  # fifteen weeks until the end

    @pytest.mark.thorough
    def test_twenty_eight_days_are_the_least(self) -> None:
        assert seen(export(TOWN, *views("ada", 27))).type.name == "cannot_be_told"
        assert seen(export(TOWN, *views("ada", 29))).type.name != "cannot_be_told"

    @pytest.mark.thorough
    def test_much_time_and_no_posts(self) -> None:
        said = [it for day in range(100) for it in views("ada", 20, START + day * DAY, 15 * MINUTE)]
        found = seen(export(STAGE, *said)).type
        assert found.name == "lurker"
        assert found.stability == 1
        assert found.hours_a_day.point == pytest.approx(5, rel=0.02)
        assert set(found.range) == {"lurker"}

    @pytest.mark.thorough
    def test_hardly_ever_there(self) -> None:
        found = seen(export(STAGE, *views("ada", 3, step=60 * DAY))).type
        assert (found.name, found.shares["offliner"]) == ("offliner", 1)

    @pytest.mark.thorough
    def test_who_only_writes_is_not_offline(self) -> None:
        said = (*views("ada", 3, step=60 * DAY), *talk("bo", 120, 0, START + HOUR))
        daily = [message(EGO, "bo", START + day * DAY) for day in range(120)]
        assert seen(export(TOWN, *said, *daily)).type.name != "offliner"

    @pytest.mark.thorough
    def test_a_short_log_of_views_shows_no_absence(self) -> None:
        said = (*views("ada", 2, step=10 * DAY), *turns(EGO, "bo", 10, step=30 * DAY))
        assert seen(export(TOWN, *said)).type.name != "offliner"


@pytest.mark.thorough
def test_every_platform_is_a_source() -> None:
    found = seen(
        *(export(it, *views("ada", 1), source=it.name) for it in READERS),
        export(STAGE, Interaction(Channel.VIEW, EGO, "bo", None, form=Form.VIDEO), source="zero"),
    )
    assert [it.platform for it in found.sources] == ["town", "stage", "forum", "stage"]
    assert all(it.coverage for it in found.sources)
