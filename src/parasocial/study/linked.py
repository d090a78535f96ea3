"""Answers beside measures that the same people gave from their own downloads, by their consent.

Few give them, and not by chance: who did is shown beside who was asked, before anything is read
from them; and donors can be weighted so that they look like everybody who answered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import atanh, sqrt, tanh

import numpy as np
from msgspec import Struct

from parasocial.study.banner import everybody, plan
from parasocial.study.design import Design, covariance, design_of
from parasocial.study.field import Field, Flags, Floats
from parasocial.study.letters import p_values
from parasocial.study.shares import shares
from parasocial.study.tails import t_quantile
from parasocial.study.weighting import Margin, calibrated

CONSENT, YES = "link", "1"
LEAST_DONORS = 10
_NORMAL = 1.959963984540054


class Selected(Struct, frozen=True):
    """One answer among donors and among the others, in percent.

    Attributes:
        question: Its name.
        answer: Its label.
        everybody: Among all who answered.
        donors: Among those who gave measures.
        distance: The difference in standard deviations of everybody's answer.
        p: That donors and the others differ as much by chance; None where it cannot be told.
    """

    question: str
    answer: str
    everybody: float
    donors: float | None
    distance: float | None
    p: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """Measures joined to respondents.

    Attributes:
        donors: Who gave any, by respondent.
        measures: One value per respondent, NaN where there is none.
        without_consent: Donations left out because their giver did not agree to the join.
        unknown: Donations left out because nobody in the study has their id.
    """

    donors: Flags
    measures: Mapping[str, Floats]
    without_consent: int
    unknown: int


def linked(
    field: Field,
    donated: Mapping[str, Mapping[str, float]],
    consent: str | None = CONSENT,
) -> Linked:
    """Joins *donated* measures to the answers of *field*.

    Args:
        field: The study.
        donated: Respondent → measure → value.
        consent: The question that asks for the join, whose code 1 allows it; None where the
            donation itself was the consent.
    """
    place = {name: i for i, name in enumerate(field.ids)}
    agreed = np.ones(len(field), np.bool_)
    if consent is not None:
        question = field.question(consent)
        agreed = field.codes[consent] == (question.codes or question.labels).index(YES)
    known = {name: told for name, told in donated.items() if name in place}
    joined = {place[name]: told for name, told in known.items() if agreed[place[name]]}
    names = sorted({it for told in joined.values() for it in told})
    measures = {name: np.full(len(field), np.nan) for name in names}
    donors = np.zeros(len(field), np.bool_)
    for i, told in joined.items():
        donors[i] = True
        for name, value in told.items():
            measures[name][i] = value
    return Linked(donors, measures, len(known) - len(joined), len(donated) - len(known))


def selection(
    field: Field, design: Design, donors: Flags, questions: Sequence[str]
) -> list[Selected]:
    """How donors differ from everybody who was asked.

    Definition: (p_donors - p_all) / √(p_all (1 - p_all)) for every answer; p tests donors against
    the others, with the design's own errors, not adjusted.

    Unit: standard deviations; .1 is small, a convention (Austin 2009). NULL: None without donors,
    or where everybody gave one answer. Threshold: 30 people on each side for p. Source: Austin
    2009, doi:10.1002/sim.3697.
    """
    sides = plan(design, donors.astype(np.intp), 2)
    whole = everybody(design)
    found = []
    for name in questions:
        question = field.question(name)
        count = len(question.labels)
        of_all = shares(whole, field.codes[name], count)
        apart = shares(sides, field.codes[name], count, covariances=True)
        assert apart.apart is not None  # noqa: S101 - asked for
        bases = apart.people
        p = p_values(apart.share, apart.apart, bases, design.degrees, 30)[:, 0, 1]
        for i, label in enumerate(question.labels):
            one, other = float(of_all.share[0, i]), float(apart.share[1, i])
            spread = sqrt(one * (1 - one)) if 0 < one < 1 else 0.0
            told = bases[1] > 0
            found.append(
                Selected(
                    name,
                    label,
                    100 * one,
                    100 * other if told else None,
                    (other - one) / spread if told and spread else None,
                    float(p[i]) if np.isfinite(p[i]) else None,
                )
            )
    return found


def donors_design(field: Field, design: Design, donors: Flags, questions: Sequence[str]) -> Design:
    """The donors alone, weighted to look like everybody in the answers to *questions*.

    Definition: raking of the donors' weights to the weighted margins of all respondents. Margins
    are taken as known and strata left out, so errors are a little too small for what is estimated
    and a little too large for how people came in.

    Raises:
        BadMargins: A group of respondents has no donor at all.
    """
    margins = []
    for name in questions:
        labels = len(field.question(name).labels)
        found = shares(everybody(design), field.codes[name], labels)
        margins.append(Margin(name, field.codes[name][donors], found.share[0]))
    psu = None if design.psu is None else np.unique(design.psu[donors], return_inverse=True)[1]
    return calibrated(design_of(design.weight[donors], None, psu), margins)


class SaidAndMeasured(Struct, frozen=True):
    """What people say of themselves beside what their downloads show, in one unit.

    Attributes:
        donors: Who have both.
        said: The weighted mean of what was said.
        measured: Of what was measured.
        difference: said - measured.
        low: Of its 95 % interval.
        high: Likewise.
        correlation: Pearson's, weighted; None without variance.
        correlation_low: Of its 95 % interval, by Fisher's z at the effective base.
        correlation_high: Likewise.
        why: Why nothing can be told.
    """

    donors: int
    said: float | None = None
    measured: float | None = None
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    correlation: float | None = None
    correlation_low: float | None = None
    correlation_high: float | None = None
    why: str | None = None


def said_and_measured(design: Design, said: Floats, measured: Floats) -> SaidAndMeasured:
    """The two beside each other, for one unit of both, such as hours a day.

    Definition: means, and the mean difference with the design's standard error, of those who have
    both.

    Unit: that of both. NULL: all but the count under 10 people with both. Threshold: 10, a
    convention. Source: as `design`; Fisher 1921 for the correlation's interval.
    """
    both = np.isfinite(said) & np.isfinite(measured) & (design.weight > 0)
    count = int(both.sum())
    if count < LEAST_DONORS:
        return SaidAndMeasured(count, why=f"fewer than {LEAST_DONORS} people have both")
    weight = np.where(both, design.weight, 0)
    one, other = np.where(both, said, 0), np.where(both, measured, 0)
    means = [float(weight @ it / weight.sum()) for it in (one, other)]
    difference = means[0] - means[1]
    scores = np.where(both, one - other - difference, 0) / weight.sum()
    error = sqrt(float(covariance(design, scores[:, None])[0, 0]))
    reach = t_quantile(0.95, max(design.degrees, 1)) * error
    r = _correlation(one - means[0], other - means[1], weight)
    effective = float(weight.sum()) ** 2 / float((weight**2).sum())
    low, high = _fisher(r, effective) if r is not None else (None, None)
    return SaidAndMeasured(
        count, means[0], means[1], difference, difference - reach, difference + reach, r, low, high
    )


def _correlation(one: Floats, other: Floats, weight: Floats) -> float | None:
    spread = float(weight @ one**2) * float(weight @ other**2)
    return float(weight @ (one * other)) / sqrt(spread) if spread > 0 else None


def _fisher(r: float, effective: float) -> tuple[float | None, float | None]:
    if effective <= 3 or abs(r) >= 1:  # noqa: PLR2004
        return None, None
    reach = _NORMAL / sqrt(effective - 3)
    return tanh(atanh(r) - reach), tanh(atanh(r) + reach)
