"""A command line in a folder of its own, with a ledger of its own."""

import shutil
from pathlib import Path

import pytest

from cli import exports
from cli.running import Cli, runner
from parasocial.jobs.read import Wanted, read_into
from parasocial.ledger import Ledger


@pytest.fixture
def cli(tmp_path: Path, monkeypatch, capsys) -> Cli:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARASOCIAL_LEDGER", str(tmp_path / "me.ledger"))
    return runner(monkeypatch, capsys)


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of a chat and a watch history."""
    folder = tmp_path_factory.mktemp("imported")
    with Ledger(folder / "me.ledger") as ledger:
        read_into(ledger, [exports.chat(folder), exports.takeout(folder)], Wanted())
    return folder / "me.ledger"


@pytest.fixture
def ledger(cli: Cli, imported: Path, tmp_path: Path) -> Path:
    """A copy of that ledger where commands look for one."""
    return Path(shutil.copy(imported, tmp_path / "me.ledger"))
