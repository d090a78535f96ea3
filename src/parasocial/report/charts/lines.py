"""The way of one tie as a small line, and correlations at several lags as small bars."""

from markupsafe import Markup

from parasocial.i18n import _
from parasocial.lenses.findings import Lag
from parasocial.report.charts.scales import linear
from parasocial.report.charts.svg import drawing, el, points

WIDE, TALL = 240, 62
_PAD = 5.0


def line(steps: list[float], side: str, says: str) -> Markup:
    """Hours of one tie, month by month; its highest month is as high as the drawing."""
    most = max(steps, default=0.0) or 1.0
    x = linear(0, max(len(steps) - 1, 1), _PAD, WIDE - _PAD)
    y = linear(0, most, TALL - _PAD, _PAD)
    pairs = [(x(place), y(value)) for place, value in enumerate(steps)]
    floor = [(pairs[-1][0], TALL - _PAD), (pairs[0][0], TALL - _PAD)] if pairs else []
    parts = [
        el("polygon", points=points(pairs + floor), class_=f"under {side}"),
        el("polyline", points=points(pairs), class_=f"edge line {side}"),
    ]
    if pairs:
        parts.append(el("circle", cx=pairs[-1][0], cy=pairs[-1][1], r=4, class_=f"dot {side}"))
    return drawing(WIDE, TALL, parts, size="m", says=says)


def lags(found: list[Lag]) -> Markup:
    """Correlations of one-way hours with turns, earlier to later; the same week stands out."""
    wide, tall, base, reach = 310, 150, 66.0, 52.0
    x = linear(min(it.weeks for it in found), max(it.weeks for it in found), 22, wide - 22)
    parts = [el("line", x1=0, x2=wide, y1=base, y2=base, class_="grid")]
    for it in found:
        high = abs(it.correlation) * reach
        top = base - high if it.correlation > 0 else base
        style = "lag same" if it.weeks == 0 else "lag"
        parts.append(
            el("rect", x=x(it.weeks) - 8, y=top, width=16, height=max(high, 1), rx=4, class_=style)
        )
    parts += [
        el("text", _("same week"), x=x(0), y=tall - 8, class_="ax mid"),
        el("text", _("turns before"), x=0, y=tall - 8, class_="ax"),
        el("text", _("turns after"), x=wide, y=tall - 8, class_="ax end"),
    ]
    return drawing(
        wide, tall, parts, size="m",
        says=_(
            "How one-way time goes with turns, by how many weeks the turns come later: %(lags)s.",
            lags=", ".join(f"{it.weeks:+d}, {it.correlation:+.2f}" for it in found),
        ),
    )  # fmt: skip
