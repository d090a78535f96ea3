"""Published reciprocity of public networks, from the turn and act tables, every node an ego."""

from pathlib import Path
from typing import Any

import pytest

from parasocial.ledger import Ledger
from parasocial.ties import Thresholds, build
from ties.world import DAY, START, rows

pytestmark = pytest.mark.thorough

_COUNTS = """
SELECT count(*) FILTER (WHERE acts_given > 0) AS edges, count(DISTINCT ego_id) AS nodes,
    count(*) FILTER (WHERE acts_given > 0 AND acts_received > 0) AS returned, count(*) AS sides,
    CAST(sum(least(acts_given, acts_received)) AS BIGINT) AS matched,
    CAST(sum(acts_given) AS BIGINT) AS acts
FROM act_count
"""
_OPEN = {"both_from": -(2**62), "both_to": 2**62, "hidden": False, "pi_low": 1.0, "pi_high": 1.0}
_KINDS = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN"}


def network(pairs: list[tuple[str, str, int]], thresholds: Thresholds) -> Ledger:
    """Every tie of a two-sided log, from each side."""
    ledger = Ledger()
    end = max(us for *_, us in pairs)

    def one(name: str, **row: Any) -> None:
        kinds = {column: _KINDS[type(cell)] for column, cell in row.items()}
        ledger.table(name, kinds, [tuple(row.values())])

    columns = dict.fromkeys(("actor_id", "target_id"), "VARCHAR") | {"us": "BIGINT"}
    ledger.table("log", columns, pairs)
    ledger.execute(
        """CREATE TEMP TABLE interaction AS SELECT 1::BIGINT AS source_no, 'net' AS platform,
            'message' AS channel, actor_id, target_id, us, NULL::BIGINT AS ms, 'person' AS addressed,
            'chat' AS form FROM log;
        CREATE TEMP TABLE ego AS
            SELECT actor_id AS ego_id FROM log UNION SELECT target_id FROM log;
        CREATE TEMP TABLE known AS SELECT ego_id AS alter_id, NULL::VARCHAR AS noted,
            NULL::VARCHAR AS said, NULL::VARCHAR AS evidence, FALSE AS of_channels,
            'possible' AS unsolicited, FALSE AS reopened FROM ego"""
    )
    one("coverage", source_no=1, channel="message", **_OPEN)
    one("reach", platform="net", watch_from=0, watch_to=0, back_from=0, back_to=0)
    one("channel_window", platform="net", channel="message", weeks=30.0, to_us=end)
    one("zone_offset", from_us=-(2**62), to_us=2**62, offset_us=0)
    build(ledger, thresholds)
    return ledger


def college(samples: Path) -> list[tuple[str, str, int]]:
    lines = (samples / "networks" / "CollegeMsg.txt").read_text(encoding="ascii").splitlines()
    return [(a, b, int(s) * 1_000_000) for a, b, s in map(str.split, lines)]


def test_uc_irvine_messages(samples: Path) -> None:
    with network(college(samples), Thresholds()) as ledger:
        [it] = rows(ledger, _COUNTS)
    edge, density = it["returned"] / it["edges"], it["edges"] / it["nodes"] / (it["nodes"] - 1)
    dyad = it["returned"] / it["sides"]
    assert edge == pytest.approx(0.6364, abs=5e-5)
    assert dyad == pytest.approx(0.4667, abs=5e-5)
    assert dyad == pytest.approx(edge / (2 - edge))
    assert (edge - density) / (1 - density) == pytest.approx(0.6343, abs=5e-5)
    assert it["matched"] / it["acts"] == pytest.approx(0.6102, abs=5e-5)


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
    path = samples / "networks" / "soc-sign-bitcoinotc.csv"
    lines = path.read_text(encoding="ascii").splitlines()[1:]
    pairs = {tuple(line.split(",")[:2]) for line in lines}
    log = [(a, b, START + i % 7 * DAY) for i, (a, b) in enumerate(sorted(pairs))]
    with network(log, Thresholds()) as ledger:
        [it] = rows(ledger, _COUNTS)
    assert it["returned"] / it["edges"] == pytest.approx(0.7923, abs=5e-5)
