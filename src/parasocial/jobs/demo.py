"""The bundled example: one invented person's exports, read as anybody's would be."""

from importlib.resources import files
from pathlib import Path

from parasocial.errors import UnreadableExport
from parasocial.lenses.asked import Asked, Span
from parasocial.lenses.findings import Findings
from parasocial.report import Door, you

ZONE = "Asia/Jakarta"
ASKED = Asked((Span("spring 2026", "2026-03-02", "2026-05-31"),), sensitivity=True)
_CHECKOUT = Path(__file__).parents[3] / "examples"


def example() -> Path:
    """The folder of the invented exports: in the package, or in a checkout beside it.

    Raises:
        UnreadableExport: The example did not come along.
    """
    inside = Path(str(files("parasocial"))) / "examples"
    for folder in (inside, _CHECKOUT):
        if (folder / "you").is_dir():
            return folder
    raise UnreadableExport("The example is not there. Install parasocial again.")


def doors(findings: Findings) -> list[Door]:
    """What the demo's one page opens on, lens by lens."""
    return [you(findings)]
