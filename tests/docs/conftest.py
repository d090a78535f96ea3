"""The bundled example, read once for all who look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from parasocial.jobs.demo import ASKED, ZONE, example
from parasocial.jobs.measure import measure
from parasocial.jobs.read import Wanted, read_into
from parasocial.ledger import Ledger
from parasocial.lenses.findings import Findings
from parasocial.lenses.oversharing import Scope


@pytest.fixture(scope="session")
def example_folder() -> Path:
    return example()


@pytest.fixture(scope="session")
def example_ledger(example_folder: Path) -> Iterator[Ledger]:
    with Ledger() as ledger:
        read_into(ledger, [example_folder / "you"], Wanted(zone=ZONE))
        yield ledger


@pytest.fixture(scope="session")
def example_findings(example_ledger: Ledger, example_folder: Path) -> Findings:
    notes = example_folder / "notes.toml"
    return measure(example_ledger, notes, zone=ZONE, asked=ASKED, invented=True, scope=Scope())
