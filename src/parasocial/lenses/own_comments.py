"""A person's own comments to performers: how often as to somebody one knows."""

from collections.abc import Sequence

from parasocial.ledger import Ledger
from parasocial.lenses import findings as say
from parasocial.oversharing.texts import texts
from parasocial.talk import marks, notice, whom

CHANNELS = frozenset({"comment", "reply", "mention", "live_chat"})
"""Where one writes under somebody's content in public."""
_PEER = marks.INTIMATE | marks.CLOSE | marks.DISCLOSURE


def own_comments(ledger: Ledger, ties: Sequence[say.Tie]) -> say.OwnComments | None:
    """What ego's own words under performers' content are like; None where there are none.

    Args:
        ledger: Whose texts; its ties have been built.
        ties: The ties of the lens.
    """
    names = {
        tie.alter.id: frozenset(filter(None, (tie.alter.name, tie.alter.handle)))
        for tie in ties
        if tie.alter.kind == "persona"
    }
    found = [
        (it.alter, notice(it.words, names[it.alter]))
        for it in texts(ledger)
        if it.alter in names and it.channel in CHANNELS
    ]
    said = [(alter, them) for alter, them in found if not them & marks.WORDLESS]
    if not said:
        return None
    spoken = [whom(them) for _, them in said]
    return say.OwnComments(
        comments=len(said),
        accounts=len({alter for alter, _ in said}),
        to_them=spoken.count("creator"),
        to_fans=spoken.count("fans"),
        questions=sum(bool(them & marks.QUESTION) for _, them in said),
        as_to_a_peer=sum(
            bool(them & _PEER) and to != "fans" for (_, them), to in zip(said, spoken, strict=True)
        ),
    )
