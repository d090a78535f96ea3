"""How large a change would have to be to be seen, before anything has changed."""

from dataclasses import dataclass

from parasocial.lenses.grid import Grid
from parasocial.lenses.over_weeks import together, values
from parasocial.measures.change import LEAST_WEEKS, change

NAMES = ("one_way_hours", "reciprocal_turns")


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a later export could show of one weekly amount.

    Attributes:
        name: ``one_way_hours`` or ``reciprocal_turns``.
        now: The amount in a usual week so far.
        detectable: The smallest true change that eight of ten such records would show.
        weeks: After so many weeks more.
    """

    name: str
    now: float
    detectable: float
    weeks: int


def ahead(grid: Grid, weeks: int = 26) -> list[Ahead]:
    """The power of a comparison with an export *weeks* later; empty where there are too few now.

    The weeks to come are taken to vary as the last ones did, and to be covered whole.
    """
    found = []
    for name in NAMES:
        amounts, covered = together(grid.amounts[name], grid.covered, LEAST_WEEKS)
        so_far = values(amounts, covered)
        it = change(so_far, (so_far * weeks)[-weeks:]) if so_far else None
        if it is not None:
            found.append(Ahead(name, it.before, it.detectable, weeks))
    return found
