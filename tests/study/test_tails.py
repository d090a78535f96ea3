"""Tails and quantiles against SciPy."""

import numpy as np
import pytest
from scipy import special

from parasocial.study.tails import expit, f_upper, log_odds, normal_both, t_both, t_quantile

DEGREES = [1, 2.5, 14, 196, 15_657, 125_000]


@pytest.mark.parametrize("df", DEGREES)
def test_student(df) -> None:
    t = np.array([0, 1e-5, 0.5, 1, 1.96, 3, 6])
    assert t_both(t, df) == pytest.approx(2 * special.stdtr(df, -t), rel=1e-9)
    assert t_quantile(0.95, df) == pytest.approx(special.stdtrit(df, 0.975), rel=1e-10)


def test_what_is_no_number_stays_none() -> None:
    found = t_both(np.array([np.nan, np.inf, -np.inf]), 10)
    assert np.isnan(found[0])
    assert found[1:].tolist() == [0, 0]


@pytest.mark.parametrize("df", [(1.5, 20.9), (2, 398), (8, 125_243)])
@pytest.mark.parametrize("value", [0.3, 1, 5])
def test_fisher(df, value) -> None:
    assert f_upper(value, *df) == pytest.approx(special.fdtrc(*df, value), rel=1e-9)


def test_normal_and_log_odds() -> None:
    z = np.array([[-3.0, 0.0], [0.5, 2.0]])
    assert normal_both(z) == pytest.approx(2 * special.ndtr(-abs(z)))
    assert [expit(log_odds(it)) for it in (1e-9, 0.3, 0.999)] == pytest.approx([1e-9, 0.3, 0.999])
