"""An instrument's answers as columns, and back."""

import numpy as np
import pytest

from parasocial.study.benchmarks import FOLLOWERS, ITEMS, USERS, figures
from parasocial.study.coded import Coded
from parasocial.study.field import NO_ANSWER, NOT_ASKED
from parasocial.study.instrument import ready

START = {"country": "ES", "consent": 1, "age": 34, "gender": "woman", "accounts": "in_use"}
FOLLOWS = START | {
    "hours_a_day": 2.5, "follow": 1, "escape": 4, "contact": ["comment", "pm"], "met": 0,
    "would_meet": 1, "closeness": 7,
}  # fmt: skip
AWAY = START | {"accounts": "never"}
MET = FOLLOWS | {"met": 1}
del MET["would_meet"]


@pytest.fixture(scope="module")
def coded():
    return Coded(ready()[0], {"country": {"ES": "Spain", "XA": "Kelvania"}}, mode="web")


@pytest.fixture(scope="module")
def field(coded):
    return coded.field(["a", "b", "c"], [FOLLOWS, AWAY, MET])


def test_codes_are_places_of_answers(field) -> None:
    said = {name: column.tolist() for name, column in field.codes.items()}
    assert said["escape"] == [3, NOT_ASKED, 3]
    assert said["contact_comment"] == [1, NOT_ASKED, 1]
    assert said["contact_event"] == [0, NOT_ASKED, 0]
    assert said["learn"] == [NO_ANSWER, NOT_ASKED, NO_ANSWER]
    assert said["age"] == [2, 2, 2]
    assert said["closeness"][0] == 7
    assert said["country"] == [0, 0, 0]
    assert field.numbers["hours_a_day"][0] == 2.5
    assert np.isnan(field.numbers["hours_a_day"][1])


def test_bases_have_the_words_of_the_published_figures(field) -> None:
    asked = {it.name: it for it in field.book.questions}
    assert asked["escape"].base == FOLLOWERS
    assert asked["vital"].base == USERS
    assert asked["would_meet"].base != FOLLOWERS


def test_what_was_published_of_more_people_is_counted_of_them(field) -> None:
    [wider] = [it for it in field.book.questions if it.item == "notmet_would"]
    assert wider.base == FOLLOWERS
    assert field.codes[wider.name].tolist() == [1, NOT_ASKED, 0]


def test_every_item_that_is_asked_was_published(field) -> None:
    items = {it.item for it in field.book.questions if it.item}
    assert items <= ITEMS.keys()
    assert items >= {it.item for it in figures()} - {"interact"}
    assert all(it.counts for it in field.book.questions if it.item)


def test_back_to_what_was_said(coded, field) -> None:
    assert coded.answers(field) == [FOLLOWS, AWAY, MET]


def test_bands_are_named(field) -> None:
    [age] = [it for it in field.book.questions if it.name == "age"]
    assert age.labels == ("under 18", "18-24", "25-34", "35-44", "45-54", "55-64", "65 and over")
