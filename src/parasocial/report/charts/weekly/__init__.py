"""Hours a week, stacked: both ways at the base, one way hatched above it, the rest pale on top."""

from markupsafe import Markup

from parasocial.i18n import _
from parasocial.report.calendar import Step
from parasocial.report.charts.svg import drawing
from parasocial.report.charts.weekly.areas import areas, ends
from parasocial.report.charts.weekly.frame import beyond, frame_of
from parasocial.report.charts.weekly.ground import AXIS, ROW, Reach, gaps, grid, months, reaches

__all__ = ["Reach", "beyond", "weekly"]


def weekly(
    runs: list[list[Step]], reach: list[Reach], *, wide: int, tall: int, size: str
) -> Markup:
    """The drawing.

    Args:
        runs: Steps without a gap between them; what lies between two runs is a gap.
        reach: What is covered in part, drawn as thin lines below.
        wide: Width.
        tall: Height of the areas, without what stands below them.
        size: On which screens it is shown.
    """
    frame = frame_of(runs, wide, tall)
    parts = grid(frame) + gaps(runs, frame)
    for run in runs:
        parts += areas(run, frame)
    parts += ends(runs[-1][-1], frame) + months(frame) + reaches(reach, frame)
    return drawing(
        wide,
        tall + AXIS + ROW * len(reach) + (10 if reach else 0),
        parts,
        size=size,
        says=_(
            "Hours a week, stacked: with people who answer at the base, one way above it, "
            "other ties on top. The sentences above say what it shows."
        ),
    )
