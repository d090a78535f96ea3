"""What the study page says."""

from parasocial.lenses.tabulated import Scale, Tables
from parasocial.study.benchmarks import ITEMS
from parasocial.study.comparing import Compared
from parasocial.study.tables import Cell, Column, Table

LETTERS = (
    "A letter names a column that lies below this one. Standard errors follow from how people "
    "came in and what they were weighted to."
)
UNKNOWN = (
    "The published study’s bases, mode and design effects were not printed. A difference is called "
    "one where it is larger than all that can have been."
)


def headline(found: Tables) -> str:
    """What the first screen says."""
    said = f"{found.respondents:,} people"
    return f"{said}, and what they say of those they follow"


def lede(found: Tables) -> str:
    """Who they are, and what that can tell."""
    if found.simulated:
        return (
            "Nobody was asked. Everybody here is invented, so that their weighted answers match "
            "figures published in 2021. It shows how a study is read; it tells nothing new."
        )
    return "What people say of themselves, weighted. It is not what they do."


def weighting(found: Tables) -> str:
    """How people count."""
    it = found.weights
    if not it.margins:
        return "Not weighted to any margins."
    return (
        f"Weighted by {', '.join(it.margins)}: from {it.least:.2f} to {it.most:.2f} of the mean. "
        f"As much as {it.effective:,.0f} people who count the same."
    )


def interval(cell: Cell) -> str:
    """An estimate with its bounds."""
    if cell.est is None or cell.low is None or cell.high is None:
        return "none answered"
    return f"{cell.est:.1f} ({cell.low:.1f} to {cell.high:.1f})"


def estimate(cell: Cell) -> str:
    """An estimate in a table; little is not nothing."""
    if cell.est is None:
        return "–"
    return "<0.5" if 0 < cell.est < 0.5 else f"{cell.est:.0f}"  # noqa: PLR2004


def mean(cell: Cell) -> str:
    """A mean in a table."""
    return "–" if cell.est is None else f"{cell.est:.2f}"


def column(it: Column) -> str:
    """What stands under a column's label."""
    return f"{it.letter} {it.mark}".strip()


def item(row: Compared) -> str:
    """A published item and of whom it is."""
    ages = "" if row.ages == "18+" else f", {row.ages}"
    return f"{ITEMS[row.item]} ({row.region}{ages})"


def verdict(row: Compared) -> str:
    """What the comparison came to."""
    if row.verdict == "agrees":
        return "agrees"
    if row.verdict == "differs":
        return "differs"
    told = "not compared" if row.verdict == "not_compared" else "cannot be told"
    return f"{told}: {row.why}"


def ours(row: Compared) -> str:
    """Our estimate with its interval and base."""
    if row.ours is None:
        return "–"
    return f"{row.ours.est:.1f} ({row.ours.low:.1f} to {row.ours.high:.1f}), of {row.ours.base:,}"


def scored(it: Scale) -> str:
    """A scale's mean with its bounds."""
    if it.mean is None or it.low is None or it.high is None:
        return "none answered"
    return f"{it.mean:.2f} ({it.low:.2f} to {it.high:.2f})"


def agreement(value: float | None) -> str:
    """A coefficient of agreement."""
    return "cannot be told" if value is None else f"{value:.2f}"


def tested(table: Table) -> str:
    """Rao and Scott's tests of one table."""
    return "; ".join(
        f"by {it.group}: F({it.df1:.1f}, {it.df2:,.0f}) = {it.f:.2f}, "
        + (f"p = {it.p:.3f}" if it.p >= 0.001 else "p < 0.001")  # noqa: PLR2004
        for it in table.tests
    )
