"""One app for the tests that change nothing, and one of its own for each that does."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli import exports
from parasocial.jobs.read import Wanted, read_into
from parasocial.ledger import Ledger
from web.app.running import Running, running


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of a chat, a watch history, and a second history of the same person."""
    folder = tmp_path_factory.mktemp("ledger")
    with Ledger(folder / "me.ledger") as made:
        them = [exports.chat(folder), exports.takeout(folder), exports.tiktok(folder)]
        read_into(made, them, Wanted())
    return folder / "me.ledger"


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, ledger: Path) -> Iterator[Running]:
    """For tests that leave everything as it is."""
    folder = tmp_path_factory.mktemp("app")
    shutil.copyfile(ledger, folder / "me.ledger")
    with running(folder) as made:
        yield made


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Running]:
    """Without a ledger."""
    with running(tmp_path) as made:
        yield made


@pytest.fixture
def own(tmp_path: Path, ledger: Path) -> Iterator[Running]:
    """With a ledger to change."""
    shutil.copyfile(ledger, tmp_path / "me.ledger")
    with running(tmp_path) as made:
        yield made
