"""How much attention went to accounts a person chose, and how much was served to them."""

from typing import NamedTuple

from parasocial.ledger import Ledger

Hours = tuple[float, float, float]

_SQL = """
SELECT coalesce(v.follows, 0) + coalesce(v.searched, 0) > 0 AS chosen,
    sum(s.ms_low) / 3600000 AS low, sum(s.ms_point) / 3600000 AS point,
    sum(s.ms_high) / 3600000 AS high
FROM spent AS s JOIN evidence AS v ON v.ego_id = s.ego_id AND v.alter_id = s.alter_id
WHERE s.given AND s.channel IN ('view', 'listen', 'reaction', 'save', 'share')
    AND (s.form IS NULL OR s.form <> 'chat')
    AND s.platform IN (
        SELECT src.platform FROM coverage AS c JOIN source AS src ON src.source_no = c.source_no
        WHERE c.channel = 'follow' AND c.given > 0 AND src.whole)
GROUP BY 1
"""


class Chosen(NamedTuple):
    """Hours of attention as (low, point, high), and the share chosen with its bounds."""

    chosen: Hours
    served: Hours
    point: float | None
    low: float | None
    high: float | None


def chosen_share(ledger: Ledger) -> Chosen | None:
    """The share of attention that went to accounts ego follows or searched for.

    Definition: chosen / (chosen + served), in hours, over watching, listening and liking whose
    author the export names. Following is read as it stands in the export, not as it was then.
    The bounds set one part at its lowest and the other at its highest.

    Range and unit: [0, 1]. NULL: no export with the list of followed accounts, or no attention
    with a named author. Threshold: none beside that. Source: ours.
    """
    found = ledger.query(_SQL)
    if not found["chosen"]:
        return None
    hours = {
        chosen: (low, point, high) for chosen, low, point, high in zip(*found.values(), strict=True)
    }
    none = (0.0, 0.0, 0.0)
    return _split(hours.get(True, none), hours.get(False, none))


def _split(chosen: Hours, served: Hours) -> Chosen:
    """Shares of two ranges of hours.

    >>> _split((1.0, 2.0, 4.0), (1.0, 2.0, 4.0))[2:]
    (0.5, 0.2, 0.8)
    """

    def share(a: float, b: float) -> float | None:
        return a / (a + b) if a + b else None

    return Chosen(
        chosen,
        served,
        share(chosen[1], served[1]),
        share(chosen[0], served[2]),
        share(chosen[2], served[0]),
    )
