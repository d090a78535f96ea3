"""What a fielded study says, and how it stands beside what was published."""

from typing import Literal

from msgspec import Struct

from parasocial.study.comparing import Compared, compared
from parasocial.study.design import Design
from parasocial.study.field import Field
from parasocial.study.waves import Change, NotComparable, changes, check_mode, same_question


class Comparison(Struct, frozen=True):
    """A study beside the published figures of 2021.

    Attributes:
        title: The study's name.
        simulated: True where its answers are invented.
        mode: How people answered; that of the published study was not printed.
        respondents: How many.
        rows: One per published figure whose item the study asks.
        schema: The name of this JSON.
    """

    title: str
    simulated: bool
    mode: str | None
    respondents: int
    rows: list[Compared]
    schema: Literal["parasocial/study-comparison/1"] = "parasocial/study-comparison/1"


class LeftOut(Struct, frozen=True):
    """A question of one wave that the other does not repeat as it was."""

    question: str
    why: str


class Waves(Struct, frozen=True):
    """Two waves of one study.

    Attributes:
        before: The first wave's name.
        after: The second's.
        changes: Per question and answer that both waves have.
        left_out: Questions that cannot be compared.
        schema: The name of this JSON.
    """

    before: str
    after: str
    changes: list[Change]
    left_out: list[LeftOut]
    schema: Literal["parasocial/study-waves/1"] = "parasocial/study-waves/1"


def beside_published(field: Field, design: Design) -> Comparison:
    """The study beside the published figures."""
    book = field.book
    return Comparison(
        book.title, book.simulated, book.mode, len(field), rows=compared(field, design)
    )


def beside_earlier(before: tuple[Field, Design], after: tuple[Field, Design]) -> Waves:
    """Two waves beside each other.

    Raises:
        NotComparable: People were asked in different ways, or no question is the same.
    """
    check_mode(before[0], after[0])
    there = {it.name for it in before[0].book.questions}
    found: list[Change] = []
    left: list[LeftOut] = []
    for question in after[0].book.questions:
        why = (
            same_question(before[0].question(question.name), question)
            if question.name in there
            else "not asked before"
        )
        if why:
            left.append(LeftOut(question.name, why))
        else:
            found += changes(before, after, question)
    if not found:
        raise NotComparable("No question of the two studies is the same.")
    return Waves(before[0].book.title, after[0].book.title, found, left)
