"""Shares and their standard errors against R's survey package."""

import numpy as np
import pytest

from parasocial.study.banner import everybody, plan
from parasocial.study.design import BadDesign, covariance, design_of
from parasocial.study.intervals import share_interval
from parasocial.study.shares import shares
from study import designs
from study.golden import ERROR, EST, codes, data, near, numbers, said, table

DESIGNS = {"dstrat": (designs.dstrat, "apistrat"), "dw": (designs.dw, "apistrat"),
           "dclus1": (designs.dclus1, "apiclus1")}  # fmt: skip


@pytest.mark.parametrize("name", DESIGNS)
def test_one_column_of_everybody(name) -> None:
    make, sample = DESIGNS[name]
    found = shares(everybody(make()), codes(sample, "stype"), 3)
    theirs = said("survey")[name]["mean_stype"]
    assert near(found.share[0], list(theirs["est"].values()), EST)
    assert near(found.error[0], list(theirs["se"].values()), ERROR)


@pytest.mark.parametrize("name", DESIGNS)
def test_columns_with_the_whole_design_behind_them(name) -> None:
    make, sample = DESIGNS[name]
    column = plan(make(), codes(sample, "stype").astype(np.intp), 3)
    found = shares(column, codes(sample, "sch.wide"), 2)
    rows = said("survey")[name]["by_stype_schwide"]
    assert near(found.share, table(rows, "sch.wideNo", "sch.wideYes"), EST)
    assert near(found.error, table(rows, "se.sch.wideNo", "se.sch.wideYes"), ERROR)


@pytest.mark.parametrize("name", DESIGNS)
def test_the_interval_of_a_share(name) -> None:
    make, sample = DESIGNS[name]
    found = shares(everybody(make()), codes(sample, "sch.wide"), 2)
    share, error = found.share[0, 1], found.error[0, 1]
    interval = share_interval(share, error, make().degrees, found.effective[0])
    theirs = said("survey")[name]["ciprop"]["xlogit"]
    assert near(interval, [theirs["est"], *theirs["ci"]], 1e-9)


def test_degrees_of_freedom_and_effective_bases() -> None:
    for name, (make, _) in DESIGNS.items():
        assert make().degrees == said("survey")[name]["degf"]
        kish = said("survey")[name]["kish"]["neff"]
        assert near(shares(everybody(make()), np.zeros(len(make().weight), np.int8), 1).effective,
                    kish, 1e-9)  # fmt: skip
    assert designs.nhanes().degrees == said("survey")["nhanes"]["degf"]


def test_clusters_within_strata_with_answers_missing() -> None:
    high = codes("nhanes", "HI_CHOL")
    theirs = said("survey")["nhanes"]
    found = shares(everybody(designs.nhanes()), high, 2)
    assert near(found.share[0, 1], theirs["mean"]["est"]["HI_CHOL"], EST)
    assert near(found.error[0, 1], theirs["mean"]["se"]["HI_CHOL"], ERROR)
    race = (numbers("nhanes", "race") - 1).astype(np.intp)
    by = shares(plan(designs.nhanes(), race, 4), high, 2, covariances=True)
    assert near(by.share[:, 1], table(theirs["by_race"], "HI_CHOL")[:, 0], EST)
    assert near(by.error[:, 1], table(theirs["by_race"], "se")[:, 0], ERROR)
    assert near(by.apart[1], theirs["vcov_race"], ERROR)


@pytest.mark.parametrize("question", ["q1", "q2", "q60"])
def test_a_study_in_25_countries(question) -> None:
    rows = sorted(said("bench15k")[question]["strat"], key=lambda it: int(it["country"]))
    found = shares(
        plan(designs.bench(), designs.country().astype(np.intp), 25), designs.answers(question), 5
    )
    assert near(found.share, table(rows, *(f"{question}{i}" for i in range(1, 6))), EST)
    assert near(found.error, table(rows, *(f"se.{question}{i}" for i in range(1, 6))), ERROR)


def test_country_by_age() -> None:
    rows = said("bench15k")["q1"]["country_age_first30"]
    column = designs.country().astype(np.intp) + 25 * designs.age()
    found = shares(plan(designs.bench(), column, 75), designs.answers("q1"), 5)
    place = [int(it["country"]) - 1 + 25 * (int(it["agef"]) - 1) for it in rows]
    assert near(found.share[place], table(rows, *(f"q1{i}" for i in range(1, 6))), EST)
    assert near(found.error[place], table(rows, *(f"se.q1{i}" for i in range(1, 6))), ERROR)


def test_columns_apart_are_what_the_general_formula_says() -> None:
    age, said_one = designs.age().astype(np.intp), designs.answers("q1")
    found = shares(plan(designs.bench(), age, 3), said_one, 5, covariances=True)
    scores = np.stack(
        [(age == d) * ((said_one == 4) - found.share[d, 4]) / found.base[d] for d in range(3)],
        axis=1,
    )
    assert near(found.apart[4], covariance(designs.bench(), scores), ERROR)


def test_who_weighs_nothing_is_in_no_base() -> None:
    weight = np.array([1.0, 2.0, 0.0, 1.0])
    found = shares(everybody(design_of(weight)), np.array([0, 1, 1, 0], np.int8), 2)
    assert found.people.tolist() == [3]
    assert found.share.tolist() == [[0.5, 0.5]]
    assert found.base.tolist() == [4]


def test_an_empty_column_is_no_number() -> None:
    design = design_of(np.ones(4))
    found = shares(plan(design, np.array([0, 0, 0, -1]), 2), np.array([0, 1, 1, 0], np.int8), 2)
    assert np.isnan(found.share[1]).all()
    assert np.isnan(found.error[1]).all()
    assert found.effective.tolist() == [3, 0]
    assert share_interval(np.nan, np.nan, 3, 0) is None


def test_a_question_that_nobody_was_asked() -> None:
    found = shares(everybody(design_of(np.ones(3))), np.full(3, -2, np.int8), 2)
    assert np.isnan(found.share).all()
    assert found.people.sum() == 0


@pytest.mark.parametrize("weight", [[-1.0, 2.0], [np.nan, 1.0], [0.0, 0.0], []])
def test_weights_that_are_none(weight) -> None:
    with pytest.raises(BadDesign):
        design_of(np.array(weight))


def test_one_cluster_in_a_stratum_is_a_question_to_the_researcher() -> None:
    weight, stratum = np.ones(5), np.array([0, 0, 0, 0, 1])
    with pytest.raises(BadDesign, match="1 strata have one cluster"):
        design_of(weight, stratum)
    said_one = np.array([0, 1, 1, 0, 1], np.int8)
    certain = shares(everybody(design_of(weight, stratum, lonely="certain")), said_one, 2)
    adjust = shares(everybody(design_of(weight, stratum, lonely="adjust")), said_one, 2)
    # By hand: p = .6; scores ±; the first stratum sums to -.08, the lone one is .4 / 5 = .08.
    assert near(certain.error[0, 1] ** 2, 4 / 3 * (2 * 0.12**2 + 2 * 0.08**2 - 0.08**2 / 4), EST)
    assert near(adjust.error[0, 1] ** 2, certain.error[0, 1] ** 2 + 0.08**2, EST)


def test_a_cluster_in_two_strata() -> None:
    with pytest.raises(BadDesign, match="two strata"):
        design_of(np.ones(4), np.array([0, 0, 1, 1]), np.array([0, 1, 1, 2]))


def test_the_reference_is_all_there() -> None:
    assert len(data("bench15k")["q1"]) == 15_682
