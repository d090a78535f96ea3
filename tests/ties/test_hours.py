"""How long things lasted: measured, or until the next event, at most the cap of their form."""

import pytest

from parasocial.schema import EGO, Addressed, Channel, Fact, Form, Interaction
from ties.world import (
    BOTH,
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    STAGE,
    START,
    TOWN,
    WEEK,
    Export,
    built,
    export,
    message,
    reader,
    rows,
    talk,
    ties,
    turns,
    views,
)

RANGE = ("ms_low", "ms_point", "ms_high")


def view(who: str | None, us: int, form: Form | None = Form.VIDEO, **more: int) -> Interaction:
    return Interaction(Channel.VIEW, EGO, who, us, str(us), form=form, **more)


def spent(*said: Fact, of: str = "ada") -> tuple[int, ...]:
    it = ties(export(STAGE, *said))[f"stage:{of}"]
    return tuple(it[part] for part in RANGE)


@pytest.mark.thorough
def test_the_last_event_lasts_as_long_as_its_form() -> None:
    forms = {
        "long": ((Channel.VIEW, Form.VIDEO), (240_000, 900_000, 3_600_000)),
        "short": ((Channel.VIEW, Form.SHORT), (8_000, 30_000, 120_000)),
        "story": ((Channel.VIEW, Form.STORY), (8_000, 30_000, 120_000)),
        "post": ((Channel.VIEW, Form.POST), (3_000, 10_000, 30_000)),
        "like": ((Channel.REACTION, Form.VIDEO), (3_000, 10_000, 30_000)),
        "comment": ((Channel.COMMENT, None), (20_000, 60_000, 180_000)),
    }
    said = [
        export(reader(who), Interaction(channel, EGO, "ada", START, form=form), source=who)
        for who, ((channel, form), _) in forms.items()
    ]
    found = ties(*said)
    for who, (_, caps) in forms.items():
        assert tuple(found[f"{who}:ada"][part] for part in RANGE) == caps


@pytest.mark.thorough
def test_an_event_ends_when_the_next_one_on_its_platform_begins() -> None:
    said = (view("ada", START), view("bo", START + 10 * MINUTE))
    assert spent(*said) == (240_000, 600_000, 600_000)
    elsewhere = export(TOWN, message(EGO, "cy", START + MINUTE), source="two")
    it = ties(export(STAGE, *said), elsewhere)["stage:ada"]
    assert it["ms_point"] == 600_000


@pytest.mark.thorough
def test_events_of_one_instant_share_it_whatever_their_names() -> None:
    said = [view(who, START) for who in ("ada", "bo", None)]
    later = view("cy", START + 6 * MINUTE)
    assert spent(*said, later) == (80_000, 120_000, 120_000)
    assert spent(*said, later, of="bo") == (80_000, 120_000, 120_000)
    assert spent(*said) == (80_000, 300_000, 1_200_000)


def test_what_was_measured_is_taken_as_it_is() -> None:
    said = (view("ada", START, ms=5_000_000), view("ada", START + MINUTE))
    it = ties(export(STAGE, *said))["stage:ada"]
    assert (it["ms_low"], it["ms_high"]) == (5_240_000, 8_600_000)
    assert it["ms_measured"] == 5_000_000


@pytest.mark.thorough
def test_what_was_measured_on_one_day_shares_the_day() -> None:
    ten_hours = 10 * 3_600_000
    said = [view(who, START, ms=ten_hours) for who in ("ada", "bo", "cy")]
    next_day = view("ada", START + DAY, ms=ten_hours)
    assert spent(*said, of="bo") == (8 * 3_600_000,) * 3
    assert spent(*said, next_day) == (18 * 3_600_000,) * 3


def test_received_messages_are_read_and_broadcasts_are_not() -> None:
    said = (
        message("ada", EGO, START),
        message("ada", EGO, START + HOUR, addressed=Addressed.EVERYONE),
        Interaction(Channel.FOLLOW, "ada", EGO, START + 2 * HOUR),
    )
    assert ties(export(TOWN, *said))["town:ada"]["ms_point"] == 60_000


def test_a_rate_is_time_within_the_channels_own_window() -> None:
    said = (*views("ada", 2, START, 4 * WEEK), *turns(EGO, "ada", 2, START + DAY, 2 * WEEK))
    it = ties(export(TOWN, *said))["town:ada"]
    assert it["weekly_point"] == 1_800_000 // 4 + 120_000 // 2


@pytest.mark.thorough
def test_overlapping_exports_do_not_double_a_rate_and_gaps_between_them_do_not_thin_it() -> None:
    old, new = views("ada", 15, START), views("ada", 15, START + 7 * DAY)
    twice = ties(export(STAGE, *old, source="old"), export(STAGE, *new, source="new"))
    once = ties(export(STAGE, *old, *new[8:]))
    assert twice["stage:ada"]["weekly_point"] == once["stage:ada"]["weekly_point"]
    far = views("ada", 15, START + 300 * DAY)
    apart = ties(export(STAGE, *old, source="old"), export(STAGE, *far, source="new"))
    assert apart["stage:ada"]["weekly_point"] == pytest.approx(15 * 900_000 / 2, abs=1)


def test_a_window_is_never_shorter_than_a_week() -> None:
    assert ties(export(STAGE, *views("ada", 1)))["stage:ada"]["weekly_point"] == 900_000


@pytest.mark.thorough
def test_weeks_add_up_to_all_logged_time() -> None:
    said = (*views(None, 9), *views("bo", 30, START + HOUR), *talk("ada", 20, 20))
    for zone in ("UTC", "Pacific/Kiritimati"):
        with built(export(reader("one", BOTH), *said), zone=zone) as ledger:
            parts = "CAST(sum(ms_low) AS BIGINT), CAST(sum(ms_high) AS BIGINT)"
            [whole] = rows(ledger, f"SELECT {parts} FROM spent")
            assert rows(ledger, f"SELECT {parts} FROM week_tie") == [whole]
            assert rows(ledger, f"SELECT {parts} FROM day_channel") == [whole]
            told = "CAST(sum(turns_given + turns_received) AS BIGINT) AS n"
            assert rows(ledger, f"SELECT {told} FROM week_tie") == [{"n": 40}]


@pytest.mark.thorough
def test_days_and_weeks_are_the_persons_own() -> None:
    sunday = START + 6 * DAY + 23 * HOUR
    found = {}
    for zone in ("UTC", "Europe/Berlin", "America/New_York"):
        with built(export(STAGE, view("ada", sunday)), zone=zone) as ledger:
            [week] = ledger.query("SELECT week FROM week_tie")["week"]
            [day] = ledger.query("SELECT day FROM day_channel WHERE active > 0")["day"]
            found[zone] = (week, day)
    week, day = (START // DAY + 3) // 7, START // DAY + 6
    assert found["UTC"] == found["America/New_York"] == (week, day)
    assert found["Europe/Berlin"] == (week + 1, day + 1)


def test_sub_second_gaps_are_kept() -> None:
    assert spent(view("ada", START), view("bo", START + SECOND // 2)) == (500, 500, 500)


def test_one_persons_time_on_one_platform_never_exceeds_the_clock() -> None:
    said = [view("ada" if i % 3 else "bo", START + i * 7 * SECOND) for i in range(2_000)]
    with built(Export(STAGE, {0: said})) as ledger:
        [high] = ledger.query("SELECT sum(ms_high) AS n FROM spent")["n"]
    assert high == 1_999 * 7_000 + 3_600_000
