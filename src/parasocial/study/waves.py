"""The same study asked again: what changed, and whether it can have been chance."""

import numpy as np
from msgspec import Struct

from parasocial.errors import ParasocialError
from parasocial.study.banner import everybody
from parasocial.study.design import Design
from parasocial.study.field import Field, Floats, Question
from parasocial.study.shares import Shares, shares
from parasocial.study.tails import t_both, t_quantile


class NotComparable(ParasocialError):
    """Two studies that asked other people, or asked in another way."""


class Change(Struct, frozen=True):
    """One answer in two waves, in percent.

    Attributes:
        question: Its name.
        answer: Its label.
        before: The weighted share in the first wave.
        after: In the second.
        change: The difference, in points.
        low: Of its 95 % interval.
        high: Likewise.
        p: Two-sided; None where it cannot be computed.
    """

    question: str
    answer: str
    before: float
    after: float
    change: float
    low: float
    high: float
    p: float | None


def same_question(one: Question, other: Question) -> str | None:
    """Why two questions cannot be compared; None where they can."""
    if one.base != other.base:
        return f"another base ({one.base}; {other.base})"
    if one.labels != other.labels:
        return "other answers"
    return "other words" if one.text != other.text else None


def check_mode(before: Field, after: Field) -> None:
    """Refuses to compare people who were asked in different ways.

    Raises:
        NotComparable: The modes differ, or one is not known.
    """
    one, other = before.book.mode, after.book.mode
    if one is None or other is None or one != other:
        raise NotComparable(
            f"The studies were not asked in the same way ({one or 'not said'}; "
            f"{other or 'not said'}), and that alone moves answers. They are not compared."
        )


def changes(
    before: tuple[Field, Design], after: tuple[Field, Design], question: Question
) -> list[Change]:
    """What changed in the answers to one question, all respondents together.

    Definition: p₂ - p₁, its variance V₁ + V₂ - 2 C. C is 0 for two samples. Where the same
    people answered both (their ids say so), C comes from the sums of each person's scores;
    strata are then left out, which errs towards a larger error.

    Unit: points of percent. NULL: p is None without degrees of freedom. Source: as `design`.

    Raises:
        NotComparable: The question was changed between the waves.
    """
    why = same_question(before[0].question(question.name), after[0].question(question.name))
    if why:
        raise NotComparable(f"{question.name} cannot be compared: {why}.")
    first, second = (_asked(*it, question) for it in (before, after))
    difference = second.share[0] - first.share[0]
    variance = first.error[0] ** 2 + second.error[0] ** 2
    variance -= 2 * _shared(before, after, question, (first, second))
    error = np.sqrt(np.maximum(variance, 0))
    degrees = min(before[1].degrees, after[1].degrees)
    with np.errstate(divide="ignore", invalid="ignore"):
        p = t_both(difference / error, degrees)
    reach = t_quantile(0.95, degrees) * error
    return [
        Change(
            question=question.name,
            answer=label,
            before=100 * float(first.share[0, i]),
            after=100 * float(second.share[0, i]),
            change=100 * float(difference[i]),
            low=100 * float(difference[i] - reach[i]),
            high=100 * float(difference[i] + reach[i]),
            p=float(p[i]) if np.isfinite(p[i]) else None,
        )
        for i, label in enumerate(question.labels)
    ]


def _asked(field: Field, design: Design, question: Question) -> Shares:
    return shares(everybody(design), field.codes[question.name], len(question.labels))


def _shared(
    before: tuple[Field, Design],
    after: tuple[Field, Design],
    question: Question,
    found: tuple[Shares, Shares],
) -> Floats:
    """The covariance of two waves through the people who answered both."""
    place = {name: i for i, name in enumerate(before[0].ids)}
    pairs = [(place[name], i) for i, name in enumerate(after[0].ids) if name in place]
    if not pairs:
        return np.zeros(len(question.labels))
    first, second = (
        _scores(*wave, question, it) for wave, it in zip((before, after), found, strict=True)
    )
    one, other = (list(it) for it in zip(*pairs, strict=True))
    people = len(before[0]) + len(after[0]) - len(pairs)
    both = (first[one] * second[other]).sum(axis=0)
    found_both: Floats = both * people / max(people - 1, 1)
    return found_both


def _scores(field: Field, design: Design, question: Question, found: Shares) -> Floats:
    """Each respondent's weighted score of each answer's share."""
    codes = field.codes[question.name]
    said = codes[:, None] == np.arange(len(question.labels))
    scores = np.where((codes >= 0)[:, None], said - found.share[0], 0) / found.base[0]
    if design.calibration:
        scores = scores - design.calibration.fitted(scores)[design.calibration.cell]
    weighted: Floats = design.weight[:, None] * scores
    return weighted
