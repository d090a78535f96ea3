"""Raking and calibration against R, and margins that cannot be met."""

import csv

import numpy as np
import pytest

from parasocial.study.banner import everybody, plan
from parasocial.study.design import covariance, design_of
from parasocial.study.shares import shares
from parasocial.study.weighting import BadMargins, Margin, calibrated
from study import designs
from study.golden import ERROR, EST, FOLDER, codes, near, numbers, said, table

N = 15_682
SCHOOLS = {"stype": [4421, 755, 1018], "sch.wide": [1072, 5122]}


def school_margins(sample: str) -> list[Margin]:
    return [Margin(it, codes(sample, it), np.array(n, float)) for it, n in SCHOOLS.items()]


def bench_margins() -> list[Margin]:
    return [
        Margin("country", designs.country(), np.full(25, N / 25)),
        Margin("age", designs.age(), np.array([0.3, 0.35, 0.35]) * N),
        Margin("sex", designs.sex(), np.array([0.5, 0.5]) * N),
    ]


def mean(design, values):
    """The weighted mean and its error, by the general formula."""
    base = design.weight.sum()
    middle = design.weight @ values / base
    return middle, float(np.sqrt(covariance(design, ((values - middle) / base)[:, None])[0, 0]))


def test_raked_as_calibrate_does() -> None:
    rows = said("bench15k")["q1"]["raked_calibrate"]
    rows = sorted(rows, key=lambda it: int(it["country"]))
    raked = calibrated(designs.bench(), bench_margins())
    found = shares(plan(raked, designs.country().astype(np.intp), 25), designs.answers("q1"), 5)
    assert near(found.share, table(rows, *(f"q1{i}" for i in range(1, 6))), EST)
    assert near(found.error, table(rows, *(f"se.q1{i}" for i in range(1, 6))), ERROR)


def test_raked_as_rake_does() -> None:
    with (FOLDER / "bench15k_q1_rake_se.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    raked = calibrated(designs.bench(), bench_margins(), residuals="unweighted")
    found = shares(plan(raked, designs.country().astype(np.intp), 25), designs.answers("q1"), 5)
    assert near(found.share, table(rows, *(f"q1{i}" for i in range(1, 6))), EST)
    assert near(found.error, table(rows, *(f"se.q1{i}" for i in range(1, 6))), ERROR)


def test_clusters_raked() -> None:
    raked = calibrated(designs.dclus1(), school_margins("apiclus1"), residuals="unweighted")
    theirs = said("survey")["rake_dclus1"]
    est, error = mean(raked, numbers("apiclus1", "api00"))
    assert near(est, theirs["mean"]["est"]["api00"], EST)
    assert near(error, theirs["mean"]["se"]["api00"], ERROR)
    assert near([raked.weight.min(), raked.weight.max()], theirs["range"], EST)
    wide = shares(everybody(raked), codes("apiclus1", "sch.wide"), 2)
    assert near(wide.share[0], list(theirs["sw"]["est"].values()), EST)
    assert wide.error.max() < 1e-12
    assert near(wide.effective, theirs["kish_neff"], EST)


def test_clusters_raked_are_what_the_general_formula_says() -> None:
    raked = calibrated(designs.dclus1(), school_margins("apiclus1"))
    column, said_one = codes("apiclus1", "stype").astype(np.intp), codes("apiclus1", "comp.imp")
    found = shares(plan(raked, column, 3), said_one, 2, covariances=True)
    scores = np.stack(
        [(column == d) * ((said_one == 1) - found.share[d, 1]) / found.base[d] for d in range(3)],
        axis=1,
    )
    assert near(found.apart[1], covariance(raked, scores), ERROR)


def test_linear_calibration() -> None:
    margin = school_margins("apiclus1")[:1]
    greg = calibrated(designs.dclus1(), margin, distance="linear")
    est, error = mean(greg, numbers("apiclus1", "api00"))
    theirs = said("survey")["greg"]["mean"]
    assert near(est, theirs["est"]["api00"], EST)
    assert near(error, theirs["se"]["api00"], ERROR)


def test_raking_changes_the_error() -> None:
    award = codes("apistrat", "awards")
    raked = calibrated(designs.dw(), school_margins("apistrat"), residuals="unweighted")
    right = shares(everybody(raked), award, 2)
    fixed = shares(everybody(design_of(raked.weight)), award, 2)
    theirs = said("survey")
    assert near(right.error[0, 0], theirs["rake_dw"]["awards"]["se"]["awardsNo"], ERROR)
    naive = theirs["rake_dw_fixedweights"]["awards"]["se"]["awardsNo"]
    assert near(fixed.error[0, 0], naive, ERROR)
    assert 1 - right.error[0, 0] / fixed.error[0, 0] > 0.18


def test_shares_will_do_as_margins() -> None:
    sex = Margin("sex", np.array([0, 0, 0, 1], np.int8), np.array([0.5, 0.5]))
    assert calibrated(design_of(np.ones(4)), [sex]).weight == pytest.approx([2 / 3] * 3 + [2])


SEX = np.array([0, 0, 0, 1], np.int8)
IMPOSSIBLE = {
    "nobody in the sample": [Margin("sex", SEX, np.array([0.4, 0.4, 0.2]))],
    "there are people of them": [Margin("sex", SEX, np.array([1.0, 0.0]))],
    "negative share": [Margin("sex", SEX, np.array([1.5, -0.5]))],
    "not sum to the same total": [
        Margin("sex", SEX, np.array([60.0, 40.0])),
        Margin("age", SEX, np.array([50.0, 60.0])),
    ],
    "have no answer": [Margin("sex", np.array([0, 0, -1, 1], np.int8), np.array([0.5, 0.5]))],
    "No weights satisfy": [
        Margin("sex", SEX, np.array([0.5, 0.5])),
        Margin("age", SEX, np.array([0.4, 0.6])),
    ],
}


@pytest.mark.parametrize("message", IMPOSSIBLE)
def test_margins_that_cannot_be_met(message) -> None:
    with pytest.raises(BadMargins, match=message):
        calibrated(design_of(np.ones(4)), IMPOSSIBLE[message])
