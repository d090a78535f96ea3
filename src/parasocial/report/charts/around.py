"""One rate before, during and after a period: three marks, each with how far it could be off."""

from markupsafe import Markup

from parasocial.i18n import _, marked
from parasocial.lenses.findings import Around
from parasocial.report.amounts import short
from parasocial.report.charts.scales import ceiling, linear
from parasocial.report.charts.svg import drawing, el

WIDE, TALL = 310, 190
_TOP, _BASE = 30.0, 150.0
_LABELS = (marked("before"), marked("during"), marked("after"))


def around(rates: Around, side: str) -> Markup:
    """The drawing; *side* is the class of its marks."""
    three = (rates.before, rates.during, rates.after)
    most = ceiling(max(it.high if it.high is not None else it.point or 0 for it in three))
    y = linear(0, most, _BASE, _TOP)
    column = WIDE / 3
    parts = [
        el("rect", x=column, y=6, width=column, height=TALL - 6, rx=14, class_="column"),
        el("line", x1=0, x2=WIDE, y1=_BASE, y2=_BASE, class_="grid"),
    ]
    labels = [_(label) for label in _LABELS]
    for place, (rate, label) in enumerate(zip(three, labels, strict=True)):
        x = column * (place + 0.5)
        parts.append(el("text", label, x=x, y=_BASE + 24, class_="ax mid"))
        if rate.point is None:
            parts.append(el("text", _("can’t be told"), x=x, y=_BASE - 12, class_="ax mid"))
            continue
        if rate.low is not None and rate.high is not None:
            parts.append(
                el("line", x1=x, x2=x, y1=y(rate.low), y2=y(rate.high), class_=f"reach {side}")
            )
        parts.append(el("circle", cx=x, cy=y(rate.point), r=7, class_=f"dot {side}"))
        parts.append(el("text", short(rate.point), x=x + 14, y=y(rate.point) + 5, class_="lab"))
    untold = _("not told")
    said = ", ".join(
        f"{label} {short(rate.point) if rate.point is not None else untold}"
        for rate, label in zip(three, labels, strict=True)
    )
    return drawing(WIDE, TALL, parts, size="m", says=_("A week: %(rates)s.", rates=said))
