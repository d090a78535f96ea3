"""A study beside the published figures of 2021, which are rounded and have no standard errors.

A published 47 % says that the figure lay in [46.5, 47.5], of a base that mostly was not printed,
with a design effect that nobody printed. So three answers are possible: it agrees, it differs even
when the publisher's figure is given all the error that it can have had, or it cannot be told.
"""

from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np
from msgspec import Struct

from parasocial.study import benchmarks
from parasocial.study.banner import plan
from parasocial.study.benchmarks import Figure
from parasocial.study.design import Design
from parasocial.study.field import Field, Flags, Question
from parasocial.study.intervals import share_interval
from parasocial.study.shares import shares

Verdict = Literal["agrees", "differs", "cannot_be_told", "not_compared"]
ROUNDING = 0.5
DESIGN_EFFECT = 2.0
LEAST_ASKED = 100
LEAST_BASE = 30
PLACES = ("country", "region")
WORLD, UNSAID, COUNTRIES = "Global", "not said", 25
SEXES = {"women": ("women", "Women", "Woman"), "men": ("men", "Men", "Man")}


class Ours(Struct, frozen=True):
    """What the study says, in percent.

    Attributes:
        est: The weighted share.
        low: Of its 95 % interval.
        high: Likewise.
        base: Who answered.
        effective: How many equal weights would say as much.
    """

    est: float
    low: float
    high: float
    base: int
    effective: float


class Compared(Struct, frozen=True):
    """One published figure, and ours.

    Attributes:
        item: Of `benchmarks.ITEMS`.
        region: As published.
        ages: As published.
        published: Percent, rounded by the publisher.
        ours: None where the study cannot be compared; `why` says why.
        verdict: ``agrees``, ``differs``, ``cannot_be_told`` or ``not_compared``.
        why: The reason where it is none of the first two.
        conflict: What contradicts the published figure, in our words; None where nothing does.
        base: Of whom it is.
        source: Where it was printed.
    """

    item: str
    region: str
    ages: str
    published: int
    ours: Ours | None
    verdict: Verdict
    why: str | None
    conflict: str | None
    base: str
    source: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """How much the published figures may be off: conventions of ours.

    Attributes:
        design_effect: By what the publisher's variance may exceed that of a simple sample.
        least_asked: How many answered, at the least, where it was not printed.
    """

    design_effect: float = DESIGN_EFFECT
    least_asked: int = LEAST_ASKED


def compared(field: Field, design: Design, doubt: Doubt | None = None) -> list[Compared]:
    """Every published figure whose item the study has, and ours beside it.

    Not compared, and told why: another base, a place or ages that the study does not have, fewer
    than 30 answers.
    """
    asked = {it.item: it for it in field.book.questions if it.item}
    return [
        _row(field, design, figure, asked[figure.item], doubt or Doubt())
        for figure in benchmarks.chosen()
        if figure.item in asked
    ]


def _row(
    field: Field, design: Design, figure: Figure, question: Question, doubt: Doubt
) -> Compared:
    why = _other_base(figure, question)
    inside = None if why else _inside(field, figure)
    if isinstance(inside, str):
        why = inside
    ours = None
    if why is None and inside is not None and not isinstance(inside, str):
        ours = _ours(field, design, question, inside)
        if ours is None or ours.base < LEAST_BASE:
            ours, why = None, f"fewer than {LEAST_BASE} answered"
    verdict, doubted = _verdict(figure, ours, doubt) if ours else ("not_compared", why)
    return Compared(
        item=figure.item,
        region=figure.region,
        ages=figure.ages,
        published=figure.percent,
        ours=ours,
        verdict=verdict,
        why=doubted,
        conflict=_conflict(figure),
        base=figure.base,
        source=figure.source,
    )


def _other_base(figure: Figure, question: Question) -> str | None:
    if question.base == figure.base:
        return None
    return f"another base: published of {figure.base}, asked of {question.base}"


def _conflict(figure: Figure) -> str | None:
    doubts = [benchmarks.MARKS[it] for it in figure.marks if it != "base"]
    if not doubts:
        return None
    return f"{'; '.join(doubts)}. {figure.note}".strip()


def _inside(field: Field, figure: Figure) -> Flags | str:
    """True for each respondent whom the figure is about, or why that cannot be told."""
    ages, _, sex = figure.ages.partition(" ")
    found = np.ones(len(field), np.bool_)
    for here in (_there(field, figure.region), _aged(field, ages), _of_sex(field, sex)):
        if isinstance(here, str):
            return here
        found &= here
    return found


def _there(field: Field, region: str) -> Flags | str:
    if region != WORLD:
        if region == UNSAID:
            return "the article names no region"
        inside = field.book.regions.get(region)
        here = _of_codes(field, inside) if inside else _where(field, PLACES, (region,))
        return f"the study does not tell {region} apart" if here is None else here
    countries = next((len(it.labels) for it in field.book.questions if it.name == "country"), 1)
    if countries < COUNTRIES:
        return f"the figure is of {COUNTRIES} countries, the study of {countries}"
    return np.ones(len(field), np.bool_)


def _of_codes(field: Field, inside: tuple[str, ...]) -> Flags:
    country = field.question("country")
    told = country.codes or country.labels
    return np.isin(field.codes["country"], [told.index(it) for it in inside])


def _aged(field: Field, ages: str) -> Flags | str:
    low, _, high = ages.partition("-")
    told = field.numbers.get("age")
    if told is not None:
        youngest = int(low.rstrip("+"))
        return np.asarray((told >= youngest) & (told <= (int(high) if high else np.inf)))
    if ages == "18+":
        return np.ones(len(field), np.bool_)
    here = _where(field, ("age",), (ages,))
    return f"the study does not tell {ages} apart" if here is None else here


def _of_sex(field: Field, sex: str) -> Flags | str:
    if not sex:
        return np.ones(len(field), np.bool_)
    here = _where(field, ("sex", "gender"), SEXES[sex])
    return f"the study does not tell {sex} apart" if here is None else here


def _where(field: Field, names: tuple[str, ...], labels: tuple[str, ...]) -> Flags | None:
    for question in field.book.questions:
        if question.name in names:
            for place, label in enumerate(question.labels):
                if label in labels:
                    return np.equal(field.codes[question.name], place)
    return None


def _ours(field: Field, design: Design, question: Question, inside: Flags) -> Ours | None:
    codes = field.codes[question.name]
    counts = np.isin(codes, question.counts or (0,))
    yes = np.where(codes < 0, codes, counts).astype(np.int8)
    found = shares(plan(design, inside.astype(np.intp) - 1, 1), yes, 2)
    base, effective = int(found.people.sum()), float(found.effective[0])
    bounds = share_interval(
        float(found.share[0, 1]), float(found.error[0, 1]), design.degrees, effective
    )
    if bounds is None:
        return None
    est, low, high = (100 * it for it in bounds)
    return Ours(est, low, high, base, effective)


def _verdict(figure: Figure, ours: Ours, doubt: Doubt) -> tuple[Verdict, str | None]:
    low, high = figure.percent - ROUNDING, figure.percent + ROUNDING
    if ours.low <= high and ours.high >= low:
        return "agrees", None
    asked = figure.asked if figure.asked and figure.base != benchmarks.FOLLOWERS else None
    share = min(max(figure.percent / 100, 0.005), 0.995)
    error = 100 * sqrt(doubt.design_effect * share * (1 - share) / (asked or doubt.least_asked))
    reach = sqrt((1.96 * error) ** 2 + ((ours.high - ours.low) / 2) ** 2) + ROUNDING
    if abs(ours.est - figure.percent) > reach:
        return "differs", None
    known = "" if asked else "how many answered was not published; "
    return "cannot_be_told", f"{known}the published figure may be off by as much"
