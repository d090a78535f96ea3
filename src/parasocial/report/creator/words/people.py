"""Who comes, who comes back, and what answers have to do with it."""

from parasocial.lenses.findings.channel import Came, Cohort
from parasocial.lenses.findings.creator import Findings
from parasocial.report.calendar import day
from parasocial.report.creator.words.numbers import because, figure, of_ten, percent
from parasocial.report.words.numbers import counted, duration, listed, rounded

_UNITS = {"week": "week", "month": "month", "year": "year"}
NOT_DRAWN = (
    "Who is answered is not drawn by lot: warm or urgent messages may get answers, and their "
    "writers may have come back in any case. So this is no proof of what an answer does."
)


def returned(f: Findings) -> str:
    """How many come back."""
    it = f.retention
    if it.returned.point is None or it.unit is None:
        return f"Who comes back can’t be told{because(it.returned.why, it.why)}."
    said = f"{of_ten(it.returned.point).capitalize()} wrote again in a later {_UNITS[it.unit]}."
    if it.by_age:
        steps = [
            f"{percent(share) if share else 'none'} after {counted(age, it.unit)}"
            for age, share in list(enumerate(it.by_age, 1))[:3]
        ]
        said += f" Active: {listed(steps)}."
    return said


def left_out(f: Findings) -> str:
    """Who is in no cohort."""
    number = f.retention.left_out
    who = counted(number, "person", "people")
    return f"{who} whose first message has no time that is fine enough are left out." * bool(number)


def cohort(it: Cohort) -> str:
    """A cohort's name."""
    if it.unit == "year":
        return it.start[:4]
    return day(it.start) if it.unit == "week" else day(it.start).partition(" ")[2]


def share(it: Cohort, age: int) -> str:
    """A cell of the grid in a table."""
    active = it.active[age] if age < len(it.active) else None
    if age >= len(it.active):
        return ""
    if active is None or not it.people:
        return "withheld"
    return percent(active / it.people) if active else "–"


def few(f: Findings) -> list[tuple[str, str, float | None]]:
    """How much comes from a few: label, words and the share to draw."""
    it = f.concentration
    rows = [
        ("The busiest hundredth of people wrote", it.top1, "of all messages"),
        ("The busiest person wrote", it.largest, "of all messages"),
        ("Wrote a single message", it.once, "of people"),
        ("Your replies to the most answered hundredth", f.replies.top1, "of replies"),
    ]
    return [(label, f"{percent(one)} {of}", one) for label, one, of in rows if one is not None]


def gini(f: Findings) -> str:
    """The one-number summary, with what it means."""
    value = f.concentration.gini
    if value is None:
        return ""
    return (
        f"Gini of messages over people: {value:.2f}. 0 would be the same from each; near 1, nearly "
        "all from one. Large chats mostly lie between .4 and .7, so a few voices are common."
    )


def loyalty(f: Findings) -> str:
    """What came of answering newcomers."""
    it = f.loyalty
    if it.difference.point is None:
        why = because(it.why, it.difference.why)
        return f"Whether answers bring newcomers back can’t be told{why}."
    return f"{_came(it.answered)} {_after('answered')}; {_came(it.unanswered)} {_after('others')}."


def _came(it: Came) -> str:
    point = it.share.point
    return "A share that can’t be told" if point is None else percent(point)


def _after(whom: str) -> str:
    if whom == "answered":
        return "of newcomers came back after an answer"
    return "of those without one"


def came_back(it: Came) -> str:
    """How many of how many."""
    return f"{figure(it.returned)} of {figure(it.people)} came back"


def labour(f: Findings) -> str:
    """Against the time it took."""
    it = f.loyalty
    if it.reply_hours is None:
        return ""
    said = f"Answering them took {duration(it.reply_hours)} of typing."
    if it.hours_each.value:
        each = duration(it.hours_each.value)
        said += (
            f" Were the whole difference the answers’ doing, that is {each} for each newcomer more."
        )
    return said


def tenure(f: Findings) -> list[tuple[str, str]]:
    """Whether fans grow closer, or close fans stay; in points per doubling of messages."""
    rows = (
        ("All together", f.tenure.pooled),
        ("Within one fan", f.tenure.within),
        ("Between fans", f.tenure.between),
    )
    return [
        (label, f"{_points(it.point)} ({_points(it.low)} to {_points(it.high)})")
        for label, it in rows
        if it.point is not None and it.low is not None and it.high is not None
    ]


def _points(share: float | None) -> str:
    text = f"{(share or 0) * 100:+.1f}"
    return "0" if float(text) == 0 else text.replace("-", "−")


def stages(f: Findings) -> str:
    """What the three say together."""
    within = f.tenure.within
    if within.low is None or within.high is None:
        return f"Whether fans grow closer can’t be told{because(f.tenure.why, within.why)}."
    if within.low > 0:
        return "Fans write more personally the longer they are here."
    if within.high < 0:
        return "Fans write less personally the longer they are here."
    return (
        "That one fan grows more personal over time is not clear from these logs. Where the "
        "difference between fans is larger, it is mostly that warm fans stay."
    )


def week_caption(f: Findings) -> str:
    """What the creator did beside it."""
    replies = sum(it.replies for it in f.weeks) / max(len(f.weeks), 1)
    return f"You wrote {counted(rounded(replies), 'reply', 'replies')} a week." if replies else ""
