"""Turns taken from whole logs, over many seeds, and what is called then."""

from pathlib import Path
from typing import Any

import pytest

from parasocial.ledger import Ledger
from validation.hiding import WHOLE
from validation.logs import TALKED_ON, TITLES, Log, college, invented, sides
from validation.many import read
from validation.report import Report
from validation.scoring import Score
from validation.thinning import SEEDS, WAYS, WRONG, Turns, thinned, turns

pytestmark = pytest.mark.validation


def test_thinning(samples: Path, world: Any, report: Report) -> None:
    logs = (college(samples), *(invented(world, on, TITLES[on]) for on in TALKED_ON))
    sums = {way.name: Score() for way in (*WAYS, *WRONG)}
    for log in logs:
        with Ledger() as ledger:
            them = whole(ledger, log)
            for way in (*WAYS, *WRONG):
                found = thinned(ledger, them, way)
                sums[way.name] = sums[way.name].plus(found)
                report.line(
                    "thinning",
                    source=log.name,
                    hidden=way.name,
                    declared=way not in WRONG,
                    decidable=SEEDS * int((them.whole.call > 0).sum()),
                    **found._asdict(),
                )
    good = [held(report, way.name, sums[way.name]) for way in WAYS]
    assert all(good)


def whole(ledger: Ledger, log: Log) -> Turns:
    return turns(ledger, read(ledger, sides(log), WHOLE, 0).declared)


def held(report: Report, name: str, found: Score) -> bool:
    called = max(1, found.out)
    if name in ("everything", "half of the time", "one thread in five"):
        return report.row("thinning", f"{name}: ties called one way", found.out, high=0)
    return all(
        (
            report.row("thinning", f"{name}: false calls", found.false / called, high=0.05),
            report.row("thinning", f"{name}: harmful calls", found.harmful / called, high=0.005),
        )
    )
