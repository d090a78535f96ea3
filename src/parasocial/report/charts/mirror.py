"""The ties that were given most: bars to the left for what went out, to the right for what came."""

from dataclasses import dataclass

from markupsafe import Markup

from parasocial.i18n import _, _n
from parasocial.report.amounts import figures, given, returned
from parasocial.report.charts.lettering import shorten
from parasocial.report.charts.marks import mark
from parasocial.report.charts.scales import Scale, root
from parasocial.report.charts.svg import drawing, el
from parasocial.report.selection import Shown

ROWS = 14
_TOP, _BAR, _NUMBER = 36, 17.0, 48
_NARROW = 400


@dataclass(frozen=True, slots=True)
class Frame:
    """Names stand between the bars, or above them where the drawing is narrow."""

    wide: int
    row: int
    gap: float
    length: Scale

    @property
    def middle(self) -> float:
        """The axis."""
        return self.wide / 2


def top(ties: list[Shown]) -> list[Shown]:
    """The ties that this drawing shows."""
    with_something = [shown for shown in ties if given(shown.tie)]
    return sorted(with_something, key=lambda shown: (-given(shown.tie), shown.rank))[:ROWS]


def mirror(ties: list[Shown], *, wide: int, size: str) -> Markup:
    """The drawing. Lengths are square roots of amounts, which the page says beside it."""
    most = max((max(given(s.tie), returned(s.tie)) for s in ties), default=1)
    narrow = wide < _NARROW
    gap = 4.0 if narrow else wide * 0.135
    length = root(most, wide / 2 - gap - _NUMBER)
    frame = Frame(wide=wide, row=48 if narrow else 40, gap=gap, length=length)
    parts = [
        el("text", _("← you gave"), x=frame.middle - max(gap, 8), y=13, class_="ax end strong"),
        el("text", _("came back →"), x=frame.middle + max(gap, 8), y=13, class_="ax strong"),
    ]
    for place, shown in enumerate(ties):
        y = float(_TOP + place * frame.row)
        parts.append(_name(shown, frame, y, narrow=narrow))
        parts += _sides(shown, frame, y + (20 if narrow else 0))
    return drawing(
        wide,
        _TOP + frame.row * len(ties) - 12,
        parts,
        size=size,
        says=_n(
            "The %(count)s tie that you gave most to, as pairs of bars. "
            "The table holds the same numbers.",
            "The %(count)s ties that you gave most to, as pairs of bars. "
            "The table holds the same numbers.",
            len(ties),
        ),
    )


def _name(shown: Shown, frame: Frame, y: float, *, narrow: bool) -> Markup:
    room = frame.wide - 20 if narrow else 2 * frame.gap - 12
    text = shorten(shown.name, room)
    return el("text", text, x=frame.middle, y=y + 13, class_="lab nm mid", data_as=shown.alias)


def _sides(shown: Shown, frame: Frame, y: float) -> list[Markup]:
    gave, back = given(shown.tie), returned(shown.tie)
    left, right = frame.middle - frame.gap, frame.middle + frame.gap
    out, home = max(frame.length(gave), 4), max(frame.length(back), 4)
    parts = [
        _bar(shown, left - out, y, out),
        el("text", figures(gave), x=left - out - 7, y=y + 13, class_="num end"),
    ]
    if not back:
        return [*parts, el("text", _("none seen"), x=right + 2, y=y + 13, class_="num mute")]
    number = el("text", figures(back), x=right + home + 7, y=y + 13, class_="num")
    return [*parts, _bar(shown, right, y, home), number]


def _bar(shown: Shown, x: float, y: float, width: float) -> Markup:
    return el(
        "rect",
        x=x,
        y=y,
        width=width,
        height=_BAR,
        rx=min(_BAR / 2, width / 2),
        class_=f"bar {mark(shown.tie).key}",
        data_t=f"t{shown.rank}",
    )
