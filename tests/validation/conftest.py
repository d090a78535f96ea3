"""The validation suite: minutes long, so it runs only where it is asked for by name.

``make validation`` runs it and writes docs/validation.json and, from that, docs/validation.md.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from validation.report import Report

ROOT = Path(__file__).parents[2]
PEOPLE, YEARS, SEED = 1000, 1.0, 11


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Not even looked at unless ``-m`` asks for it, whatever else it asks for."""
    asked = config.option.markexpr.replace("not validation", "")
    return None if "validation" in asked else True


@pytest.fixture(scope="session")
def report(request: pytest.FixtureRequest) -> Iterator[Report]:
    """What the suite measures; kept with ``--update-golden``."""
    found = Report()
    yield found
    if request.config.getoption("--update-golden"):
        path = ROOT / "docs" / "validation.json"
        path.write_text(found.text(), encoding="utf-8")


@pytest.fixture(scope="session")
def world() -> Any:
    """People and their truth, for one year."""
    from population import Knobs, invent

    return invent(Knobs(people=PEOPLE, years=YEARS, seed=SEED))


@pytest.fixture(scope="session")
def deeds(world: Any) -> Any:
    """The same world as what platforms would export."""
    from population.deeds import Deeds

    return Deeds(world)
