"""What is noticed in a message, worked by hand."""

import pytest

from parasocial.talk import marks, notice, whom
from parasocial.talk.letters import bare
from parasocial.talk.lists import LANGUAGES, is_emotes, spelled, words

MIRA = frozenset({"Mira Tandem", "@mira.tandem"})


@pytest.mark.parametrize(
    "text", ["🔥🔥🔥", "KEKW", "KEKW KEKW LUL", ":wave: :wave:", "?!", "99", ""]
)
def test_what_has_no_words(text: str) -> None:
    assert notice(text, MIRA) == marks.WORDLESS


@pytest.mark.parametrize("text", ["gg", "Mira", "😍 hi", "ครับ"])
def test_what_has_words(text: str) -> None:
    assert not notice(text, MIRA) & marks.WORDLESS


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Mira when is part 2?", "creator"),
        ("@mira.tandem when is part 2?", "creator"),
        ("when is part 2?", "creator"),
        ("you never showed the engine, love this one", "creator"),
        ("has anyone tried the night train?", "fans"),
        ("@gwen no, that one is on Sundays", "fans"),
        ("chat is this live?", "fans"),
        ("goosebumps at the bridge", "nobody"),
        ("you", "cannot_tell"),
    ],
)
def test_to_whom_it_speaks(text: str, whose: str) -> None:
    assert whom(notice(text, MIRA)) == whose


def test_the_place_stands_above_words_but_not_above_a_name() -> None:
    asked = notice("when is part 2?", MIRA)
    assert whom(asked, reply_to="fan") == "fans"
    assert whom(notice("goosebumps", MIRA), reply_to="creator") == "creator"
    assert whom(notice("Mira when is part 2?", MIRA), reply_to="fan") == "creator"
    assert whom(notice("@gwen when?", MIRA), reply_to="creator") == "fans"


def test_a_name_is_known_by_its_first_and_last_word() -> None:
    assert notice("mira!!", MIRA) & marks.NAMED
    assert not notice("miracle", MIRA) & marks.NAMED
    assert not notice("mira!!", frozenset()) & marks.NAMED
    # A word of a name that a list holds says nothing by itself.
    assert not notice("the best morning", frozenset({"Best Bikes"})) & marks.NAMED


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("what is your home address", "asks_address"),
        ("kasih nomor wa pribadi dong kak", "asks_number"),
        ("reach me at someone@example.com", "contact"),
        ("call 01632 960 000 for cheap accounts", "contact"),
        ("meet me tonight, come alone", "meeting"),
        ("i know where you live and i will find you", "threat"),
        ("take it off, nice legs", "sexual"),
        ("i do not want to wake up, i want to die", "distress"),
        ("ไม่อยากอยู่แล้ว", "distress"),
        ("em không muốn sống nữa", "distress"),
        ("love this one", "praise"),
        ("kurang jelas suaranya", "criticism"),
        ("bobo mo talaga", "hostile"),
        ("my dad passed last week", "disclosure"),
        ("you are the only one who understands me", "close"),
    ],
)
def test_what_it_says(text: str, mark: str) -> None:
    assert mark in marks.names(notice(text, MIRA))


@pytest.mark.parametrize(
    "text",
    [
        "this killed me lol",
        "im gonna kill that dragon",
        '"and i want to die in your arms" what a line',
        "what is the address of the museum",
        "the match was 10:45:30 to 12:00",
        "doing 12345678 push ups",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert not notice(text, MIRA) & marks.QUEUE


def test_words_of_one_language_do_not_count_in_another() -> None:
    # "parang" is "as if" in Filipino and a blade in Malay; "ba" asks in one, "three" in another.
    assert not notice("ang ganda, parang amoy ulan yung kulay mo", MIRA) & marks.THREAT
    assert notice("jaga kau, aku bawa parang esok", MIRA) & marks.THREAT


def test_in_a_long_message_cues_count_within_one_sentence() -> None:
    asks = "What is your address? "
    talk = "The house in the film was lovely. " * 10
    assert notice(talk + asks, MIRA) & marks.ASKS_ADDRESS
    apart = "Please share it. " + "It was a long day. " * 15 + "Their house is blue."
    assert not notice(apart, MIRA) & marks.ASKS_ADDRESS


def test_a_letter_with_its_mark_apart_is_the_same_letter() -> None:
    assert notice("em không muốn sống nữa", MIRA) == notice(
        "em kho\u0302ng muo\u0302\u0301n so\u0302\u0301ng nu\u031b\u0303a", MIRA
    )


def test_a_phrase_stands_for_plain_ones() -> None:
    assert spelled("give/send me -/your number") == [
        "give me number",
        "give me your number",
        "send me number",
        "send me your number",
    ]
    assert spelled("thank_you/ty") == ["thank you", "ty"]
    assert spelled("ขอ/เอา เบอร์") == ["ขอเบอร์", "เอาเบอร์"]
    assert bare("It's ON!") == " ^ it s on $ "


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_that_it_is_a_draft(language: str) -> None:
    assert words(language).status.startswith("draft")
    for lines in words(language).lists.values():
        for line in lines:
            assert 0 < len(spelled(line)) <= 300, line


def test_emotes_are_not_words() -> None:
    assert is_emotes("KEKW monkaS")
    assert not is_emotes("KEKW you")


def test_a_flood_is_cut() -> None:
    assert notice("you " * 100_000, MIRA) & marks.SECOND
