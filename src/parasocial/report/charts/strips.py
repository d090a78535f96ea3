"""Small drawings without letters: bars beside words, and days covered."""

from datetime import date

from markupsafe import Markup

from parasocial.report.charts.svg import el


def bar(point: float, low: float | None, high: float | None, most: float) -> Markup:
    """A bar of *point* out of *most*, with a pale stretch from *low* to *high*."""
    scale = 100 / most if most else 0.0
    parts = [el("rect", x=0, y=0, width=100, height=10, class_="track")]
    if low is not None and high is not None and high > low:
        parts.append(
            el(
                "rect",
                x=low * scale,
                y=0,
                width=min((high - low) * scale, 100),
                height=10,
                class_="doubt",
            )
        )
    length = max(point * scale, 0.6) if point else 0
    parts.append(el("rect", x=0, y=2, width=length, height=6, class_="fill"))
    return _strip(parts)


def days(start: str, end: str, first: str, last: str) -> Markup:
    """Where the days from *start* to *end* lie between *first* and *last*, cut at both."""
    zero, whole = _ordinal(first), max(_ordinal(last) + 1 - _ordinal(first), 1)
    left = min(max((_ordinal(start) - zero) / whole * 100, 0), 100)
    right = min(max((_ordinal(end) + 1 - zero) / whole * 100, 0), 100)
    wide = max(right - left, 0.8)
    return _strip(
        [
            el("rect", x=0, y=4, width=100, height=2, class_="track"),
            el("rect", x=min(left, 100 - wide), y=2, width=wide, height=6, class_="fill"),
        ]
    )


def stack(shares: list[float]) -> Markup:
    """Shares of one whole, side by side, paler from the first to the last."""
    parts, left = [], 0.0
    for place, share in enumerate(shares):
        parts.append(
            el(
                "rect",
                x=left,
                y=0,
                width=max(share * 100 - 0.6, 0.2),
                height=10,
                class_=f"part p{place}",
            )
        )
        left += share * 100
    return _strip(parts)


def against(value: float, low: float, high: float) -> Markup:
    """A dot at *value* over the stretch from *low* to *high*, all of them between 0 and 1."""
    return _strip(
        [
            el("rect", x=0, y=4, width=100, height=2, class_="track"),
            el(
                "rect",
                x=low * 100,
                y=2,
                width=max((high - low) * 100, 1.0),
                height=6,
                class_="doubt",
            ),
            el("rect", x=min(value * 98.6, 98.6), y=0, width=1.4, height=10, class_="at"),
        ]
    )


def _ordinal(iso: str) -> int:
    return date.fromisoformat(iso[:10]).toordinal()


def _strip(parts: list[Markup]) -> Markup:
    return el(
        "svg",
        *parts,
        viewBox="0 0 100 10",
        preserveAspectRatio="none",
        class_="strip",
        aria_hidden="true",
    )
