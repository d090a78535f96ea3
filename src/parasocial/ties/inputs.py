"""The small tables that the ties of one person's ledger rest on."""

from collections import defaultdict

from parasocial.ledger import Ledger
from parasocial.notes import Notes
from parasocial.reading import Unsolicited
from parasocial.ties.zones import offsets

WEEK = 604_800_000_000
_ACTS = ("message", "comment", "reply", "mention", "live_chat", "call", "gift")
_WATCHES = ("view", "listen", "save", "share", "reaction")


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
        {"platform": "VARCHAR", "channel": "VARCHAR", "weeks": "DOUBLE"},
        [(*key, max(1.0, _length(them) / WEEK)) for key, them in spans.items()],
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
    ledger.execute(
        f"""CREATE OR REPLACE TEMP TABLE place AS
        SELECT s.platform, bool_or(s.of_channels) AS of_channels,
            CASE WHEN bool_or(s.unsolicited = '{Unsolicited.POSSIBLE.value}') THEN 'possible'
                WHEN bool_or(s.unsolicited = '{Unsolicited.FOLLOWERS.value}') THEN 'followers'
                ELSE 'impossible' END AS unsolicited,
            bool_and(s.whole) AND coalesce(bool_or(c.given_link), FALSE)
                AND coalesce(bool_or(c.received_link), FALSE) AS both_lists
        FROM source AS s LEFT JOIN (
            SELECT source_no, bool_or(given > 0) AS given_link,
                bool_or(received > 0) AS received_link
            FROM coverage WHERE channel = 'follow' GROUP BY source_no
        ) AS c ON c.source_no = s.source_no
        GROUP BY s.platform"""
    )
    ledger.execute(
        """CREATE OR REPLACE TEMP TABLE known AS
        WITH alter AS MATERIALIZED (
            SELECT DISTINCT platform, actor_id AS alter_id FROM interaction WHERE actor_id <> 'ego'
            UNION
            SELECT DISTINCT platform, target_id FROM interaction
            WHERE target_id IS NOT NULL AND target_id <> 'ego'
        ), said AS (
            SELECT coalesce(i.now_id, a.account_id) AS alter_id, min(a.kind) AS kind,
                min(a.evidence) AS evidence
            FROM account AS a LEFT JOIN identity AS i ON i.was_id = a.account_id
            WHERE a.kind IS NOT NULL AND a.kind <> 'unknown'
            GROUP BY ALL HAVING count(DISTINCT a.kind) = 1
        ), mine AS (
            SELECT coalesce(i.now_id, n.was_id) AS alter_id, min(n.kind) AS noted,
                bool_or(n.reopened) AS reopened
            FROM noted AS n LEFT JOIN identity AS i ON i.was_id = n.was_id GROUP BY ALL
        )
        SELECT alter.alter_id, min(mine.noted) AS noted, min(said.kind) AS said,
            min(said.evidence) AS evidence, bool_and(place.of_channels) AS of_channels,
            max(place.unsolicited) AS unsolicited, bool_and(place.both_lists) AS both_lists,
            bool_or(coalesce(mine.reopened, FALSE)) AS reopened
        FROM alter JOIN place ON place.platform = alter.platform
        LEFT JOIN said ON said.alter_id = alter.alter_id
        LEFT JOIN mine ON mine.alter_id = alter.alter_id
        GROUP BY alter.alter_id"""
    )
