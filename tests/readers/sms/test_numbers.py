"""Phone numbers as backups write them."""

import pytest

from parasocial.readers.sms.numbers import is_service, local_and_full, number


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("+62 812-0000 (111)", "+628120000111"),
        ("0812 0000 111", "08120000111"),
        ("\u202a+62 812\u202c", "62812"),  # marks before the plus: digits alone
        ("٠٨١٢٣", "08123"),
        (" KETTLE ", "KETTLE"),
        ("Odo@Example.org", "odo@example.org"),
        *((nobody, None) for nobody in (None, "", "null", "-1", "-2", "(Unknown)", "()", "+")),
        ("insert-address-token", None),
    ],
)
def test_a_number(written: str | None, found: str | None) -> None:
    assert number(written) == found


@pytest.mark.parametrize(
    ("it", "service"),
    [
        ("55500", True),
        ("112", True),
        ("KETTLE", True),
        ("Tea4U", True),
        ("5550001", False),
        ("+55500", False),
        ("odo@example.org", False),
    ],
)
def test_a_service(it: str, service: bool) -> None:
    assert is_service(it) is service


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("08120000111", "+628120000111", True),
        ("+628120000111", "8120000111", True),
        ("08120000111", "+628120000112", False),
        ("08120000111", "628120000111", False),  # nothing says that 62 is a country
        ("+628120000111", "+628120000111", False),
        ("0120111", "+62120111", False),  # too short to tell
        ("08120000111", "+98768120000111", False),  # no country has four digits
    ],
)
def test_with_and_without_country(one: str, other: str, alike: bool) -> None:
    assert (local_and_full(one, other) is not None) is alike
