"""Quantiles of the Beta distribution against SciPy."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betainc, betaincinv

from parasocial.ties.beta import cdf, jeffreys, most_returned, quantile

SHAPES = (0.5, 1.5, 2.5, 7.5, 30.5, 400.5, 1e4 + 0.5, 1e6)
PARTS = (0.025, 0.05, 0.5, 0.95, 0.975)
SHAPE = st.one_of(st.sampled_from(SHAPES), st.integers(0, 3000).map(lambda n: n + 0.5))


@pytest.mark.thorough
@settings(max_examples=300)
@given(st.sampled_from(PARTS), SHAPE, SHAPE)
def test_quantiles_are_scipys(p: float, a: float, b: float) -> None:
    assert abs(quantile(p, a, b) - float(betaincinv(a, b, p))) < 1e-12


@settings(max_examples=200)
@given(st.floats(0, 1), SHAPE, SHAPE)
def test_cdf_is_scipys(x: float, a: float, b: float) -> None:
    assert cdf(x, a, b) == pytest.approx(float(betainc(a, b, x)), abs=1e-9)


@given(st.sampled_from(PARTS), SHAPE, SHAPE)
def test_symmetric(p: float, a: float, b: float) -> None:
    assert quantile(p, a, b) == pytest.approx(1 - quantile(1 - p, b, a), abs=1e-12)


@given(st.integers(0, 500), st.integers(0, 500))
def test_monotone(given_: int, returned: int) -> None:
    low, middle, high = (jeffreys(p, given_, returned) for p in (0.05, 0.5, 0.95))
    assert 0 < low < middle < high < 1
    for p, at in ((0.05, low), (0.95, high)):
        assert jeffreys(p, given_ + 1, returned) > at > jeffreys(p, given_, returned + 1)


@given(st.integers(1, 400))
def test_most_returned_is_the_last_that_is_decided(sessions: int) -> None:
    decided = [c for c in range(sessions + 1) if betaincinv(0.5 + c, 0.5 + sessions, 0.95) < 0.25]
    assert most_returned(sessions, 0.75, 0.05) == (max(decided) if decided else None)
