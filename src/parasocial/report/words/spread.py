"""Where attention goes, how far contact went, and how close ties feel."""

from parasocial.i18n import _, _n, marked
from parasocial.lenses.findings import Community, Companions, Concentration, Felt, Rung
from parasocial.report.amounts import figures
from parasocial.report.words.numbers import about, name, rounded

_RUNGS = {
    "watched": marked("Watched"),
    "reacted": marked("Reacted, saved, shared"),
    "commented": marked("Commented"),
    "wrote_privately": marked("Wrote in private"),
    "other_contact": marked("Mail, fan art, a call, an event"),
    "met": marked("Met"),
}


def concentration(found: Concentration) -> str:
    """How much the account with most has, and the ten."""
    if found.top_1 is None or found.top_10 is None:
        return ""
    return _n(
        "%(count)s account had some of your attention. "
        "One had %(most)s of it, and ten had %(ten)s.",
        "%(count)s accounts had some of your attention. "
        "One had %(most)s of it, and ten had %(ten)s.",
        found.accounts,
        most=_tenths(found.top_1),
        ten=_tenths(found.top_10),
    )


def _tenths(share: float) -> str:
    n = rounded(share * 10)
    if n in {0, 10}:
        return _("nearly all") if n else _("less than a tenth")
    return _n("about %(name)s tenth", "about %(name)s tenths", n, name=name(n))


def stack(found: Concentration) -> list[tuple[str, float]]:
    """The attention in four parts, each with its label."""
    if found.top_1 is None or found.top_3 is None or found.top_10 is None:
        return []
    ends = (found.top_1, found.top_3, found.top_10, 1.0)
    labels = (
        _("the one with most"),
        _("the next two"),
        _("the next seven"),
        _("all others"),
    )
    starts = (0.0, *ends[:-1])
    return [(label, end - start) for label, start, end in zip(labels, starts, ends, strict=True)]


def stack_key(label: str, share: float) -> str:
    """One part of the attention with its share."""
    return f"{label}, {rounded(share * 100)} %"


def circles(found: Community) -> str:
    """How wide the two circles are; empty where one of them is too small."""
    if found.reciprocal is None or found.one_way is None:
        return ""
    return _(
        "Time both ways is spread as over %(both)s equal ties, one-way time as over %(one)s.",
        both=rounded(found.reciprocal),
        one=rounded(found.one_way),
    )


def rung(one: Rung) -> str:
    """A rung in everyday words."""
    return _(_RUNGS[one.name])


def rung_amount(one: Rung) -> str:
    """With how many it was reached."""
    if one.ties:
        return figures(one.ties)
    return _("none noted") if one.name in {"other_contact", "met"} else _("none seen")


LADDER = marked(
    "Performers, by how far contact went. The last two come from your notes: no export holds them."
)


def felt(found: Felt) -> str:
    """The mean gap, as a range; what it is where it cannot be told."""
    if found.low is None or found.high is None:
        return _("With three ties rated, a sentence on all of them stands here.")
    if found.low > 0:
        return _("On the whole these ties feel closer than what came back in these files.")
    if found.high < 0:
        return _("On the whole more came back than closeness would lead one to expect.")
    return _("On the whole, closeness and what came back do not lie clearly apart.")


def companions(found: Companions | None) -> str:
    """Time with programs; empty where there is none."""
    if found is None or not found.weekly_hours.point:
        return ""
    hours = about(found.weekly_hours.point)
    if found.ties == 1:
        return _(
            "Apart from all this, %(hours)s a week went to a program made to answer.", hours=hours
        )
    return _(
        "Apart from all this, %(hours)s a week went to %(number)s programs made to answer.",
        hours=hours,
        number=figures(found.ties),
    )
