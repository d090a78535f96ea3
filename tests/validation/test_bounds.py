"""Bounds against exact arithmetic, and displacement where there is none.

That names and dates mean nothing, that swapping directions mirrors every bound, that hidden acts
only lower the low end, and that classes partition, is in tests/ties/test_properties.py.
"""

import numpy as np
import pytest

from parasocial.measures.displacement import displacement
from ties.exact import coverage, odds_error
from validation.report import Report

pytestmark = pytest.mark.validation
SERIES = 2000


def test_bounds(report: Report) -> None:
    found = coverage()
    assert all(
        (
            report.row(
                "bounds", "largest relative error of odds(θ) = π odds(φ)", odds_error(), high=1e-12
            ),
            report.row(
                "bounds", "coverage of the interval, mean over n and π", np.mean(found), low=0.88
            ),
            report.row("bounds", "the least of them", min(found), low=0.84),
        )
    )


def test_displacement_where_there_is_none(report: Report) -> None:
    """Two series that know nothing of each other, each week like the one before."""
    good = []
    for weeks in (26, 52, 104):
        for keeps in (0.5, 0.8):
            dice = np.random.default_rng([weeks, int(keeps * 10)])
            p = [
                displacement(*alike(dice, weeks, keeps), units=("hours", "turns")).p
                for _ in range(SERIES)
            ]
            name = f"found in {weeks} weeks, autocorrelation {keeps:g}"
            good.append(
                report.row("displacement", name, float(np.mean(np.array(p) < 0.05)), high=0.08)
            )
    assert all(good)


def alike(dice: np.random.Generator, weeks: int, keeps: float) -> list[list[float]]:
    """Two series of weeks of that autocorrelation."""
    series = dice.normal(size=(2, weeks))
    for week in range(1, weeks):
        series[:, week] = keeps * series[:, week - 1] + np.sqrt(1 - keeps**2) * series[:, week]
    return [list(it) for it in series]


def test_displacement_within_one_total(report: Report) -> None:
    dice = np.random.default_rng(3)
    said = 0
    for _ in range(200):
        share, total = dice.random(52), 10 + dice.random(52)
        parts = (share * total, (1 - share) * total)
        said += displacement(*parts, units=("hours", "hours")).slope is not None
        fixed = (share * 20, (1 - share) * 20)
        said += displacement(*fixed, units=("hours", "turns")).slope is not None
    assert report.row("displacement", "slopes given for parts of one total, of 400", said, high=0)
