"""Where attention goes, how far contact went, and how close ties feel."""

from parasocial.lenses.findings import Community, Companions, Concentration, Felt, Rung
from parasocial.report.words.numbers import about, counted, name, rounded

_RUNGS = {
    "watched": "Watched",
    "reacted": "Reacted, saved, shared",
    "commented": "Commented",
    "wrote_privately": "Wrote in private",
    "other_contact": "Mail, fan art, a call, an event",
    "met": "Met",
}


def concentration(found: Concentration) -> str:
    """How much the account with most has, and the ten."""
    if found.top_1 is None or found.top_10 is None:
        return ""
    return (
        f"{counted(found.accounts, 'account')} had some of your attention. "
        f"One had {_tenths(found.top_1)} of it, and ten had {_tenths(found.top_10)}."
    )


def _tenths(share: float) -> str:
    n = rounded(share * 10)
    if n in {0, 10}:
        return "nearly all" if n else "less than a tenth"
    return f"about {name(n)} {'tenth' if n == 1 else 'tenths'}"


def stack(found: Concentration) -> list[tuple[str, float]]:
    """The attention in four parts, each with its label."""
    if found.top_1 is None or found.top_3 is None or found.top_10 is None:
        return []
    ends = (found.top_1, found.top_3, found.top_10, 1.0)
    labels = ("the one with most", "the next two", "the next seven", "all others")
    starts = (0.0, *ends[:-1])
    return [(label, end - start) for label, start, end in zip(labels, starts, ends, strict=True)]


def stack_key(label: str, share: float) -> str:
    """One part of the attention with its share."""
    return f"{label}, {rounded(share * 100)} %"


def circles(found: Community) -> str:
    """How wide the two circles are; empty where one of them is too small."""
    if found.reciprocal is None or found.one_way is None:
        return ""
    return (
        f"Time both ways is spread as over {rounded(found.reciprocal)} equal ties, "
        f"one-way time as over {rounded(found.one_way)}."
    )


def rung(one: Rung) -> str:
    """A rung in everyday words."""
    return _RUNGS[one.name]


def rung_amount(one: Rung) -> str:
    """With how many it was reached."""
    if one.ties:
        return f"{one.ties:,}"
    return "none noted" if one.name in {"other_contact", "met"} else "none seen"


LADDER = (
    "Performers, by how far contact went. The last two come from your notes: no export holds them."
)


def felt(found: Felt) -> str:
    """The mean gap, as a range; what it is where it cannot be told."""
    if found.low is None or found.high is None:
        return "With three ties rated, a sentence on all of them stands here."
    if found.low > 0:
        return "On the whole these ties feel closer than what came back in these files."
    if found.high < 0:
        return "On the whole more came back than closeness would lead one to expect."
    return "On the whole, closeness and what came back do not lie clearly apart."


def companions(found: Companions | None) -> str:
    """Time with programs; empty where there is none."""
    if found is None or not found.weekly_hours.point:
        return ""
    programs = "a program" if found.ties == 1 else f"{found.ties:,} programs"
    hours = about(found.weekly_hours.point)
    return f"Apart from all this, {hours} a week went to {programs} made to answer."
