"""A study's tables: which questions, across which groups, by which rules."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from parasocial import five_types
from parasocial.notes import QuizAnswers
from parasocial.study.banner import everybody
from parasocial.study.design import Design
from parasocial.study.field import EVERYBODY, NO_ANSWER, Codes, Field, Question
from parasocial.study.letters import FEW, LEAST, Rules
from parasocial.study.means import means
from parasocial.study.scales import LEAST_SHARE, agreement, reversed_items, scores
from parasocial.study.tables import Table, across, tabulate
from parasocial.study.tails import t_quantile

BANNER = ("country", "region", "age", "sex", "gender")
TYPE = "five_types"
_TYPES = {
    "savvy_social": "Savvy Social", "breezy_poster": "Breezy Poster", "lurker": "Lurker",
    "oversharer": "Oversharer", "offliner": "Offliner", "mixed": "between the types",
}  # fmt: skip


class Weights(Struct, frozen=True):
    """How unequal people count.

    Attributes:
        margins: What they were brought to; empty where nothing was known.
        least: The smallest weight over the mean.
        most: The largest.
        effective: How many equal weights would say as much as all of them.
        degrees: Of freedom: clusters less strata.
    """

    margins: list[str]
    least: float
    most: float
    effective: float
    degrees: int


class Scale(Struct, frozen=True):
    """One scale; None where something cannot be told.

    Attributes:
        name: As the codebook calls it.
        questions: What it is made of.
        scored: Who answered enough of them for a score.
        mean: Of the scores, weighted, in the unit of the answers.
        low: Of its 95 % interval.
        high: Likewise.
        respondents: Who answered all of them; alpha and omega are of these.
        alpha: Cronbach's.
        omega: McDonald's.
    """

    name: str
    questions: list[str]
    scored: int
    mean: float | None
    low: float | None
    high: float | None
    respondents: int
    alpha: float | None
    omega: float | None


class Tables(Struct, frozen=True):
    """A study as tables.

    Attributes:
        title: Its name.
        simulated: True where its answers are invented.
        mode: How people answered.
        respondents: How many.
        weights: How they count.
        banner: The questions that the columns come from.
        adjust: For many tests: ``bh``, ``bonferroni`` or ``none``.
        level: Below which p a letter is printed.
        tables: One per question.
        scales: Those that the codebook names.
        schema: The name of this JSON.
    """

    title: str
    simulated: bool
    mode: str | None
    respondents: int
    weights: Weights
    banner: list[str]
    adjust: str
    level: float
    tables: list[Table]
    scales: list[Scale]
    schema: Literal["parasocial/study-tables/1"] = "parasocial/study-tables/1"


def tabulated(
    field: Field,
    design: Design,
    banner: Sequence[str] | None = None,
    questions: Sequence[str] | None = None,
    rules: Rules | None = None,
) -> Tables:
    """The tables of *field*.

    Args:
        field: The study.
        design: How people came in, and what they were weighted to.
        banner: Questions for the columns; those of `BANNER` that there are, where None.
        questions: For the tables; all where None.
        rules: How columns are tested.

    Raises:
        BadField: The study has no such question.
    """
    how = rules or Rules()
    whole = with_types(field)
    names = [it.name for it in whole.book.questions]
    columns = [it for it in BANNER if it in names] if banner is None else list(banner)
    rows = across(whole, design, columns)
    chosen = names if questions is None else questions
    book = field.book
    return Tables(
        title=book.title,
        simulated=book.simulated,
        mode=book.mode,
        respondents=len(field),
        weights=_weights(design, book.margins),
        banner=columns,
        adjust=how.adjust,
        level=how.level,
        tables=[tabulate(whole, rows, whole.question(it), how) for it in chosen],
        scales=_scales(field, design),
    )


def notes(found: Tables) -> list[str]:
    """How to read the tables, one sentence each."""
    tests = {"bh": "Benjamini and Hochberg", "bonferroni": "Bonferroni", "none": "no adjustment"}
    letters = f"A letter names a column beside it that lies below, at {found.level:g}; tested "
    told = [
        "Weighted percent with 95 % intervals; standard errors follow from the design.",
        letters + f"together is one question in one row of columns ({tests[found.adjust]}).",
        f"* fewer than {FEW} people answered; ** fewer than {LEAST}, nothing is tested.",
        "Who was not asked or gave no answer is in no base.",
    ]
    if found.simulated:
        told.insert(0, "SIMULATED: nobody was asked, everybody in these tables is invented.")
    return told


def with_types(field: Field) -> Field:
    """*field* with the type that each person's quiz reads most like, where it was asked."""
    if not _QUIZ.issubset({*field.numbers, *field.codes}) or TYPE in field.codes:
        return field
    question = Question(
        TYPE, "Which of the five types time and posting read most like", tuple(_TYPES.values()),
        tuple(_TYPES), EVERYBODY,
    )  # fmt: skip
    book = replace(field.book, questions=(*field.book.questions, question))
    return Field(
        book, field.ids, {**field.codes, TYPE: _types(field)}, field.weight, field.stratum,
        field.psu, field.numbers,
    )  # fmt: skip


_STEPS = ("one_sitting", "no_trace", "keeps_limit")
_QUIZ = {"hours_a_day", "posts_a_week", "accounts", *_STEPS}


def _types(field: Field) -> Codes:
    """The type of each; no answer where a part of the quiz is missing."""
    place = {name: i for i, name in enumerate(_TYPES)}
    told = field.question("accounts").codes
    hours, posts = field.numbers["hours_a_day"], field.numbers["posts_a_week"]
    found = np.full(len(field), NO_ANSWER, np.int8)
    known: dict[tuple[float, ...], int] = {}
    for i, account in enumerate(field.codes["accounts"].tolist()):
        if account < 0:
            continue
        if told[account] != "in_use":
            found[i] = place["offliner"]
            continue
        steps = [int(field.codes[it][i]) for it in _STEPS]
        if min(steps) < 0 or not np.isfinite(hours[i] + posts[i]):
            continue
        key = (float(hours[i]), float(posts[i]), *steps)
        if key not in known:
            shares = five_types.quiz_shares(QuizAnswers(key[0], key[1], "in_use", *steps))
            known[key] = place[five_types.type_name(shares)]
        found[i] = known[key]
    return found


def _weights(design: Design, margins: dict[str, dict[str, float]]) -> Weights:
    weight = design.weight
    mean = float(weight.mean())
    return Weights(
        margins=list(margins),
        least=float(weight.min()) / mean,
        most=float(weight.max()) / mean,
        effective=float(weight.sum()) ** 2 / float((weight**2).sum()),
        degrees=design.degrees,
    )


def _scales(field: Field, design: Design) -> list[Scale]:
    return [_scale(field, design, name) for name in field.book.scales]


def _scale(field: Field, design: Design, name: str) -> Scale:
    scale = field.book.scales[name]
    items = reversed_items(field, scale.items, scale.reversed)
    least = LEAST_SHARE if scale.least is None else scale.least / len(scale.items)
    score = means(everybody(design), scores(items, least))
    told = agreement(items, design.weight)
    mean, reach = float(score.mean[0]), t_quantile(0.95, max(design.degrees, 1)) * score.error[0]
    known = bool(np.isfinite(mean))
    return Scale(
        name=name,
        questions=list(scale.items),
        scored=int(score.counts[0]),
        mean=mean if known else None,
        low=float(mean - reach) if known else None,
        high=float(mean + reach) if known else None,
        respondents=told.respondents,
        alpha=told.alpha,
        omega=told.omega,
    )
