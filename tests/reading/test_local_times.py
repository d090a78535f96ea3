"""Localised date texts, each with the time that it means."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parasocial.reading.local_times import LocalTime, local_time

HOUR = 3_600_000_000


def us(*parts: int) -> int:
    return round(datetime(*parts, tzinfo=UTC).timestamp()) * 1_000_000


EXACT = {
    "Jan 15, 2021, 6:54:12 PM BST": us(2021, 1, 15, 17, 54, 12),
    "Jan 15, 2021, 6:54:12\u202fPM UTC": us(2021, 1, 15, 18, 54, 12),
    "Jan 5, 2021, 12:04:02 AM GMT+8": us(2021, 1, 4, 16, 4, 2),
    "Dec 31, 2020, 12:04:02 PM GMT-03:30": us(2020, 12, 31, 15, 34, 2),
    "15 Sept 2021, 18:54:12 CEST": us(2021, 9, 15, 16, 54, 12),
    "15.01.2021, 18:54:12 MEZ": us(2021, 1, 15, 17, 54, 12),
    "15.07.2021, 18:54:12 MESZ": us(2021, 7, 15, 16, 54, 12),
    "15 mrt 2021, 18:54:12 CET": us(2021, 3, 15, 17, 54, 12),
    "15-03-2021 18:54:12 CET": us(2021, 3, 15, 17, 54, 12),
    "15 ene 2021, 6:54:12 p.\u00a0m. CET": us(2021, 1, 15, 17, 54, 12),
    "15 de enero de 2021, 18:54:12 CET": us(2021, 1, 15, 17, 54, 12),
    "15 ian. 2021, 18:54:12 EET": us(2021, 1, 15, 16, 54, 12),
    "2021-01-15 18:54:12 EET": us(2021, 1, 15, 16, 54, 12),
    "2021 m. sausio 15 d. 18:54:12 +0200": us(2021, 1, 15, 16, 54, 12),
    "15 d\u2019abr. 2021, 18:54:12 CEST": us(2021, 4, 15, 16, 54, 12),
    "15 Agu 2021 18.54.12 WIB": us(2021, 8, 15, 11, 54, 12),
    "15 Ogos 2021, 6:54:12 PTG MYT": us(2021, 8, 15, 10, 54, 12),
    "15 Ogos 2021, 6:54:12 PG MYT": us(2021, 8, 14, 22, 54, 12),
    "Hul 15, 2021, 6:54:12 PM GMT+08:00": us(2021, 7, 15, 10, 54, 12),
    "18:54:12 15 thg 1, 2021 GMT+7": us(2021, 1, 15, 11, 54, 12),
    "18:54:12 +0700 15 tháng 12, 2021": us(2021, 12, 15, 11, 54, 12),
    "15 ม.ค. 2564 18:54:12 GMT+7": us(2021, 1, 15, 11, 54, 12),
    "15 มกราคม 2021 18 นาฬิกา 54 นาที 12 วินาที ICT": us(2021, 1, 15, 11, 54, 12),
    "15 févr. 2021 à 18:54:12 UTC+1": us(2021, 2, 15, 17, 54, 12),
    "15 févr. 2021, 18 h 54 min 12 s GMT+01:00": us(2021, 2, 15, 17, 54, 12),
    "15 févr. 2021, 18 h 54 min 12 s HST": us(2021, 2, 16, 4, 54, 12),
    "15 de fev. de 2021 18:54:12 BRT": us(2021, 2, 15, 21, 54, 12),
    "15 gen 2021, 18:54:12 CET": us(2021, 1, 15, 17, 54, 12),
    "15 sty 2021, 18:54:12 CET": us(2021, 1, 15, 17, 54, 12),
    "15 января 2021 г., 18:54:12 MSK": us(2021, 1, 15, 15, 54, 12),
    "15 жовт. 2021 р., 18:54:12 EEST": us(2021, 10, 15, 15, 54, 12),
    "15 srpna 2021 18:54:12 CEST": us(2021, 8, 15, 16, 54, 12),
    "15 Ağu 2021 18:54:12 TRT": us(2021, 8, 15, 15, 54, 12),
    "\u200e15/01/2021, 18:54:12 UTC": us(2021, 1, 15, 18, 54, 12),
    "1/15/21, 6:54:12 PM UTC": us(2021, 1, 15, 18, 54, 12),
    "3/3/2021, 18:54:12 UTC": us(2021, 3, 3, 18, 54, 12),
    "2021/01/15 18:54:12Z": us(2021, 1, 15, 18, 54, 12),
}


@pytest.mark.parametrize("text", EXACT)
def test_a_text_with_a_zone_is_exact(text: str) -> None:
    assert local_time(text, zone="Asia/Jakarta") == LocalTime(EXACT[text], None, None)


def test_minutes_leave_a_minute() -> None:
    start = us(2024, 11, 20, 15, 18)
    found = local_time("Nov 20, 2024 3:18 pm", zone="UTC")
    assert found == LocalTime(start, start, start + 59_999_999)


def test_a_date_leaves_a_day() -> None:
    start = us(2024, 11, 19, 16)
    found = local_time("20 Nov 2024", zone="Asia/Manila")
    assert found == LocalTime(start, start, start + 24 * HOUR - 1)


def test_no_zone_leaves_fourteen_hours() -> None:
    read = us(2024, 11, 20, 15, 18, 7)
    found = local_time("Nov 20, 2024, 3:18:07 PM XYZT", zone=None)
    assert found == LocalTime(read, read - 14 * HOUR, read + 14 * HOUR)


def test_a_zone_of_several_meanings_leaves_all_of_them() -> None:
    pacific = us(2024, 11, 20, 23, 18, 7)
    found = local_time("Nov 20, 2024, 3:18:07 PM PST", zone=None)
    assert found == LocalTime(pacific, pacific - 16 * HOUR, pacific)


def test_the_persons_zone_decides_between_several_meanings() -> None:
    manila = us(2024, 11, 20, 7, 18, 7)
    assert local_time("Nov 20, 2024, 3:18:07 PM PST", zone="Asia/Manila").us == manila


def test_day_and_month_stay_open_unless_said() -> None:
    april, march = us(2021, 4, 3, 9, 0, 1), us(2021, 3, 4, 9, 0, 1)
    assert local_time("3/4/2021 09:00:01", zone="UTC") == LocalTime(march, march, april)
    assert local_time("3/4/2021 09:00:01", zone="UTC", day_first=True).us == april
    assert local_time("3/4/2021 09:00:01", zone="UTC", day_first=False).us == march


def test_the_day_on_which_clocks_change() -> None:
    def berlin(text: str) -> int:
        return local_time(text, zone="Europe/Berlin").us

    assert berlin("28.03.2021, 01:30:00") == us(2021, 3, 28, 0, 30)
    assert berlin("28.03.2021, 18:30:00") == us(2021, 3, 28, 16, 30)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "18:54:12",
        "Jan 32, 2021 1:00 PM",
        "15.13.2021, 18:54",
        "1/2 3:04 PM",
        "Jan 1, 2021 25:61",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        local_time(text, zone=None)


@given(st.integers(1_100_000_000, 1_900_000_000))
def test_twelve_and_twenty_four_hours_agree(seconds: int) -> None:
    at = datetime.fromtimestamp(seconds, UTC)
    short = local_time(f"{at:%b} {at.day}, {at.year}, {at:%I:%M:%S}\u202f{at:%p} UTC", zone=None)
    assert short == local_time(f"{at:%d.%m.%Y, %H:%M:%S} UTC", zone=None)
    assert short == LocalTime(seconds * 1_000_000, None, None)
