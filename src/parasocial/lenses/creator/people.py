"""The creator, the fans one by one, and whom to answer next."""

from collections.abc import Sequence
from typing import NamedTuple

from parasocial.ledger import Ledger, Source
from parasocial.lenses.dates import day
from parasocial.lenses.findings import creator as say
from parasocial.lenses.reply_plan import Waits, reply_plan
from parasocial.measures.channel_load import READ_A_MINUTE, TYPED_A_MINUTE
from parasocial.talk import marks

_MOST = 1_000
_MOST_WAITING = 100_000
_WEEK = 604_800_000_000
_NEW_WEEKS, _QUIET_WEEKS, _REGULAR = 4, 4, 5
_LEAST_MINUTES = 1.0
_NAMES = """
SELECT account_id, min_by(name, source_no) FILTER (WHERE name IS NOT NULL) AS name
FROM account WHERE source_no IN (SELECT source_no FROM source) GROUP BY account_id
"""
_FANS = f"""
SELECT f.actor_id, n.name, f.messages, f.questions, f.answered, f.seen, f.unknown, f.first_us,
    f.last_us
FROM fan AS f LEFT JOIN ({_NAMES}) AS n ON n.account_id = f.actor_id
ORDER BY f.messages DESC, f.actor_id LIMIT {_MOST}
"""
_WAITING = f"""
SELECT actor_id, messages, seen_us, first_us,
    coalesce(asked_us > answered_us, asked_us IS NOT NULL) AS question, who
FROM fan WHERE seen_us > coalesce(answered_us, seen_us - 1)
ORDER BY seen_us DESC, actor_id LIMIT {_MOST_WAITING}
"""
_NAMED = f"""
SELECT w.*, any_value(n.name) AS name, min(i.item_id) AS item_id
FROM ({_WAITING}) AS w
LEFT JOIN ({_NAMES}) AS n ON n.account_id = w.actor_id
JOIN state AS s ON s.who = w.who AND s.us = w.seen_us AND s.state = 'seen'
LEFT JOIN item AS i ON i.place = s.place
GROUP BY ALL ORDER BY w.seen_us DESC, w.actor_id
"""
_LOOK = f"""
SELECT DISTINCT platform, room, item_id, us, marks
FROM state JOIN shown USING (log_no) JOIN item USING (place)
WHERE (marks & {marks.QUEUE}) <> 0
ORDER BY (marks & {marks.DISTRESS | marks.THREAT}) <> 0 DESC, us DESC NULLS LAST, item_id
LIMIT {_MOST}
"""
_REASONS = ("distress", "threat", "asks_address", "asks_number", "contact", "meeting", "sexual")
"""Why somebody should look, what could mean danger first."""
_MINUTES = f"""
SELECT coalesce(sum(words) FILTER (WHERE role = 'fan')
        / sum(worded) FILTER (WHERE role = 'fan'), 0) / {READ_A_MINUTE}
    + coalesce(sum(words) FILTER (WHERE role = 'creator')
        / sum(worded) FILTER (WHERE role = 'creator'), 0) / {TYPED_A_MINUTE} AS minutes,
    max(last_us) AS end_us
FROM writer
"""


def creator(ledger: Ledger, imports: Sequence[Source], *, private: bool) -> say.Creator:
    """Whose channel this is, and how many write for them."""
    own = sorted({it.ego for it in imports if it.ego})
    [team] = ledger.query("SELECT count(*) AS n FROM apart WHERE role = 'team'")["n"]
    return say.Creator(len(own), team, own if private else None)


def people(ledger: Ledger, zone: str) -> list[say.Person]:
    """The fans who write most."""
    found = ledger.query(_FANS)
    return [
        say.Person(
            id=who, name=name, messages=messages, questions=questions, answered=answered, seen=seen,
            cannot_be_told=unknown, first=day(first, zone), last=day(last, zone),
        )
        for who, name, messages, questions, answered, seen, unknown, first, last in zip(
            *found.values(), strict=True
        )
    ]  # fmt: skip


class Place(NamedTuple):
    """Where a message stands: the platform, and what it calls the room and the message."""

    platform: str
    room: str | None
    item: str


def to_look_at(ledger: Ledger, zone: str) -> list[tuple[Place, say.Queued]]:
    """Messages that a human should look at, without their words."""
    found = ledger.query(_LOOK)
    return [
        (
            Place(platform, room, item),
            say.Queued(
                reason=next(it for it in _REASONS if bits & marks.NAMES[it]),
                platform=platform,
                room=room,
                item=item,
                day=day(us, zone),
                text=None,
            ),
        )
        for platform, room, item, us, bits in zip(*found.values(), strict=True)
    ]


def plan(ledger: Ledger, hours: float, *, private: bool) -> say.Plan | None:
    """Whom to answer next; None where nobody can be seen to wait."""
    found = ledger.query(_NAMED if private else _WAITING)
    [minutes], [end] = ledger.query(_MINUTES).values()
    waiting = [
        Waits(
            id=who,
            messages=messages,
            weeks=(end - us) / _WEEK,
            question=question,
            newcomer=(end - first) / _WEEK <= _NEW_WEEKS,
            long_quiet=messages >= _REGULAR and (end - us) / _WEEK >= _QUIET_WEEKS,
            name=names[0] if names else None,
            item=names[1] if names else None,
        )
        for who, messages, us, first, question, _, *names in zip(*found.values(), strict=True)
    ]
    if not waiting:
        return None
    return reply_plan(waiting, hours, max(float(minutes), _LEAST_MINUTES))
