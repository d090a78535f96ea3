"""How a topic is told in a language: what is a draft says so, and stands beside the English."""

import re

import pytest

from parasocial.guidance import HelpLine, topics
from parasocial.i18n import LANGUAGES, catalogue, country, language, tell
from parasocial.i18n.pseudo import pseudo
from parasocial.i18n.terminal import printed

OTHERS = [it for it in LANGUAGES if it != "en"]
HARM = [name for name, it in topics().items() if it.group == "harm"]
DRAFT = "This translation is a draft. No native reader has reviewed it yet."


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", topics())
def test_what_somebody_may_act_on_stands_beside_the_english(name: str, code: str) -> None:
    topic = topics()[name]
    told = tell(name, topic, catalogue(code))
    if told.status == "draft":
        critical = [text.when == "now" or name == "teens" for text in topic.texts]
        assert [said.english is not None for said in told.texts] == critical
        assert any(critical) == (name in [*HARM, "teens"])
        page = " ".join(printed(told, catalogue(code)).split())
        for said in told.texts:
            for sentence in said.english.steps if said.english else ():
                assert sentence in page


def test_a_draft_says_so_first_in_its_own_language() -> None:
    for code in OTHERS:
        here = catalogue(code)
        said = printed(tell("keep", topics()["keep"], here), here)
        assert (here.status == "draft") == said.startswith(here.say(DRAFT))
        assert here.say(DRAFT) != DRAFT


def test_what_is_reviewed_stands_alone() -> None:
    here = pseudo("reviewed")
    told = tell("phishing", topics()["phishing"], here)
    assert [said.english for said in told.texts] == [None, None]
    assert here.say(DRAFT) not in printed(told, here)
    english = catalogue("en")
    assert DRAFT not in printed(tell("phishing", topics()["phishing"], english), english)


@pytest.mark.parametrize("name", topics())
def test_every_word_passes_the_catalogue(name: str) -> None:
    here = pseudo("reviewed")
    told = tell(name, topics()[name], here)
    said = printed(told, here)
    for source in {it.cited for text in told.texts for it in text.sources}:
        said = re.sub(r"\s+".join(map(re.escape, source.split())), "", said)
    for part in (part for it in told.settings for part in (it.path, it.source) if part):
        said = re.sub(r"\s+".join(map(re.escape, part.split())), "", said)
    outside = re.sub(r"⟦[^⟧]*⟧", "", said)
    assert re.findall(r"\w+", outside) == []


def test_help_lines_stand_by_harm_and_by_teens_and_nowhere_else() -> None:
    line = HelpLine("PH", "A line", "000", "A. Person")
    shown = {
        name for name, it in topics().items() if tell(name, it, catalogue("en"), [line]).help_lines
    }
    assert shown == {*HARM, "teens"}
    told = tell("teens", topics()["teens"], catalogue("en"), [line])
    assert "  A line: 000" in printed(told, catalogue("en"))
    without = tell("teens", topics()["teens"], catalogue("en"))
    assert "Help:" not in printed(without, catalogue("en"))


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({"LANG": "id_ID.UTF-8"}, ("id", "ID")),
        ({"LANG": "en_PH.UTF-8", "LANGUAGE": "tl:en"}, ("fil", "PH")),
        ({"LC_ALL": "th_TH", "LANG": "vi_VN"}, ("th", "TH")),
        ({"LC_MESSAGES": "ms-MY"}, ("ms", None)),
        ({"LANG": "de_DE@euro"}, ("en", "DE")),
        ({"LANG": "C.UTF-8"}, ("en", None)),
        ({}, ("en", None)),
    ],
)  # fmt: skip
def test_the_environment_says_which_language(environment, asked) -> None:
    assert (language(environment), country(environment)) == asked
