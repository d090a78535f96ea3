"""What does not fit into memory lies where only its owner can read it, and not for long."""

import os
from pathlib import Path

import pytest

from parasocial.ledger import Ledger


@pytest.mark.parametrize("memory", [None, "200MB"])
def test_a_ledger_in_memory_has_a_folder_of_its_own(memory: str | None) -> None:
    usual = os.umask(0o022)
    try:
        with Ledger(memory=memory) as ledger:
            [where] = ledger.query("SELECT current_setting('temp_directory') AS at")["at"]
            assert Path(where).stat().st_mode & 0o777 == 0o700
            assert Path(where).parent != Path.cwd()
        assert not Path(where).exists()
    finally:
        os.umask(usual)


def test_a_ledger_that_was_never_used_leaves_nothing() -> None:
    ledger = Ledger()
    ledger.close()
    with pytest.raises(RuntimeError, match="closed"):
        ledger.sources()
