"""Scales: scores with answers missing, alpha and omega against psych, lavaan and survey."""

import numpy as np
import pytest
from msgspec.structs import replace

from parasocial.study.field import NO_ANSWER, Field
from parasocial.study.scales import agreement, alpha, omega, one_factor, reversed_items, scores
from study.fields import BOOK, FOLLOW
from study.golden import near, numbers, said


@pytest.fixture(scope="module")
def five():
    return np.stack([numbers("scale5", it) for it in "abcde"], axis=1)


def test_alpha(five) -> None:
    theirs, found = said("scale")["scale5"], agreement(five)
    assert near(found.alpha, theirs["alpha_raw"], 1e-9)
    assert near(found.standardized, theirs["alpha_std"], 1e-9)
    assert near(found.without, list(theirs["alpha_if_dropped"].values()), 1e-9)
    assert near(found.rest, list(theirs["item_rest"].values()), 1e-9)
    assert found.respondents == len(five)


def test_omega(five) -> None:
    """Lavaan stops its search earlier than ours: six digits agree."""
    theirs = said("scale")["scale5"]
    assert near(agreement(five).omega, theirs["omega_unstd"], 1e-6)
    even = np.corrcoef(five, rowvar=False)
    assert near(omega(even), theirs["omega"], 1e-6)
    loadings, _ = one_factor(even)
    assert near(loadings, theirs["lambda_std"], 1e-6)


def test_alpha_with_weights() -> None:
    items = np.stack([numbers("apiclus1_scale", it) for it in ("ell", "mobility", "meals")], axis=1)
    theirs = said("survey")["cralpha_dclus1_ell_mobility_meals"]
    assert near(agreement(items, numbers("apiclus1_scale", "pw")).alpha, theirs, 1e-9)


def test_what_cannot_be_told() -> None:
    assert alpha(np.zeros((3, 3))) is None
    assert omega(np.eye(2)) is None
    same = agreement(np.ones((10, 3)))
    assert (same.alpha, same.omega) == (None, None)
    assert agreement(np.ones((10, 1))).alpha is None


def test_a_heywood_case_has_no_omega() -> None:
    impossible = np.array([[1, 0.9, 0.9], [0.9, 1, 0.3], [0.9, 0.3, 1]])
    assert one_factor(impossible) is None


def test_scores_need_half_of_the_answers() -> None:
    items = np.array([[1, 2, 3, np.nan], [1, np.nan, np.nan, np.nan], [4, 4, np.nan, np.nan]])
    assert np.allclose(scores(items), [2, np.nan, 4], equal_nan=True)
    assert np.isnan(scores(items, least=1)).all()


def test_a_question_turned_round() -> None:
    labels = ("never", "often", "always")
    one, two = (
        replace(FOLLOW, labels=labels, counts=()),
        replace(FOLLOW, name="not", labels=labels, counts=()),
    )
    book = replace(BOOK, questions=(one, two))
    codes = {"follow": np.array([0, 1, 2], np.int8), "not": np.array([2, 1, NO_ANSWER], np.int8)}
    found = reversed_items(Field(book, ("a", "b", "c"), codes), ["follow", "not"], ["not"])
    assert np.allclose(found, [[1, 1], [2, 2], [3, np.nan]], equal_nan=True)
