"""What is found, in which words; what is not; and what no text can do to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversharing.planted import CLEAN, GIVEN
from oversharing.sayings import SAID, TRAPS
from parasocial.oversharing import cores
from parasocial.oversharing import scan as scanning
from parasocial.oversharing.cleaning import clean
from parasocial.oversharing.names import Listed
from parasocial.oversharing.scan import MOST, PIECE, WINDOW, Scanner

PADDING = "so it goes and goes "


def said(scan: Scanner, text: str) -> list[tuple[str, str]]:
    [found] = scan.scan([text])
    return [(it.kind, it.value) for it in found]


@pytest.mark.thorough
@pytest.mark.parametrize(("text", "kind", "value"), GIVEN, ids=[it[0] for it in GIVEN])
def test_what_is_given_away_is_found(scan, text, kind, value) -> None:
    assert (kind, value) in said(scan, text)


@pytest.mark.parametrize("text", CLEAN)
def test_what_only_looks_like_it_is_left(scan, text) -> None:
    assert said(scan, text) == []


def test_most_sayings_give_their_kind_away(scan) -> None:
    found = scan.scan([text for _, text in SAID])
    missed = [
        it for it, them in zip(SAID, found, strict=True) if it[0] not in {one.kind for one in them}
    ]
    assert len(missed) <= 4, missed
    assert {it[0] for it in missed} <= {"home", "employer", "security_answer", "health"}


def test_hardly_any_trap_raises_an_alarm(scan) -> None:
    alarms = [text for text, them in zip(TRAPS, scan.scan(TRAPS), strict=True) if them]
    assert len(TRAPS) == 200
    assert len(alarms) <= 1, alarms


def test_a_finding_stands_where_it_says(scan) -> None:
    for text, _, _ in GIVEN:
        for it in scan.scan([text])[0]:
            assert clean(text[it.start : it.end]).text == it.value


@pytest.mark.parametrize(("text", "kind", "value"), GIVEN[::4], ids=[it[0] for it in GIVEN[::4]])
def test_a_long_post_hides_nothing(scan, text, kind, value) -> None:
    long = f"{PADDING * 60}\n{text}. {PADDING * 60}"
    assert (kind, value) in said(scan, long)


@pytest.mark.parametrize(
    "text",
    [
        "call me at +65\u200b 81\u200b20 18\u200d26 lah",
        "call me at \u202e+65 8120 1826\u202c lah",
        "call me at \uff0b65 ８１２０ １８２６ lah",
        "CALL ME AT +65\u00a08120\u00a01826 LAH",
        "call me at +65 ๘๑๒๐ ๑๘๒๖ lah",
        "call\nme\tat +65 8120 1826",
    ],
)
def test_tricks_of_writing_are_undone(scan, text) -> None:
    assert ("phone", "+65 8120 1826") in said(scan, text)


def test_accents_may_come_apart(scan) -> None:
    apart = "mật khẩu của mình là anhyeuem2012".replace("ậ", "a\u0323\u0302")
    assert ("password", "anhyeuem2012") in said(scan, apart)


def test_names_are_those_that_were_listed(scan) -> None:
    listed = Scanner(Listed({"friends": ["Intan Sewindu", "Intan"], "me": ["Nara Sewindu"]}))
    text = "INTAN sewindu and intan met Nara  Sewindu in Intana"
    assert said(listed, text) == [("name_friend", "INTAN sewindu"), ("name_friend", "intan")]
    assert ("name_self", "nara sewindu") in said(listed, "nara sewindu was here")
    assert said(scan, text) == []
    assert said(Scanner(Listed({"me": ["  "]})), text) == []


@given(st.text(alphabet=st.characters(), max_size=400))
def test_any_text_will_do(scan, text) -> None:
    for it in scan.scan([text])[0]:
        assert 0 <= it.start < it.end <= len(text)


@given(st.binary(max_size=300))
def test_any_bytes_will_do(scan, data) -> None:
    scan.scan([data.decode("latin-1"), data.decode("utf-8", "surrogateescape")])


HOSTILE = {
    "digits": "1", "spaced digits": "1 ", "dashes": "1-", "at": "a@", "dots": "a.", "capitals": "Aa ",
    "zero width": "a\u200b", "marks": "a" + "\u0301" * 9, "quotes": '"', "cues": "my password is ",
    "streets": "1 Aa St, ", "thai": "ซอย ", "iban": "GB82 ", "months": "1 may ", "brackets": "(at) ", "letters and digits": "a1", "coins": "bc1",
}  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_work_has_an_end(scan, piece, monkeypatch) -> None:
    """Windows of bounded size, at most one for every half of it; and not without end."""
    looked: list[int] = []

    def counting(text, pattern):
        for start, end in windows(text, pattern):
            looked.append(end - start)
            yield start, end

    windows = scanning.windows
    monkeypatch.setattr(scanning, "windows", counting)
    monkeypatch.setattr(scanning, "WORK", 400)
    text = piece * (6_000 // len(piece))
    [found] = scan.scan([text])
    assert len(found) <= MOST
    assert all(size <= WINDOW for size in looked)
    assert len(looked) <= 400 + len(scan.patterns) * (PIECE / (WINDOW / 2) + 1)


def test_a_long_text_is_looked_through_in_pieces(scan) -> None:
    """Wherever a finding stands, also across two pieces, it is found once and at its place."""
    given = "call me at +65 8120 1826"
    for before in range(PIECE - 300, PIECE + 20, 8):
        text = "x" * before + " " + given + " so" * 400
        [it] = scan.scan([text])[0]
        assert text[it.start : it.end] == it.value == "+65 8120 1826"


@pytest.mark.thorough
def test_a_post_of_ten_megabytes(scan) -> None:
    share = 10_000_000 // len(HOSTILE)
    [found] = scan.scan(["".join(it * (share // len(it.encode())) for it in HOSTILE.values())])
    assert len(found) <= MOST


@pytest.mark.thorough
def test_several_processes_find_what_one_finds(scan, posts, monkeypatch) -> None:
    names = {"me": ["Nara Sewindu"]}
    texts = [*posts[::9], "nara sewindu was here"]
    monkeypatch.setattr(cores, "MANY", 2)
    monkeypatch.setattr(cores, "_CHUNK", 5)
    texts += ["half a character: \ud800", *texts[:20]]
    alone = cores.scan_all(texts, names)
    assert cores.scan_all(texts, names, processes=2) == alone
    assert alone[len(posts[::9])]
