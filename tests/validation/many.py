"""The ties of many people at once, by the SQL that one person's ledger runs."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from parasocial.ledger import Ledger
from parasocial.ties import Thresholds, build, conclude
from validation.hiding import Hiding, half
from validation.logs import Ints, Mask, Sides

OPEN, OUT, INBOUND, RECIPROCAL = range(4)
"""Nothing can be said, and the three classes by acts."""
EVER = (-(2**62), 2**62)

_INTERACTION = """
CREATE OR REPLACE TEMP TABLE interaction AS
SELECT 0::BIGINT AS source_no, '' AS platform, '' AS channel, '' AS actor_id, '' AS target_id,
    0::BIGINT AS us, NULL::BIGINT AS ms, '' AS addressed, '' AS form LIMIT 0
"""
_ROWS = """
INSERT INTO interaction SELECT ego, 'log', channel,
    if(given, 'ego', 'alter') || if(given, ego, alter),
    if(given, 'alter', 'ego') || if(given, alter, ego), us, NULL, 'person', 'chat' FROM incoming
"""
_TABLES = """
CREATE OR REPLACE TEMP TABLE ego AS SELECT DISTINCT 'ego' || source_no AS ego_id FROM interaction;
CREATE OR REPLACE TEMP TABLE coverage AS SELECT DISTINCT source_no, channel, 0::BIGINT AS both_from,
    0::BIGINT AS both_to, FALSE AS hidden, 1.0::DOUBLE AS pi_low, 1.0::DOUBLE AS pi_high
    FROM interaction;
CREATE OR REPLACE TEMP TABLE known AS SELECT DISTINCT alter_id, NULL::VARCHAR AS noted,
    NULL::VARCHAR AS said, NULL::VARCHAR AS evidence, FALSE AS of_channels,
    'possible' AS unsolicited, FALSE AS reopened
    FROM (SELECT actor_id AS alter_id FROM interaction UNION SELECT target_id FROM interaction);
CREATE OR REPLACE TEMP TABLE reach AS SELECT 'log' AS platform, NULL::BIGINT AS watch_from,
    NULL::BIGINT AS watch_to, NULL::BIGINT AS back_from, NULL::BIGINT AS back_to;
CREATE OR REPLACE TEMP TABLE channel_window AS SELECT 'log' AS platform, channel, 1.0::DOUBLE
    AS weeks, max(us) AS to_us FROM interaction GROUP BY channel;
CREATE OR REPLACE TEMP TABLE zone_offset AS SELECT -(2**62)::BIGINT AS from_us,
    (2**62)::BIGINT AS to_us, 0::BIGINT AS offset_us
"""
_NAIVE = """
CREATE OR REPLACE TEMP TABLE evidence AS SELECT * REPLACE (turns_given AS x, turns_received AS y,
    0::BIGINT AS hidden_acts, 1.0::DOUBLE AS pi_low, 1.0::DOUBLE AS pi_high) FROM evidence
"""
_FOUND = """
SELECT CAST(substr(ego_id, 4) AS BIGINT) << 32 | CAST(substr(alter_id, 6) AS BIGINT) AS tie,
    x, y, acts_given, acts_received, share_low, share_high,
    CASE decided WHEN 'out' THEN 1 WHEN 'inbound' THEN 2 WHEN 'reciprocal' THEN 3 ELSE 0 END AS call
FROM tie ORDER BY tie
"""


class Ties(NamedTuple):
    """One row per tie, in the order of *tie*, which is ego << 32 | alter."""

    tie: Ints
    x: Ints
    y: Ints
    acts: Ints
    shares: NDArray[np.float64]
    call: Ints

    @property
    def share(self) -> NDArray[np.float64]:
        """The share of the turns that are ego's; NaN where none counts."""
        return np.divide(
            self.x, self.x + self.y, out=np.full(len(self.x), np.nan), where=self.x + self.y > 0
        )


NO_TIES = Ties(*(np.zeros(0, np.int64) for _ in range(4)), np.zeros(0), np.zeros(0, np.int64))


class Reading(NamedTuple):
    """The ties as declared, and as a reader would see them who takes what is missing for none."""

    declared: Ties
    naive: Ties


def read(
    ledger: Ledger,
    them: Sides,
    hiding: Hiding,
    seed: int,
    thresholds: Thresholds = Thresholds(),  # noqa: B008 - frozen
) -> Reading:
    """Everybody's ties from what *hiding* leaves of their exports."""
    kept, window = hide(them, hiding, seed)
    ledger.execute(_INTERACTION)
    ledger.insert(_ROWS, {}, {n: column[kept] for n, column in them._asdict().items()})
    ledger.execute(_TABLES)
    ledger.insert(
        """UPDATE coverage SET both_from = i."from", both_to = i."to" FROM incoming AS i
           WHERE i.ego = source_no""",
        {},
        {"ego": np.arange(window.shape[1]), "from": window[0], "to": window[1]},
    )
    ledger.execute(
        "UPDATE coverage SET hidden = $1, pi_low = $2, pi_high = $3", [hiding.hidden, *hiding.pi]
    )
    build(ledger, thresholds)
    declared = found(ledger)
    ledger.execute(_NAIVE)
    conclude(ledger, thresholds, ("bound", "concluded", "tie"))
    return Reading(declared, found(ledger))


def hide(them: Sides, hiding: Hiding, seed: int) -> tuple[Mask, Ints]:
    """Which rows are left, and between which times both directions are, for each ego."""
    dice = np.random.default_rng(seed)
    window = half(them, dice)
    kept = hiding.kept(them, dice, window)
    if not hiding.dated:
        window = np.repeat(np.array(EVER)[:, None], window.shape[1], axis=1)
    return kept, window


def found(ledger: Ledger) -> Ties:
    """The ties that were built last."""
    it: dict[str, Any] = {
        name: np.asarray(column) for name, column in ledger.arrays(_FOUND).items()
    }
    acts = np.stack([it["acts_given"], it["acts_received"]])
    return Ties(
        it["tie"], it["x"], it["y"], acts, np.stack([it["share_low"], it["share_high"]]), it["call"]
    )


def counted(ties: Ties, tau: float = Thresholds().tau) -> Ints:
    """The classes by plain counts of messages: no turns, no interval, nothing hidden."""
    share = ties.acts[0] / ties.acts.sum(axis=0)
    return np.select([share > tau, share < 1 - tau], [OUT, INBOUND], RECIPROCAL)
