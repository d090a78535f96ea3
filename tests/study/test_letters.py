"""Letters: pairs of columns against R, adjustments, marks, and how often chance gets one."""

import numpy as np
import pytest

from parasocial.study.banner import plan
from parasocial.study.design import design_of
from parasocial.study.letters import (
    Rules,
    adjusted,
    effective_p,
    effective_z,
    letters,
    p_values,
)
from parasocial.study.shares import shares
from study import designs
from study.golden import ERROR, codes, near, numbers, said

PAIRS = [(0, 1), (0, 2), (1, 2)]


@pytest.fixture(scope="module")
def top_two():
    """The share of the two highest answers to q1, by age."""
    high = (designs.answers("q1") >= 3).astype(np.int8)
    return shares(
        plan(designs.bench(), designs.age().astype(np.intp), 3), high, 2, covariances=True
    )


def test_pairs_of_columns(top_two) -> None:
    theirs = said("bench15k")["pairwise_age_q1top2"]
    bases = top_two.people
    assert bases.tolist() == theirs["n"]
    p = p_values(top_two.share, top_two.apart, bases, designs.bench().degrees, 30)
    for one, other in PAIRS:
        said_one = theirs["pairs"][f"{one + 1}-{other + 1}"]
        assert near(p[1, one, other], said_one["p_t"], ERROR)
        assert p[1, one, other] == p[1, other, one]
    once = np.array([p[1, one, other] for one, other in PAIRS])
    for name, ours in (("BH", "bh"), ("bonferroni", "bonferroni")):
        assert near(adjusted(once, ours), theirs[name], ERROR)
    assert adjusted(once, "none").tolist() == once.tolist()


def test_pairs_where_clusters_were_drawn() -> None:
    race = (numbers("nhanes", "race") - 1).astype(np.intp)
    found = shares(plan(designs.nhanes(), race, 4), codes("nhanes", "HI_CHOL"), 2, covariances=True)
    p = p_values(found.share, found.apart, found.people, designs.nhanes().degrees, 30)
    for pair, theirs in said("bench15k")["nhanes_pairwise_race"].items():
        one, other = (int(it) - 1 for it in pair.split("-"))
        assert near(p[1, one, other], theirs["p_t"], ERROR)


def test_effective_bases_where_only_a_table_is_left(top_two) -> None:
    theirs = said("bench15k")["pairwise_age_q1top2"]
    assert near(top_two.effective, theirs["neff"], 1e-9)
    for (one, other), r in zip(PAIRS, theirs["effective_base_z"], strict=True):
        given = [
            float(it) for i in (one, other) for it in (top_two.share[i, 1], top_two.effective[i])
        ]
        assert near(effective_z(*given), r["z"], ERROR)
        assert near(effective_p(*given), r["p"], ERROR)


def test_adjustments_leave_out_what_was_not_tested() -> None:
    p = np.array([[np.nan, 0.04], [0.01, np.nan]])
    assert adjusted(p, "bh").tolist()[1][0] == 0.02
    assert np.isnan(adjusted(p, "bh")[0, 0])


def test_the_letter_stands_in_the_higher_cell() -> None:
    share = np.array([[0.9], [0.1], [0.5]])
    p = np.full((1, 3, 3), np.nan)
    for one, other, value in ((0, 1, 0.001), (0, 2, 0.02), (1, 2, 0.2)):
        p[0, one, other] = p[0, other, one] = value
    assert letters(share, p, "ABC", Rules("none")) == [["BC"], [""], [""]]
    assert letters(share, p, "ABC", Rules("bonferroni")) == [["B"], [""], [""]]


def test_small_columns_are_not_tested() -> None:
    column = np.repeat([0, 1], [200, 29])
    said_one = np.concatenate([np.tile([0, 1], 100), np.zeros(28), [1]]).astype(np.int8)
    design = design_of(np.ones(229))
    found = shares(plan(design, column, 2), said_one, 2, covariances=True)
    bases = found.people
    assert np.isnan(p_values(found.share, found.apart, bases, design.degrees, 30)).all()
    assert p_values(found.share, found.apart, bases, design.degrees, 10)[0, 0, 1] < 1e-6


def test_a_cell_that_everybody_gave_is_not_tested() -> None:
    design = design_of(np.ones(100))
    found = shares(plan(design, np.arange(100) % 2, 2), np.zeros(100, np.int8), 2, covariances=True)
    assert np.isnan(p_values(found.share, found.apart, np.array([50, 50]), 99, 30)).all()


@pytest.mark.thorough
def test_chance_gets_a_letter_as_often_as_promised() -> None:
    """Two columns of one population, unequal weights: weighted counts as people call too many."""
    dice, calls, naive, tables = np.random.default_rng(5), 0, 0, 1_500
    for _ in range(tables):
        weight = np.exp(0.7 * dice.normal(size=1_200))
        column, said_one = np.arange(1_200) % 2, (dice.random(1_200) < 0.4).astype(np.int8)
        design = design_of(weight)
        found = shares(plan(design, column, 2), said_one, 2, covariances=True)
        bases = found.people
        calls += p_values(found.share, found.apart, bases, design.degrees, 30)[1, 0, 1] < 0.05
        as_people = found.base
        naive += (
            effective_p(found.share[0, 1], as_people[0], found.share[1, 1], as_people[1]) < 0.05
        )
    assert 0.035 < calls / tables < 0.065
    assert naive / tables > 0.12
