import pytest

from parasocial.readers.tiktok.blocks import pair
from parasocial.readers.tiktok.fields import Link, linked, when
from parasocial.readers.tiktok.messages import title
from parasocial.schema import Form

ID = "7400000000000000001"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (f"https://www.tiktokv.com/share/video/{ID}/", Link(ID)),
        (f"https://www.tiktokv.com/share/video/{ID}", Link(ID)),
        (f"https://www.tiktok.com/@ana.reads/video/{ID}?lang=en", Link(ID, "ana.reads")),
        (
            f"https://www.tiktok.com/@7000000000000000111/video/{ID}",
            Link(ID, "7000000000000000111"),
        ),
        (f"https://m.tiktok.com/v/{ID}.html", Link(ID)),
        (f"https://www.tiktokv.com/share/photo/{ID}/", Link(ID, None, Form.POST)),
        ("https://www.tiktok.com/@ana.reads/live", Link(None, "ana.reads", Form.LIVE)),
        (f"https://www.tiktokv.com/share/live/{ID}/", Link(ID, None, Form.LIVE)),
        ("https://www.tiktok.com/@ana.reads", Link(None, "ana.reads", None)),
        (f"https://www.tiktokv.com/share/user/{ID}/", Link(None, ID, None)),
        ("https://vm.tiktok.com/ZMabcdef/", Link()),
        ("https://v16m-default.tiktokcdn.com/7123456789/video.mp4", Link()),
        ("https://elsewhere.example/video/7123456789/", Link()),
        (None, Link()),
    ],
)
def test_an_address_names_an_item_and_sometimes_its_author(address: str, expected: Link) -> None:
    assert linked(address) == expected


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Chat History with ana.reads:", "ana.reads"),
        (">>> Chat History with ana.reads::", "ana.reads"),
        ("Group Chat History with Bread with friends:", "Bread with friends"),
        ("Chat History with :", ""),
        ("ana.reads", "ana.reads"),
    ],
)
def test_a_chat_is_named_after_the_other(key: str, name: str) -> None:
    assert title(key) == name


@pytest.mark.parametrize("text", ["2026-03-01 20:00:00", "2026-03-01 20:00:00 UTC"])
def test_times_are_utc(text: str) -> None:
    assert when({"date": text}) == 1_772_395_200_000_000


@pytest.mark.parametrize("text", ["N/A", "", None])
def test_no_time_is_none(text: str | None) -> None:
    assert when({"Date": text}) is None


def test_a_time_that_cannot_be_is_an_error() -> None:
    with pytest.raises(ValueError, match="hour"):
        when({"Date": "2026-03-01 25:00:00"})


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Date: 2026-03-01 20:00:00 UTC", ("Date", "2026-03-01 20:00:00 UTC")),
        ("Photo:", ("Photo", "")),
        ("see https://elsewhere.example", None),
        ("no pair", None),
        (": odd", None),
    ],
)
def test_a_line_is_a_pair_or_goes_on(line: str, expected: tuple[str, str] | None) -> None:
    assert pair(line) == expected
