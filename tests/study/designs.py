"""R's example designs, as ours."""

from functools import cache

import numpy as np

from parasocial.study.design import Design, design_of
from study.golden import codes, groups, numbers


def _per_group(values, group):
    found = np.zeros(int(group.max()) + 1)
    found[group] = values
    return found


@cache
def dstrat() -> Design:
    stratum = groups("apistrat", "stype")
    population = _per_group(numbers("apistrat", "fpc"), stratum)
    return design_of(numbers("apistrat", "pw"), stratum, None, population)


@cache
def dw() -> Design:
    return design_of(numbers("apistrat", "pw"))


@cache
def dclus1() -> Design:
    return design_of(numbers("apiclus1", "pw"), None, groups("apiclus1", "dnum"), np.array([757.0]))


@cache
def nhanes() -> Design:
    return design_of(
        numbers("nhanes", "WTMEC2YR"),
        groups("nhanes", "SDMVSTRA"),
        groups("nhanes", "SDMVSTRA", "SDMVPSU"),
    )


@cache
def bench() -> Design:
    return design_of(numbers("bench15k", "w"), country().astype(np.intp))


def country():
    return (numbers("bench15k", "country") - 1).astype(np.int8)


def age():
    return codes("bench15k", "age")


def sex():
    return codes("bench15k", "sex")


def answers(question: str):
    return (numbers("bench15k", question) - 1).astype(np.int8)
