"""SVG elements as escaped text."""

from markupsafe import Markup, escape

Number = float | int


def place(value: float) -> str:
    """A coordinate to a tenth of a pixel, without a trailing zero."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def el(tag: str, *inside: str, **attributes: str | Number | None) -> Markup:
    """One element. ``class_`` is class, other underscores are hyphens, None is left out."""
    named = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if not inside:
        return Markup(f"<{tag}{named}/>")  # noqa: S704 - both parts are escaped above
    body = "".join(escape(part) for part in inside)
    return Markup(f"<{tag}{named}>{body}</{tag}>")  # noqa: S704 - likewise


def _value(value: str | Number) -> str:
    return escape(value) if isinstance(value, str) else place(value)


def points(pairs: list[tuple[float, float]]) -> str:
    """Coordinates as a polygon or polyline takes them."""
    return " ".join(f"{place(x)},{place(y)}" for x, y in pairs)


def drawing(width: int, height: float, inside: list[Markup], *, size: str, says: str) -> Markup:
    """A whole drawing for one range of screen widths.

    Args:
        width: Of the view box, in pixels at the size that its letters are meant for.
        height: Likewise.
        inside: The elements.
        size: CSS classes that say on which screens this one is shown (``s``, ``m``, ``l``).
        says: What a person who cannot see the drawing is told. No names.
    """
    return el(
        "svg",
        Markup("").join(inside),
        viewBox=f"0 0 {width} {place(height)}",
        class_=f"chart {size}",
        role="img",
        aria_label=says,
    )
