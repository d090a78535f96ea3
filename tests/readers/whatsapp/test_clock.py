from datetime import UTC, datetime

import pytest

from parasocial.readers.whatsapp.clock import Clock, Order, halves_open, orders
from parasocial.reading.times import micros

HOUR = 3_600_000_000


def us(text: str) -> int:
    return micros(datetime.fromisoformat(text).replace(tzinfo=UTC))


@pytest.mark.parametrize(
    ("order", "stamp", "after", "expected"),
    [
        ("dmy", "15/01/2021, 18:54", "", "2021-01-15 18:54"),
        ("mdy", "1/15/21, 6:54", "\u202fPM", "2021-01-15 18:54"),
        ("mdy", "1/15/21, 12:05", " AM", "2021-01-15 00:05"),
        ("mdy", "1/15/21, 12:05", " p. m.", "2021-01-15 12:05"),
        ("ymd", "2021-01-15 6:54", " a.m.", "2021-01-15 06:54"),
        ("dmy", "15.1.2021 klo 18.54", "", "2021-01-15 18:54"),
        ("dmy", "15.01.21 г., 18:54", " ч.", "2021-01-15 18:54"),
        ("ymd", "2021年1月15日 下午6:54", "", "2021-01-15 18:54"),
        ("ymd", "2021. 1. 15. 오전 12:54", "", "2021-01-15 00:54"),
        ("dmy", "١٥\u200f/١\u200f/٢٠٢١، ٦:٥٤", " م", "2021-01-15 18:54"),
        ("dmy", "15/1/2564 18:54", "", "2021-01-15 18:54"),
        ("dmy", "15/1/64 18:54", "", "2021-01-15 18:54"),
        ("dmy", "15/1/2021, 6:54", " PTG", "2021-01-15 18:54"),
        ("dmy", "29/2/2020, 0:00", "", "2020-02-29 00:00"),
    ],
)
def test_stamps(order: Order, stamp: str, after: str, expected: str) -> None:
    start = us(expected)
    assert Clock((order,), "UTC").moment(stamp, None, after) == (start, start, start + 59_999_999)


def test_a_second_and_a_zone_make_a_time_exact() -> None:
    clock = Clock(("dmy",), "Asia/Manila")
    assert clock.moment("15/01/21, 18:54", "12", "") == (us("2021-01-15 10:54:12"), None, None)


def test_summer_time_counts() -> None:
    clock = Clock(("dmy",), "Europe/Berlin")
    winter, summer = (clock.moment(f"15/{month}/21, 18:54", "00", "")[0] for month in (1, 7))
    assert (winter, summer) == (us("2021-01-15 17:54"), us("2021-07-15 16:54"))


def test_without_a_zone_any_is_enclosed() -> None:
    start, low, high = Clock(("dmy",)).moment("15/01/21, 18:54", "12", "")
    assert (start - (low or 0), (high or 0) - start) == (14 * HOUR, 14 * HOUR)


def test_both_readings_are_enclosed() -> None:
    found = Clock(("dmy", "mdy"), "UTC").moment("1/2/21, 08:00", "00", "")
    assert found == (us("2021-02-01 08:00"), us("2021-01-02 08:00"), us("2021-02-01 08:00"))


def test_an_unknown_half_of_the_day_is_enclosed() -> None:
    found = Clock(("dmy",), "UTC", halves_open=True).moment("1/2/21, 8:00", "00", " xx")
    assert found == (us("2021-02-01 08:00"), us("2021-02-01 08:00"), us("2021-02-01 20:00"))


@pytest.mark.parametrize("stamp", ["31/02/21, 08:00", "13/13/21, 08:00", "1/1/21, 25:00"])
def test_what_cannot_be_is_an_error(stamp: str) -> None:
    with pytest.raises(ValueError, match=r"day|hour"):
        Clock(("dmy",)).moment(stamp, None, "")


@pytest.mark.parametrize(
    ("stamps", "expected"),
    [
        (["1/2/21, 8:", "13/2/21, 8:"], ("dmy",)),
        (["1/2/21, 8:", "1/13/21, 8:"], ("mdy",)),
        (["2021-01-02 8:"], ("ymd",)),
        (["2021년 1월 2일 오후 8:"], ("ymd",)),
        (["11/1/21, 8:", "12/1/21, 8:", "1/2/21, 8:"], ("dmy",)),
        (["1/11/21, 8:", "1/12/21, 8:", "2/1/21, 8:"], ("mdy",)),
        (["1/2/21, 8:", "2/2/21, 8:"], ("dmy", "mdy")),
        (["1.2.21, 8:", "2.2.21, 8:"], ("dmy",)),
        (["1-2-21 8:"], ("dmy",)),
        (["13/13/21, 8:", "1/13/21, 8:"], ("mdy",)),
        ([], ("dmy",)),
    ],
)
def test_day_and_month_are_told_by_what_exists_and_by_time_running_on(
    stamps: list[str], expected: tuple[Order, ...]
) -> None:
    assert orders(stamps) == expected


@pytest.mark.parametrize(
    ("words", "latest", "expected"),
    [
        ({" xx", " yy"}, 12, True),
        ({" xx", " yy"}, 13, False),
        ({" AM", " PM"}, 12, False),
        ({" ч."}, 9, False),
        ({""}, 9, False),
    ],
)
def test_unknown_halves_of_the_day(words: set[str], latest: int, expected: bool) -> None:
    assert halves_open(words, latest) is expected
