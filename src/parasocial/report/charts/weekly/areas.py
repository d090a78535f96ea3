"""The areas themselves, with the range of the whole around them."""

from markupsafe import Markup

from parasocial.i18n import _
from parasocial.report.calendar import Step
from parasocial.report.charts.svg import el, points
from parasocial.report.charts.weekly.frame import Frame, length


def areas(run: list[Step], frame: Frame) -> list[Markup]:
    """One run. A single step is drawn as wide as it lasts."""
    xs = [frame.at(step.start) for step in run]
    xs.append(frame.at(run[-1].start + length([run])))
    steps = [*run, run[-1]]

    def line(values: list[float]) -> list[tuple[float, float]]:
        return [(x, frame.y(min(value, frame.most))) for x, value in zip(xs, values, strict=True)]

    floor = line([0.0] * len(xs))
    both = line([step.both for step in steps])
    one = line([step.both + step.one for step in steps])
    rest = line([step.both + step.one + step.rest for step in steps])
    low, high = line([step.low for step in steps]), line([step.high for step in steps])
    return [
        el("polygon", points=points(high + floor[::-1]), class_="band"),
        el("polygon", points=points(rest + one[::-1]), class_="area rest"),
        el("polygon", points=points(one + both[::-1]), class_="area one"),
        el("polygon", points=points(one + both[::-1]), class_="area hatch"),
        el("polygon", points=points(both + floor[::-1]), class_="area both"),
        el("polyline", points=points(low), class_="edge low"),
        el("polyline", points=points(rest), class_="edge rest"),
        el("polyline", points=points(one), class_="edge one"),
        el("polyline", points=points(both), class_="edge both"),
    ]


def ends(last: Step, frame: Frame) -> list[Markup]:
    """Words at the end of each area, kept apart."""
    if frame.narrow:
        return []
    wanted = [
        (last.both / 2, _("Both ways"), "both"),
        (last.both + last.one / 2, _("One way"), "one"),
        (last.both + last.one + last.rest / 2, _("Other"), "rest"),
    ]
    parts: list[Markup] = []
    y = frame.base + 14
    for value, label, style in wanted:
        y = min(frame.y(value) + 5, y - 20)
        parts.append(el("text", label, x=frame.right + 12, y=y, class_=f"word {style}"))
    return parts
