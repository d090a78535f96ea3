"""A log in a few numbers: worked by hand, and as published."""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from docs.blocks import ROOT
from network.logs import START, run, write
from parasocial.lenses.findings.network import NetworkFindings
from parasocial.network.summary import Reciprocity, received, tenths
from parasocial.report.network import write_network_page
from report.test_words import judged
from ties.networks import college, trust

DAY = 86_400


def summed(path: Path, **how: str) -> NetworkFindings:
    found = run(path, summary=True, **how).findings
    assert found
    return found


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> NetworkFindings:
    """Three people and a performer: 1 and 2 answer each other, 1 answers not 3, all look at 9."""
    rows = [(1, 2, "message", START + n * DAY) for n in range(8)]
    rows += [(2, 1, "message", START + n * DAY + 7_200) for n in range(8)]
    rows += [(3, 1, "comment", START + n * DAY) for n in range(9)]
    rows += [(n % 3 + 1, 9, "view", START + n * DAY) for n in range(90)]
    rows += [(3, 1, "comment", START), (5, 5, "message", START), (3, 9, "follow", None)]
    folder = tmp_path_factory.mktemp("small")
    return summed(write(folder / "log.parquet", rows))


def test_worked_by_hand(small: NetworkFindings) -> None:
    assert small.accounts == 4
    assert small.ties == {
        "inbound": 1,
        "one_sided": 1,
        "parasocial": 3,
        "reciprocal": 2,
        "sparse": 1,
    }
    it = small.returned
    assert (it.nodes, it.edges, it.dyads, it.edge, it.dyad) == (3, 3, 2, 2 / 3, 0.5)
    assert it.rho == pytest.approx((2 / 3 - 0.5) / 0.5)
    assert it.weighted == 16 / 26
    assert [part.dyads for part in small.sidedness] == [1, *[0] * 9, 1]
    assert small.attention.got_none == 1
    assert small.log.left_out == {"to oneself": 1}
    assert small.log.repeated_acts == 1
    assert [(it.quarter, it.dyads, it.returned_share) for it in small.begun] == [
        ("2024-Q1", 2, 0.5)
    ]
    assert small.turned.auc is None
    assert small.turned.why


def test_the_json_fits_the_published_schema(small: NetworkFindings) -> None:
    schema = json.loads((ROOT / "docs" / "network-1.schema.json").read_text(encoding="utf-8"))
    said = json.loads(msgspec.json.encode(small))
    assert said["schema"] == "parasocial/network/1"
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(said)
    said["ties"] = ["fan"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(said, schema)


def test_the_page_says_it_and_judges_nobody(small: NetworkFindings) -> None:
    page = write_network_page(small)
    assert "About seven in ten edges of this log are returned." in page
    assert "left out, to oneself: 1 rows" in page
    assert judged(page) == []
    assert "http" not in page.replace("http-equiv", "").replace("http://www.w3.org", "")


def test_accounts_that_gave_alike_stay_together() -> None:
    found = tenths([(1, 50, 0, 0, 0, 0), (2, 49, 0, 0, 0, 0), (700, 1, 3, 1, 9, 4)])
    assert [(it.accounts, it.least, it.most) for it in found] == [
        (50, 1, 1),
        (49, 2, 2),
        (1, 700, 700),
    ]
    assert found[-1][3:] == (3, 1, 9, 4)


def test_concentration_of_even_and_of_nothing() -> None:
    assert received([(4, 10)], 10).gini == 0
    assert received([(4, 1), (1, 99)], 100).top_1 == 4 / 103
    assert received([], 3).gini is None


def test_no_edge_has_no_reciprocity() -> None:
    none = Reciprocity(0, 0, 0, 0, 0, 0)
    assert (none.edge, none.dyad, none.rho, none.weighted) == (None, None, None, None)
    assert Reciprocity(2, 2, 2, 1, 1, 2).rho is None


@pytest.fixture
def irvine(samples: Path, tmp_path: Path) -> Path:
    rows = [(int(a), int(b), "message", us // 1_000_000) for a, b, us in college(samples)]
    return write(tmp_path / "log.parquet", rows)


@pytest.mark.thorough
def test_uc_irvine_as_published(irvine: Path) -> None:
    found = summed(irvine)
    it = found.returned
    published = (0.6364, 0.4667, 0.6343, 0.6102)
    assert (it.edge, it.dyad, it.rho, it.weighted) == pytest.approx(published, abs=5e-5)
    assert (it.nodes, it.edges) == (1899, 20296)
    assert (found.ties["one_sided"], found.ties["reciprocal"]) == (24, 2 * 268)
    acts = summed(irvine, unit="act").ties
    assert (acts["one_sided"], acts["reciprocal"]) == (266, 2 * 594)
    turned = found.turned
    assert (turned.open, turned.turned) == ([4483, 6252], [194, 204])
    assert turned.auc
    assert turned.auc.low < turned.auc.point < turned.auc.high
    assert turned.auc.low > 0.6
    assert "AUC 0.7" in write_network_page(found)


@pytest.mark.thorough
def test_bitcoin_otc_as_published(samples: Path, tmp_path: Path) -> None:
    rows = [(int(a), int(b), "message", us // 1_000_000) for a, b, us in trust(samples)]
    found = summed(write(tmp_path / "log.parquet", rows))
    assert found.returned.edge == pytest.approx(0.7923, abs=5e-5)
    assert found.returned.nodes == 5881
