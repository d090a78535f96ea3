"""The bundled examples, each read as anybody's would be, behind the doors of one page."""

from importlib.resources import files
from pathlib import Path

from parasocial.errors import UnreadableExport
from parasocial.i18n import catalogue, speaking
from parasocial.jobs import study_example
from parasocial.jobs.channel import read_channel
from parasocial.jobs.creator import FanSide, measure_channel
from parasocial.jobs.read import Wanted
from parasocial.ledger import Ledger
from parasocial.lenses.asked import Asked, Span
from parasocial.lenses.creator import Wish
from parasocial.lenses.findings import Findings
from parasocial.lenses.findings.creator import Findings as Creator
from parasocial.report import Door, you
from parasocial.report.creator import creators

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


CREATOR = ("UC8uVI-URah9u0f5xiUo90Ii", "user399999999")
TEAM = ("UCTimPanciTerbangXXXX001", "user399999998")
CALLED = ("Kapten", "Kapten Panci")
HOURS = 0.5
FAN = frozenset({"youtube:UCNaraSewinduContoh00001"})


def channel(fan: Findings) -> Creator:
    """The invented creator's findings, and their tie with the invented fan from both ends."""
    logs, wanted = [example() / "channel"], Wanted(me=CREATOR)
    wish = Wish(ZONE, TEAM, HOURS, private=True, invented=True)
    with Ledger() as ledger:
        read_channel(ledger, logs, wanted, called=CALLED)
        return measure_channel(ledger, wish, logs, wanted, [FanSide(fan, FAN)])


def doors(findings: Findings) -> list[Door]:
    """What the demo's one page opens on, lens by lens; the last two are in English."""
    first = you(findings)
    with speaking(catalogue("en", "report")):
        return [first, creators(channel(findings)), study_example.door()]
