"""Who is answered: in three values, and by kinds of message."""

from parasocial.ledger import Ledger
from parasocial.lenses.creator.totals import pairs
from parasocial.lenses.findings import creator as say
from parasocial.lenses.findings.channel import By
from parasocial.measures.fan_concentration import REPLIES, fan_concentration
from parasocial.measures.fan_ties import TURNS, fan_tie
from parasocial.measures.reply_coverage import MESSAGES, PEOPLE, reply_coverage
from parasocial.measures.selective_response import counts, selective_response
from parasocial.schema import MEMBER
from parasocial.talk import marks

_STATES = ("answered", "seen", "cannot_be_told")
_NOTHING = "whether anybody was answered cannot be told from these files"
_GIVEN = """
SELECT count(*) AS given FROM (
    SELECT DISTINCT room_no, by_place FROM linked WHERE role = 'creator'
    UNION SELECT room_no, by_place FROM called WHERE role = 'creator'
)
"""
_OTHER = """
SELECT sum(messages) FILTER (WHERE state = 'answered' AND NOT by_link) AS named,
    sum(messages) FILTER (WHERE by_team AND state <> 'answered') AS by_team
FROM kind
"""
_ACKNOWLEDGED = """
SELECT sum(messages) AS messages, (SELECT count(*) FROM fan WHERE acknowledged) AS people,
    sum(messages) FILTER (WHERE state <> 'answered') AS only_
FROM kind WHERE acknowledged
"""
_SINCE = """(
    SELECT CASE WHEN number = 1 THEN 1 WHEN number < 10 THEN 2 ELSE 10 END AS since, state,
        count(*) AS messages
    FROM numbered GROUP BY 1, 2
)"""
_ANY_REACTION = "SELECT count(*) AS n FROM row WHERE channel = 'reaction' AND form <> 'post'"


def _flag(bit: int) -> str:
    return f"(marks & {bit}) <> 0"


_GROUPS: tuple[tuple[By, str, str], ...] = (
    (
        "tenure",
        "CASE since WHEN 1 THEN 'first' WHEN 2 THEN '2 to 9' ELSE '10 and on' END",
        _SINCE,
    ),
    (
        "membership",
        f"CASE WHEN marks IS NULL THEN NULL WHEN {_flag(MEMBER)} THEN 'member' ELSE 'other' END",
        "kind",
    ),
    (
        "length",
        (
            "CASE words WHEN 1 THEN '1 to 3 words' WHEN 4 THEN '4 to 15 words' "
            "WHEN 16 THEN '16 words and more' ELSE 'no words' END"
        ),
        "kind",
    ),
    (
        "question",
        (
            f"CASE WHEN marks IS NULL THEN NULL WHEN {_flag(marks.QUESTION)} THEN 'question' "
            "ELSE 'other' END"
        ),
        "kind",
    ),
    (
        "tone",
        (
            f"CASE WHEN {_flag(marks.HOSTILE)} THEN 'hostile' WHEN {_flag(marks.CRITICISM)} "
            f"THEN 'criticism' WHEN {_flag(marks.PRAISE)} THEN 'praise' "
            "WHEN marks IS NOT NULL THEN 'other' END"
        ),
        "kind",
    ),
    ("address", "whom", "kind"),
)
_ANSWERING = f"""
SELECT * FROM (
    {" UNION ALL ".join(f"SELECT '{by}' AS told_by, * FROM ({counts(*it)})" for by, *it in _GROUPS)}
) ORDER BY told_by, grp
"""


def replies(ledger: Ledger) -> say.Replies:
    """What became of fans' messages."""
    found = ledger.query(MESSAGES)
    by_state, reasons = dict.fromkeys(_STATES, 0), {}
    for state, reason, n in zip(*found.values(), strict=True):
        by_state[state] += n
        if reason:
            reasons[reason] = n
    answered, seen, unknown = (by_state[it] for it in _STATES)
    people = dict(pairs_by_state(ledger))
    them = tuple(people.get(it, 0) for it in _STATES)
    given_each = pairs(ledger, REPLIES)
    spread = fan_concentration(given_each) if answered else None
    some = [(n, count) for n, count in given_each if n]
    [given] = ledger.query(_GIVEN)["given"]
    [named], [by_team] = ledger.query(_OTHER).values()
    return say.Replies(
        answered=answered,
        seen=seen,
        cannot_be_told=unknown,
        coverage=_range(*them),
        people=say.Three(*them),
        rate=_range(answered, seen, 0),
        given=given,
        named=named or 0,
        by_team=by_team or 0,
        gini=spread.gini if spread else None,
        gini_answered=fan_concentration(some).gini,
        top1=spread.top_1 if spread else None,
        reasons=reasons,
    )


def pairs_by_state(ledger: Ledger) -> list[tuple[str, int]]:
    """Fans by state."""
    return list(zip(*ledger.query(PEOPLE).values(), strict=True))


def _range(answered: int, seen: int, unknown: int) -> say.Range:
    it = reply_coverage(answered, seen, unknown)
    return say.Range(*it, why=_NOTHING if it.point is None else None)


def acknowledgements(ledger: Ledger) -> say.Acknowledgements:
    """Hearts, pins and reactions; nothing where no file has any of anybody's."""
    [messages], [people], [only] = ledger.query(_ACKNOWLEDGED).values()
    if not messages and not ledger.query(_ANY_REACTION)["n"][0]:
        return say.Acknowledgements(
            None, None, None, "no file here holds hearts, pins or reactions with names"
        )
    return say.Acknowledgements(messages or 0, people, only or 0)


def answering(ledger: Ledger) -> list[say.Answering]:
    """How often each kind of message is answered; kinds that all messages are of left out."""
    rows: list[say.Answering] = []
    every = list(zip(*ledger.query(_ANSWERING).values(), strict=True))
    for by, *_ in _GROUPS:
        found = [rest for this, *rest in every if this == by]
        answered, known = sum(it[1] for it in found), sum(it[1] + it[2] for it in found)
        if len(found) < 2 or not known:  # noqa: PLR2004
            continue
        for name, yes, no, unknown in found:
            rate = selective_response(yes, no, answered / known)
            rows.append(say.Answering(by, name, yes + no, yes, unknown, say.Range(*rate)))
    return rows


def one_sided(ledger: Ledger) -> say.OneSided:
    """Ties as the fans would see them."""
    classes = ("one_sided", "reciprocal", "inbound", "sparse", "undetermined", "unobservable")
    by_class: dict[str, int | None] = {}
    found = ledger.query(TURNS)
    number = dict.fromkeys(classes, 0)
    for turns, answered, unknown, people in zip(*found.values(), strict=True):
        number[fan_tie(turns, answered, unknown=unknown)] += people
    by_class |= number
    decided = number["reciprocal"] + number["inbound"]
    it = reply_coverage(number["one_sided"], decided, 0)
    why = "no tie could be decided" if it.point is None else None
    return say.OneSided(by_class, say.Range(*it, why=why), why)
