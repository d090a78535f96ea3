"""Public networks as logs in which every node is an ego, and how reciprocal they are."""

from pathlib import Path
from typing import Any

from parasocial.ledger import Ledger
from parasocial.ties import Thresholds, build
from ties.world import DAY, START, rows

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
    """Private messages of students at UC Irvine (Panzarasa, Opsahl & Carley 2009)."""
    lines = (samples / "networks" / "CollegeMsg.txt").read_text(encoding="ascii").splitlines()
    return [(a, b, int(s) * 1_000_000) for a, b, s in map(str.split, lines)]


def trust(samples: Path) -> list[tuple[str, str, int]]:
    """Who rated whom on Bitcoin OTC (Kumar et al. 2016), once for each two."""
    path = samples / "networks" / "soc-sign-bitcoinotc.csv"
    lines = path.read_text(encoding="ascii").splitlines()[1:]
    pairs = sorted({(a, b) for a, b, *_ in (line.split(",") for line in lines)})
    return [(a, b, START + i % 7 * DAY) for i, (a, b) in enumerate(pairs)]


def reciprocity(log: list[tuple[str, str, int]]) -> dict[str, float]:
    """Shares of edges, of dyads and of weight that are returned, and rho."""
    with network(log, Thresholds()) as ledger:
        [it] = rows(ledger, _COUNTS)
    edge, density = it["returned"] / it["edges"], it["edges"] / it["nodes"] / (it["nodes"] - 1)
    return {
        "edge": edge,
        "dyad": it["returned"] / it["sides"],
        "rho": (edge - density) / (1 - density),
        "weighted": it["matched"] / it["acts"],
    }
