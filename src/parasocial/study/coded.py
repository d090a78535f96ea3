"""An instrument and what people answered to it, as the columns of a field."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from parasocial.study import benchmarks
from parasocial.study.field import (
    EVERYBODY,
    MOST_LABELS,
    NO_ANSWER,
    NOT_ASKED,
    Codebook,
    Codes,
    Field,
    Floats,
    Question,
    ScaleOf,
)
from parasocial.study.instrument.model import Given, Instrument, Item, Many, Number, One, Page, When
from parasocial.study.instrument.routing import Routes, named

Answers = Mapping[str, Any]
Place = Callable[[Any], int]
"""Which answer of a question somebody's answer to its item is."""

NO_YES = ("No", "Yes")
OF_ALL = "_of_all"
"""Ends the name of a question that is counted of more people than it was put to."""


class Coded:
    """How an instrument's answers become codes.

    Attributes:
        book: The codebook.
    """

    def __init__(
        self,
        instrument: Instrument,
        given: Mapping[str, Mapping[str, str]] | None = None,
        **about: Any,
    ) -> None:
        """Lays out the columns.

        Args:
            instrument: What was asked.
            given: For items that the link gave: what can stand there, and how it is called.
            about: The rest of the codebook: ``mode``, ``fielded``, ``simulated``, ``margins``.
        """
        self.instrument = instrument
        self._columns: list[tuple[Question, Item, Place]] = []
        self._numbers = [it for it in instrument.items if isinstance(it, Number)]
        for page in instrument.pages:
            for item in page.items:
                base = _base(instrument, page, item)
                self._columns += [(q, item, place) for q, place in _questions(item, base, given)]
        wider = [_of_all(it, instrument) for it in self._columns]
        self._columns += [it for it in wider if it]
        self.book = Codebook(
            title=instrument.title,
            questions=tuple(question for question, _, _ in self._columns),
            numbers={it.name: it.text for it in self._numbers},
            scales={
                name: ScaleOf(it.items, it.reversed, it.at_least)
                for name, it in instrument.scales.items()
            },
            version=instrument.version,
            **about,
        )

    def field(self, ids: Iterable[str], answers: Sequence[Answers], **design: Any) -> Field:
        """The field of *answers*, one mapping per respondent as the collector keeps them.

        Args:
            ids: One per respondent.
            answers: Item → answer; what is not in it was not answered.
            design: ``weight``, ``stratum``, ``psu``.
        """
        routes = Routes(self.instrument)
        put = [routes.put(one) for one in answers]
        codes = {
            question.name: _coded(item, place, answers, put, wide=question.name.endswith(OF_ALL))
            for question, item, place in self._columns
        }
        numbers = {it.name: _number(it.name, answers) for it in self._numbers}
        return Field(self.book, tuple(ids), codes, numbers=numbers, **design)

    def answers(self, field: Field) -> list[dict[str, Any]]:
        """What each respondent of *field* said, as the collector keeps it: `field` turned round."""
        found: list[dict[str, Any]] = [{} for _ in field.ids]
        for question, item, _ in self._columns:
            column = field.codes[question.name].tolist()
            if isinstance(item, Number) or question.name.endswith(OF_ALL):
                continue
            for one, code in zip(found, column, strict=True):
                if code >= 0:
                    _uncode(one, question, item, code)
        for item in self._numbers:
            for one, number in zip(found, field.numbers[item.name].tolist(), strict=True):
                if number == number:  # noqa: PLR0124 - NaN is not itself
                    one[item.name] = int(number) if item.whole else number
        return found


def _uncode(one: dict[str, Any], question: Question, item: Item, code: int) -> None:
    """Adds to *one* the answer that a code of a question stands for."""
    if isinstance(item, Many):
        chosen = one.setdefault(item.name, [])
        if code:
            chosen.append(_of_choice(question, item))
    elif isinstance(item, One):
        one[item.name] = item.choices[code].code
    else:
        one[item.name] = question.codes[code]


def _of_choice(question: Question, item: Many) -> Any:
    return next(it.code for it in item.choices if question.name == f"{item.name}_{it.code}")


def _coded(
    item: Item, place: Place, answers: Sequence[Answers], put: Sequence[set[str]], *, wide: bool
) -> Codes:
    found = np.full(len(answers), NOT_ASKED, np.int8)
    for i, one in enumerate(answers):
        answer = one.get(item.name)
        if answer is not None:
            found[i] = place(answer)
        elif item.name in put[i]:
            found[i] = NO_ANSWER
        elif wide and item.benchmark_base in one:
            found[i] = 0
    return found


def _number(name: str, answers: Sequence[Answers]) -> Floats:
    return np.array([float(one.get(name, np.nan)) for one in answers])


def _questions(
    item: Item, base: str, given: Mapping[str, Mapping[str, str]] | None
) -> list[tuple[Question, Place]]:
    """The questions that a table can show of an item, each with where an answer stands in it."""
    if isinstance(item, One):
        return [_one(item, base)]
    if isinstance(item, Many):
        return [_chosen(item, choice.code, base) for choice in item.choices]
    if isinstance(item, Number):
        found = _banded(item, base)
        return [found] if found else []
    if isinstance(item, Given) and given and item.name in given:
        named_so = given[item.name]
        at = {code: i for i, code in enumerate(named_so)}
        question = Question(item.name, item.name, tuple(named_so.values()), tuple(at))
        return [(question, lambda answer: at.get(answer, NO_ANSWER))]
    return []


def _one(item: One, base: str) -> tuple[Question, Place]:
    codes = [choice.code for choice in item.choices]
    at = {code: i for i, code in enumerate(codes)}
    counted = all(isinstance(code, int) for code in codes) and len(codes) > len(NO_YES)
    question = Question(
        name=item.name,
        text=item.text,
        labels=tuple(choice.text for choice in item.choices),
        codes=tuple(str(code) for code in codes),
        base=base,
        values=tuple(float(code) for code in codes) if counted else (),
        item=None if item.benchmark_base else item.benchmark,
        counts=tuple(at[code] for code in item.counts),
    )
    return question, at.__getitem__


def _chosen(item: Many, code: Any, base: str) -> tuple[Question, Place]:
    [choice] = [it for it in item.choices if it.code == code]
    question = Question(
        name=f"{item.name}_{code}",
        text=f"{item.text} {choice.text}",
        labels=NO_YES,
        codes=("0", "1"),
        base=base,
        item=choice.benchmark,
        counts=(1,) if choice.benchmark else (),
    )
    return question, lambda answer: int(code in answer)


def _banded(item: Number, base: str) -> tuple[Question, Place] | None:
    """A number in bands; each number by itself where they are few; else nothing."""
    span = int(item.high - item.low) + 1
    if item.bands:
        edges = np.array(item.bands)
        labels = _band_labels(item)
        question = Question(item.name, item.text, labels, base=base)
        return question, lambda answer: int(np.searchsorted(edges, answer, side="right"))
    if not item.whole or span > MOST_LABELS or not item.steps:
        return None
    numbers = range(int(item.low), int(item.high) + 1)
    question = Question(
        item.name, item.text, tuple(map(str, numbers)), base=base, values=tuple(map(float, numbers))
    )
    return question, lambda answer: int(answer - item.low)


def _band_labels(item: Number) -> tuple[str, ...]:
    """How bands are called.

    >>> age = Number(name="age", construct="age", low=0, high=99, whole=True, bands=(18, 25))
    >>> _band_labels(age)
    ('under 18', '18-24', '25 and over')
    """
    edges = item.bands
    step = 1 if item.whole else 0
    inner = [f"{a:g}-{b - step:g}" for a, b in pairwise(edges)]
    return (f"under {edges[0]:g}", *inner, f"{edges[-1]:g} and over")


def _of_all(
    column: tuple[Question, Item, Place], instrument: Instrument
) -> tuple[Question, Item, Place] | None:
    """The same question counted of all to whom another was put, as the published figure is."""
    question, item, place = column
    if not isinstance(item, One) or not item.benchmark_base:
        return None
    page, other = next(
        (page, it)
        for page in instrument.pages
        for it in page.items
        if it.name == item.benchmark_base
    )
    wider = Question(
        name=question.name + OF_ALL,
        text=question.text,
        labels=NO_YES,
        base=_base(instrument, page, other),
        item=item.benchmark,
        counts=(1,),
    )
    return wider, item, lambda answer: int(place(answer) in question.counts)


def _base(instrument: Instrument, page: Page, item: Item) -> str:
    """To whom an item is put, in the words of the published figures where they are the same."""
    of_page = _meant(instrument, page.when) if page.when else EVERYBODY
    if not item.when:
        return of_page
    return f"{of_page}, by their answers to {', '.join(dict.fromkeys(named(item.when)))}"


def _meant(instrument: Instrument, when: When) -> str:
    items = {it.name: it for it in instrument.items}
    asked = [items[name] for name in named(when)]
    if len(asked) == 1 and asked[0].benchmark == "follow":
        return benchmarks.FOLLOWERS
    if len(asked) == 1 and asked[0].name == "accounts":
        return benchmarks.USERS
    return f"those whose answers to {', '.join(it.name for it in asked)} say so"
