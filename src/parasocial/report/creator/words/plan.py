"""Whom to answer next, and what no plan can do."""

from parasocial.lenses.findings.creator import Findings
from parasocial.lenses.findings.fans import Plan, Way
from parasocial.report.creator.words.numbers import percent
from parasocial.report.words.numbers import counted, duration, listed

INTRO = (
    "A budget of hours can go to whoever is loudest, or be spread so that open questions, "
    "newcomers and regulars who have waited long are reached. Both are shown; the choice is yours."
)
_BECAUSE = {
    "question": "an open question",
    "newcomer": "new here",
    "long_quiet": "a regular who has waited long",
}


def ceiling(f: Findings) -> str:
    """What no effort changes."""
    it = f.ceiling
    if it.share is None or it.people_a_week is None:
        return f"How many could be answered at all can’t be told: {it.why or 'no week is known'}."
    people = counted(max(round(it.people_a_week), 1), "person", "people")
    replies = counted(it.replies_a_week, "reply", "replies")
    if it.share >= 1:
        return f"At {people} a week and {replies}, your fullest week had room for each of them."
    said = (
        f"You cannot answer everyone: at {people} and {replies} a week, the most you wrote in any, "
        f"at most {percent(it.share)} hear from you."
    )
    if it.usual_share is not None and it.usual_share < it.share:
        said += f" In a usual week it is {percent(it.usual_share)}."
    return said


def budget(plan: Plan) -> str:
    """What the budget buys."""
    if plan.at_most is None:
        return f"There is nobody to plan for: {plan.why or 'nobody waits'}."
    replies = counted(plan.replies, "reply", "replies")
    people = counted(plan.waiting, "person waits", "people wait")
    return (
        f"{duration(plan.hours_a_week).capitalize()} a week is {replies}. In these logs {people}: "
        f"at most {percent(plan.at_most)} of them can hear from you in one week."
    )


def rows(plan: Plan) -> list[tuple[str, str, str]]:
    """What is reached, by the plan and by the loudest."""
    labels = (
        ("People with an open question", "questions"),
        ("Newcomers", "newcomers"),
        ("Regulars who have waited long", "long_quiet"),
    )
    return [(label, _cell(plan.balanced, key), _cell(plan.loudest, key)) for label, key in labels]


def _cell(way: Way, key: str) -> str:
    share: float | None = getattr(way, key)
    return "nobody, or a few" if share is None else percent(share)


def because(codes: str) -> str:
    """Why somebody is next."""
    return listed([_BECAUSE[code] for code in codes.split("+") if code]) or "waits longest"
