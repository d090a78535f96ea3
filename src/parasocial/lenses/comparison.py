"""What changed since an earlier report of the same person."""

from collections import Counter
from collections.abc import Sequence

from parasocial.lenses import findings as say
from parasocial.lenses.asked import Earlier
from parasocial.lenses.dates import week_number
from parasocial.lenses.over_weeks import Amounts, Covered, values
from parasocial.measures.change import LEAST_WEEKS, change


def comparison(
    earlier: Earlier | None,
    ties: Sequence[say.Tie],
    amounts: dict[str, Amounts],
    covered: Covered,
) -> say.Comparison | None:
    """All weeks as this report counts them, split where the earlier one ended."""
    if earlier is None:
        return None
    before = {tie.alter.id: tie.class_ for tie in earlier.ties}
    moved = Counter(
        (before[tie.alter.id], tie.class_)
        for tie in ties
        if before.get(tie.alter.id, tie.class_) != tie.class_
    )
    since = earlier.window.end
    return say.Comparison(
        since=since,
        earlier_share=earlier.one_way_share,
        one_way_hours=_difference(since, amounts["one_way_hours"], covered),
        reciprocal_turns=_difference(since, amounts["reciprocal_turns"], covered),
        readings=[say.Reading(was, now, n) for (was, now), n in sorted(moved.items())],
        fresh=sum(tie.alter.id not in before for tie in ties),
    )


def _difference(since: str | None, amounts: Amounts, covered: Covered) -> say.Difference:
    """In places that cover weeks enough on both sides, over the weeks that all of them cover."""
    cut = week_number(since) if since else 0
    kept, weeks = [], []
    for place in amounts:
        here = covered.get(place, frozenset())
        if min(sum(it < cut for it in here), sum(it > cut for it in here)) >= LEAST_WEEKS:
            kept.append(place)
            weeks.append(here)
    common = frozenset.intersection(*weeks) if weeks else frozenset()
    them = {place: amounts[place] for place in kept}
    it = change(
        values(them, {week for week in common if week < cut}),
        values(them, {week for week in common if week > cut}),
    )
    if it is None:
        why = f"fewer than {LEAST_WEEKS} weeks are covered before, or since, in the same places"
        none = say.Range(None, None, None, why=why)
        return say.Difference(None, None, none, None, "cannot_be_told")
    found = say.Range(it.difference, it.low, it.high, "estimated")
    return say.Difference(it.before, it.after, found, it.detectable, it.word)
