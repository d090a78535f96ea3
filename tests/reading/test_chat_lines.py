import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parasocial.export import Member, open_exports
from parasocial.reading import chat_lines
from parasocial.reading.chat_lines import LOOKS, Line, Style, clean, messages, style_of

STAMPS = [
    # as iPhones write them
    ("[15.01.21, 18:54:12] {}", "15.01.21, 18:54", "12", ""),
    ("[15/01/2021, 18:54:12] {}", "15/01/2021, 18:54", "12", ""),
    ("[1/15/21, 6:54:12 PM] {}", "1/15/21, 6:54", "12", " PM"),
    ("[1/15/21, 6:54:12\u202fPM] {}", "1/15/21, 6:54", "12", "\u202fPM"),
    ("[15/1/21, 6:54:12 p. m.] {}", "15/1/21, 6:54", "12", " p. m."),
    ("[2021-01-15 18:54:12] {}", "2021-01-15 18:54", "12", ""),
    ("[2021-01-15, 6:54:12 p.m.] {}", "2021-01-15, 6:54", "12", " p.m."),
    ("[2021/01/15 18:54:12] {}", "2021/01/15 18:54", "12", ""),
    ("[2021/1/15 下午6:54:12] {}", "2021/1/15 下午6:54", "12", ""),
    ("[2021. 1. 15. 오후 6:54:12] {}", "2021. 1. 15. 오후 6:54", "12", ""),
    ("[15.1.2021 klo 18.54.12] {}", "15.1.2021 klo 18.54", "12", ""),
    ("[15-01-2021 18:54:12] {}", "15-01-2021 18:54", "12", ""),
    ("[15/01/21 18.54.12] {}", "15/01/21 18.54", "12", ""),
    ("[15/1/2564 18:54:12] {}", "15/1/2564 18:54", "12", ""),
    ("\u200e[15.01.21, 18:54:12] {}", "15.01.21, 18:54", "12", ""),
    ("15/01/16 18:54:12: {}", "15/01/16 18:54", "12", ""),
    ("1/15/16, 6:54:12 PM: {}", "1/15/16, 6:54", "12", " PM"),
    # as Android writes them
    ("1/15/21, 6:54 PM - {}", "1/15/21, 6:54", None, " PM"),
    ("1/15/21, 18:54 - {}", "1/15/21, 18:54", None, ""),
    ("15/01/2021, 18:54 - {}", "15/01/2021, 18:54", None, ""),
    ("15/01/2021 18:54 - {}", "15/01/2021 18:54", None, ""),
    ("15/01/21, 6:54 pm - {}", "15/01/21, 6:54", None, " pm"),
    ("15/1/21 6:54 p.\u00a0m. - {}", "15/1/21 6:54", None, " p.\u00a0m."),
    ("15.01.21, 18:54 - {}", "15.01.21, 18:54", None, ""),
    ("15-01-21 18:54 - {}", "15-01-21 18:54", None, ""),
    ("2021-01-15 18:54 - {}", "2021-01-15 18:54", None, ""),
    ("2021-01-15 6:54 p.m. - {}", "2021-01-15 6:54", None, " p.m."),
    ("15/01/21 18.54 - {}", "15/01/21 18.54", None, ""),
    ("15.1.2021 klo 18.54 - {}", "15.1.2021 klo 18.54", None, ""),
    ("15/01/2021 à 18:54 - {}", "15/01/2021 à 18:54", None, ""),
    ("15. 01. 2021. u 18:54 - {}", "15. 01. 2021. u 18:54", None, ""),
    ("2021. 01. 15. 18:54 - {}", "2021. 01. 15. 18:54", None, ""),
    ("15.01.21 г., 18:54 ч. - {}", "15.01.21 г., 18:54", None, " ч."),
    ("2021年1月15日 下午6:54 - {}", "2021年1月15日 下午6:54", None, ""),
    ("2021년 1월 15일 오후 6:54 - {}", "2021년 1월 15일 오후 6:54", None, ""),
    ("15/1/2021, 6:54 PTG - {}", "15/1/2021, 6:54", None, " PTG"),
    ("١٥\u200f/١\u200f/٢٠٢١، ٦:٥٤ م - {}", "١٥\u200f/١\u200f/٢٠٢١، ٦:٥٤", None, " م"),
    ("१५/१/२१, ६:५४ pm - {}", "१५/१/२१, ६:५४", None, " pm"),
]


def member(folder: Path, text: str) -> Member:
    path = folder / "chat.txt"
    path.write_bytes(text.encode())
    [export] = open_exports([path])
    return export.members[0]


def read(it: Member) -> list[Line]:
    style = style_of(it)
    assert isinstance(style, Style)
    return [Line(*line) for batch in messages(it, style) for line in batch]


def short(lines: Sequence[Line]) -> list[tuple[str | None, str]]:
    return [(line.who, line.text) for line in lines]


@pytest.mark.parametrize(("line", "stamp", "second", "after"), STAMPS)
def test_every_way_of_writing_a_stamp(
    tmp_path: Path, line: str, stamp: str, second: str | None, after: str
) -> None:
    it = member(tmp_path, line.format("Ana: hello: you") + "\nand on\n")
    [found] = read(it)
    assert LOOKS.search(it.head())
    assert (found.stamp, found.second or None, found.after) == (stamp, second, after)
    assert (found.who, found.text) == ("Ana", "hello: you\nand on")


@pytest.mark.parametrize(
    "text",
    [
        "Dear diary,\nnothing happened on 15/01/21 at 18:54.\n",
        "2026-07-03 23:00:11 UTC ana: hi - there\n",
        "2021-01-15 18:54:12,123 - module - INFO\n",
        "[1, 2, 3, 4, 5, 6]\n",
        "Date: 2026-03-05 08:00:00 UTC\nLink: https://www.tiktokv.com/share/video/7/\n",
        "",
    ],
)
def test_what_is_no_chat_does_not_look_like_one(tmp_path: Path, text: str) -> None:
    assert not LOOKS.search(text.encode())


def test_lines_of_the_app_have_no_name(tmp_path: Path) -> None:
    text = "15/01/21, 18:54 - Ana joined\n15/01/21, 18:55 - Ana: hi\n"
    assert short(read(member(tmp_path, text))) == [(None, "Ana joined"), ("Ana", "hi")]


def test_a_name_may_hold_a_colon_and_a_message_be_empty(tmp_path: Path) -> None:
    text = "15/01/21, 18:54 - re:mix: hi\n15/01/21, 18:55 - Ana: \n15/01/21, 18:55 - Ana:\n"
    assert short(read(member(tmp_path, text))) == [("re:mix", "hi"), ("Ana", ""), ("Ana", "")]


def test_a_message_goes_on_until_the_next_stamp(tmp_path: Path) -> None:
    text = "15/01/21, 18:54 - Ana: one\r\n\r\n 16/01/21 two\r\n15/01/21, 18:55 - Ben: three\r\n"
    assert short(read(member(tmp_path, text))) == [
        ("Ana", "one\n\n 16/01/21 two"),
        ("Ben", "three"),
    ]


def test_the_half_of_the_day_that_the_beginning_lacks_is_found(tmp_path: Path) -> None:
    text = "2021/1/15 上午6:54 - Ana: one\n2021/1/15 下午6:54 - Ana: two\n"
    start = "2021/1/14 上午6:54 - Ana: zero\n" * 4_000
    assert [line.text for line in read(member(tmp_path, start + text))][-2:] == ["one", "two"]


def test_what_stands_before_the_first_stamp_is_left_out(tmp_path: Path) -> None:
    assert short(read(member(tmp_path, "\ufeffhello\n15/01/21, 18:54 - Ana: hi"))) == [
        ("Ana", "hi")
    ]


@pytest.mark.thorough
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=20), max_size=8
    ),
    st.integers(1, 50),
)
@settings(max_examples=50)
def test_chunks_do_not_matter(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], size: int
) -> None:
    said = [text.strip("\n") for text in texts]
    text = "".join(f"15/01/21, 18:54 - Ana: {it}\n" for it in ["first", *said])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chat_lines, "CHUNK", size)
        found = [line.text for line in read(member(tmp_path_factory.mktemp("chat"), text))]
    assert [it.rstrip("\n") for it in found] == ["first", *said]


@pytest.mark.thorough
def test_a_message_without_an_end_is_cut(tmp_path: Path) -> None:
    text = "15/01/21, 18:54 - Ana: " + "word\n" * 1_000_000 + "15/01/21, 18:55 - Ben: hi\n"
    first, *_, last = read(member(tmp_path, text))
    assert len(first.text) < 2_000_000
    assert (last.who, last.text) == ("Ben", "hi")


def test_hostile_digits_take_no_time() -> None:
    start = time.process_time()
    for text in ("مرحبا ", "1 ", "1.", "[1/", "12/12/12, 12:12 a", "1-"):
        LOOKS.search((text * 16_384)[:16_384].encode())
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("~\u202fAna", "Ana"),
        ("\u202a+62\u00a0812\u20113456\u20117890\u202c", "+62 812-3456-7890"),
        ("\u200eAna \u2068Reads\u2069 ", "Ana Reads"),
    ],
)
def test_names_lose_their_marks(written: str, name: str) -> None:
    assert clean(written) == name
