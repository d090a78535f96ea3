"""What people say themselves, and what was published of others, in the findings."""

import pytest
from msgspec.structs import replace

from lenses.test_look import EVERYDAY, seen
from parasocial.lenses.gives import gives
from parasocial.lenses.published import QUESTIONS, rows
from parasocial.lenses.quiz import beside
from parasocial.lenses.self_report import Said
from parasocial.notes import Answers, Note, Notes, QuizAnswers
from parasocial.schema import Account, Kind
from parasocial.study.benchmarks import ITEMS
from report import makers
from ties.world import TOWN, export

ADA, BO, CY = (f"town:{name}" for name in ("ada", "bo", "cy"))


def told(**said: Answers) -> list[makers.Tie]:
    return [makers.tie(name, "parasocial", gives=gives) for name, gives in said.items()]


def test_without_answers_nothing_is_given() -> None:
    found = gives(makers.findings([makers.tie("ada", "reciprocal")]).ties)
    assert (found.answered, found.learn_what) == (0, {})
    assert set(found.said.values()) == {Said(0, 0, 0)}


def test_answers_are_summed_over_ties() -> None:
    found = gives(
        told(
            ada=Answers("yes", ("news", "style"), escape="no", belonging="yes"),
            bo=Answers("yes", ("news",), belonging="unsure"),
            cy=Answers(expected_replies=0),
        )
    )
    assert found.answered == 3
    assert found.said["learn"] == Said(2, 0, 0)
    assert found.said["belonging"] == Said(1, 0, 1)
    assert found.said["escape"] == Said(0, 1, 0)
    assert found.said["depend"] == Said(0, 0, 0)
    assert found.learn_what == {"news": 2, "style": 1}


def test_hidden_ties_are_not_summed() -> None:
    hidden = makers.tie("ada", "parasocial", gives=Answers("yes"), hidden=True)
    assert gives([hidden, *told(bo=Answers("no"))]).said["learn"] == Said(0, 1, 0)


@pytest.mark.thorough
def test_answers_reach_the_tie_under_any_of_its_names_and_decide_nothing() -> None:
    """Two accounts of one person are answered about; a performer was met, and is followed."""
    town = export(TOWN, Account("cy", kind=Kind.PERSONA, evidence="a channel"), *EVERYDAY)
    same = {ADA: Note(we_met=True), BO: Note(same_as=ADA), CY: Note(we_met=True)}
    full = {
        ADA: Note(we_met=True, escape="yes"),
        BO: Note(same_as=ADA, escape="no", learn="no"),
        CY: Note(we_met=True, depend="yes", expected_replies=5),
    }
    bare, found = seen(town, notes=Notes(same)), seen(town, notes=Notes(full))
    assert {it.alter.id: it.gives for it in found.ties} == {
        ADA: Answers(escape="yes", learn="no"),
        CY: Answers(depend="yes", expected_replies=5),
    }
    assert found.gives.answered == 2
    assert [it.class_ for it in found.ties] == [it.class_ for it in bare.ties]
    assert {it.figure.item: it.own for it in found.published if it.own} == {"met": "noted"}


LURKER = replace(makers.UNTOLD, name="lurker", range=["lurker", "oversharer"])


@pytest.mark.parametrize(
    ("quiz", "name", "agreement"),
    [
        (QuizAnswers(4, 0, "in_use"), "lurker", "same"),
        (QuizAnswers(6, 60, "in_use"), "oversharer", "possible"),
        (QuizAnswers(0.3, 30, "in_use"), "breezy_poster", "different"),
        (QuizAnswers(0, 0, "never"), "offliner", "different"),
        (QuizAnswers(1.5, 4, "in_use"), "mixed", None),
    ],
)
def test_quiz_and_files_are_compared(quiz: QuizAnswers, name: str, agreement: str | None) -> None:
    found = beside(quiz, LURKER)
    assert found is not None
    assert (found.name, found.agreement) == (name, agreement)
    assert bool(found.why) == (agreement is None)


def test_where_either_names_no_type_there_is_no_agreement() -> None:
    assert beside(None, LURKER) is None
    for name in ("mixed", "cannot_be_told"):
        found = beside(QuizAnswers(4, 0, "in_use"), replace(LURKER, name=name))
        assert found is not None
        assert (found.name, found.agreement) == ("lurker", None)
        assert found.why


def own(*done: str, follows: bool = True, met: bool = False) -> dict[str, str]:
    """What stands beside each figure, or why nothing does."""
    found = rows({*done}, follows=follows, met=met)
    assert [it.figure.item for it in found] == list(QUESTIONS)
    return {it.figure.item: it.own or it.why for it in found}


def test_a_figure_stands_beside_what_files_show_of_performers_one_follows() -> None:
    found = own("comment", "message", met=True)
    assert (found["comment"], found["pm"], found["met"]) == ("seen", "seen", "noted")
    assert "can’t show that there was none" in found["react"]
    assert own()["met"] == "no note says that you met one"


def test_without_following_the_base_is_another() -> None:
    assert "those who follow were asked" in own(follows=False)["comment"]


def test_answers_about_single_ties_are_another_question() -> None:
    for item in ("learn", "escape", "friends", "unique", "absence", "dependent"):
        assert "asked once" in own("comment", met=True)[item]


def test_every_row_names_its_region_and_its_question() -> None:
    for it in rows(set(), follows=False, met=False):
        assert it.about == ITEMS[it.figure.item]
        assert it.question.endswith("?")
        assert "scope" not in it.figure.marks
        assert it.figure.region in ("Global", "South-East Asia")
        assert {one.region for one in it.disputed} <= {"Global", "South-East Asia", "not said"}
