"""One mark for each reading of a tie. Shape and filling tell them apart, not colour alone."""

from dataclasses import dataclass

from markupsafe import Markup

from parasocial.i18n import _, marked
from parasocial.lenses.findings import Tie, TieClass
from parasocial.report.charts.svg import el, place


@dataclass(frozen=True, slots=True)
class Mark:
    """How a reading is drawn and named.

    Attributes:
        key: CSS class, and the drawing's shape.
        label: In the legend.
    """

    key: str
    label: str


ONE_WAY = Mark("one", marked("One way, as far as we can see"))
BOTH = Mark("both", marked("Both ways"))
INBOUND = Mark("in", marked("They give more"))
LEANING = Mark("lean", marked("Leaning, not sure"))
UNSEEN = Mark("blind", marked("Answers can’t be seen"))
LITTLE = Mark("few", marked("Too little to say"))
OTHER = Mark("other", marked("Brand, group or app"))

ORDER = (ONE_WAY, BOTH, INBOUND, LEANING, UNSEEN, LITTLE, OTHER)

_OF: dict[TieClass, Mark] = {
    "parasocial": ONE_WAY,
    "one_sided": ONE_WAY,
    "reciprocal": BOTH,
    "inbound": INBOUND,
    "undetermined": LEANING,
    "unobservable": UNSEEN,
    "sparse": LITTLE,
    "unattributed": OTHER,
    "companion": OTHER,
}


def mark(tie: Tie) -> Mark:
    """The mark of a tie."""
    return _OF[tie.class_]


def draw(kind: Mark, x: float, y: float, r: float, **attributes: str | None) -> Markup:
    """One mark with its centre at (x, y) and about *r* pixels to its edge."""
    style = f"dot {kind.key}"
    if kind is INBOUND:
        half = r * 1.15
        path = f"M{place(x)} {place(y - half)}l{place(half)} {place(half)}l{place(-half)} "
        path += f"{place(half)}l{place(-half)} {place(-half)}z"
        return el("path", d=path, class_=style, **attributes)
    if kind is OTHER:
        side = r * 0.9
        return el(
            "rect", x=x - side, y=y - side, width=2 * side, height=2 * side, rx=1.5,
            class_=style, **attributes,
        )  # fmt: skip
    if kind is LEANING:
        half_moon = f"M{place(x)} {place(y - r)}a{place(r)} {place(r)} 0 0 1 0 {place(2 * r)}z"
        return el(
            "g",
            el("circle", cx=x, cy=y, r=r, class_=style),
            el("path", d=half_moon, class_="moon"),
            **attributes,
        )
    return el(
        "circle", cx=x, cy=y, r=min(r, 2.6) if kind is LITTLE else r, class_=style, **attributes
    )


def legend(ties: list[Tie]) -> list[tuple[Markup, str]]:
    """The marks that occur among *ties*, drawn small, with their labels."""
    present = {mark(tie) for tie in ties}
    return [
        (
            el("svg", draw(kind, 9, 9, 6), viewBox="0 0 18 18", aria_hidden="true"),
            _(kind.label),
        )
        for kind in ORDER
        if kind in present
    ]
