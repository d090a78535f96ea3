"""Which one-way edges turn: the AUC, and what it may know."""

from pathlib import Path

import numpy as np
import pytest

from network.logs import START, run, write
from parasocial.network.auc import auc, logistic, with_interval
from parasocial.network.turning import Turning

DAY, PEOPLE = 86_400, 600


def invented() -> list[tuple[int, int, str, int]]:
    """Half of all ask a lot of 0 … 9 and are answered 35 days later; the others ask once."""
    dice = np.random.default_rng(3)
    rows = []
    for who in range(10, 10 + PEOPLE):
        begin = int(dice.integers(0, 90)) * DAY
        often = who % 2
        other = who % 10
        rows += [(who, other, "message", START + begin + n * 7_200) for n in range(1 + 5 * often)]
        if often or dice.random() < 0.4:
            rows.append((other, who, "message", START + begin + 35 * DAY))
    return rows


def asked(path: Path) -> Turning:
    found = run(path, summary=True).findings
    assert found
    return found.turned


@pytest.mark.thorough
def test_what_goes_with_turning_is_found(tmp_path: Path) -> None:
    found = asked(write(tmp_path / "log.parquet", invented()))
    assert found.auc
    assert found.alone["acts"] > 0.6
    assert found.auc.low > 0.5
    assert found.alone["link_out"] == 0.5


def test_too_little_is_refused(tmp_path: Path) -> None:
    found = asked(write(tmp_path / "log.parquet", invented()[:40]))
    assert found.auc is None
    assert found.alone == {}
    assert "too few" in (found.why or "")


def test_auc_by_hand() -> None:
    score = np.array([1.0, 1.0, 2.0, 3.0])
    assert auc(score, np.array([False, True, False, True])) == (0.5 + 0 + 1 + 1) / 4
    assert np.isnan(auc(score, np.array([True] * 4)))
    twice = auc(score, np.array([False, True, False, True]), np.array([1.0, 2.0, 1.0, 1.0]))
    assert twice == (2 * 0.5 + 0 + 1 + 1) / 6


def test_the_interval_is_of_groups() -> None:
    dice = np.random.default_rng(1)
    outcome = dice.random(400) < 0.5
    score = outcome + dice.normal(size=400)
    alone = with_interval(score, outcome, np.arange(400))
    assert alone.low < alone.point < alone.high
    again = [np.repeat(it, 10) for it in (score, outcome, np.arange(400))]
    tenfold = with_interval(*again)
    assert tenfold.point == pytest.approx(alone.point)
    # Ten copies of one case are no ten cases.
    assert tenfold.high - tenfold.low == pytest.approx(alone.high - alone.low, rel=0.35)


def test_the_regression_is_the_known_one() -> None:
    dice = np.random.default_rng(2)
    facts = dice.normal(size=(4000, 2))
    chance = 1 / (1 + np.exp(-(1.5 * facts[:, 0] - 0.5 * facts[:, 1] + 0.3)))
    weights = logistic(facts, dice.random(4000) < chance)
    assert weights == pytest.approx([1.5, -0.5, 0.3], abs=0.15)
