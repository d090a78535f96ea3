"""What a person told, and what was published of others: the plain data of both."""

from typing import Literal

from msgspec import Struct

from parasocial.notes import QuizAnswers
from parasocial.study.benchmarks import Figure


class Said(Struct, frozen=True):
    """About how many ties a person answered yes, no and unsure."""

    yes: int
    no: int
    unsure: int


class Gives(Struct, frozen=True):
    """What a person says that their ties give them. Self-report; hidden ties are left out.

    Attributes:
        answered: How many ties have any answer.
        said: How often each answer was given, by question.
        learn_what: About how many ties each topic of learning was named.
    """

    answered: int
    said: dict[str, Said]
    learn_what: dict[str, int]


class Quiz(Struct, frozen=True):
    """Which of the five types six answers read most like, and whether the exports agree.

    Attributes:
        shares: How much each type fits; they sum to 1.
        decided_axis: What can be said where the name is ``mixed``.
        agreement: ``same``, ``possible`` (it would fit with the hours of other apps added) or
            ``different``; null where either of them names no type.
        why: Why there is no agreement to be told.
    """

    answers: QuizAnswers
    name: str
    shares: dict[str, float]
    decided_axis: str | None
    agreement: Literal["same", "possible", "different"] | None = None
    why: str | None = None


class Published(Struct, frozen=True):
    """A published figure, and what stands beside it of one's own.

    Attributes:
        about: What the figure is about, in our words.
        disputed: Figures of the same item that contradict each other or name no certain region.
        own: ``seen`` in the exports, or ``noted``. Null where base or question do not match.
        why: Why nothing stands beside it.
        question: What would have to be asked, in our words.
    """

    figure: Figure
    about: str
    disputed: list[Figure]
    own: Literal["seen", "noted"] | None
    question: str
    why: str | None = None
