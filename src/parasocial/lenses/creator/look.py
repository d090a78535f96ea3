"""From a ledger of logs to the findings."""

from collections.abc import Sequence
from dataclasses import dataclass

from parasocial import __version__
from parasocial.fans import build
from parasocial.ledger import Ledger, Source
from parasocial.lenses.creator.answers import acknowledgements, answering, one_sided, replies
from parasocial.lenses.creator.costs import by_week, ceiling, load, loyalty, weeks
from parasocial.lenses.creator.people import creator, people, plan
from parasocial.lenses.creator.sources import sources
from parasocial.lenses.creator.talked import talk, tenure
from parasocial.lenses.creator.totals import concentration, totals
from parasocial.lenses.creator.waits import cohorts, waiting
from parasocial.lenses.dates import day
from parasocial.lenses.findings import creator as say

BLIND = (
    (
        "What is said aloud, in private messages or elsewhere is not in these files: no answer "
        "seen is not the same as none given."
    ),
    "Whoever watches or reads without writing is not in them.",
    (
        "Who is answered is not drawn by lot: whoever writes more, or better, may be answered and "
        "come back for the same reason."
    ),
    (
        "What messages are like is told by word lists in six languages, which are drafts; slang, "
        "irony and other languages pass them by."
    ),
)
_WINDOW = "SELECT min(first_us) AS first, max(last_us) AS last FROM writer"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the creator asked for.

    Attributes:
        zone: IANA name of their time zone.
        team: Ids, handles or names of whoever answers for them.
        hours: Hours a week that they would spend on answers.
        private: With names, ids and the logs one by one.
        invented: Whether everyone in the logs is made up.
    """

    zone: str = "UTC"
    team: tuple[str, ...] = ()
    hours: float = 2.0
    private: bool = False
    invented: bool = False


def look(ledger: Ledger, wish: Wish | None = None) -> say.Findings:
    """Everything that a channel's logs say; all of it, names where *wish* is private."""
    wish = wish or Wish()
    build(ledger, wish.team, wish.zone)
    imports = ledger.sources()
    came = cohorts(ledger)
    told = talk(ledger)
    written = by_week(ledger)
    return say.Findings(
        schema=say.SCHEMA,
        version=__version__,
        window=_window(ledger, wish.zone),
        zone=wish.zone,
        creator=creator(ledger, imports, private=wish.private),
        sources=sources(ledger, imports, wish.zone, private=wish.private),
        totals=totals(ledger),
        concentration=concentration(ledger),
        replies=replies(ledger),
        acknowledgements=acknowledgements(ledger),
        waiting=waiting(ledger),
        ceiling=ceiling(written),
        load=load(ledger, told, wish.zone),
        cohorts=came.rows,
        retention=came.retention,
        weeks=weeks(written),
        answering=answering(ledger),
        one_sided=one_sided(ledger),
        tenure=tenure(ledger),
        loyalty=loyalty(ledger),
        talk=told,
        plan=plan(ledger, wish.hours, private=wish.private),
        blind=_blind(imports),
        private=wish.private,
        invented=wish.invented,
        people=people(ledger, wish.zone) if wish.private else [],
    )


def _window(ledger: Ledger, zone: str) -> say.Window:
    [first], [last] = ledger.query(_WINDOW).values()
    return say.Window(day(first, zone), day(last, zone))


def _blind(imports: Sequence[Source]) -> list[str]:
    """What no file here can show, and what these cannot."""
    said: Sequence[str] = [line for it in imports for line in it.blind]
    return [*BLIND, *dict.fromkeys(said)]
