"""Both views of one tie: where a fan's own export and the creator's logs meet."""

from collections.abc import Collection, Iterator

from parasocial.ledger import Ledger
from parasocial.lenses.findings import Findings as Fan
from parasocial.lenses.findings import Tie
from parasocial.lenses.findings import creator as say

_LOG = """
SELECT f.messages, f.answered, f.unknown,
    (SELECT count(*) FROM fan WHERE messages > f.messages) + 1 AS rank,
    (SELECT count(*) FROM fan) AS people, (SELECT CAST(sum(messages) AS BIGINT) FROM fan) AS whole
FROM fan AS f WHERE f.actor_id = $1
"""


def two_ends(ledger: Ledger, fan: Fan, accounts: Collection[str]) -> Iterator[say.TwoEnds]:
    """The ties between a fan and the creator, each from both ends.

    They are one where the fan's account in their own export wrote in the logs, and the creator's
    account is in the fan's ties.

    Args:
        ledger: The channel's logs; fans have been built.
        fan: What the fan's own export says of their ties.
        accounts: The fan's accounts, as ``platform:id``.
    """
    ties = {tie.alter.id: tie for tie in fan.ties}
    for platform, own in dict.fromkeys((it.platform, it.ego) for it in ledger.sources()):
        tie = ties.get(f"{platform}:{own}")
        for account in sorted(it for it in accounts if it.startswith(f"{platform}:")):
            found = ledger.query(_LOG, [account])
            for row in zip(*found.values(), strict=True):
                if tie is not None:
                    yield _ends(platform, tie, *row)


def _ends(
    platform: str,
    tie: Tie,
    messages: int,
    answered: int,
    unknown: int,
    rank: int,
    people: int,
    whole: int,
) -> say.TwoEnds:
    unseen = not tie.received.acts and tie.ceiling.possible_returns > 0
    return say.TwoEnds(
        platform=platform,
        fan_given=tie.given.acts,
        fan_received=None if unseen else tie.received.acts,
        fan_hours=tie.attention.hours,
        fan_class=tie.class_,
        log_messages=messages,
        log_answered=None if unknown == messages else answered,
        log_share=messages / whole,
        log_rank=rank,
        log_people=people,
    )
