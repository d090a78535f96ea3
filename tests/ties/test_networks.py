"""Published reciprocity of public networks, from the turn and act tables, every node an ego."""

from pathlib import Path

import pytest

from parasocial.ties import Thresholds
from ties.networks import college, network, reciprocity, trust

pytestmark = pytest.mark.thorough


def test_uc_irvine_messages(samples: Path) -> None:
    found = reciprocity(college(samples))
    published = {"edge": 0.6364, "dyad": 0.4667, "rho": 0.6343, "weighted": 0.6102}
    assert found == pytest.approx(published, abs=5e-5)
    assert found["dyad"] == pytest.approx(found["edge"] / (2 - found["edge"]))


@pytest.mark.parametrize(("gap", "out", "reciprocal"), [(0, 266, 594), (3_600_000_000, 24, 268)])
def test_turns_say_less_than_acts(samples: Path, gap: int, out: int, reciprocal: int) -> None:
    with network(college(samples), Thresholds(gap_us=gap)) as ledger:
        found = ledger.query(
            """SELECT count(*) FILTER (WHERE by_acts = 'out') AS a,
                   count(*) FILTER (WHERE by_acts = 'inbound') AS b,
                   count(*) FILTER (WHERE by_acts = 'reciprocal') / 2 AS c FROM tie"""
        )
    assert found == {"a": [out], "b": [out], "c": [reciprocal]}


def test_bitcoin_otc(samples: Path) -> None:
    assert reciprocity(trust(samples))["edge"] == pytest.approx(0.7923, abs=5e-5)
