"""How much was written, and by how few."""

from parasocial.ledger import Ledger
from parasocial.lenses.findings import creator as say
from parasocial.measures.fan_concentration import COUNTS, FANS, fan_concentration

_ROLES = """
SELECT role, CAST(sum(messages) AS BIGINT) AS messages, count(DISTINCT who) AS people,
    CAST(sum(words) AS BIGINT) AS words
FROM writer GROUP BY role
"""
_COPIES = "SELECT count(*) AS n FROM surplus"
_NOBODY = "nobody wrote in these files"


def totals(ledger: Ledger) -> say.Totals:
    """What was counted, by who wrote it."""
    found = ledger.query(_ROLES)
    roles = {role: rest for role, *rest in zip(*found.values(), strict=True)}

    def count(role: str, column: int = 0) -> int:
        return int(roles[role][column]) if role in roles else 0

    [repeated] = ledger.query(_COPIES)["n"]
    return say.Totals(
        messages=count("fan") + count("program"),
        people=count("fan", 1) + count("program", 1),
        creator_messages=count("creator"),
        team_messages=count("team"),
        gone_messages=count("gone"),
        repeated=int(repeated),
        words=count("fan", 2),
        program_messages=count("program"),
        programs=count("program", 1),
    )


def concentration(ledger: Ledger) -> say.Concentration:
    """How uneven it is."""
    everybody = fan_concentration(pairs(ledger, COUNTS))
    fans = fan_concentration(pairs(ledger, FANS))
    return say.Concentration(
        gini=everybody.gini,
        top1=everybody.top_1,
        largest=fans.largest,
        once=fans.once,
        why=_NOBODY if everybody.gini is None else None,
        gini_fans=fans.gini,
        top1_fans=fans.top_1,
    )


def pairs(ledger: Ledger, sql: str) -> list[tuple[int, int]]:
    """The rows of a query with two numbers."""
    return list(zip(*ledger.query(sql).values(), strict=True))
