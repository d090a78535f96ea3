"""How far a person's ties reach: circles, attention, contact, closeness, and programs."""

from collections.abc import Sequence
from typing import Any

from parasocial.ledger import Ledger
from parasocial.lenses import findings as say
from parasocial.measures import companions_apart as programs
from parasocial.measures import concentration as top
from parasocial.measures import contact_ladder as contact
from parasocial.measures import felt_against_returned as felt
from parasocial.measures.community_gap import LEAST_TIES, community_gap
from parasocial.measures.time_shares import OUT, RECIPROCAL
from parasocial.notes import Notes


def spread(ledger: Ledger, notes: Notes, ties: Sequence[say.Tie]) -> dict[str, Any]:
    """The fields of the findings by that name."""
    return {
        "community": community(ties),
        "felt": closeness(ties),
        "ladder": ladder(ledger, notes),
        "concentration": concentration(ledger),
        "companions": companions(ledger),
    }


def community(ties: Sequence[say.Tie]) -> say.Community:
    """The circle that answers beside the one that does not, in hours a week."""
    hours = [
        [it.weekly_hours.point or 0.0 for it in ties if it.class_ in classes]
        for classes in (RECIPROCAL, OUT)
    ]
    it = community_gap(*hours)
    why = f"one of the two circles has fewer than {LEAST_TIES} ties"
    return say.Community(it.reciprocal, it.one_way, it.gap, None if it.gap is not None else why)


def closeness(ties: Sequence[say.Tie]) -> say.Felt:
    """The ties whose closeness the person gave, against what came back."""
    found = []
    for tie in ties:
        low, high = tie.share_given.low, tie.share_given.high
        if tie.close is not None and low is not None and high is not None:
            it = felt.felt_against_returned(tie.close, low, high)
            returned, gap = (it.returned_low, it.returned_high), (it.gap_low, it.gap_high)
            found.append((it, say.FeltTie(tie.alter.id, tie.close, returned, gap)))
    mean = felt.felt_gap([it for it, _ in found])
    low, high = mean or (None, None)
    why = f"fewer than {felt.LEAST_TIES} ties have both acts and a closeness in your notes"
    return say.Felt(low, high, [tie for _, tie in found], None if mean else why)


def concentration(ledger: Ledger) -> say.Concentration:
    """How much of the attention a few accounts have."""
    it = top.concentration(ledger.query(top.HOURS)["hours"])
    why = None
    if it.gini is None:
        why = f"fewer than {top.LEAST_ACCOUNTS} accounts with a name got attention in these exports"
    return say.Concentration(it.accounts, it.top_1, it.top_3, it.top_10, it.gini, why)


def ladder(ledger: Ledger, notes: Notes) -> list[say.Rung]:
    """How far contact with performers went, notes included."""
    found = ledger.query(contact.WAYS)
    names = ledger.query("SELECT was_id, now_id FROM identity")
    now = dict(zip(names["was_id"], names["now_id"], strict=True))
    ways = {alter: set(them) for alter, them in zip(found["alter_id"], found["ways"], strict=True)}
    for name, note in notes.accounts.items():
        alter = now.get(name, name)
        if alter in ways:
            said = {"other_contact": note.other_contact, "we_met": note.we_met}
            ways[alter] |= {sign for sign, true in said.items() if true}
    return [say.Rung(*it) for it in contact.contact_ladder(ways.values())]


def companions(ledger: Ledger) -> say.Companions | None:
    """Time with programs; None where there is none in these exports."""
    rows = zip(*ledger.query(programs.TIES).values(), strict=True)
    it = programs.companions_apart([programs.Companion(*row) for row in rows])
    if it is None:
        return None
    return say.Companions(it.ties, say.Range(it.point, it.low, it.high, "estimated"), it.turns)
