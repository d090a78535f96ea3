"""Many messages noticed together are noticed as each alone."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from parasocial.talk import notice, notice_each
from parasocial.talk.lists import LANGUAGES, spelled, words
from parasocial.talk.notice import LONG

MIRA = frozenset({"Mira Tandem", "ミラ"})
PHRASES = sorted(
    {
        phrase.strip("^$* ")
        for language in LANGUAGES
        for lines in words(language).lists.values()
        for line in lines[:6]
        for phrase in spelled(line)[:2]
    }
)
SIGNS = (
    *("\0", " \0 ", "^", "$", " $ ", "\0^", "  ", "\n", "\u200b", "\u200d", "\u202e", "\u0301", "\u3000"),
    *("?", "？", "@gwen ", "＠x", '"so they said to me"', "«das war es»", "+62 812 3456 789", "7", "2026", "a@b.example"),
    *("KEKW", ":heart:", "🔥", "👩‍🍳", "Mira", "ミラ", "ΣΑΣ", "İ", "ß", "เธออยู่ไหน", "مرحبا يا ميرا", "ă"),
)  # fmt: skip
TEXT = st.one_of(
    st.lists(st.one_of(st.sampled_from(PHRASES), st.sampled_from(SIGNS), st.text(max_size=4))).map(
        " ".join
    ),
    st.lists(st.sampled_from((*PHRASES, *SIGNS)), max_size=3).map("".join),
    st.text(max_size=12),
)


def alone(texts: list[str]) -> list[int]:
    return [notice(it, MIRA) for it in texts]


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, max_size=24))
def test_together_as_alone(texts: list[str]) -> None:
    decomposed = [unicodedata.normalize("NFD", it) for it in texts]
    many = [*texts, *decomposed, *[""] * 8]
    assert notice_each(many, MIRA) == alone(many)


def test_every_phrase_is_found_among_others() -> None:
    asked = [f"{it}?" for it in PHRASES]
    assert notice_each(PHRASES, MIRA) == alone(PHRASES)
    assert notice_each(asked, MIRA) == alone(asked)


def test_long_ones_count_by_sentence_together_too() -> None:
    asks, apart = (
        "What is your address? ",
        "Please share it. " + "A long day. " * 20 + "Their house.",
    )
    many = ["so lovely " * LONG + asks, apart, "you " * 100_000, asks] * 3
    assert notice_each(many, MIRA) == alone(many)


def test_no_phrase_goes_from_one_text_into_the_next() -> None:
    assert notice_each(["thank", "you"] * 8, frozenset()) == alone(["thank", "you"] * 8)
