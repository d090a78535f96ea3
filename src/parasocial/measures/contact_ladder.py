"""How far contact with performers has gone, from watching to meeting."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

RUNGS = {
    "watched": {"view", "listen"},
    "reacted": {"reaction", "save", "share"},
    "commented": {"comment", "reply", "mention", "live_chat"},
    "wrote_privately": {"message", "call"},
    "other_contact": {"other_contact"},
    "met": {"we_met"},
}
"""Each rung with what makes it: a channel of ego's, or a note by that name."""

WAYS = """
SELECT t.alter_id, list_sort(list(DISTINCT e.channel)) AS ways
FROM tie AS t JOIN event AS e ON e.alter_id = t.alter_id AND e.given
WHERE t.kind = 'persona' OR t.tie_class = 'parasocial'
GROUP BY t.alter_id ORDER BY t.alter_id
"""
"""What ego did, per performer: accounts of the kind persona, or read as parasocial."""


class Rung(NamedTuple):
    """How many performers a rung was reached with, and with how many it is the highest."""

    name: str
    ties: int
    highest: int


def contact_ladder(ways: Iterable[Collection[str]]) -> list[Rung]:
    """How far contact with performers has gone: watched, reacted, commented, wrote, more, met.

    Definition: for each performer, the channels that ego used and what the notes say (mail, fan
    art, a call, an event; having met). Each rung counts the performers with whom it was reached,
    rungs below it or not, and those for whom it is the highest. The last two rungs are self-report.

    Unit: ties. NULL: no performer in these exports. Threshold: one performer. Source: ours; the
    rungs after the ways of contact that the 2021 survey asked about.

    Example: one watched and written to, one watched and met.

        >>> found = contact_ladder([{"view", "message"}, {"view", "we_met"}])
        >>> [(it.name, it.ties, it.highest) for it in found if it.ties]
        [('watched', 2, 0), ('wrote_privately', 1, 1), ('met', 1, 1)]
        >>> contact_ladder([])
        []
    """
    reached = [[name for name, signs in RUNGS.items() if signs & set(them)] for them in ways]
    if not any(reached):
        return []
    return [
        Rung(
            name,
            sum(name in them for them in reached),
            sum(them[-1] == name for them in reached if them),
        )
        for name in RUNGS
    ]
