"""What a fielded study must hold, and what cannot be one."""

import io

import numpy as np
import pytest
from msgspec.structs import replace

from parasocial.study.bundle import packed, unpacked
from parasocial.study.field import (
    NO_ANSWER,
    NOT_ASKED,
    Asked,
    BadField,
    Field,
    Question,
    field_of,
    read_codebook,
)
from study.fields import BOOK, ESCAPE, FOLLOW, drawn

ONE = {"country": "Spain", "sex": "men"}


def test_the_filter_decides_who_was_asked() -> None:
    rows = [
        {**ONE, "follow": "yes", "escape": "yes"},
        {**ONE, "follow": "yes", "escape": ""},
        {**ONE, "follow": "no", "escape": "yes"},
        {**ONE, "follow": "", "escape": ""},
    ]
    found = field_of(BOOK, rows).codes["escape"].tolist()
    assert found == [1, NO_ANSWER, NOT_ASKED, NOT_ASKED]


def test_cells_are_codes_or_labels() -> None:
    book = replace(BOOK, questions=(replace(FOLLOW, codes=("1", "2")),))
    assert field_of(book, [{"follow": "2"}, {"follow": "no"}]).codes["follow"].tolist() == [1, 0]


def test_an_answer_that_is_none_is_counted_and_not_quoted() -> None:
    with pytest.raises(BadField, match="2 cells of the column follow") as error:
        field_of(BOOK, [{**ONE, "follow": "CANARY"}, {**ONE, "follow": "9"}])
    assert "CANARY" not in str(error.value)


def test_weights_are_numbers() -> None:
    with pytest.raises(BadField, match="weight is no number"):
        field_of(BOOK, [{**ONE, "follow": "yes", "escape": "no", "weight": "CANARY"}])


def test_clusters_of_the_same_number_in_two_strata_are_two() -> None:
    rows = [{**ONE, "follow": "no", "escape": "", "stratum": s, "psu": p}
            for s, p in (("a", "1"), ("a", "2"), ("b", "1"), ("b", "2"))]  # fmt: skip
    found = field_of(BOOK, rows)
    assert found.psu is not None
    assert len(set(found.psu.tolist())) == 4


def test_each_person_counts_once() -> None:
    rows = [{**ONE, "follow": "no", "escape": "", "respondent": "r1"}] * 2
    with pytest.raises(BadField, match="same respondent"):
        field_of(BOOK, rows)


@pytest.mark.parametrize("column", [np.zeros(2, np.int8), np.full(3, 2, np.int8), None])
def test_columns_that_do_not_fit(column) -> None:
    codes = {} if column is None else {"follow": column}
    with pytest.raises(BadField, match="follow"):
        Field(replace(BOOK, questions=(FOLLOW,)), ("a", "b", "c"), codes)


def test_a_filter_on_what_comes_later() -> None:
    book = replace(BOOK, questions=(ESCAPE, FOLLOW))
    with pytest.raises(BadField, match="comes later"):
        field_of(book, [{"follow": "yes", "escape": "yes"}])


@pytest.mark.parametrize(
    "wrong",
    [
        {"labels": ()},
        {"labels": ("yes", "yes")},
        {"labels": ("no", "yes"), "codes": ("1",)},
        {"labels": ("no", "yes"), "values": (1.0,)},
        {"labels": ("no", "yes"), "counts": (2,)},
    ],
)
def test_questions_that_no_table_could_show(wrong) -> None:
    with pytest.raises(ValueError):
        Question("x", "…", **wrong)


@pytest.mark.parametrize("text", ["", "{}", '{"title": "x", "questions": [{"name": 1}]}'])
def test_a_codebook_that_is_none(text) -> None:
    with pytest.raises(BadField, match="codebook"):
        read_codebook(text)


def test_packed_answers_are_the_same_again() -> None:
    rows = [r | {"age": str(20 + i), "stratum": r["country"]} for i, r in enumerate(drawn(50))]
    book = replace(BOOK, numbers={"age": "Age"})
    field = field_of(book, rows)
    again = unpacked(io.BytesIO(packed(field)), book)
    assert again.ids == field.ids
    assert all((again.codes[it] == field.codes[it]).all() for it in field.codes)
    assert (again.numbers["age"] == field.numbers["age"]).all()
    assert (again.weight == field.weight).all()
    assert (again.stratum == field.stratum).all()
    assert again.psu is None


@pytest.mark.parametrize("data", [b"", b"CANARY", b"PK\x03\x04CANARY"])
def test_packed_answers_that_are_none(data) -> None:
    with pytest.raises(BadField, match="cannot be read"):
        unpacked(io.BytesIO(data), BOOK)


def test_packed_answers_of_another_codebook() -> None:
    with pytest.raises(BadField, match="missing"):
        unpacked(io.BytesIO(packed(field_of(replace(BOOK, questions=(FOLLOW,)), drawn(5)))), BOOK)


def test_a_study_of_everybody_has_no_filter() -> None:
    found = field_of(replace(BOOK, questions=(FOLLOW,)), drawn(20))
    assert (found.codes["follow"] >= 0).all()
    assert ESCAPE.asked == Asked("follow", ("yes",))
