"""Means, and the test of independence, against R's survey package."""

import numpy as np
import pytest

from parasocial.study.banner import everybody, plan
from parasocial.study.crossed import crossed
from parasocial.study.design import covariance, design_of
from parasocial.study.independence import independence
from parasocial.study.means import means
from parasocial.study.weighting import Margin, calibrated
from study import designs
from study.golden import ERROR, EST, codes, near, numbers, said, table
from study.test_weighting import bench_margins

DESIGNS = {"dstrat": (designs.dstrat, "apistrat"), "dw": (designs.dw, "apistrat"),
           "dclus1": (designs.dclus1, "apiclus1")}  # fmt: skip


@pytest.mark.parametrize("name", DESIGNS)
def test_means(name) -> None:
    make, sample = DESIGNS[name]
    theirs = said("survey")[name]
    for column in ("api00", "api99"):
        found = means(everybody(make()), numbers(sample, column))
        assert near(found.mean, theirs["mean_api00_api99"]["est"][column], EST)
        assert near(found.error, theirs["mean_api00_api99"]["se"][column], ERROR)
    by = means(plan(make(), codes(sample, "stype").astype(np.intp), 3), numbers(sample, "api00"))
    assert near(by.mean, table(theirs["by_stype_api00"], "api00")[:, 0], EST)
    assert near(by.error, table(theirs["by_stype_api00"], "se")[:, 0], ERROR)


def test_a_part_of_the_sample_keeps_the_whole_design() -> None:
    improved = codes("apistrat", "comp.imp")
    found = means(
        plan(designs.dstrat(), improved.astype(np.intp) - 1, 1), numbers("apistrat", "api00")
    )
    theirs = said("survey")["subset_dstrat"]["mean"]
    assert near(found.mean, theirs["est"]["api00"], EST)
    assert near(found.error, theirs["se"]["api00"], ERROR)


def test_the_difference_of_two_means() -> None:
    improved = codes("apiclus1", "comp.imp").astype(np.intp)
    found = means(plan(designs.dclus1(), improved, 2), numbers("apiclus1", "api00"))
    error = np.sqrt(found.apart[0, 0] + found.apart[1, 1] - 2 * found.apart[0, 1])
    theirs = said("survey")["dclus1"]["ttest_api00_compimp"]
    assert near(found.mean[1] - found.mean[0], theirs["est"], EST)
    assert near((found.mean[1] - found.mean[0]) / error, theirs["t"], ERROR)


@pytest.mark.parametrize("name", DESIGNS)
def test_independence(name) -> None:
    make, sample = DESIGNS[name]
    columns = plan(make(), codes(sample, "stype").astype(np.intp), 3)
    found = independence(columns, codes(sample, "sch.wide"), 2)
    theirs = said("survey")[name]["chisq_schwide_stype"]["F"]
    assert near(found, [theirs["stat"], *theirs["df"], theirs["p"]], 1e-8)


def test_independence_in_clusters_within_strata() -> None:
    race = plan(designs.nhanes(), (numbers("nhanes", "race") - 1).astype(np.intp), 4)
    found = independence(race, codes("nhanes", "HI_CHOL"), 2)
    theirs = said("survey")["nhanes"]["chisq"]["F"]
    assert near(found, [theirs["stat"], *theirs["df"], theirs["p"]], 1e-8)


def test_independence_in_a_large_study() -> None:
    ages = plan(designs.bench(), designs.age().astype(np.intp), 3)
    found = independence(ages, designs.answers("q1"), 5)
    theirs = said("bench15k")["q1"]["chisq"][0]
    assert near(found, [theirs["stat"], *theirs["df"], theirs["p"]], 1e-8)


def test_one_answer_is_independent_of_nothing() -> None:
    columns = plan(design_of(np.ones(4)), np.array([0, 1, 0, 1]), 2)
    assert independence(columns, np.zeros(4, np.int8), 2) is None
    assert independence(columns, np.full(4, -1, np.int8), 2) is None


def test_a_raked_table_is_what_the_general_formula_says() -> None:
    raked = calibrated(designs.bench(), bench_margins()[:2])
    column, said_one = designs.age().astype(np.intp), designs.answers("q1")
    found = crossed(plan(raked, column, 3), said_one, 5)
    cells = (column * 5 + said_one)[:, None] == np.arange(15)
    scores = (cells - found.share.ravel()) / raked.weight.sum()
    assert near(found.covariance, covariance(raked, scores), ERROR)


def test_margins_that_settle_a_table_leave_nothing_to_test() -> None:
    both = np.array([0, 0, 0, 1, 1, 1, 0, 1])
    margin = Margin("both", (both * 2 + both).astype(np.int8), np.array([0.5, 0, 0, 0.5]))
    raked = calibrated(design_of(np.ones(8)), [margin])
    assert independence(plan(raked, both, 2), both.astype(np.int8), 2) is None
