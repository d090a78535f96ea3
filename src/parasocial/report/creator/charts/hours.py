"""When fans write: the hours of a week."""

from markupsafe import Markup

from parasocial.report.charts.scales import root
from parasocial.report.charts.svg import drawing, el
from parasocial.report.creator.words.load import DAYS

_NIGHT = (23, 0, 1, 2, 3, 4)
_HOURS = 24


def hours(counts: list[int | None], *, wide: int, size: str) -> Markup:
    """A dot for each hour, its area by the messages in it; the night is shaded."""
    left, top = 44.0, 24.0
    step = (wide - left) / _HOURS
    high = 26.0 if size == "s" else 30.0
    most = max((it or 0 for it in counts), default=0)
    radius = root(most, min(step, high) / 2 - 0.5)
    bottom = top + len(DAYS) * high
    parts = [
        el("rect", x=left + hour * step, y=top, width=step, height=bottom - top, class_="column")
        for hour in _NIGHT
    ]
    parts += [
        el("text", f"{hour}:00", x=left + (hour + 0.5) * step, y=14, class_="ax mid")
        for hour in ((6, 12, 18) if size == "s" else (3, 6, 9, 12, 15, 18, 21))
    ]
    for day, label in enumerate(DAYS):
        middle = top + (day + 0.5) * high
        parts.append(el("text", label, x=0, y=middle + 4, class_="ax"))
        parts += [
            el("circle", cx=left + (hour + 0.5) * step, cy=middle, r=radius(count), class_="hour")
            for hour in range(_HOURS)
            if (count := counts[day * _HOURS + hour])
        ]
    fullest = counts.index(most) if most else 0
    return drawing(
        wide, bottom + 4, parts, size=size,
        says="When fans write, by day and hour; the fullest hour is "
        f"{DAYS[fullest // _HOURS]}, {fullest % _HOURS}:00.",
    )  # fmt: skip
