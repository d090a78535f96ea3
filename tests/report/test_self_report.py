"""What ties give, the published figures and the quiz, as the page tells of them."""

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from parasocial.lenses.gives import gives
from parasocial.lenses.published import rows
from parasocial.lenses.quiz import beside
from parasocial.notes import Answers, QuizAnswers
from parasocial.report import write_page
from parasocial.report.words import answers, published, quiz
from report import cases, makers
from report.visible import blocks

HOW = "parasocial people --answer"


def page(*ties: makers.Tie) -> LexborHTMLParser:
    found = makers.findings(list(ties))
    return LexborHTMLParser(write_page(replace(found, gives=gives(found.ties))))


def test_what_ties_give_comes_first() -> None:
    tree = LexborHTMLParser(write_page(cases.rich()))
    assert [it.attributes["id"] for it in tree.css("h2")][:2] == ["gives", "ties"]
    assert HOW not in tree.body.text()


def test_without_answers_one_line_says_how_to_give_them() -> None:
    tree = page(makers.tie("Ferry", "parasocial", sessions=30, hours=2))
    assert tree.css("#gives") == []
    (said,) = [it.text for it in blocks(tree.html or "") if HOW in it.text]
    assert said == f"{answers.HOW} {HOW}."
    assert HOW not in page().body.text()


def test_a_private_person_is_counted_and_not_named() -> None:
    shy = makers.tie("Shy", "one_sided", kind="person", private=True, gives=Answers("yes"))
    section = page(shy).css_first("section[aria-labelledby=gives]")
    assert "Shy" not in section.text()
    assert "You learn something1 of 1" in section.text()


def test_the_good_side_comes_before_what_it_costs() -> None:
    order = list(answers.STATEMENTS)
    assert order[:3] == ["learn", "escape", "belonging"]
    assert order[-2:] == ["would_miss", "depend"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            Answers("yes", ("news", "health"), would_miss="yes", expected_replies=2),
            (
                "You learn something (news and health). You would miss it. "
                "Of five messages, you would expect two to be answered."
            ),
        ),
        (
            Answers(escape="yes", belonging="unsure", depend="unsure", learn="no"),
            "It takes you out of your day for a while. Unsure: you feel part of something; you count on it.",
        ),
        (Answers(expected_replies=0), "Of five messages, you would expect none to be answered."),
        (Answers(learn="no"), "Answered with no throughout."),
    ],
)
def test_one_tie(said: Answers, told: str) -> None:
    assert answers.one(said) == told


def test_counts_dots_and_topics() -> None:
    rich = cases.rich()
    assert answers.intro(rich).startswith("What you said yourself about 6 ties.")
    assert answers.count(rich, "escape") == "2 of 5, unsure about 1"
    assert answers.count(rich, "could_be_friends") == "none of 1"
    assert answers.dots(rich, "escape") == ["on", "on", "half", "off", "off"]
    assert answers.topics(rich) == "What you learn: hobbies (two) and health (one)."
    many = replace(rich, gives=gives([makers.tie("a", "sparse", gives=Answers("yes"))] * 21))
    assert answers.dots(many, "learn") == []
    assert answers.asked(many) == ["learn"]
    assert answers.topics(many) == ""


def test_the_drawer_is_closed_and_says_when_and_of_whom() -> None:
    tree = LexborHTMLParser(write_page(cases.rich()))
    (drawer,) = tree.css("details.research")
    assert "open" not in drawer.attributes
    assert len(drawer.css("tbody tr")) == len(cases.rich().published)
    for row in drawer.css("tbody tr"):
        assert "2021, of followers of influencers" in row.text()
    assert not LexborHTMLParser(write_page(cases.one_tie())).css("details.research")


def test_published_figures_stand_outside_the_drawer_nowhere() -> None:
    tree = LexborHTMLParser(write_page(cases.rich()))
    tree.css_first("details.research").decompose()
    for row in cases.rich().published:
        assert f"{row.figure.percent}\u00a0%" not in tree.body.text()


def test_a_figure_carries_its_doubts() -> None:
    them = {it.figure.item: it for it in rows({"comment"}, follows=True, met=True)}
    learn = them["learn"]
    assert published.of_whom(learn.figure) == (
        "Worldwide, 2021, of followers of influencers; 15,682 adults were asked in all"
    )
    assert published.doubts(learn.figure) == (
        "Not certain: the article says that this is of social media users."
    )
    assert published.disputed(learn) == (
        "Printed in different ways: 77\u00a0% for South-East Asia and without a region."
    )
    assert published.disputed(them["pm"]) == (
        "Printed in different ways: 22\u00a0% worldwide and for South-East Asia; 15\u00a0% for South-East Asia."
    )
    assert published.own(learn).startswith("Nothing of yours: it was asked once")
    assert published.question(learn).endswith("do you learn something from them?”")
    assert (published.own(them["comment"]), published.question(them["comment"])) == (
        "Your files show it.",
        "",
    )
    assert published.own(them["met"]) == "You noted it."
    assert published.doubts(them["escape"].figure) == ""


def test_quiz_and_files_side_by_side() -> None:
    seen = replace(makers.UNTOLD, name="lurker", range=["lurker", "oversharer"])
    said = {
        it.agreement: quiz.beside(it, seen.name)
        for answered in (
            QuizAnswers(4, 0, "in_use"),
            QuizAnswers(6, 60, "in_use"),
            QuizAnswers(0, 0, "never"),
            QuizAnswers(1.5, 4, "in_use"),
        )
        for it in [beside(answered, seen)]
        if it
    }
    begins = "Your own answers read most like "
    assert said == {
        "same": f"{begins}“mostly watching”, and so do these files.",
        "possible": f"{begins}“much time, many posts”, these files like “mostly watching”. "
        "Both can be true: hours in other apps are missing here.",
        "different": f"{begins}“hardly here”, these files like “mostly watching”. "
        "Both can be true: files hold a part of it. Which sounds more like you?",
        None: f"{begins}“somewhere in between”. "
        "Whether these files agree can’t be told: the answers lie between the types.",
    }  # fmt: skip


def test_oversharer_is_told_apart_wherever_it_stands() -> None:
    told = [b.text for b in blocks(write_page(cases.rich()))]
    assert quiz.OVERSHARER in told
    untold = [b.text for b in blocks(write_page(cases.one_tie()))]
    assert quiz.OVERSHARER not in untold
    assert not any("Oversharer" in text for text in untold)
