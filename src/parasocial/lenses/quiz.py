"""What six answers read like, and whether the exports say the same."""

from typing import Literal

from msgspec.structs import replace

from parasocial import five_types
from parasocial.lenses.findings import Pattern
from parasocial.lenses.self_report import Quiz
from parasocial.notes import QuizAnswers

_NO_NAME = ("mixed", "cannot_be_told")


def read_quiz(answers: QuizAnswers) -> Quiz:
    """The type that the answers read most like."""
    shares = five_types.quiz_shares(answers)
    axis = five_types.decided_axis(answers.hours_a_day, answers.posts_a_week)
    return Quiz(answers, five_types.type_name(shares), shares, axis)


def beside(answers: QuizAnswers | None, seen: Pattern) -> Quiz | None:
    """The same, beside what the exports read most like; None without answers."""
    if answers is None:
        return None
    said = read_quiz(answers)
    if said.name in _NO_NAME:
        return replace(said, why="the answers lie between the types")
    if seen.name in _NO_NAME:
        return replace(said, why="the exports name no single type")
    return replace(said, agreement=_agreement(said.name, seen))


def _agreement(said: str, seen: Pattern) -> Literal["same", "possible", "different"]:
    if said == seen.name:
        return "same"
    return "possible" if said in seen.range else "different"
