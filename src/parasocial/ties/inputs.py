"""The small tables that the ties of one person's ledger rest on."""

from collections import defaultdict

from parasocial.ledger import Ledger
from parasocial.notes import Notes
from parasocial.ties.zones import offsets

WEEK = 604_800_000_000
_ACTS = ("message", "comment", "reply", "mention", "live_chat", "call", "gift")
_WATCHES = ("view", "listen", "save", "share", "reaction")

_PLACE = """
CREATE OR REPLACE TEMP TABLE place AS
SELECT s.platform, bool_or(s.of_channels) AS of_channels,
    bool_or(s.unsolicited = 'possible') AS possible,
    bool_or(s.unsolicited = 'followers') AS followers,
    coalesce(bool_or(s.whole AND c.given > 0 AND c.received > 0), FALSE) AS both_lists
FROM source AS s LEFT JOIN coverage AS c
    ON c.source_no = s.source_no AND c.channel = 'follow'
GROUP BY s.platform
"""
_KNOWN = """
CREATE OR REPLACE TEMP TABLE known AS
WITH alter AS MATERIALIZED (
    SELECT DISTINCT platform, actor_id AS alter_id FROM interaction WHERE actor_id <> 'ego'
    UNION
    SELECT DISTINCT platform, target_id FROM interaction
    WHERE target_id IS NOT NULL AND target_id <> 'ego'
), said AS (
    SELECT alter_id, split_part(min(rank || ' ' || kind), ' ', 2) AS kind,
        arg_min(evidence, (rank, kind, evidence)) AS evidence
    FROM (
        SELECT coalesce(i.now_id, a.account_id) AS alter_id, a.kind, a.evidence,
            CASE a.kind WHEN 'person' THEN 1 WHEN 'persona' THEN 2 ELSE 0 END AS rank
        FROM account AS a LEFT JOIN identity AS i ON i.was_id = a.account_id
        WHERE a.kind IS NOT NULL AND a.kind <> 'unknown'
            AND a.source_no IN (SELECT source_no FROM source)
    ) GROUP BY alter_id
), mine AS (
    SELECT coalesce(i.now_id, n.was_id) AS alter_id,
        arg_min(n.kind, (i.now_id IS NOT NULL, n.kind)) FILTER (WHERE n.kind IS NOT NULL)
            AS noted,
        bool_or(n.reopened) AS reopened
    FROM noted AS n LEFT JOIN identity AS i ON i.was_id = n.was_id GROUP BY 1
)
SELECT alter.alter_id, min(mine.noted) AS noted, min(said.kind) AS said,
    min(said.evidence) AS evidence, bool_or(place.of_channels) AS of_channels,
    CASE WHEN bool_or(place.possible OR (place.followers AND NOT place.both_lists))
            THEN 'possible'
        WHEN bool_or(place.followers) THEN 'followers'
        ELSE 'impossible' END AS unsolicited,
    bool_or(coalesce(mine.reopened, FALSE)) AS reopened
FROM alter JOIN place ON place.platform = alter.platform
LEFT JOIN said ON said.alter_id = alter.alter_id
LEFT JOIN mine ON mine.alter_id = alter.alter_id
GROUP BY alter.alter_id
"""


def prepare(ledger: Ledger, notes: Notes, zone: str) -> None:
    """Make ``ego``, ``reach``, ``channel_window``, ``known`` and ``zone_offset``."""
    ledger.table("ego", {"ego_id": "VARCHAR"}, [("ego",)])
    _reach(ledger)
    _windows(ledger)
    _known(ledger, notes)
    [first], [last] = ledger.query("SELECT min(us) AS a, max(us) AS b FROM interaction").values()
    ledger.table(
        "zone_offset",
        {"from_us": "BIGINT", "to_us": "BIGINT", "offset_us": "BIGINT"},
        offsets(zone, first or 0, last or 0),
    )


def _reach(ledger: Ledger) -> None:
    """Per platform: when attention is seen, and when returns would be."""
    watches, acts = (", ".join(f"'{it}'" for it in them) for them in (_WATCHES, _ACTS))
    ledger.execute(
        f"""CREATE OR REPLACE TEMP TABLE reach AS
        SELECT s.platform,
            min(c.from_us) FILTER (WHERE c.channel IN ({watches})) AS watch_from,
            max(c.to_us) FILTER (WHERE c.channel IN ({watches})) AS watch_to,
            min(c.both_from) FILTER (WHERE c.channel IN ({acts}) AND NOT c.hidden) AS back_from,
            max(c.both_to) FILTER (WHERE c.channel IN ({acts}) AND NOT c.hidden) AS back_to
        FROM coverage AS c JOIN source AS s ON s.source_no = c.source_no GROUP BY s.platform"""
    )


def _windows(ledger: Ledger) -> None:
    """How many weeks the exports of a platform cover each channel, overlaps counted once."""
    found = ledger.query(
        """SELECT s.platform, c.channel, c.from_us, c.to_us
           FROM coverage AS c JOIN source AS s ON s.source_no = c.source_no
           WHERE c.from_us IS NOT NULL ORDER BY ALL"""
    )
    spans: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for platform, channel, start, end in zip(*found.values(), strict=True):
        spans[platform, channel].append((start, end))
    ledger.table(
        "channel_window",
        {"platform": "VARCHAR", "channel": "VARCHAR", "weeks": "DOUBLE", "to_us": "BIGINT"},
        [
            (*key, max(1.0, _length(them) / WEEK), max(end for _, end in them))
            for key, them in spans.items()
        ],
    )


def _length(spans: list[tuple[int, int]]) -> int:
    """The length of the union of *spans*, which are sorted."""
    total, reached = 0, None
    for start, end in spans:
        fresh = start if reached is None else max(start, reached)
        total += max(0, end - fresh)
        reached = end if reached is None else max(reached, end)
    return total


def _known(ledger: Ledger, notes: Notes) -> None:
    """What is known of each account besides its interactions: the platform's word and ours."""
    ledger.table(
        "noted",
        {"was_id": "VARCHAR", "kind": "VARCHAR", "reopened": "BOOLEAN"},
        [(name, note.kind, note.reopens) for name, note in notes.accounts.items()],
    )
    ledger.execute(_PLACE)
    ledger.execute(_KNOWN)
