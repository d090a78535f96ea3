"""A fielded study as columns: what was asked, and one small whole number per answer.

Who fields a study (our collector, a panel, a file from elsewhere) does not matter from here on:
weights, tables, comparisons and exports read a `Field` and nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from parasocial.errors import ParasocialError

NO_ANSWER, NOT_ASKED = -1, -2
EVERYBODY = "everybody who was asked"
MOST_LABELS = 127
UNASKED, AS_NUMBER = "not asked", "_number"
"""In files: somebody whom a question was not put to; what ends a number's name if it is taken."""

Codes: TypeAlias = NDArray[np.int8]
Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.intp]
Flags: TypeAlias = NDArray[np.bool_]


class BadField(ParasocialError):
    """The answers of a study do not hold together."""


class Asked(Struct, frozen=True):
    """To whom a question goes: those whose answer to another is one of some codes."""

    question: str
    codes: tuple[str, ...]


class Question(Struct, frozen=True):
    """One question, or one line of a block of questions, and the answers that it offers.

    Attributes:
        name: The column.
        text: As it was asked.
        labels: The answers, in their order; a code is a place in this row.
        codes: What stands for each answer in files; the labels themselves where empty.
        base: Whom it was put to, in words.
        asked: The same, as a filter; None where everybody was asked.
        values: A number per answer, for means and scales; empty where answers are names.
        item: The published item that it repeats, of `benchmarks.ITEMS`.
        counts: The answers that the published figure counts.
    """

    name: str
    text: str
    labels: tuple[str, ...]
    codes: tuple[str, ...] = ()
    base: str = EVERYBODY
    asked: Asked | None = None
    values: tuple[float, ...] = ()
    item: str | None = None
    counts: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Refuses what no table could show."""
        told = self.codes or self.labels
        if not 0 < len(self.labels) <= MOST_LABELS:
            raise ValueError(f"a question has from 1 to {MOST_LABELS} answers")
        if len(set(told)) != len(told) or len(told) != len(self.labels):
            raise ValueError("each answer has one code, and no two have the same")
        if self.values and len(self.values) != len(self.labels):
            raise ValueError("each answer has one value, or none has")
        if not all(0 <= it < len(self.labels) for it in self.counts):
            raise ValueError("the answers that count are places in the row of labels")


class ScaleOf(Struct, frozen=True):
    """Questions that are read as one number.

    Attributes:
        items: Their names.
        reversed: Those of them that count from the other end.
        least: How many have to be answered for a score; None for half of them.
    """

    items: tuple[str, ...]
    reversed: tuple[str, ...] = ()
    least: int | None = None


class Codebook(Struct, frozen=True):
    """What a study asked, and how.

    Attributes:
        title: Its name.
        questions: In the order of the questionnaire.
        mode: How people answered: ``web``, ``telephone``, ``face to face``, ``paper``.
        fielded: When, an ISO date or a part of one.
        simulated: True where nobody was asked and the answers are invented.
        margins: For weighting: question → code → share of the population.
        scales: Questions that belong together.
        regions: Several countries under one name: name → codes of ``country``.
        numbers: Items that were answered by a number, kept as it was given: name → text.
        version: Of the instrument.
    """

    title: str
    questions: tuple[Question, ...]
    mode: str | None = None
    fielded: str | None = None
    simulated: bool = False
    margins: dict[str, dict[str, float]] = {}
    scales: dict[str, ScaleOf] = {}
    regions: dict[str, tuple[str, ...]] = {}
    numbers: dict[str, str] = {}
    version: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """All answers of a study.

    Attributes:
        book: What was asked.
        ids: One per respondent, each once.
        codes: Per question one code per respondent: the place of the answer in the question's
            labels, -1 where no answer was given, -2 where the question was not put.
        weight: The design weight of each, 0 or more; None where everybody counts the same.
        stratum: The stratum of each, from 0; None where there is one.
        psu: The first stage's cluster of each, from 0, unique over strata; None where people
            were drawn one by one.
        numbers: What was answered by a number, as it was given; NaN where it was not.
    """

    book: Codebook
    ids: tuple[str, ...]
    codes: Mapping[str, Codes]
    weight: Floats | None = None
    stratum: Ints | None = None
    psu: Ints | None = None
    numbers: Mapping[str, Floats] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuses columns that do not fit each other.

        Raises:
            BadField: A length, a code or an id is not possible.
        """
        count = len(self.ids)
        if len(set(self.ids)) != count:
            raise BadField("Two rows have the same respondent. Each person counts once.")
        for question in self.book.questions:
            column = self.codes.get(question.name)
            if column is None or column.shape != (count,):
                raise BadField(f"The column of {question.name} is missing or of another length.")
            if count and not NOT_ASKED <= column.min() <= column.max() < len(question.labels):
                raise BadField(f"The column of {question.name} holds an answer it does not offer.")
        for beside in (self.weight, self.stratum, self.psu):
            if beside is not None and beside.shape != (count,):
                raise BadField("Weights, strata and clusters need one entry per respondent.")

    def __len__(self) -> int:
        """How many respondents."""
        return len(self.ids)

    def question(self, name: str) -> Question:
        """The question of that name.

        Raises:
            BadField: There is none.
        """
        for it in self.book.questions:
            if it.name == name:
                return it
        raise BadField(f"The study has no question {name!r}.")


def field_of(book: Codebook, rows: Sequence[Mapping[str, Any]]) -> Field:
    """The field of rows of text, such as a CSV file holds.

    The columns ``respondent``, ``weight``, ``stratum`` and ``psu`` are no questions.

    A cell is a code or a label of its question, or ``not asked``. An empty cell is no answer, or,
    where the question was put only to some and this person is not among them, not asked; an
    answer of somebody who should not have been asked is dropped, as the routing would have.

    Raises:
        BadField: A column is missing, or cells are no answers; says which column and how many.
    """
    codes: dict[str, Codes] = {}
    for question in book.questions:
        column = _coded(question, [row.get(question.name) for row in rows])
        if question.asked:
            column = _routed(column, question.asked, codes, book)
        codes[question.name] = column
    return Field(
        book=book,
        ids=tuple(str(row.get("respondent") or place) for place, row in enumerate(rows, 1)),
        codes=codes,
        weight=_weights(rows),
        stratum=_groups("stratum", rows),
        psu=_clusters(rows),
        numbers={it: _numbers(it, rows) for it in book.numbers},
    )


def _coded(question: Question, cells: list[Any]) -> Codes:
    place: dict[str, int] = {label: i for i, label in enumerate(question.labels)}
    place |= {code: i for i, code in enumerate(question.codes)}
    place |= {"": NO_ANSWER, UNASKED: NOT_ASKED}
    found = [place.get(str(cell or "").strip()) for cell in cells]
    wrong = sum(it is None for it in found)
    if wrong:
        raise BadField(
            f"{wrong:,} cells of the column {question.name} are no answer that the question "
            "offers. Correct them, or add the answers to the codebook."
        )
    return np.array(found, np.int8)


def _routed(column: Codes, asked: Asked, codes: Mapping[str, Codes], book: Codebook) -> Codes:
    filtered = next((it for it in book.questions if it.name == asked.question), None)
    if filtered is None or asked.question not in codes:
        raise BadField(f"A question is put by the answer to {asked.question}, which comes later.")
    told = filtered.codes or filtered.labels
    put = np.isin(codes[asked.question], [told.index(it) for it in asked.codes if it in told])
    return np.where(put, column, np.int8(NOT_ASKED)).astype(np.int8)


def _weights(rows: Sequence[Mapping[str, Any]]) -> Floats | None:
    if not any(row.get("weight") for row in rows):
        return None
    try:
        return np.array([float(row.get("weight") or 0) for row in rows])
    except ValueError:
        raise BadField("A weight is no number. Weights are 0 or more.") from None


def _numbers(name: str, rows: Sequence[Mapping[str, Any]]) -> Floats:
    try:
        own = name + AS_NUMBER
        return np.array([float(row.get(own if own in row else name) or "nan") for row in rows])
    except ValueError:
        raise BadField(f"A cell of the column {name} is no number.") from None


def _groups(name: str, rows: Sequence[Mapping[str, Any]]) -> Ints | None:
    if not any(row.get(name) for row in rows):
        return None
    _, found = np.unique([str(row.get(name) or "") for row in rows], return_inverse=True)
    return found.astype(np.intp)


def _clusters(rows: Sequence[Mapping[str, Any]]) -> Ints | None:
    """Clusters numbered over strata: the same number in two strata is two clusters."""
    inner = _groups("psu", rows)
    outer = _groups("stratum", rows)
    if inner is None or outer is None:
        return inner
    _, found = np.unique(outer * (inner.max() + 1) + inner, return_inverse=True)
    return found.astype(np.intp)


def read_codebook(text: bytes | str) -> Codebook:
    """A codebook from JSON.

    Raises:
        BadField: It says something that a codebook cannot.
    """
    try:
        return msgspec.json.decode(text, type=Codebook)
    except (msgspec.DecodeError, ValueError) as error:
        raise BadField(f"The codebook cannot be read: {error}") from None
