"""Many texts in one pass give away what each gives away by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversharing.planted import CLEAN, GIVEN
from parasocial.oversharing import flags
from parasocial.oversharing.cleaning import clean
from parasocial.oversharing.names import Listed
from parasocial.oversharing.patterns import patterns
from parasocial.oversharing.scan import MOST, Scanner
from parasocial.oversharing.views import Alphabet

NAMES = {"friends": ["Intan Sewindu", "Intan"], "me": ["Nara-Đức O'Sewindu"], "partner": ["𠮷"]}
SEPARATORS = ("", "\0", " \0 ", "\n", " \n ", "\x01", "\x7f", "a\0b", "\r\n", "  ")
TRICKS = (
    "\u200b",
    "\u202ecall\u202c",
    "e\u0301",
    "\u0301",
    "İ",
    "ſ",
    "๘๑๒๐",
    "８１",
    "\ud800",
    "𠮷",
)
parts = st.one_of(
    st.sampled_from([*(text for text, _, _ in GIVEN), *CLEAN]),
    st.sampled_from([phrase for it in patterns() for phrase in it.written.cue[:1]]),
    st.sampled_from([*SEPARATORS, *TRICKS, "intan", "nara-đức o'sewindu"]),
    st.text(max_size=12),
)
texts = st.lists(st.lists(parts, max_size=5).map(" ".join), max_size=12)


def one_by_one(scan: Scanner, texts: list[str]) -> list:
    return [found for text in texts for found in scan.scan([text])]


def test_texts_do_not_run_into_each_other(scan, posts, monkeypatch) -> None:
    monkeypatch.setattr(flags, "BATCH", 30)
    said = [text for text, _, _ in GIVEN[::6]]
    halves = [half for text in said for half in (text[: len(text) // 2], text[len(text) // 2 :])]
    long = " so it goes ".join(said * 9)
    every = [*SEPARATORS, *TRICKS, *halves, long, *posts[::40], *said, "x" * (flags.LONG - 1), ""]
    assert scan.scan(every) == one_by_one(scan, every)
    assert scan.scan([]) == []


@pytest.mark.thorough
@given(texts)
def test_one_pass_finds_what_each_pass_would(scan, texts) -> None:
    assert scan.scan(texts) == one_by_one(scan, texts)


@pytest.mark.thorough
def test_ten_megabytes_among_others(scan, posts) -> None:
    hostile = "".join(text + "1 a@ \u200b my password is " for text in posts * 150)
    assert len(hostile) > 4_000_000
    every = [*posts[:50], hostile, *posts[50:100]]
    found = scan.scan(every)
    assert len(found[50]) <= MOST
    assert [*found[:50], *found[51:]] == one_by_one(scan, [*posts[:50], *posts[50:100]])


@pytest.fixture(scope="module")
def listed() -> Listed:
    return Listed(NAMES)


@given(texts)
def test_every_name_is_seen_in_one_pass(listed, texts) -> None:
    seen = set(listed.flag(texts))
    assert {at for at, it in enumerate(texts) if listed.find(clean(it), MOST)} <= seen


def test_a_name_is_no_reason_to_look_elsewhere(listed) -> None:
    assert list(listed.flag(["nothing", "for INTAN  sewindu", "\0", "Nara-Đức\nO'Sewindu"])) == [
        1,
        3,
    ]
    assert list(Listed({}).flag(["intan"])) == []


def test_letters_without_a_byte_of_their_own_are_letters_still() -> None:
    many = "".join(map(chr, range(0x4E00, 0x4F00)))
    letters, words = Alphabet(f"{many}—").views([f"a{many[-1]}b—c\x01d\x7fe", "é"])
    assert letters.buffer.count(b"\n") == words.buffer.count(b"\n") == 1
    [first, second] = words.buffer.split(b"\n")
    assert [len(it) for it in first.split()] == [3, 1, 1, 1]
    assert len(second.split()) == 1
