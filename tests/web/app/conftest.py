"""One app for the tests that change nothing, and one of its own for each that does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from web.app.running import Running, running


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("app")) as made:
        yield made


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Running]:
    with running(tmp_path) as made:
        yield made
