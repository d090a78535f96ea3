"""What was read: every source with its files, records and windows."""

from parasocial.ledger import Ledger
from parasocial.ledger import Source as Import
from parasocial.lenses import findings as say
from parasocial.lenses.dates import day

_COVERAGE = """
SELECT channel, from_us, to_us FROM coverage WHERE source_no = $1 ORDER BY channel
"""


def sources(ledger: Ledger, zone: str) -> list[say.Source]:
    """Every import, in order."""
    return [_source(ledger, it, zone) for it in ledger.sources()]


def _source(ledger: Ledger, it: Import, zone: str) -> say.Source:
    tally = it.tally
    coverage = ledger.query(_COVERAGE, [it.number])
    return say.Source(
        id=it.id,
        platform=it.platform,
        title=it.title,
        layout=it.layout,
        ego=it.ego,
        files=say.Files(
            read=tally.files_read,
            ignored=tally.ignored,
            unknown=sum(tally.unknown.values()),
            cut=sum(sum(errors.values()) for errors in tally.cut.values()),
        ),
        records=say.RecordCounts(
            tally.read, tally.failed, sum(them.set_aside for them in tally.records.values())
        ),
        coverage=[
            say.Covered(channel, day(start, zone), day(end, zone))
            for channel, start, end in zip(*coverage.values(), strict=True)
        ],
        declared=[
            say.Declared(
                files=pattern.partition("|")[0],
                count=them.files,
                records=say.RecordCounts(them.read, sum(them.failed.values()), them.set_aside),
                failures=dict(them.failed),
            )
            for pattern, them in tally.records.items()
        ],
        unknown_endings=dict(tally.unknown),
        warnings=it.warnings,
        blind=it.blind,
    )
