"""Who gave measures from their own downloads, and how those stand beside what people say."""

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
from msgspec import Struct

from parasocial.lenses.tabulated import BANNER
from parasocial.study.design import Design
from parasocial.study.field import Field
from parasocial.study.linked import (
    CONSENT,
    LEAST_DONORS,
    Linked,
    SaidAndMeasured,
    Selected,
    donors_design,
    linked,
    said_and_measured,
    selection,
)
from parasocial.study.weighting import BadMargins


class Beside(Struct, frozen=True):
    """One measure, and the question of the same name and unit.

    Attributes:
        measure: Its name.
        as_they_are: Of donors with their own weights.
        as_everybody: Of donors weighted to look like everybody; None where that cannot be done.
    """

    measure: str
    as_they_are: SaidAndMeasured
    as_everybody: SaidAndMeasured | None


class Donors(Struct, frozen=True):
    """Donated measures joined to a study.

    Attributes:
        title: The study's name.
        simulated: True where its answers are invented.
        respondents: How many were asked.
        donors: How many gave measures that were joined.
        without_consent: Donations of people who did not agree to the join; left out.
        unknown: Donations of nobody in the study; left out.
        weighted_by: What donors were weighted to look like everybody in; empty where not.
        selection: How donors differ from everybody; empty under 10 donors.
        beside: Measures that a question asks for, too.
        schema: The name of this JSON.
    """

    title: str
    simulated: bool
    respondents: int
    donors: int
    without_consent: int
    unknown: int
    weighted_by: list[str]
    selection: list[Selected]
    beside: list[Beside]
    schema: Literal["parasocial/study-donors/1"] = "parasocial/study-donors/1"


def donors(
    field: Field,
    design: Design,
    donated: Mapping[str, Mapping[str, float]],
    questions: Sequence[str] | None = None,
) -> Donors:
    """The donated measures of *field*'s respondents, first by whom.

    Args:
        field: The study.
        design: Of all respondents.
        donated: Respondent → measure → value.
        questions: What donors are compared by and weighted to; those of tables' columns where
            None.
    """
    names = [it.name for it in field.book.questions]
    joined = linked(field, donated, CONSENT if CONSENT in names else None)
    asked = [it for it in BANNER if it in names] if questions is None else list(questions)
    count = int(joined.donors.sum())
    enough = count >= LEAST_DONORS
    like_all = _like_all(field, design, joined, asked) if enough and asked else None
    return Donors(
        title=field.book.title,
        simulated=field.book.simulated,
        respondents=len(field),
        donors=count,
        without_consent=joined.without_consent,
        unknown=joined.unknown,
        weighted_by=asked if like_all else [],
        selection=selection(field, design, joined.donors, asked) if enough else [],
        beside=[
            _beside(field, design, joined, like_all, it)
            for it in joined.measures
            if it in field.numbers
        ],
    )


def _like_all(
    field: Field, design: Design, joined: Linked, questions: Sequence[str]
) -> Design | None:
    try:
        return donors_design(field, design, joined.donors, questions)
    except BadMargins:
        return None


def _beside(
    field: Field, design: Design, joined: Linked, like_all: Design | None, measure: str
) -> Beside:
    said, measured = field.numbers[measure], joined.measures[measure]
    inside = joined.donors
    of_donors = np.where(inside, said, np.nan)
    return Beside(
        measure,
        said_and_measured(design, of_donors, measured),
        said_and_measured(like_all, said[inside], measured[inside]) if like_all else None,
    )
