"""Numbers that can be tested, and what the tests refuse."""

import pytest

from parasocial.oversharing.checks import passes

GOOD = [
    ("phone", "+62 812-352-601"), ("phone", "081-233-1672"), ("phone", "o81-233-1672"), ("phone_said", "713 0481"),
    ("card", "4111 1111 1111 1111"), ("iban", "GB82WEST12345698765432"), ("national_id", "S1234567D"),
    ("national_id", "900214-10-5553"), ("national_id", "3171011708450001"), ("national_id", "1234-5678-9012-3456"), ("national_id", "001190000000"),
    ("wallet", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"), ("wallet", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"),
    ("coordinates", "-6.200123, 106.816789"), ("password", "gerald4ever"), ("spoken", "nol delapan satu dua tiga empat lima"),
]  # fmt: skip
BAD = [
    ("phone", "2026-11-25"), ("phone", "0000000000"), ("phone", "1234567"), ("phone", "12345678901234567"),
    ("phone", "+999 12345"), ("card", "4111 1111 1111 1112"), ("iban", "GB82WEST12345698765431"),
    ("national_id", "S1234567A"), ("national_id", "900231-10-5553"), ("national_id", "1234567890123"),
    ("wallet", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3"), ("wallet", "1" * 33), ("wallet", "1O" * 15), ("wallet", "bc1Qar0srrr7xfkvy5"),
    ("coordinates", "96.2001, 106.8167"), ("password", "1st"), ("spoken", "nol satu dua"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "value"), GOOD)
def test_a_good_number_passes(check, value) -> None:
    assert passes(check, value, value)


@pytest.mark.parametrize(("check", "value"), BAD)
def test_a_bad_number_does_not(check, value) -> None:
    assert not passes(check, value, value)


def test_an_old_card_needs_its_word() -> None:
    assert passes("card", "501864667909", "my card 501864667909")
    assert not passes("card", "501864667909", "order 501864667909")
