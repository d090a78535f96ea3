"""What was read: every source with what it can show, and each conversation in it."""

from collections.abc import Sequence
from typing import Any

from parasocial.ledger import Ledger
from parasocial.ledger import Source as Import
from parasocial.lenses.dates import day
from parasocial.lenses.findings import creator as say

_LOGS = """
SELECT s.room, min(s.links) AS links, max(s.spoken) AS spoken, min(s.whole) AS whole,
    max(s.told_whole) AS told_whole, max(s.step_us) AS step_us,
    bool_or(s.step_us IS NULL) AS guessed,
    coalesce(max(m.messages), 0) AS messages, coalesce(max(m.people), 0) AS people,
    coalesce(max(m.creator), 0) AS creator, min(m.first_us) AS first_us, max(m.last_us) AS last_us
FROM shown AS s LEFT JOIN (
    SELECT o.source_no, o.room,
        CAST(sum(messages) FILTER (WHERE role = 'fan') AS BIGINT) AS messages,
        count(DISTINCT who) FILTER (WHERE role = 'fan') AS people,
        CAST(sum(messages) FILTER (WHERE role = 'creator') AS BIGINT) AS creator,
        min(first_us) AS first_us, max(last_us) AS last_us
    FROM writer AS t JOIN shown AS o ON o.log_no = t.log_no GROUP BY o.source_no, o.room
) AS m ON m.source_no = s.source_no AND m.room = s.room
WHERE s.source_no = $1 GROUP BY s.room ORDER BY first_us NULLS LAST, s.room
"""
_PEOPLE = """
SELECT CAST(coalesce(sum(messages) FILTER (WHERE role = 'fan'), 0) AS BIGINT) AS messages,
    count(DISTINCT who) FILTER (WHERE role = 'fan') AS people,
    CAST(coalesce(sum(messages) FILTER (WHERE role = 'creator'), 0) AS BIGINT) AS creator
FROM writer JOIN shown USING (log_no) WHERE source_no = $1
"""
_SHORT = """
SELECT count(*) AS n FROM short JOIN shown USING (log_no) WHERE source_no = $1
"""
_SECOND = 1_000_000


def sources(
    ledger: Ledger, imports: Sequence[Import], zone: str, *, private: bool
) -> list[say.Source]:
    """Every import, in order."""
    return [_source(ledger, it, zone, private=private) for it in imports]


def _source(ledger: Ledger, it: Import, zone: str, *, private: bool) -> say.Source:
    found = ledger.query(_LOGS, [it.number])
    rows = [dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True)]
    [messages], [people], [creator] = ledger.query(_PEOPLE, [it.number]).values()
    tally = it.tally
    cut = sum(sum(errors.values()) for errors in tally.cut.values())
    return say.Source(
        id=it.id,
        platform=it.platform,
        title=it.title,
        layout=it.layout,
        files=say.Files(tally.files_read, tally.ignored, sum(tally.unknown.values()), cut),
        records=say.RecordCounts(
            tally.read, tally.failed, sum(them.set_aside for them in tally.records.values())
        ),
        messages=messages,
        people=people,
        creator_messages=creator,
        shows=_together(ledger, it, rows, writes=creator > 0),
        logs=[_log(row, zone, private=private) for row in rows] if private else [],
        warnings=it.warnings,
        blind=it.blind,
    )


def _together(ledger: Ledger, it: Import, rows: list[dict[str, Any]], *, writes: bool) -> say.Shows:
    """What a source's logs can all show; nothing of it where it has no log of many people."""
    [short] = ledger.query(_SHORT, [it.number])["n"]
    missing = bool(short) or any(not row["whole"] for row in rows)
    told = bool(rows) and all(row["told_whole"] for row in rows)
    return say.Shows(
        creator_text=writes,
        reply_links=bool(rows) and all(row["links"] for row in rows),
        spoken=any(row["spoken"] for row in rows),
        step_seconds=_step(rows),
        complete=False if missing else True if told else None,
    )


def _step(rows: list[dict[str, Any]]) -> float | None:
    if not rows or any(row["guessed"] for row in rows):
        return None
    return float(max(row["step_us"] for row in rows) / _SECOND)


def _log(row: dict[str, Any], zone: str, *, private: bool) -> say.Log:
    return say.Log(
        room=row["room"] if private else None,
        messages=row["messages"],
        people=row["people"],
        creator_messages=row["creator"],
        window=say.Window(day(row["first_us"], zone), day(row["last_us"], zone)),
        shows=say.Shows(
            creator_text=row["creator"] > 0,
            reply_links=row["links"],
            spoken=row["spoken"],
            step_seconds=_step([row]),
            complete=False if not row["whole"] else True if row["told_whole"] else None,
        ),
    )
