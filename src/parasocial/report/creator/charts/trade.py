"""What a budget reaches: the plan against the same hours spent on the loudest."""

from markupsafe import Markup

from parasocial.lenses.findings.fans import Plan
from parasocial.report.charts.scales import linear
from parasocial.report.charts.svg import drawing, el, points
from parasocial.report.creator.words.numbers import percent


def trade(plan: Plan, *, wide: int, size: str) -> Markup:
    """Two lines from no reply to four times the budget, and a mark where the budget lies."""
    left, right, top, bottom = 40.0, wide - 12.0, 14.0, 236.0
    most = plan.curve[-1].replies
    x = linear(0, most, left, right)
    tallest = max((max(it.balanced, it.loudest) for it in plan.curve), default=0)
    high = next(it for it in (0.1, 0.25, 0.5, 1.0) if it >= min(tallest, 1.0))
    y = linear(0, high, bottom, top)
    parts = [
        el("text", percent(share) if share else "0", x=left - 8, y=y(share) + 4, class_="ax end")
        for share in (0, high / 2, high)
    ]
    here = min(plan.replies, most)
    loud = [(x(it.replies), y(it.loudest)) for it in plan.curve]
    spread = [(x(it.replies), y(it.balanced)) for it in plan.curve]
    parts += [
        el("line", x1=left, x2=right, y1=bottom, y2=bottom, class_="grid"),
        el("line", x1=x(here), x2=x(here), y1=top, y2=bottom, class_="even"),
        el("polyline", points=points(loud), class_="edge loud"),
        el("polyline", points=points(spread), class_="edge both line"),
    ]
    at = next((it for it in plan.curve if it.replies == here), plan.curve[-1])
    parts += _marks(x(here), y(at.balanced), y(at.loudest), bottom)
    parts += [
        el("text", "0", x=left, y=bottom + 20, class_="ax mid"),
        el("text", f"{most:,} replies a week", x=right, y=bottom + 20, class_="ax end"),
    ]
    if x(here) - left > 60 and right - x(here) > 190:  # noqa: PLR2004 - clear of both end labels
        parts.append(el("text", f"{here:,}", x=x(here), y=bottom + 20, class_="ax mid strong"))
    return drawing(
        wide, bottom + 28, parts, size=size,
        says=f"With {here:,} replies a week, spread out, questions, newcomers and regulars are "
        f"reached to {percent(at.balanced)}; to {percent(at.loudest)} when the same replies go "
        "to the loudest.",
    )  # fmt: skip


def _marks(x: float, spread: float, loudest: float, bottom: float) -> list[Markup]:
    """What the budget itself reaches, either way, with its names."""
    below = min(loudest + 20, bottom - 10)
    return [
        el("circle", cx=x, cy=loudest, r=6, class_="dot lean"),
        el("circle", cx=x, cy=spread, r=7, class_="dot both"),
        el("text", "spread", x=x + 12, y=spread - 14, class_="lab"),
        el("text", "to the loudest", x=x + 12, y=below, class_="lab"),
    ]
