"""Many messages noticed together are noticed as each alone."""

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parasocial.schema import END
from parasocial.talk import Texts, notice, notice_each
from parasocial.talk.letters import MOST
from parasocial.talk.lists import LANGUAGES, spelled, words
from parasocial.talk.machine import BIT, WIDTH
from parasocial.talk.notice import FEW, LONG
from parasocial.talk.steps import steps

MIRA = frozenset({"Mira Tandem", "ミラ", "Bé Na", "ครูมีรา", "mirabellissima"})
PHRASES = sorted(
    {
        phrase.strip("^$* ")
        for language in LANGUAGES
        for lines in words(language).lists.values()
        for line in lines
        for phrase in (spelled(line)[0], spelled(line)[-1])
    }
)
SIGNS = (
    *("\0", " \0 ", "^", "$", " $ ", "\0^", "  ", "\n", "\u200b", "\u200d", "\u202e", "\u0301", "\u3000"),
    *("?", "？", "@gwen ", "＠x", '"so they said to me"', "«das war es»", "+62 812 3456 789", "7", "2026", "a@b.example"),
    *("KEKW", ":heart:", "🔥", "👩‍🍳", "Mira", "ミラ", "ΣΑΣ", "İ", "ß", "เธออยู่ไหน", "مرحبا يا ميرا", "ă"),
)  # fmt: skip
NEIGHBOURS = (
    *("mga kaibigan", "mga", "ka", "amo kong", "di ka makakatulog", "di kayo makakain", "di ka maka"),
    *("selamat tinggal semuanya", "selamat tinggal", "aku", "buku", "ku", "kukuku", "kaku", "mga kaku"),
    *("everybodyelse", "everybod", "everyone", "understands", "understand", "mirabellissim", "bé", "na"),
    *("D:", "d", ":wave:", ":", "4head", "EZ clap", "x" * 9, "ไง", "เมื่อไหร่ไง", "12", "12b", "b12", "٣"),
    *("nguyễn", "không", "khong", "ạ", "parang", "ba", "you\u00a0re", "you\tre", "\ud800", "\ufe0f you"),
)  # fmt: skip
"""What stands near a phrase's edge, a star's or a long word's, and what only nearly does."""
PARTS = sorted({word for phrase in PHRASES for word in phrase.split()})
WORD = st.one_of(*(st.sampled_from(it) for it in (PHRASES, PARTS, NEIGHBOURS, SIGNS)))
TEXT = st.one_of(
    st.lists(st.one_of(WORD, st.text(max_size=4)), max_size=12).map(" ".join),
    st.lists(WORD, max_size=6).map(" ".join),
    st.lists(WORD, max_size=3).map("".join),
    st.text(max_size=12),
)


def alone(texts: Sequence[str]) -> list[int]:
    return [notice(it, MIRA) for it in texts]


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, max_size=24))
def test_together_as_alone(texts: list[str]) -> None:
    decomposed = [unicodedata.normalize("NFD", it) for it in texts]
    many = [*texts, *decomposed, *(it.upper() for it in texts), *[""] * FEW]
    assert notice_each(many, MIRA).tolist() == alone(many)


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXT, max_size=24))
def test_in_one_string_as_alone(texts: list[str]) -> None:
    many = Texts(END.join(it.replace(END, "") for it in (*texts, *[""] * FEW)))
    assert notice_each(many, MIRA).tolist() == alone(many)


def test_every_phrase_and_part_is_found_among_others() -> None:
    for said in (PHRASES, [f"{it}?" for it in PHRASES], PARTS, [*NEIGHBOURS, *SIGNS]):
        assert notice_each(said * 2, MIRA).tolist() == alone(said) * 2


def test_long_ones_count_by_sentence_together_too() -> None:
    asks, apart = (
        "What is your address? ",
        "Please share it. " + "A long day. " * 20 + "Their house.",
    )
    short_as_bytes = "\u03b1\u0313\u0300\u0345" * 40 + f"a. please share it.{' ' * 40}house"
    many = ["so lovely " * LONG + asks, apart, short_as_bytes, "you " * MOST, asks]
    assert notice_each(many * FEW, MIRA).tolist() == alone(many) * FEW


def test_of_a_flood_no_more_is_looked_at_together_than_alone() -> None:
    many = [it * MOST + " i want to die" for it in ("you ", "ạ ", "ไง", "🔥", "\0")] + [""] * FEW
    assert notice_each(many, MIRA).tolist() == alone(many)


def test_no_phrase_goes_from_one_text_into_the_next() -> None:
    many = ["thank", "you", "mga", "kaibigan"] * FEW
    assert notice_each(many, frozenset()).tolist() == alone(many[:4]) * FEW


def test_each_list_has_a_bit_of_its_own_among_those_of_a_group() -> None:
    assert max(BIT.values()) < 1 << WIDTH


@pytest.mark.parametrize("line", ["*ku x", "*ku*", "x abcdefghi*"])
def test_a_star_that_steps_cannot_tell_is_refused(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    phrase = f"{' ' * (line[0] != '*')}{line.strip('*')}{' ' * (line[-1] != '*')}"
    monkeypatch.setattr("parasocial.talk.steps.known", lambda _: {phrase: (1, 0), " ^ x ": (1, 0)})
    with pytest.raises(ValueError, match="no such star"):
        steps.__wrapped__(frozenset())
