"""What numbers, handles, addresses and times of X say."""

import pytest

from parasocial.readers.x.accounts import account, at, born, moment, posted
from parasocial.reading.times import DAY, iso

POST = "1895806220497846273"  # 1 March 2025, noon


@pytest.mark.parametrize(
    ("number", "handle", "found"),
    [
        ("22", "Odo", "22"),
        (22, None, "22"),
        ("-1", "Odo", "@odo"),
        ("0", "@Odo ", "@odo"),
        (None, "12345", "@12345"),
        ("", "", None),
    ],
)
def test_an_account_is_its_number_or_else_its_handle(number, handle, found):
    assert account(number, handle) == found


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://twitter.com/i/web/status/77", (None, "77")),
        ("https://x.com/i/status/77", (None, "77")),
        ("https://x.com/LumiTan/status/77?s=46", ("@lumitan", "77")),
        ("http://mobile.twitter.com/LumiTan/statuses/77/photo/1", ("@lumitan", "77")),
        ("https://example.org/LumiTan/status/77", None),
        ("https://x.com/LumiTan", None),
        ("", None),
    ],
)
def test_an_address_says_which_post_and_sometimes_whose(address, found):
    assert posted(address) == found
    assert at("LumiTan") == "@lumitan"


@pytest.mark.parametrize(
    ("post", "us"),
    [
        (POST, iso("2025-03-01T12:00:00")),
        ("77", None),
        ("29700859246", None),
        (str(1 << 63), None),
        ("x", None),
    ],
)
def test_a_number_says_when_since_november_2010(post, us):
    assert born(post) == us


def test_times_in_both_forms():
    us = iso("2018-10-10T20:19:24")
    assert moment("Wed Oct 10 20:19:24 +0000 2018", "77").us == us
    exact = moment("2018-10-10 20:19:24 +0000", POST)
    assert (exact.us, exact.us_low) == (us, None)


def test_a_day_alone_is_a_day_wide():
    found = moment("2009-04-01 00:00:00 +0000", "1430000001")
    assert (found.us_low, found.us_high) == (found.us, found.us + DAY - 1)
    assert moment("2025-03-02 00:00:00 +0000", POST).us_low is None


def test_before_there_were_posts_the_number_says_when_or_nothing_does():
    assert moment("Thu Jan 01 00:00:00 +0000 1970", POST).us == iso("2025-03-01T12:00:00")
    for text in ("Thu Jan 01 00:00:00 +0000 1970", "Tue Mar 21 00:00:00 +0000 2006"[:-4] + "2005"):
        with pytest.raises(ValueError, match="before"):
            moment(text, "77")
    for text in ("", "yesterday", "Wed Okt 10 20:19:24 +0000 2018", "2018-10-10T20:19:24Z"):
        with pytest.raises(ValueError):
            moment(text, POST)
