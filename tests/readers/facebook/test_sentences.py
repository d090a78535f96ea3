"""Whom a sentence is about, in many languages, and when that cannot be told."""

import pytest

from parasocial.readers.facebook.names import Names
from parasocial.readers.facebook.sentences import Known, Told, group_of, told
from parasocial.schema import Form

KNOWN = Known(
    frozenset({"Lumi Tan"}),
    Names({"Bo Lee", "Lee", "Women in Tech", "Zoë", "O'Neil & Sons"}),
    Names({"Harbour Walkers"}),
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Lumi Tan likes Bo Lee's post.", Told("Bo Lee")),
        ("Lumi Tan likes her own photo.", Told(own=True)),
        ("Lumi Tan likes a post.", Told()),
        ("Lumi Tan reacted to O'Neil & Sons's photo.", Told("O'Neil & Sons")),
        ("Lumi Tan reacted to Bo's Kitchen's reel.", Told("Bo's Kitchen", form=Form.SHORT)),
        (
            "Lumi Tan commented on Cai Ng’s live video in Harbour Walkers.",
            Told("Cai Ng", group="Harbour Walkers", form=Form.LIVE),
        ),
        ("Lumi Tan replied to James' comment.", Told("James", reply=True)),
        ("Lumi Tan wrote on Bo Lee's timeline.", Told("Bo Lee", wall=True)),
        ("Lumi Tan vindt het bericht van Cai Ng leuk.", Told("Cai Ng")),
        (
            "Lumi Tan heeft gereageerd op een reactie van Bo de Vries.",
            Told("Bo de Vries", reply=True),
        ),
        ("Lumi Tan hat den Beitrag von Cai kommentiert.", Told("Cai")),
        ("Lumi Tan a commenté la photo de profil de Cai.", Told("Cai")),
        ("Lumi Tan a aimé la publication d’Odo.", Told("Odo")),
        (
            "Lumi Tan a commenté la publication d’Odo dans Harbour Walkers.",
            Told("Odo", group="Harbour Walkers"),
        ),
        ("Lumi Tan a aimé la publication de Women in Tech.", Told("Women in Tech")),
        ("Lumi Tan a aimé la publication de Lumi Tan.", Told(own=True)),
        ("A Lumi Tan le gusta el vídeo de Cai Ng.", Told("Cai Ng", form=Form.VIDEO)),
        ("Lumi Tan curtiu a publicação de Cai Ng.", Told("Cai Ng")),
        ("A Lumi Tan piace la storia di Cai.", Told("Cai", form=Form.STORY)),
        ("Lumi Tan a apreciat postarea lui Cai.", Told("Cai")),
        ("Lumi Tan menyukai kiriman Cai Ng.", Told("Cai Ng")),
        ("Lumi Tan đã thích bài viết của Cai.", Told("Cai")),
        ("Gusto ni Lumi Tan ang post ni Cai.", Told("Cai")),
        ("Lumi Tan ถูกใจโพสต์ของ Cai Ng", Told("Cai Ng")),
    ],
)
def test_words_around_a_name_that_we_know(sentence: str, found: Told) -> None:
    assert told(sentence, KNOWN) == found


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Lumi Tan gefällt Bo Lees Beitrag.", "Bo Lee"),
        ("Lumi Tan synes godt om Bo Lee' opslag.", "Bo Lee"),
        ("Lumi Tan patinka Zoë įrašas", "Zoë"),
        ("Lumi Tan ser Bo Leeman", None),
        ("Lumi Tan tykkää: Zoë, Lee", None),
        ("Lumi Tan", None),
    ],
)
def test_a_language_that_we_do_not_know(sentence: str, who: str | None) -> None:
    assert told(sentence, KNOWN).who == who


@pytest.mark.parametrize(
    "sentence",
    [
        "Lumi Tan a commenté la publication d’Odo dans Women in Tech.",  # the page, or a group?
        "Lumi Tan a répondu au commentaire de Cai sur la publication de Bo Lee.",
        "Lumi Tan a aimé la photo de profil.",
        "Lumi Tan menyukai foto yang indah.",
    ],
)
def test_what_is_not_certain_names_nobody(sentence: str) -> None:
    assert told(sentence, KNOWN).who is None


def test_which_group_a_sentence_names() -> None:
    assert group_of("Lumi Tan posted in Sea & Salt.", KNOWN) == "Sea & Salt"
    assert group_of("Lumi Tan ha publicat a Harbour Walkers", KNOWN) == "Harbour Walkers"
    assert group_of("Lumi Tan ha publicat", KNOWN) is None
